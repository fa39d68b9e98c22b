"""Promise: a level reads in every form that reports use, in English and Chinese; what is none is refused, never repeated."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spinemed.domain.levels import Range, Region, Segment, Variant, Vertebra
from spinemed.domain.names import Anatomy, format_name, from_levels, kind_of, levels_of, parse_name
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Language
from spinemed.errors import LevelError
from strategies import anatomies, ranges, regions, roots, segments, vertebrae

languages = st.sampled_from(Language)

# The written forms of the clinical conventions, with the level each means by them: written by hand, not computed.
VERTEBRAE = """
L4: L4 | l4 | L 4 | L-4 | LV4 | lv4 | Ｌ４ | L₄ | lumbar 4 | lumbar four | fourth lumbar | fourth lumbar vertebra | 4th lumbar
L4: Fourth Lumbar Vertebra | L4 vertebra | L4 vertebral body | L4 body | L4 level | lumbar vertebra 4
L4: 腰4 | 腰四 | 第四腰椎 | 第4腰椎 | 腰椎4 | 腰4椎体 | 腰四椎体 | 腰4水平 | L4椎体
T12: T12 | D12 | Th12 | TH 12 | T-12 | twelfth thoracic | twelfth dorsal | thoracic 12 | 12th thoracic | 胸12
T12: 胸十二 | 第十二胸椎
S1: S1 | first sacral | sacral 1 | sacral one | 骶1 | 骶一 | 第一骶椎
C2: C2 | axis | dens | odontoid | 颈2 | 頸2 | 枢椎 | 齿状突 | 齿突
C1: C1 | atlas | 寰椎 | 环椎 | 颈1
C7: C7 | vertebra prominens | 隆椎 | 颈7
C0: C0 | occiput | 枕骨
Co: Co | coccyx | 尾骨
T10: T10 | 胸10 | 胸十
T13: T13 | thirteenth thoracic | 胸13 | 胸十三
L6: L6 | sixth lumbar vertebra | 腰6 | 第六腰椎
"""
SEGMENTS = """
L4-L5: L4-L5 | L4-5 | L4/5 | L4L5 | L4 / 5 | L4 - L5 | L4 L5 | l4/l5 | LV4-LV5 | L4–L5 | L4—5 | L4－5 | L4～5 | L4~5 | Ｌ４／５
L4-L5: L4-L5 disc | L4/5 disk | L4-5 level | L4-5 segment | L4-L5 motion segment | L4-L5 intervertebral disc | lumbar 4/5
L4-L5: 腰4/5 | 腰4-5 | 腰4～5 | L4/5椎间盘 | 腰4/5椎间盘 | 腰椎4-5 | 腰四五 | 腰4-腰5 | 腰4/5间隙 | 腰4-5节段 | 腰4/5椎间隙
L5-S1: L5-S1 | L5/S1 | L5S1 | L5-1 | 腰5骶1 | 腰5/骶1 | 腰5-骶1椎间盘 | L5/S1椎间盘
T12-L1: T12-L1 | T12L1 | T12/L1 | T12-1 | Th12-L1 | D12/L1 | 胸12腰1 | 胸12/腰1
C7-T1: C7-T1 | C7/T1 | C7-1 | 颈7胸1
C5-C6: C5-6 | C5/6 | C5C6 | 颈5/6 | 頸5/6 | 颈5-6 | 颈椎5/6
C0-C1: C0-C1 | C0-1 | C0/1 | C0C1 | occiput-C1 | occiput-atlas | 枕骨/颈1
C1-C2: C1-C2 | C1/2 | C1-dens | 寰椎-枢椎
S1-S2: S1-S2 | S1/2 | 骶1/2
L5-L6: L5-L6 | L5/6
L6-S1: L6-S1 | L6-1
T12-T13: T12-T13 | T12/13
T13-L1: T13-L1 | T13-1
L4-L5: L5-L4 | L5-4 | L5/4 | 腰5/4
L1-L2: L2-1
"""
RANGES = """
L3 L4 L5 S1: L3-S1 | L3 through S1 | L3 thru S1 | L3 to S1 | L3～S1 | 腰3-骶1 | 腰3至骶1 | S1-L3 | L3/S1
C3 C4 C5 C6 C7: C3-7 | C3-C7 | C3/7 | C3 to 7 | 颈3-7 | 颈3至7
T10 T11 T12 L1 L2: T10 to L2 | T10-L2 | L2 to T10 | Th10 to L2 | 胸10至腰2
T11 T12 L1 L2: 胸11至腰2 | 胸11到腰2 | 胸十一至腰二 | 胸11～腰2
L4 L5: L4 to L5 | L4 through L5 | L4 to 5 | 腰4至5 | 腰4到腰5
L4 L5 S1: L4-S1 | 腰4/骶1
T11 T12 L1: T11-L1
L1 L2 L3 L4: L4-1 | L1-4
"""
ROOTS = """
C8: C8 | C8 root | C8 nerve root | C8 level | 颈8 | 颈8神经根 | eighth cervical nerve | 第八颈神经
L5: L5 root | L5 nerve root | L5 nerve | L5 spinal nerve root | L5 roots | 腰5神经根 | 腰5神经 | 第五腰神经根
S1: S1 root | S1 nerve root | 骶1神经根 | S1神经根
C1: atlas root
"""


def cases(table: str) -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(form.strip(), levels) for levels, forms in lines for form in forms.split("|")]


@pytest.mark.parametrize(("form", "levels"), cases(VERTEBRAE))
def test_written_forms_of_a_vertebra(form: str, levels: str):
    assert parse_name(form) is Vertebra(levels)


@pytest.mark.parametrize(("form", "levels"), cases(SEGMENTS))
def test_written_forms_of_a_segment(form: str, levels: str):
    found = parse_name(form)
    assert isinstance(found, Segment)
    assert str(found) == levels


@pytest.mark.parametrize(("form", "levels"), cases(RANGES))
def test_written_forms_of_a_range(form: str, levels: str):
    found = parse_name(form)
    assert isinstance(found, Range)
    assert levels_of(found) == tuple(levels.split())


@pytest.mark.parametrize(("form", "levels"), cases(ROOTS))
def test_written_forms_of_a_root(form: str, levels: str):
    assert parse_name(form) is Root(levels)


def test_neighbours_of_a_spine_with_a_bone_less_are_a_range_when_written_alone():
    for name in ("L4-S1", "T11-L1"):
        upper, lower = map(Vertebra, name.split("-"))
        assert Segment(upper, lower).variants <= {Variant.FOUR_LUMBAR, Variant.ELEVEN_THORACIC}
        assert parse_name(name) == Range(upper, lower)


# Any dash, any case, any width


@given(segments | ranges(), st.sampled_from("-‐‑‒–—−～〜∼/／~"), st.booleans(), st.booleans())
def test_the_sign_between_the_ends_does_not_matter(anatomy: Segment | Range, sign: str, spaced: bool, lowered: bool):
    ends = (anatomy.upper, anatomy.lower) if isinstance(anatomy, Segment) else (anatomy.top, anatomy.bottom)
    sign = f" {sign} " if spaced else sign
    text = f"{ends[0]}{sign}{ends[1]}"
    assert parse_name(text.lower() if lowered else text) == parse_name(f"{ends[0]}-{ends[1]}")


@given(anatomies.filter(lambda anatomy: not isinstance(anatomy, Region)), languages, st.sampled_from(["", " ", "\n", "　"]))
def test_letter_case_width_and_blanks_around_do_not_matter(anatomy: Anatomy, language: Language, blank: str):
    name = format_name(anatomy, language)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    for written in (name.upper(), name.lower(), wide, f"{blank}{name}{blank}"):
        assert parse_name(written) == parse_name(name)


# Writing and reading back


def _reads_back(anatomy: Anatomy) -> Anatomy:
    """What a name can say of an anatomy: not that L4-S1 or T11-L1 are neighbours here, nor which variant lies inside a range."""
    if isinstance(anatomy, Range):
        return Range(anatomy.top, anatomy.bottom)
    if isinstance(anatomy, Segment) and anatomy.variants & {Variant.FOUR_LUMBAR, Variant.ELEVEN_THORACIC}:
        return Range(anatomy.upper, anatomy.lower)
    return anatomy


@given(vertebrae | segments | ranges() | roots, languages)
def test_what_is_written_reads_back(anatomy: Anatomy, language: Language):
    assert parse_name(format_name(anatomy, language)) == _reads_back(anatomy)


@pytest.mark.parametrize("language", Language)
def test_every_vertebra_and_root_has_a_name_of_its_own(language: Language):
    names = [format_name(place, language) for place in (*Vertebra, *Root, *Region) if place is not Region.OCCIPITAL]
    assert len(set(names)) == len(names)


@given(regions, languages)
def test_a_region_is_written_but_is_no_level(region: Region, language: Language):
    name = format_name(region, language)
    assert name
    if region is not Region.OCCIPITAL or language is Language.EN:  # 枕骨 is bone and region
        with pytest.raises(LevelError, match="name of a level"):
            parse_name(name)


@pytest.mark.parametrize(
    ("anatomy", "en", "zh"),
    [
        (Vertebra.L4, "L4", "腰4"),
        (Vertebra.T12, "T12", "胸12"),
        (Vertebra.C0, "C0", "枕骨"),
        (Vertebra.CO, "Co", "尾骨"),
        (Segment(Vertebra.L4, Vertebra.L5), "L4-L5", "腰4/5"),
        (Segment(Vertebra.L5, Vertebra.S1), "L5-S1", "腰5/骶1"),
        (Segment(Vertebra.C7, Vertebra.T1), "C7-T1", "颈7/胸1"),
        (Segment(Vertebra.C0, Vertebra.C1), "C0-C1", "枕骨/颈1"),
        (Range(Vertebra.T11, Vertebra.L2), "T11 to L2", "胸11至腰2"),
        (Range(Vertebra.L4, Vertebra.L5), "L4 to L5", "腰4至腰5"),
        (Root.C8, "C8 root", "颈8神经根"),
        (Region.LUMBAR, "lumbar", "腰椎"),
    ],
)
def test_how_levels_are_written(anatomy: Anatomy, en: str, zh: str):
    assert (format_name(anatomy), format_name(anatomy, Language.ZH)) == (en, zh)


@given(anatomies)
@example(Range(Vertebra.L4, Vertebra.S1, frozenset({Vertebra.L6})))
@example(Segment(Vertebra.L4, Vertebra.S1))
def test_kind_and_levels_say_all_of_an_anatomy(anatomy: Anatomy):
    assert from_levels(kind_of(anatomy), levels_of(anatomy)) == anatomy


@pytest.mark.parametrize(
    ("anatomy", "kind", "levels"),
    [
        (Vertebra.L4, "vertebra", ("L4",)),
        (Segment(Vertebra.L4, Vertebra.L5), "segment", ("L4-L5",)),
        (Range(Vertebra.L3, Vertebra.L5), "range", ("L3", "L4", "L5")),
        (Root.C8, "root", ("C8",)),
        (Region.LUMBAR, "region", ("lumbar",)),
    ],
)
def test_kind_and_levels(anatomy: Anatomy, kind: str, levels: tuple[str, ...]):
    assert (kind_of(anatomy), levels_of(anatomy)) == (kind, levels)


@pytest.mark.parametrize(
    ("kind", "levels"),
    [
        ("vertebra", ["L9"]),
        ("vertebra", ["C8"]),
        ("vertebra", ["l4"]),
        ("vertebra", ["L4", "L5"]),
        ("vertebra", []),
        ("segment", ["L5-L4"]),
        ("segment", ["L3-S1"]),
        ("segment", ["L4"]),
        ("segment", []),
        ("range", ["L3", "L5"]),
        ("range", ["L5", "L4", "L3"]),
        ("range", ["L4"]),
        ("range", []),
        ("root", ["L6"]),
        ("root", ["L5 root"]),
        ("region", ["back"]),
    ],
)
def test_levels_that_are_not_canonical_are_refused(kind: str, levels: list[str]):
    with pytest.raises(LevelError):
        from_levels(kind, levels)  # type: ignore[arg-type]


# What is no level


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("L9", "the lumbar spine has no vertebra 9"),
        ("L45", "the lumbar spine has no vertebra 45"),  # a disc only in a text that speaks of discs
        ("L0", "no vertebra 0"),
        ("T15", "the thoracic spine has no vertebra 15"),
        ("C9", "the cervical spine has no vertebra 9"),
        ("腰9", "the lumbar spine has no vertebra 9"),
        ("第九颈椎", "the cervical spine has no vertebra 9"),
        ("S6", "the sacral spine has no vertebra 6"),
        ("C8 vertebra", "C8 is a nerve root, not a vertebra"),
        ("C8 vertebral body", "C8 is a nerve root, not a vertebra"),
        ("C8 disc", "C8 is a nerve root, not a vertebra"),
        ("eighth cervical vertebra", "C8 is a nerve root, not a vertebra"),
        ("第八颈椎", "C8 is a nerve root, not a vertebra"),
        ("颈8椎体", "C8 is a nerve root, not a vertebra"),
        ("C8-T1", "C8 is a nerve root, not a vertebra"),
        ("C7-C8", "C8 is a nerve root, not a vertebra"),
        ("C9 root", "no nerve root 9 leaves the cervical spine"),
        ("L6 root", "no nerve root 6 leaves the lumbar spine"),
        ("coccyx root", "no nerve root"),
        ("occiput nerve", "no nerve root"),
        ("L4-L5 roots", "several roots: parse each root by itself"),
        ("L4-L4", "the bottom must lie below the top"),
        ("T1²", "a raised or circled digit cannot be told from a footnote mark"),
        ("L①", "a raised or circled digit"),
        ("", "not the name of a level"),
        ("4/5", "not the name of a level"),
        ("lumbar spine", "not the name of a level"),
        ("腰椎", "not the name of a level"),
        ("spine", "not the name of a level"),
        ("STIR/T2", "not the name of a level"),
        ("T1 signal", "text follows the name"),
        ("T2 hyperintense", "text follows the name"),
        ("T1WI", "text follows the name"),
        ("T2*", "text follows the name"),
        ("T1N0M0", "text follows the name"),
        ("S2AI", "text follows the name"),
        ("L3-4, L4-5 and L5-S1", "text follows the name"),
        ("L3, 4 and 5", "text follows the name"),
        ("L4 and L5", "text follows the name"),
        ("L3/4、4/5", "text follows the name"),
        ("L3、L5", "text follows the name"),  # a list of two, not L4 too
        ("L3 L5", "two levels with only a blank between"),
        ("L5 radiculopathy", "text follows the name"),
        ("L3-L5 fusion", "text follows the name"),
    ],
)
def test_what_is_no_name_of_a_level_is_refused_with_the_reason(name: str, reason: str):
    with pytest.raises(LevelError, match=reason):
        parse_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "Zhu Wenqi, MRN 7734",
        "L4 Zhu Wenqi, MRN 7734",
        "L4-L5 Zhu Wenqi, MRN 7734",
        "Zhu Wenqi L4",
        "朱文琦",
        "腰4/5朱文琦",
        "朱文琦腰4",
        "C8 Zhu Wenqi",
        "L9 Zhu Wenqi",
        "fourth lumbar Zhu",
        "L4 root Zhu",
    ],
)
def test_a_refusal_never_repeats_the_text(text: str):
    with pytest.raises(LevelError) as refused:
        parse_name(text)
    message = str(refused.value)
    assert not any(word in message for word in ("Zhu", "zhu", "Wenqi", "MRN", "7734", "朱", "文琦"))
    assert refused.value.__cause__ is None


@pytest.mark.parametrize("kind", ["vertebra", "segment", "range", "root", "region"])
@pytest.mark.parametrize("levels", [["Zhu Wenqi"], ["Zhu-Wenqi"], ["L4", "Zhu Wenqi"], ["Zhu-Wenqi-7734"]])
def test_a_refusal_never_repeats_the_levels(kind: str, levels: list[str]):
    with pytest.raises(LevelError) as refused:
        from_levels(kind, levels)  # type: ignore[arg-type]
    assert "Zhu" not in str(refused.value)
    assert refused.value.__suppress_context__


_NAMELIKE = st.lists(
    st.sampled_from(
        [*"LTCSDcov 0123456789-/～、腰颈胸骶第椎", "10", "12", "to", "至", " root", "神经根", " disc", "first ", "lumbar", "axis"]
    ),
    max_size=8,
).map("".join)


@given(_NAMELIKE | st.text(max_size=20))
@example("ſ1")
@example("十")
@example("L٤-5")
def test_any_text_is_a_level_or_is_refused(text: str):
    try:
        found = parse_name(text)
    except LevelError:
        return
    assert kind_of(found) in ("vertebra", "segment", "range", "root")
    # What was read is a level of the human spine that can be written and stored.
    assert from_levels(kind_of(found), levels_of(found)) == found
    assert parse_name(format_name(found)) == found
