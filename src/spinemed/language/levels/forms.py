"""The written forms of one vertebra or root: where a name may start, and how one is read at a place.

A name is read *at* a position (`read_atom`); `anchors` yields the few positions where one may start, so that running text is
passed over at the speed of the regular expression engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spinemed.domain.levels import Region, Vertebra
from spinemed.domain.names import CARDINAL_WORDS, EPONYMS, NUMBER_OF_WORD, ORDINAL_WORDS, REGION_OF_LETTERS, REGION_OF_WORD
from spinemed.domain.roots import Root
from spinemed.errors import LevelError
from spinemed.language.levels.patterns import pattern


@dataclass(frozen=True, slots=True)
class Atom:
    """One level read from the text; `number` may lie outside the region until `level` is asked for.

    `form` is how it was written: letter (L4), word (lumbar 4), ordinal (fourth lumbar), name (atlas), han (腰4),
    bare (the 5 of "L4-5"), slip (the LA of "L3-LA").
    """

    start: int
    end: int
    region: Region
    number: int
    form: str

    @property
    def level(self) -> Vertebra | Root:
        """The vertebra, or root C8. Raises LevelError for an impossible one."""
        return _level(self.region, self.number)


# What a typist or scanner makes of a digit. Only read where the neighbour leaves no doubt (see `read_slip`).
SLIP_DIGITS = {"A": 4, "S": 5, "G": 6, "B": 8, "I": 1, "l": 1, "O": 0, "Z": 2, "i": 1}
_MISREAD = str.maketrans("ilo", "110")
_PLAIN = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full width forms
    **{chr(0x2080 + i): str(i) for i in range(10)},  # subscripts
    "　": " ",
    "\u00a0": " ",
}
_PLAIN_TABLE = str.maketrans({k: v for k, v in _PLAIN.items() if k not in "，；：（）！？～"})
_ODD = pattern("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0f\uff0d₀-₉　\u00a0]")


def plain(text: str) -> str:
    """The text with full-width letters and subscripts made plain; every offset stays as it was."""
    return text if text.isascii() or not _ODD.search(text) else text.translate(_PLAIN_TABLE)


_ROMAN = {chr(0x2160 + i): i + 1 for i in range(12)}  # Ⅰ to Ⅻ, one sign each
_HAN = "一二三四五六七八九十" + "".join(_ROMAN)
# Common slips of the pen, read only before a region and a bone.
_MISSPELT = {
    "frist": 1,
    "secound": 2,
    "thrid": 3,
    "forth": 4,
    "fouth": 4,
    "fith": 5,
    "sixt": 6,
    "eigth": 8,
    "nineth": 9,
    "twelth": 12,
}
_ORDINAL = rf"(?:{'|'.join((*ORDINAL_WORDS, *_MISSPELT))}|\d{{1,2}}(?:st|nd|rd|th))"
_REGION_EN = r"cervical|thoracic|dorsal|lumb[ae]r|sacral"
_BONES = r"vertebra[el]?|bod(?:y|ies)|segments?|levels?|spine|nos?\.?|number"

# The class at the head lets the engine skip to the next candidate letter at once.
_SHORT = pattern(
    r"[CTLSDctlsdO颈頸胸腰骶第寰环枢齿枕劲](?:"
    r"(?<=[CTLSD])[HhVv]{0,2}[ \-‐‑–]{0,2}\d"
    r"|(?<=[ctlsd])[hv]?-?\d"
    r"|(?<=[LSTC])[SIlAGB](?=\s?[-–/]\s?[LSTC]?[\dSIlA])|(?<=T)[lI][0-3]|(?<=[LS])l(?![A-Za-z0-9])"
    r"|(?<=O)cc?(?=\s?[-–]\s?C\d)|(?<=O)(?=[-–]C\d)"
    rf"|(?<=[颈頸胸腰骶])(?:椎?第?|\n)[\dlI{_HAN}]"
    r"|(?<=劲)\d[/-]\d"
    rf"|(?<=第)[\d{_HAN}]"
    r"|(?<=[寰环枢])椎|(?<=齿)状?突|(?<=枕)骨)"
)
# Long names are looked for by plain substring search, several times faster than any pattern; ordinals before them follow.
_WORDS = (
    "lumbar",
    "lumber",
    "cervical",
    "thoracic",
    "dorsal",
    "sacral",
    "atlas",
    "axis",
    "dens",
    "odontoid",
    "odontiod",
    "occiput",
    "prominens",
    "5-s1",
    "5/s1",
    "5–s1",
    "12-l1",
    "12/l1",
    "7-t1",
    "7/t1",
)
_ORDINALS_BEFORE = pattern(rf"(?<![\w-])(?:{_ORDINAL}(?:[\s,&()-]|\b(?:and|or|to|through|thru|the)\b)*)+$", re.I)
_PROMINENS_BEFORE = pattern(r"\bvertebra[el]? $", re.I)


def anchors(text: str) -> list[int]:
    """Positions where a name may start, in order."""
    found = [m.start() for m in _SHORT.finditer(text)]
    long = list(_long_anchors(text))
    return sorted([*found, *long]) if long else found


def _long_anchors(text: str) -> Iterator[int]:
    lower = text.lower()
    if len(lower) != len(text):
        # A capital such as İ grows when lowered: keep the offsets.
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for word in _WORDS:
        at = lower.find(word)
        while at >= 0:
            if word[0].isdigit():
                if at == 0 or lower[at - 1] not in "0123456789.,/-–abcdefghijklmnopqrstuvwxyz":
                    yield at
            elif at == 0 or not lower[at - 1].isascii() or not lower[at - 1].isalnum():
                yield _start_of_name(text, at, word)
            at = lower.find(word, at + len(word))


def _start_of_name(text: str, at: int, word: str) -> int:
    """Where the name begins whose long word stands at `at`: "third and fourth lumbar" at "third"."""
    window = text[max(0, at - 70) : at]
    before = (_PROMINENS_BEFORE if word == "prominens" else _ORDINALS_BEFORE).search(window)
    return at - len(window) + before.start() if before else at


_LETTER = pattern(
    r"(?P<let>[CTLSDctlsd])(?P<mid>[Hh]?[Vv]?)(?P<gap> ?[-‐‑–]? ?)(?P<num>1[lIO](?![A-Za-z])|\d{1,4}|"
    r"(?<=[Tt])[lI][0-3](?!\d)|(?<=[LS])l(?![A-Za-z\d]))"
)
# "Ll" and "Sl" are read as L1 and S1 only before what names a bone, a root or a pair.
_SURE = pattern(r"\s*(?:vertebra|bod|nerve|root|with|level|fract|compress|radicul|椎|神经|[-–/]\s?[LS]?\d)", re.I)
# Letters glued to the number end a name ("C5a", "T2w", "S2AI") unless a new word or name starts there.
_GLUED_WORD = pattern(
    r"(?:[A-Z][a-z]{3,}|vert|level|dis[ck]|and\b|to\b|thr|root|nerve|right|left|(?<=C\d)[CT]\d|(?<=[TD]\d)[TDL]\d|"
    r"(?<=T\d\d)[TL]\d|(?<=D\d\d)[DL]\d|(?<=L\d)[LS]\d|(?<=S\d)S\d)"
)
_WORD = pattern(
    rf"(?P<reg>{_REGION_EN})(?:[ -](?:{_BONES}))?\s?[- ]\s?(?:#\s?)?(?P<num>\d{{1,2}}(?![\d.]\d|[A-Za-z]|st|nd|rd|th)|"
    rf"(?:{'|'.join(CARDINAL_WORDS)})\b)",
    re.I,
)
_ORDINAL_ATOM = pattern(rf"(?P<num>{_ORDINAL})[\s-]+(?:\(?\d?\)?)?(?P<reg>{_REGION_EN})\b", re.I)
_NAME = pattern(
    r"(?P<name>atlas|axis|dens|odont(?:oi|io)d|occiput|vertebra[el]? prominens)\b|O(?:cc?)?(?=\s?[-–]\s?C\d)|(?P<zh>寰椎|"
    r"环椎|枢椎|齿状突|齿突|枕骨)",
    re.I,
)
# 腰一侧 (one side of the back), 颈三角 (triangle of the neck): the numeral belongs to the next character.
_NUMERAL_ENDS = r"(?![直侧周角面处边起样般带点旁肢月定下阵度次天日年个头级条根块])"
_HAN_NUMBER = rf"(?:1[0-3lI]|[lI][0-3](?!\d)|[lI](?![A-Za-z0-9])|\d|(?:十[一二三]?|[一二三四五六七八九]){_NUMERAL_ENDS}|[Ⅰ-Ⅻ])"
_HAN_ATOM = pattern(rf"(?P<reg>[颈頸胸腰骶]|劲(?=\d[/-]\d))(?:椎?第?|\n(?=\d\d?(?:椎|[/-]\d)))(?P<num>{_HAN_NUMBER})(?!\d)")
_HAN_ORDINAL = pattern(rf"第(?P<num>{_HAN_NUMBER})节?\n?(?P<reg>[颈頸胸腰骶])(?:椎|(?=神经))")
_BARE = pattern(r"(?P<num>\d{1,2})(?![\d]|[A-Za-z])")
_BARE_HAN = pattern(rf"第?(?P<num>{_HAN_NUMBER})(?!\d)")


def read_atom(text: str, pos: int, *, glued: bool = False) -> Atom | None:
    """The level whose name starts at `pos`, or None; `glued` allows a letter or digit right before ("T12L1")."""
    first = text[pos : pos + 1]
    if first in "CTLSDctlsd":
        return _read_letter(text, pos, glued=glued) or _read_word(text, pos)
    if first in "颈頸胸腰骶劲":
        return _read_han(text, pos)
    if first == "第":
        m = _HAN_ORDINAL.match(text, pos)
        return _atom(m, REGION_OF_WORD[m["reg"]], "han") if m else None
    return _read_word(text, pos) if first else None


def _atom(m: re.Match[str], region: Region, form: str) -> Atom:
    written = m["num"].lower().translate(_MISREAD) if form in ("letter", "han") else m["num"].lower()
    number = NUMBER_OF_WORD.get(written) or _MISSPELT.get(written) or _ROMAN.get(m["num"])
    return Atom(m.start(), m.end(), region, number if number is not None else int(re.sub(r"\D", "", written) or 0), form)


_CODE = pattern(r"(?:^|[^A-Za-z])(?![LSTC][SIlAGB]-)[A-Z]{2,}-$|(?<![A-Za-z\d])\d\d-$")


def _starts_word(text: str, pos: int) -> bool:
    """True where no letter, digit or code ("HLA-", "3.") stands glued before `pos`."""
    if pos == 0:
        return True
    before = text[pos - 1]
    if before.isascii() and (before.isalnum() or before == "_"):
        # "C4_C5" and "to_C4" are how a spreadsheet or figure joins words.
        return before == "_" and pos > 1
    return not (before == "-" and _CODE.search(text[max(0, pos - 6) : pos]))


def _read_letter(text: str, pos: int, *, glued: bool) -> Atom | None:
    m = _LETTER.match(text, pos)
    if not m or not (glued or _starts_word(text, pos)):
        return None
    letters = (m["let"] + m["mid"].lower().replace("v", "")).lower()
    if letters not in REGION_OF_LETTERS or (" " in m["gap"] and not m["let"].isupper()):
        return None
    after = text[m.end() : m.end() + 2]
    if after[:1] in ".%" and (after[:1] == "%" or after[1:].isdigit()):
        return None
    if m["num"] == "l" and not _SURE.match(text, m.end()):
        return None
    if after[:1].isascii() and after[:1].isalpha() and not _GLUED_WORD.match(text, m.end()):
        return None
    return _atom(m, REGION_OF_LETTERS[letters], "letter")


def _read_word(text: str, pos: int) -> Atom | None:
    if pos and text[pos - 1].isascii() and text[pos - 1].isalnum():
        return None
    if m := _NAME.match(text, pos):
        vertebra = EPONYMS[
            m["zh"]
            or (m["name"] or "occiput")
            .lower()
            .replace("vertebrae", "vertebra")
            .replace("vertebral", "vertebra")
            .replace("odontiod", "odontoid")
        ]
        return Atom(
            m.start(), m.end(), vertebra.region if vertebra is not Vertebra.C0 else Region.CERVICAL, vertebra.number, "name"
        )
    if m := _WORD.match(text, pos):
        return _atom(m, REGION_OF_WORD[m["reg"].lower().replace("lumber", "lumbar")], "word")
    if m := _ORDINAL_ATOM.match(text, pos):
        return _atom(m, REGION_OF_WORD[m["reg"].lower().replace("lumber", "lumbar")], "ordinal")
    return None


def _read_han(text: str, pos: int) -> Atom | None:
    m = _HAN_ATOM.match(text, pos)
    if not m or (text[m.end() : m.end() + 1] == "." and text[m.end() + 1 : m.end() + 2].isdigit()):
        return None
    return _atom(m, REGION_OF_WORD[m["reg"].replace("劲", "颈")], "han")


def read_bare(text: str, pos: int, region: Region, *, han: bool = False) -> Atom | None:
    """A number without its region at `pos`, as in "L4-5" or 腰四、五."""
    m = (_BARE_HAN if han else _BARE).match(text, pos)
    if not m or (
        text[m.end() : m.end() + 1] in (".", "%")
        and (text[m.end() : m.end() + 1] == "%" or text[m.end() + 1 : m.end() + 2].isdigit())
    ):
        return None
    atom = _atom(m, region, "bare")
    return Atom(m.start(), m.end(), region, atom.number, "bare")


# A lone S after a dash is the sacrum ("T10-S"), not a misread 5.
_SLIP = pattern(r"(?:(?P<let>[LSTC])(?P<num>[SIlAGBOZi])|(?P<bare>[IlAGBZi]))(?![A-Za-z0-9])")


def read_slip(text: str, pos: int, region: Region) -> Atom | None:
    """A level with a misread digit at `pos` ("LA" for L4, "Sl" for S1); the caller accepts it only beside its neighbour."""
    m = _SLIP.match(text, pos)
    if not m:
        return None
    own = REGION_OF_LETTERS[m["let"].lower()] if m["let"] else region
    return Atom(m.start(), m.end(), own, SLIP_DIGITS[m["num"] or m["bare"]], "slip")


def is_level(atom: Atom) -> bool:
    """False for the impossible ones: L9, T15, C9."""
    return _exists(atom.region, atom.number)


@cache
def _exists(region: Region, number: int) -> bool:
    try:
        _ = _level(region, number)
    except LevelError:
        return False
    return True


@cache
def _level(region: Region, number: int) -> Vertebra | Root:
    return Root.C8 if (region, number) == (Region.CERVICAL, 8) else Vertebra.of(region, number)
