"""How a sentence states a finding: present, denied, doubtful, of the past, of a relative, or not at all."""

from __future__ import annotations

import re

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.language.facts.context import Context
from spinemed.language.facts.rules import Cues
from spinemed.language.facts.stretches import COMMA, Joints

_LASTING = frozenset(
    {
        Finding.ANKYLOSING_SPONDYLITIS,
        Finding.SCOLIOSIS,
        Finding.SPINA_BIFIDA,
        Finding.DISH,
        Finding.KLIPPEL_FEIL,
        Finding.OPLL,
        Finding.OLF,
        Finding.SPONDYLOLYSIS,
        Finding.HEMIVERTEBRA,
        Finding.CHIARI,
        Finding.LSTV,
        Finding.VERTEBRAL_METASTASIS,
        Finding.KYPHOSIS,
        Finding.DISC_DEGENERATION,
        Finding.CORD_INJURY,
    }
)


# Where a list of what is denied turns to what is not.
_LIST_TURNS = re.compile(
    r"\b(?:present|positive|found|seen|confirmed|affirmed)\b[^.;:,]{0,12}:|\bbut\b|\bhowever\b"
    r"|阳性|可见|(?<!不)存在[^。;,]{0,4}:|但",
    re.I,
)


# "Not present on the prior: ...", "Not seen before: ..." tell of what is new.
_EARLIER = re.compile(r"\b(?:prior|previous(?:ly)?|before|earlier|formerly|outside)\b|此前|既往|前次|上次|前片|原片|外院", re.I)


# "Probable irritation of the root, without cord compression", "可疑骨折，无脱位": what is denied is not doubted.
_DOUBT_ENDS = re.compile(r"\bwithout\b|(?<!\bor\s)\bno\b|未见|(?<!有)无(?!力|移位|症状)")


# "Myelopathy?" doubts, "Which level shows myelopathy?" asks.
_QUESTION = re.compile(
    r"哪|什么|是否|吗|何|几|多少|^\W*(?:is|are|was|were|do|does|did|can|could|has|have|how|why|where|who|which|what|when)\b", re.I
)
# "Not consistent with X": the "with" begins nothing new.
_AGREES = re.compile(r"\b(?:consistent|compatible|in\s+keeping|suggestive)\s+(?:with|of)\b", re.I)
_PAST_HEAD = re.compile(
    r"\W*(?:previous(?:ly)?|past(?:\s+\w+)?\s+history|(?:recorded|stated|described|noted)\s+(?:for|of|in)\s+the\s+past)\s*:", re.I
)
_PRIOR = re.compile(r"\bprior\s+(?:\w+\s+)?$", re.I)
_JUST_WAS = re.compile(
    r"^(?!.*\b(?:from|versus|earlier|prior|had|preop\w*)\b).*\bwas\s+(?:about|approximately|measured\s+(?:as|at))?\s*$", re.I
)
_NOW_AT = re.compile(r"\bwas\s+(?:reduced|corrected|restored|improved|increased)\s+to\s*$", re.I)
_NO_CUE = re.compile(r"\bno\s+(?:\w+\s+)?$|无(?:[^,;。]{0,4})?$", re.I)


class Polarity:
    """The cues of one sentence."""

    def __init__(self, text: str, cues: Cues, joints: Joints, context: Context) -> None:
        self.text, self.cues, self.joints, self.context = text, cues, joints, context
        self._not = [(m.start(), m.end()) for m in cues.not_a_denial.finditer(text)]
        self._denials = [(m.start(), m.end()) for m in cues.denied_before.finditer(text) if not self._neutral(m.start(), m.end())]
        self._heads = [
            (m.start(), m.end())
            for m in cues.denied_head.finditer(text)
            if not _EARLIER.search(text, max(0, m.start() - 24), m.end())
        ]
        self._before_event = [m.end() for m in cues.before_event.finditer(text)]
        self._family = [(m.start(), m.end()) for m in cues.family.finditer(text)]
        self._void = [m.start() for m in cues.void_after.finditer(text)]
        self._teaching = context.teaching or context.generic or cues.void_sentence.search(text) is not None
        if self._teaching and not context.patient:
            context.generic = True
        self._warning = (
            re.search(
                r"\b(?:needs?\s+(?:(?:emergency|urgent|immediate|prompt|early)\s+)?(?:review|assessment|attention)|(?:return"
                r"|safety)[\s-]+(?:precautions|net\w*)|seek\s+(?:urgent|medical|immediate))\b|立即(?:就诊|急诊|返院)|需(?:立即)?急诊",
                text,
                re.I,
            )
            is not None
        )
        self._cue: tuple[int, int] | None = None

    def _neutral(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b for a, b in self._not)

    def widen(self, start: int, end: int) -> tuple[int, int]:
        """The span of the last fact read with the cue that decided it."""
        if self._cue and self._cue[0] - 60 < start:
            start, end = min(start, self._cue[0]), max(end, self._cue[1])
        return start, min(end, len(self.text))

    def of(self, start: int, end: int, inherent: Certainty | None, *, value: bool, finding: Finding | None) -> Certainty | None:
        """The certainty of what stands at `start` to `end`; None where nothing is stated."""
        self._cue = None
        if self._states_nothing(start, end) or (self._of_another_time(start) and finding and FINDINGS[finding].sign):
            return None
        if any(s < start and self._reaches_family(e, start) for s, e in self._family):
            if finding is None or FINDINGS[finding].sign or self._denied(start, end):
                return None
            return Certainty.FAMILY
        if self._past(start, end, value=value, finding=finding):
            return Certainty.HISTORICAL
        unsure = self._unsure(start, end)
        if inherent is not None:
            return Certainty.UNCERTAIN if unsure and inherent is Certainty.PRESENT else inherent
        if value and finding is None:
            return Certainty.PRESENT
        if unsure:
            return Certainty.UNCERTAIN
        if self._denied(start, end):
            doubt = re.search(r"\bbut\b[^.]{0,60}?\bcannot\s+be\s+excluded", self.text[end:])
            return Certainty.UNCERTAIN if doubt else Certainty.ABSENT
        return Certainty.PRESENT

    def _states_nothing(self, start: int, end: int) -> bool:
        if self.context.asked:
            return False
        if self._teaching:
            return True
        if self.cues.void_before.match(self.text[end:]) or self._warning:
            return True
        return any(pos <= start and self._void_reaches(pos, start) for pos in self._void)

    def _of_another_time(self, start: int) -> bool:
        """True for how the patient was before the injury or illness: "before the fall normal walking"."""
        return any(end <= start and re.search(r"[;。]", self.text[end:start]) is None for end in self._before_event)

    def _void_reaches(self, cue: int, start: int) -> bool:
        # "There is no indication for surgery: sphincters are normal" tells why there is none.
        ends = (
            r"[;。:]|\bbut\b(?!\s+(?:are\s+|is\s+)?not\s+limited)"
            if _NO_CUE.search(self.text, max(0, cue - 12), cue)
            else r"[;。]|\bbut\b(?!\s+(?:are\s+|is\s+)?not\s+limited)"
        )
        return re.search(ends, self.text[cue:start]) is None

    def _reaches_family(self, cue: int, start: int) -> bool:
        return (
            re.search(r"[;。]|\b(?:patient|he himself|she herself|own|himself|herself)\b|患者|本人|自己", self.text[cue:start])
            is None
        )

    def _past(self, start: int, end: int, *, value: bool, finding: Finding | None) -> bool:
        if finding is not None and (FINDINGS[finding].sign or finding in _LASTING) and not value:
            return False
        low, high = self.joints.clause(start, COMMA)
        before, after = self.text[low:start], self.text[end:high]
        if re.match(r"[^.;]{0,30}?\b(?:resolved|disappeared|healed\s+completely)\b", after):
            return False
        if re.search(r"既往(?!发现)(?!.*(?:现|本次|目前|此次))", self.text[:start]) and not re.search(
            r"本次|复查|同前", self.text[end:]
        ):
            return True
        if _PAST_HEAD.match(self.text, 0, start) or (not value and _PRIOR.search(before)):
            return True
        if value and _NOW_AT.search(before):
            return False
        if self.cues.past_before.search(before) and not (self.cues.still.search(self.text[low : min(len(self.text), high + 60)])):
            words = self.cues.past_before.findall(before)
            weak = all(
                w.lower()
                in (
                    "was",
                    "from",
                    "versus",
                    "earlier",
                    "prior",
                    "told",
                    "preoperative",
                    "preoperatively",
                    "had a",
                    "had an",
                    "had been",
                )
                for w in words
                if isinstance(w, str)
            )
            if (value and not _JUST_WAS.search(before)) or not weak or "told" in before:
                return True
        if value and finding is None and re.search(r"\bprevious\s+(?:[\w'/-]+\s+){0,10}$", before, re.I):
            return True
        if value and self._measured_before(start, high):
            return True
        return self.cues.past_after.match(after) is not None and not self.cues.still.search(after)

    def _measured_before(self, start: int, high: int) -> bool:
        """True for a value of some time ago: "6 months ago 32°"."""
        bracket = self.joints.bracket(start)
        wide, _ = self.joints.clause(bracket[0] if bracket else start)
        ago = re.search(
            r"\b(?:years?|months?|weeks?)\s+(?:ago|earlier|before)\b|年前|月前", _without_brackets(self.text[wide:start])
        )
        return ago is not None and not self.cues.still.search(self.text[wide:high])

    def _unsure(self, start: int, end: int) -> bool:
        low, high = self.joints.clause(start)
        after = self.text[end:high]
        if re.search(r"可疑|疑似|似(?!乎)|\bperhaps\b", self.text[start:end]):
            return True
        m = self.cues.unsure_after.match(after)
        if m and not (_QUESTION.search(self.text) and "?" in m[0]):
            self._cue = (start, end + m.end())
            return True
        for m in self.cues.unsure_before.finditer(self.text, low, start):
            gap = self.text[m.end() : start]
            if self._in_denial(m.start()) or len(gap) > 90 or ":" in gap or _DOUBT_ENDS.search(gap):
                continue
            if (
                self.joints.between(m.end(), start) >= COMMA
                and not m[0].lower().startswith("differential")
                and "," in gap
                and " or " not in gap + after[:20]
                and " and " not in gap
            ):
                continue
            self._cue = (m.start(), end)
            return True
        return False

    def _in_denial(self, pos: int) -> bool:
        """True for a doubt word that belongs to a denial: "nothing to suggest", "no evidence to suggest"."""
        return (
            any(a <= pos < b for a, b in self._denials)
            or re.search(r"\b(?:no|not|nothing|without)\s+(?:\w+\s+){0,4}$", self.text[max(0, pos - 40) : pos], re.I) is not None
        )

    def _denied(self, start: int, end: int) -> bool:
        text = self.text
        if any(a >= start and b <= end for a, b in self._denials) or self._under_head(start):
            return True
        low, high = self.joints.clause(start)
        for a, b in reversed(self._denials):
            listed = low > a and self._lists_on(b, start)
            if (low <= a or listed) and b <= start and self._in_reach(b, start, high):
                self._cue = (a, end)
                return True
        m = self.cues.denied_after.match(text[end:high])
        if m:
            self._cue = (start, end + m.end())
            return True
        return False

    def _under_head(self, start: int) -> bool:
        """True in a list whose head denies what it lists: "Ruled out are: A; B", "Absent: A, B"."""
        for a, b in self._heads:
            if b <= start and not _LIST_TURNS.search(self.text, b, start):
                self._cue = (a, b)
                return True
        return False

    def _lists_on(self, cue_end: int, start: int) -> bool:
        """True where a verb of denial rules a list that goes on over semicolons: "excludes A; B; and C"."""
        text = self.text
        if not self.cues.denied_list.search(text, max(0, cue_end - 16), cue_end):
            return False
        _, high = self.joints.clause(start)
        stated = self.cues.ends_denial.search(text, start, high)  # "...; L4-5 herniation is seen; and ..." is a statement
        return stated is None and self.cues.listed_on.search(text, cue_end) is not None

    def _in_reach(self, cue_end: int, start: int, high: int) -> bool:
        gap = _AGREES.sub("", _without_brackets(self.text[cue_end:start]))
        if ":" in gap or self.cues.ends_denial.search(gap):
            return False
        listed = self.cues.denied_list.search(self.text, max(0, cue_end - 16), min(len(self.text), cue_end + 14)) is not None
        if re.search(r"\b(?:with|without)\b", gap) and not listed:
            return False
        joined = re.search(r",|\band\b|\n", gap)
        if joined and any(cue_end + joined.start() <= pos <= start for pos in self._severities()):
            return False
        if "," in gap and not listed:
            tail = self.text[start:high]
            return re.search(r"\b(?:or|nor)\b", gap + tail) is not None and not re.search(r"\d", gap)
        return True

    def _severities(self) -> list[int]:
        return [m.start() for m in re.finditer(r"\b(?:mild|moderate|severe|small|large|marked|minor|slight)(?:ly)?\b", self.text)]


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)
