"""One name of a level, read and written in English and Chinese.

`parse_name` reads a text that *is* a name ("L4/5", "fourth lumbar vertebra", "腰4/5椎间盘"); finding names inside running text,
with look-alikes and lists, is the work of `spinemed.language.levels`, which shares the word lists of this module.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeAlias

from spinemed.domain.levels import Range, Region, Segment, Variant, Vertebra
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Language
from spinemed.errors import LevelError

Anatomy: TypeAlias = Vertebra | Segment | Range | Root | Region
AnatomyKind: TypeAlias = Literal["vertebra", "segment", "range", "root", "region"]


def kind_of(anatomy: Anatomy) -> AnatomyKind:
    """What sort of place this is, in the word used by mentions, facts and codecs."""
    match anatomy:
        case Vertebra():
            return "vertebra"
        case Segment():
            return "segment"
        case Range():
            return "range"
        case Root():
            return "root"
        case Region():
            return "region"


def levels_of(anatomy: Anatomy) -> tuple[str, ...]:
    """Canonical names: ("L4",), ("L4-L5",), every vertebra of a range, a root, or the region's name."""
    if isinstance(anatomy, Range):
        return tuple(v.value for v in anatomy.vertebrae)
    return (anatomy.value,) if isinstance(anatomy, Region) else (str(anatomy),)


def from_levels(kind: AnatomyKind, levels: Sequence[str]) -> Anatomy:
    """The anatomy behind `kind_of` and `levels_of`.

    Raises:
        LevelError: names that are not canonical, or do not fit the kind.
    """
    try:
        match kind:
            case "vertebra":
                (name,) = levels
                return Vertebra(name)
            case "segment":
                upper, lower = levels[0].split("-")
                return Segment(Vertebra(upper), Vertebra(lower))
            case "range":
                found = Range(Vertebra(levels[0]), Vertebra(levels[-1]), frozenset(map(Vertebra, levels)))
                if levels_of(found) != tuple(levels):
                    raise LevelError(f"a range lists every vertebra from the top: got {len(levels)} levels")
                return found
            case "root":
                (name,) = levels
                return Root(name)
            case "region":
                (name,) = levels
                return Region(name)
    except (ValueError, IndexError) as error:
        if isinstance(error, LevelError):
            raise
        # The levels are not repeated: from a damaged record they may be anything, a patient's name too.
        raise LevelError(f"{len(levels)} levels are not canonical names of a {kind}: write them as levels_of does") from None


REGION_OF_LETTERS: Mapping[str, Region] = MappingProxyType(
    {
        "c": Region.CERVICAL,
        "t": Region.THORACIC,
        "th": Region.THORACIC,
        "d": Region.THORACIC,
        "l": Region.LUMBAR,
        "s": Region.SACRAL,
    }
)
REGION_OF_WORD: Mapping[str, Region] = MappingProxyType(
    {
        "cervical": Region.CERVICAL,
        "thoracic": Region.THORACIC,
        "dorsal": Region.THORACIC,
        "lumbar": Region.LUMBAR,
        "sacral": Region.SACRAL,
        "颈": Region.CERVICAL,
        "頸": Region.CERVICAL,
        "胸": Region.THORACIC,
        "腰": Region.LUMBAR,
        "骶": Region.SACRAL,
        "骶尾": Region.SACRAL,
    }
)
EPONYMS: Mapping[str, Vertebra] = MappingProxyType(
    {
        "atlas": Vertebra.C1,
        "axis": Vertebra.C2,
        "dens": Vertebra.C2,
        "odontoid": Vertebra.C2,
        "vertebra prominens": Vertebra.C7,
        "occiput": Vertebra.C0,
        "coccyx": Vertebra.CO,
        "co": Vertebra.CO,
        "寰椎": Vertebra.C1,
        "环椎": Vertebra.C1,
        "枢椎": Vertebra.C2,
        "齿状突": Vertebra.C2,
        "齿突": Vertebra.C2,
        "隆椎": Vertebra.C7,
        "枕骨": Vertebra.C0,
        "尾骨": Vertebra.CO,
    }
)
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
_CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
NUMBER_OF_WORD: Mapping[str, int] = MappingProxyType(
    {
        **{word: number for number, word in enumerate(_ORDINALS, 1)},
        **{word: number for number, word in enumerate(_CARDINALS, 1)},
        **{word: number for number, word in enumerate("一二三四五六七八九十", 1)},
        **{"两": 2, "十一": 11, "十二": 12, "十三": 13},
    }
)
ORDINAL_WORDS: tuple[str, ...] = tuple(_ORDINALS)
CARDINAL_WORDS: tuple[str, ...] = tuple(_CARDINALS)

_REGIONS_EN = "cervical|thoracic|dorsal|lumbar|sacral"
_NUMBER = r"\d{1,2}|十[一二三]?|[一二三四五六七八九]"
_ATOM = re.compile(
    rf"""(?:
      (?:(?P<letters>th|[ctdls])v?[\s-]?(?P<number>\d{{1,2}}))
    | (?:(?:第)(?P<zh_ordinal>{_NUMBER})(?P<zh_region1>[颈頸胸腰骶])椎?)
    | (?:(?P<zh_region2>[颈頸胸腰骶])椎?第?(?P<zh_number>{_NUMBER}))
    | (?:(?P<word1>{_REGIONS_EN})(?:\s(?:vertebra|segment))?\s(?P<word_number>\d{{1,2}}|{"|".join(_CARDINALS)}))
    | (?:(?P<ordinal>{"|".join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s(?P<word2>{_REGIONS_EN}))
    | (?P<eponym>{"|".join(map(re.escape, EPONYMS))})
    | (?P<bare>{_NUMBER})
    )""",
    re.VERBOSE,
)
_JOINER = re.compile(r"\s?(?P<to>to|through|thru|至|到)\s?|\s?[-/~]?\s?")
_HEAD = re.compile(
    r"\s?(?P<root>(?:spinal\s)?nerve(?:\sroots?)?|roots?|神经根?)?"
    r"(?:(?P<bone>vertebra|vertebral\sbody|body|intervertebral\sdisc|dis[ck]|椎体|椎间盘|椎间隙|椎)"
    r"|level|(?:motion\s)?segment|节段|间隙|水平)*$"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−～〜∼", "-"))


def parse_name(text: str) -> Anatomy:
    """Read one name of a vertebra, segment, range or root.

    Two neighbours joined by a dash, a slash or nothing are a segment; joined by a word (to, through, 至) or not neighbours they
    are a range. "C8" is a root; a name with "root", "nerve" or 神经根 is one.

    Raises:
        LevelError: not a name, or one no spine has, with the reason.

    >>> str(parse_name("L4/5")), str(parse_name("第四腰椎")), str(parse_name("T10 to L2"))
    ('L4-L5', 'L4', 'T10 to L2')
    """
    if any(unicodedata.decomposition(c).startswith(("<super>", "<circle>")) for c in text):
        raise LevelError("a raised or circled digit cannot be told from a footnote mark (T1² is not T12): write plain digits")
    name = unicodedata.normalize("NFKC", text).translate(_DASHES).strip().lower()
    first = _ATOM.match(name)
    if not first or first["bare"]:
        raise LevelError(f"not the name of a level (length {len(text)}): write it like L4, L4-L5, L3-S1 or 腰4/5")
    joiner = _JOINER.match(name, first.end())
    second = _ATOM.match(name, joiner.end()) if joiner else None
    head = _HEAD.match(name, (second or first).end())
    if head is None:
        raise LevelError(f"text follows the name of a level at character {(second or first).end()}: pass the name alone")
    if head["root"] or (second is None and not head["bone"] and _is_c8(first)):
        return _root(first, second)
    upper = _vertebra(first)
    if second is None or joiner is None:
        return upper
    found = _pair(upper, _vertebra(second, upper), worded=bool(joiner["to"]))
    if joiner[0].isspace() and isinstance(found, Range):
        raise LevelError("two levels with only a blank between: write L3-L5 for a range, or parse each by itself")
    return found


def _is_c8(atom: re.Match[str]) -> bool:
    """True for the name of root C8; a "cervical vertebra 8" or 第八颈椎 says bone and is refused as one."""
    bone = "vertebra" in atom[0] or "椎" in atom[0]
    return not atom["eponym"] and not bone and _region(atom) is Region.CERVICAL and _number(atom) == 8


def _root(first: re.Match[str], second: re.Match[str] | None) -> Root:
    if second is not None:
        raise LevelError("several roots: parse each root by itself")
    bone = EPONYMS.get(first["eponym"] or "")
    return Root.of(bone.region, bone.number) if bone else Root.of(_region(first), _number(first))


def _vertebra(atom: re.Match[str], upper: Vertebra | None = None) -> Vertebra:
    if atom["eponym"]:
        return EPONYMS[atom["eponym"]]
    number = _number(atom)
    if not atom["bare"] or upper is None:
        return Vertebra.of(_region(atom), number)
    # "L5-1" is how L5-S1 is dictated, "T12-1" T12-L1: a bare 1 after a region's last number opens the next region.
    if number == 1 and upper in _NEXT_REGION:
        return Vertebra.of(_NEXT_REGION[upper], number)
    return Vertebra.of(Region.CERVICAL if upper is Vertebra.C0 else upper.region, number)


_NEXT_REGION = {
    Vertebra.C7: Region.THORACIC,
    Vertebra.T12: Region.LUMBAR,
    Vertebra.T13: Region.LUMBAR,
    Vertebra.L5: Region.SACRAL,
    Vertebra.L6: Region.SACRAL,
}


def _pair(a: Vertebra, b: Vertebra, *, worded: bool) -> Segment | Range:
    if not worded:
        try:
            segment = Segment(min(a, b), max(a, b))
        except LevelError:
            pass
        else:
            # L4-S1 and T11-L1 are neighbours only in a spine with a bone less: written alone they are ranges.
            if segment.variants.isdisjoint(_MISSING_BONE):
                return segment
    return Range(min(a, b), max(a, b))


_MISSING_BONE = frozenset({Variant.ELEVEN_THORACIC, Variant.FOUR_LUMBAR})


def _region(atom: re.Match[str]) -> Region:
    if atom["letters"]:
        return REGION_OF_LETTERS[atom["letters"]]
    if atom["eponym"]:
        return EPONYMS[atom["eponym"]].region
    word = atom["zh_region1"] or atom["zh_region2"] or atom["word1"] or atom["word2"]
    if not word:
        raise LevelError("a bare number names no level: give its region")
    return REGION_OF_WORD[word]


def _number(atom: re.Match[str]) -> int:
    written = atom["number"] or atom["zh_ordinal"] or atom["zh_number"] or atom["word_number"] or atom["ordinal"] or atom["bare"]
    return read_number(written)


def read_number(written: str) -> int:
    """The value of "4", "4th", "fourth", "four" or "四".

    Raises:
        LevelError: not a number of this size.
    """
    digits = written.rstrip("stndrh")
    if digits.isdecimal():
        return int(digits)
    if written in NUMBER_OF_WORD:
        return NUMBER_OF_WORD[written]
    raise LevelError(f"not a number from one to thirteen: {len(written)} characters")


_ZH_REGION = {Region.CERVICAL: "颈", Region.THORACIC: "胸", Region.LUMBAR: "腰", Region.SACRAL: "骶"}
_ZH_REGION_WORD = {
    Region.OCCIPITAL: "枕骨",
    Region.CERVICAL: "颈椎",
    Region.THORACIC: "胸椎",
    Region.LUMBAR: "腰椎",
    Region.SACRAL: "骶椎",
    Region.COCCYGEAL: "尾椎",
    Region.CRANIOVERTEBRAL: "颅颈交界区",
    Region.CERVICOTHORACIC: "颈胸段",
    Region.THORACOLUMBAR: "胸腰段",
    Region.LUMBOSACRAL: "腰骶段",
    Region.UNSTATED: "未注明部位",
}


def format_name(anatomy: Anatomy, language: Language = Language.EN) -> str:
    """Write a level the way a report of that language does; `parse_name` reads it back, a region apart.

    What a short name does not say is lost: that L4-S1 or T11-L1 are neighbours here, that a T13 or L6 lies inside a range.

    >>> format_name(Segment(Vertebra.L5, Vertebra.S1), Language.ZH), format_name(Range(Vertebra.T11, Vertebra.L2), Language.ZH)
    ('腰5/骶1', '胸11至腰2')
    """
    if language is Language.EN:
        return f"{anatomy} root" if isinstance(anatomy, Root) else str(anatomy)
    match anatomy:
        case Region():
            return _ZH_REGION_WORD[anatomy]
        case Root():
            return f"{_ZH_REGION[anatomy.region]}{anatomy.value[1:]}神经根"
        case Segment(upper, lower) if upper.region is lower.region and upper.region in _ZH_REGION:
            return f"{_zh_vertebra(upper)}/{lower.number}"
        case Segment(upper, lower):
            return f"{_zh_vertebra(upper)}/{_zh_vertebra(lower)}"
        case Range(top, bottom):
            return f"{_zh_vertebra(top)}至{_zh_vertebra(bottom)}"
        case Vertebra():
            return _zh_vertebra(anatomy)


def _zh_vertebra(vertebra: Vertebra) -> str:
    letters = _ZH_REGION.get(vertebra.region)
    return f"{letters}{vertebra.number}" if letters else {Vertebra.C0: "枕骨", Vertebra.CO: "尾骨"}[vertebra]
