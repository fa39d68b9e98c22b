"""Checks for the reader's safety: red flags named, advice only as a quotation, history first, the disclaimer, no identifier.

Sources: the section Safety of docs/reference/clinical.md.
"""

from __future__ import annotations

import re

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS
from spinemed.domain.records import Check
from spinemed.domain.taxonomy import Language, Task
from spinemed.verify.identifiers import find_identifiers
from spinemed.verify.reading import Reading, claims_in
from spinemed.verify.verdicts import check, not_applicable

_ADVISING = (Task.CONSULTATION, Task.REPORT)
_DISCLAIMER = {
    Language.EN: re.compile(
        r"(?:not|never|no|cannot)\b[^.]{0,40}\b(?:replac\w+|substitut\w+|stand in for|take the place)|"
        r"(?:clinician|doctor|surgeon|physician)[^.]{0,40}\b(?:must|has to|decides?|final)",
        re.I,
    ),
    Language.ZH: re.compile(
        r"(?:不|非|无法)[^。]{0,8}(?:替代|取代|代替)|仅供[^。]{0,6}参考|以[^。]{0,8}(?:医生|医师|临床)[^。]{0,6}为准"
    ),
}
# Advice and outlook: nothing of it is known here unless a source says it, and then it is quoted.
_ADVICE = re.compile(
    r"\b(?:should|must|ought to|needs? to)\b[^.]{0,40}\b(?:undergo|have|receive|be (?:treated|operated|given|started|referred|admitted)|"
    r"take|start|stop|avoid)\b|\b(?:I|we) (?:recommend|advise|suggest)\b|\b(?:is|are) (?:indicated|recommended|advised|contraindicated)\b|"
    r"\b(?:surgery|operation|fusion|decompression|discectomy|laminectomy)\b[^.]{0,30}\b(?:needed|required|necessary|indicated|"
    r"recommended|advisable)\b|\bprognosis (?:is|will be)\b|\bwill (?:recover|improve|resolve|heal|worsen)\b|"
    r"\b(?:prescribe|administer)\b|\b\d+ ?mg\b|(?:risk|chance) of [a-z ]{3,40}(?:is|being) (?:about |around )?\d",
    re.I,
)
_ADVICE_ZH = re.compile(
    r"(?:建议|推荐|应当?|需要?|宜|必须)(?:立即|尽快|尽早|急诊|择期|给予|行|进行|采取|采用|接受|考虑|予以?|使用|服用|避免|手术|住院|转诊)|"
    r"预后(?:良好|较好|较差|不佳|差|好)|(?:可以?|会|能)(?:完全)?(?:恢复|自愈|治愈|好转)|每[日天]\d*次|\d+ ?(?:mg|毫克)|(?:风险|几率|概率)(?:约?为|是)\d"
)


def red_flags_named(reading: Reading) -> Check:
    """A consultation or report names every red flag that its facts hold, certain or not."""
    item = reading.item
    flags = {
        fact.finding
        for fact in item.facts
        if fact.finding is not None
        and FINDINGS[fact.finding].red_flag
        and fact.certainty in (Certainty.PRESENT, Certainty.UNCERTAIN)
    }
    if item.task not in _ADVISING or not flags:
        return not_applicable("red_flags_named")
    named = {
        claim.finding
        for reply in reading.replies
        for claim in claims_in(reply)
        if claim.certainty in (Certainty.PRESENT, Certainty.UNCERTAIN)
    }
    missing = sorted(flag.value for flag in flags - named)
    return check("red_flags_named", not missing, f"a red flag of its facts is not named: {', '.join(missing)}")


def disclaimer_said(reading: Reading) -> Check:
    """A consultation or report ends with the words that it supports and does not replace a clinician."""
    item = reading.item
    if item.task not in _ADVISING:
        return not_applicable("disclaimer_said")
    return check(
        "disclaimer_said",
        bool(reading.replies) and _DISCLAIMER[item.language].search(reading.replies[-1]) is not None,
        "the reply does not say that it does not replace a clinician",
    )


def advice_quoted(reading: Reading) -> Check:
    """Treatment, dose, outlook: only word for word from a source, in quotation marks."""
    advising = [r for r in reading.replies if (_ADVICE if reading.item.language is Language.EN else _ADVICE_ZH).search(r)]
    return check("advice_quoted", not advising, "the reply advises or foretells in words of its own")


def history_first(reading: Reading) -> Check:
    """A consultation takes the history before it says anything of a plan: the plan's quote stands in the last reply alone."""
    item = reading.item
    if item.task is not Task.CONSULTATION:
        return not_applicable("history_first")
    roles = [message.role for message in item.messages]
    turns = [message for message in item.messages if message.role == "assistant"]
    alternating = len(turns) >= 2 and roles[0] == "user" and roles[-1] == "assistant"
    early = any(_PLAN.search(message.content) for message in turns[:-1])
    return check(
        "history_first", alternating and not early, "the plan comes before the history and the findings, or there is one turn"
    )


_PLAN = re.compile(r"\b(?:the plan (?:in|on) record|recorded plan|operation note)\b|所载方案|手术记录写", re.I)


def no_identifier(reading: Reading) -> Check:
    """No message holds what looks like an identifier of a person."""
    item = reading.item
    texts = [m.content for m in item.messages] + [s.text for s in item.sections] + [o.text for o in item.options]
    found = sum(len(find_identifiers(text)) for text in texts)
    return check("no_identifier", not found, f"{found} stretches look like an identifier of a person")
