"""Level-aware deduplication against MinHash of the text alone, on invented notes.

    python benchmarks/duplicates.py [--cases 20000] [--repeats 2000]

Each case is a note from one of a few templates that differs from every other in at least one level, side, number, grade,
certainty or finding: none repeats another, so every item left out is a false merge. Then some cases come again, spoilt in layout
or by misread letters: each of them is a duplicate to be found. The peer in the same run is `RMinHashDeduplicator` of rensa with
the same 5-grams, number of permutations, bands and threshold, on the text without the fingerprint.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Callable, Sequence

from rensa import RMinHash, RMinHashDeduplicator

from spinemed.dataset.duplicates import THRESHOLD, item_text
from spinemed.dataset.minhash import BANDS, ROWS, SHINGLE
from spinemed.dataset.plan import plan
from spinemed.dataset.split import USUAL
from spinemed.domain.assertion import Numbering
from spinemed.domain.levels import STANDARD_ROW
from spinemed.domain.records import Candidate, Item, Message, Source, TextSpan
from spinemed.domain.taxonomy import Axis, Language, Modality, Task

TEMPLATES = (
    "MRI of the spine in a {age}-year-old {sex} with pain for {weeks} weeks. At {level} there is {certainty} {finding} on the "
    "{side}, measuring {size} mm, with Pfirrmann grade {grade} degeneration of the disc. The remaining levels are unremarkable.",
    "Clinical history: {sex}, {age} years, {weeks} weeks of complaints. The sagittal sequences show {certainty} {finding} at "
    "{level}, {side}-sided, of about {size} mm. The disc is graded {grade} after Pfirrmann. No other abnormality is seen.",
)
TEMPLATE_ZH = (
    "{sex}，{age}岁，症状{weeks}周。脊柱MRI矢状位及轴位：{level}{certainty}{finding}，偏{side}，约{size}毫米，"
    "该椎间盘Pfirrmann {grade}级。余节段未见明显异常，椎旁软组织信号正常，请结合临床。"
)
WORDS = {
    Language.EN: {
        "sex": ("man", "woman"),
        "certainty": ("a definite", "no", "a possible"),
        "finding": ("protrusion", "extrusion", "bulge", "sequestration", "foraminal stenosis"),
        "side": ("left", "right"),
    },
    Language.ZH: {
        "sex": ("男", "女"),
        "certainty": ("可见", "未见", "疑似"),
        "finding": ("椎间盘突出", "椎间盘脱出", "椎间盘膨出", "椎间盘游离", "椎间孔狭窄"),
        "side": ("左", "右"),
    },
}


def cases(number: int, dice: random.Random) -> list[str]:
    """Notes no two of which say the same; half of them differ from the one before in one value only."""
    seen: set[tuple[object, ...]] = set()
    notes: list[str] = []
    values: dict[str, object] = {}
    for at in itertools.count():
        if len(notes) == number:
            return notes
        language = Language.ZH if at // 2 % 4 == 3 else Language.EN
        if at % 2 == 0:
            values = {name: draw(language, name, dice) for name in (*WORDS[language], "age", "weeks", "level", "size", "grade")}
        else:
            name = dice.choice(list(values))
            values = {**values, name: draw(language, name, dice)}
        template = TEMPLATE_ZH if language is Language.ZH else TEMPLATES[at // 2 % 2]
        note = template.format(**values)
        if (language, *values.values()) not in seen:
            seen.add((language, *values.values()))
            notes.append(note)


def draw(language: Language, name: str, dice: random.Random) -> object:
    if name in WORDS[language]:
        return dice.choice(WORDS[language][name])
    choices: dict[str, Sequence[object]] = {
        "age": range(20, 90),
        "weeks": range(1, 30),
        "level": [str(disc) for disc in STANDARD_ROW.discs],
        "size": range(2, 12),
        "grade": ("I", "II", "III", "IV", "V"),
    }
    return dice.choice(choices[name])


def laid_out(note: str, dice: random.Random) -> str:
    """Other blanks, punctuation and capitals."""
    note = note.replace(", ", dice.choice([" , ", ",  ", ",\n"])).replace("，", dice.choice([",", "， ", "，\n"]))
    return note.replace(". ", dice.choice([".\n", ".  "])).replace("。", dice.choice([". ", "。\n"]))


def misread(note: str, dice: random.Random) -> str:
    """One letter in fifty misread, in any word of more than three letters that is no clinical one, as scanners do."""
    pairs = {"l": "1", "m": "rn", "o": "c", "e": "c", "h": "b", "n": "ri", "a": "o", "u": "ii"}
    words = []
    for word in note.split(" "):
        plain = word.strip(".,:").lower()
        if plain in ("remaining", "levels", "sequences", "complaints", "measuring", "other", "about", "there", "show"):
            word = "".join(pairs.get(c, c) if dice.random() < 0.1 and pairs.get(c, "1").isalpha() else c for c in word)
        words.append(word)
    return " ".join(words)


def candidate(note: str, at: int) -> Candidate:
    """An open question about the note; it has no facts, so that the text alone tells it from others."""
    language = Language.ZH if "\u4e00" <= note[0] <= "\u9fff" else Language.EN
    source = Source(id=f"sha256:{at}", kind="note", title="Invented", licence="CC0-1.0", origin=f"note {at}")
    ask, said = ("What does the note report?", "As written.") if language is Language.EN else ("该病历报告了什么？", "如文所述。")
    item = Item(
        task=Task.OPEN_QA,
        language=language,
        modality=Modality.TEXT,
        axes=(Axis.PATHOLOGY_ASSESSMENT,),
        numbering=Numbering.AS_WRITTEN,
        messages=(Message(role="user", content=f"{note}\n\n{ask}"), Message(role="assistant", content=said)),
        context=(TextSpan(source=source.id, start=0, end=len(note), quote=note),),
        sources=(source,),
    )
    return Candidate(item=item, traces=())


def ours(items: Sequence[Candidate]) -> set[int]:
    """Places left out by the dataset stage, with all it does beside (reading facts, groups, splits)."""
    return set(plan(lambda: items, USUAL, 0).duplicate_of)


def peer(items: Sequence[Candidate]) -> set[int]:
    """Places left out by rensa's own deduplicator on the text."""
    found = RMinHashDeduplicator(threshold=THRESHOLD, num_perm=BANDS * ROWS, use_lsh=True, num_bands=BANDS)
    left: set[int] = set()
    for at, one in enumerate(items):
        text = item_text(one.item)
        sketch = RMinHash(num_perm=BANDS * ROWS, seed=42)
        sketch.update(sorted({text[n : n + SHINGLE] for n in range(len(text) - SHINGLE + 1)}))
        if not found.add(str(at), sketch):
            left.add(at)
    return left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--repeats", type=int, default=2_000)
    arguments = parser.parse_args()
    dice = random.Random(1)
    notes = cases(arguments.cases, dice)
    again = {name: [spoil(dice.choice(notes), dice) for _ in range(arguments.repeats)] for name, spoil in SPOILT.items()}
    items = [candidate(note, at) for at, note in enumerate([*notes, *again["layout"], *again["misread letters"]])]
    print(f"{'':<38}{'left out of':>14}{'':>10}{'found of':>12}{'found of':>16}{'':>10}")
    heads = f"{len(notes)} distinct", "share", f"{arguments.repeats} layout", f"{arguments.repeats} misread", "items/s"
    print(f"{'':<38}{heads[0]:>14}{heads[1]:>10}{heads[2]:>12}{heads[3]:>16}{heads[4]:>10}")
    for name, work in (("fingerprint in the bucket (SpineMed)", ours), ("text alone (rensa RMinHashDeduplicator)", peer)):
        started = time.process_time()
        left = work(items)
        seconds = time.process_time() - started
        wrong = sum(at < len(notes) for at in left)
        layout = sum(len(notes) <= at < len(notes) + arguments.repeats for at in left)
        letters = len(left) - wrong - layout
        print(f"{name:<38}{wrong:>14}{wrong / len(notes):>10.4f}{layout:>12}{letters:>16}{len(items) / seconds:>10.0f}")


SPOILT: dict[str, Callable[[str, random.Random], str]] = {"layout": laid_out, "misread letters": misread}

if __name__ == "__main__":
    main()
