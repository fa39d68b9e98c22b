"""Promises: what a sentence states is found with its polarity, place, side and grade, and what it does not state is not."""

from __future__ import annotations

import pytest

from spinemed.language.facts import find_facts
from telling import told

STATED = {
    "No stenosis at L3-L4; at L4-L5 moderate canal stenosis with left foraminal narrowing": [
        "canal_stenosis L3-L4 absent",
        "canal_stenosis severity moderate L4-L5",
        "foraminal_stenosis L4-L5 left",
    ],
    "At which level is severe canal stenosis described?": ["canal_stenosis severity severe"],
    "Left foraminal stenosis at L4-L5": ["foraminal_stenosis L4-L5 left"],
    "C5-6: severe left and mild right neural foraminal narrowing.": [
        "foraminal_stenosis severity severe C5-C6 left",
        "foraminal_stenosis severity mild C5-C6 right",
    ],
    "There is no disc herniation, spinal canal stenosis or foraminal narrowing at L1-L2.": [
        "disc_herniation L1-L2 absent",
        "canal_stenosis L1-L2 absent",
        "foraminal_stenosis L1-L2 absent",
    ],
    "Bulges at L3-4 and L4-5.": ["disc_bulge L3-L4", "disc_bulge L4-L5"],
    "Compression of the left C6 nerve root.": ["nerve_root_compression C6 left"],
    "3 mm retrolisthesis of L2 on L3": ["slip 3 mm L2-L3", "retrolisthesis L2-L3"],
    "L4-5: Schizas C (previously B).": ["canal_stenosis Schizas C L4-L5", "canal_stenosis Schizas B L4-L5 historical"],
    "Disc protrusion at L5-S1 cannot be excluded.": ["disc_protrusion L5-S1 uncertain"],
    "Her mother has scoliosis.": ["scoliosis family"],
    "Old fracture of T12 seven years ago, healed.": ["vertebral_fracture T12 historical"],
    "He denies saddle numbness, urinary retention or incontinence.": [
        "saddle_anaesthesia absent",
        "urinary_retention absent",
        "new_incontinence absent",
    ],
    "MRI of the cervical spine. No fracture.": ["vertebral_fracture cervical absent"],
    "Foramina patent, cord signal normal.": ["foraminal_stenosis absent", "cord_signal_change absent"],
    "Kang 0 at C3-C4.": ["canal_stenosis Kang 0 C3-C4 absent"],
    "Right paracentral disc extrusion at L4-5.": ["disc_extrusion L4-L5 right paracentral"],
    "腰4/5椎间盘突出，硬膜囊受压，双侧侧隐窝狭窄。": [
        "disc_herniation L4-L5",
        "thecal_sac_compression L4-L5",
        "subarticular_stenosis L4-L5 bilateral",
    ],
    "未见椎管狭窄、椎间孔狭窄及脊髓受压。": ["canal_stenosis absent", "foraminal_stenosis absent", "cord_compression absent"],
    "C5/6左侧椎间孔中度狭窄，右侧通畅。": [
        "foraminal_stenosis severity moderate C5-C6 left",
        "foraminal_stenosis C5-C6 right absent",
    ],
    "考虑L2-3椎间隙感染。": ["spondylodiscitis L2-L3 uncertain"],
    "父亲有强直性脊柱炎。": ["ankylosing_spondylitis family"],
    "L1椎体爆裂骨折（AO A3、N0）": ["burst_fracture AO Spine A3 L1", "burst_fracture AO Spine neurology N0 L1"],
    "哪个节段存在重度椎管狭窄？": ["canal_stenosis severity severe"],
}


@pytest.mark.parametrize("text", STATED)
def test_a_sentence_states(text: str) -> None:
    assert [told(fact) for fact in find_facts(text)] == STATED[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "L4-5 was operated on.",
        "Disc herniations are common at L4-L5 and L5-S1.",
        "Spinal stenosis is a narrowing of the spinal canal.",
        "If symptoms persist, consider MRI for disc herniation.",
        "Risks discussed: infection, dural tear, recurrent herniation.",
        "Return at once for leg weakness, saddle numbness or retention.",
        "MRI to evaluate for epidural abscess.",
        "Rule out cauda equina syndrome.",
        "Aortic stenosis and an inguinal hernia.",
        "Heart sounds S1 and S2 normal.",
        "腰椎间盘突出症好发于L4/5和L5/S1。",
        "若出现下肢无力加重，需立即就诊。",
    ],
)
def test_a_sentence_states_nothing(text: str) -> None:
    assert find_facts(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L4-5 disc herniation, Kang 2 (severe).", "L4–5 disc herniation, Kang 2 （severe）."),
        ("椎管前后径约8mm,L4/5椎间盘突出。", "椎管前后径约８ｍｍ，Ｌ４／５椎间盘突出。"),
        ("Pars defect at L5; no slip.", "Pars defect at L5； no slip."),
    ],
)
def test_width_and_dashes_do_not_matter(one: str, other: str) -> None:
    assert [told(f) for f in find_facts(one)] == [told(f) for f in find_facts(other)] != []


def test_a_heading_holds_for_its_line() -> None:
    text = "MRI lumbar spine.\nL4-5: disc bulge. Moderate canal stenosis.\nL5-S1: no herniation.\nNo fracture."
    assert [told(f) for f in find_facts(text)] == [
        "disc_bulge L4-L5",
        "canal_stenosis severity moderate L4-L5",
        "disc_herniation L5-S1 absent",
        "vertebral_fracture lumbar absent",
    ]


def test_spans_are_of_the_text_as_given() -> None:
    text = "Ｌ４／５：椎管狭窄（Schizas C）。No fracture of T12."
    facts = find_facts(text)
    assert [text[f.start : f.end] for f in facts] == ["椎管狭窄（Schizas C", "No fracture of T12"]
    named = facts[0].place
    assert named is not None
    assert text[named[0] : named[1]] == "Ｌ４／５"
