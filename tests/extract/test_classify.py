"""Promises: a text is sorted by what it is mainly about; what is denied, old or a relative's gives no class, nor does doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spinemed.domain.records import Block, Cell, Document, FactSheet, Grading, Material, Source, Study
from spinemed.domain.taxonomy import SubCondition, Subfield
from spinemed.extract import extract_facts
from spinemed.extract.class_cues import UNSURE, meant
from spinemed.extract.classify import LONG, Classified, classify

OPEN = Path(__file__).parent / "data/classification.jsonl"
SOURCE = Source(id="s1", kind="note", title="A shelf", licence="MIT", origin="patient 5")
SPINE = Classified(Subfield.SPINE)
NOTHING = Classified()


def of_spine(value: str) -> Classified:
    return Classified(Subfield.SPINE, SubCondition(value))


def of_document(text: str, *blocks: tuple[str, str]) -> Classified:
    """The class of a document of this text, or of these blocks: kind and text."""
    parts = blocks or (("paragraph", text),)
    text = "\n".join(said for _, said in parts)
    made, start = [], 0
    for kind, said in parts:
        made.append(Block.model_validate({"id": f"b{len(made)}", "kind": kind, "start": start, "end": start + len(said)}))
        start += len(said) + 1
    (sheet,) = extract_facts(Material(id="m1", content=Document(source=SOURCE, text=text, blocks=tuple(made))))
    assert isinstance(sheet, FactSheet)
    return Classified(sheet.subfield, sheet.sub_condition)


def test_the_open_texts_are_sorted_at_least_this_well() -> None:
    rows = [json.loads(line) for line in OPEN.read_text(encoding="utf-8").splitlines()]
    pairs = [(Classified(Subfield(r["subfield"]), SubCondition(r["sub_condition"])), of_document(r["text"])) for r in rows]
    assert sum(wanted.subfield is found.subfield for wanted, found in pairs) >= 57
    assert sum(wanted.sub_condition is found.sub_condition for wanted, found in pairs) >= 56
    assert sum(found == NOTHING and wanted != NOTHING for wanted, found in pairs) <= 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("cervical_degenerative", "Left C6-C7 disc herniation with triceps weakness; ACDF proposed."),
        ("cervical_degenerative", "C5/6椎间盘突出，脊髓受压，双手精细动作差，Hoffmann征阳性。"),
        ("lumbar_disc_herniation", "Left paracentral extrusion at L4-L5 compressing the traversing L5 root."),
        ("lumbar_disc_herniation", "腰5骶1椎间盘右后突出，S1神经根受压，直腿抬高40°阳性。"),
        ("lumbar_spinal_stenosis", "Severe central stenosis at L3-L4 and L4-L5 with redundant roots; neurogenic claudication."),
        ("lumbar_spinal_stenosis", "走200米即双下肢胀痛，坐下缓解，L3/4、L4/5椎管重度狭窄，黄韧带肥厚。"),
        ("spondylolisthesis_and_spondylolysis", "Degenerative L4-L5 anterolisthesis grade I with stenosis."),
        ("spondylolisthesis_and_spondylolysis", "L4椎体向前Ⅰ度滑脱，双侧峡部裂。"),
        ("degenerative_disc_and_endplate_disease", "T8-T9 calcified central disc herniation indenting the cord."),
        ("degenerative_disc_and_endplate_disease", "L5/S1椎间盘变性，Pfirrmann Ⅴ级，Modic Ⅰ型改变，终板炎。"),
        ("ligament_ossification", "Ossification of the ligamentum flavum at T10-T11 with cord compression and myelopathy."),
        ("ligament_ossification", "C3-C6连续型后纵韧带骨化，占位率55%，脊髓受压。"),
        ("scoliosis_and_adult_deformity", "Right thoracic curve of 52 degrees, Lenke 1A, Risser 3."),
        ("scoliosis_and_adult_deformity", "青少年特发性脊柱侧凸，主胸弯Cobb角48°。"),
        ("kyphosis_and_sagittal_imbalance", "Flatback after long fusion, SVA 14 cm, PI-LL 35."),
        ("kyphosis_and_sagittal_imbalance", "强直性脊柱炎后凸畸形，颌眉角45°，拟L2截骨矫形。"),
        ("kyphosis_and_sagittal_imbalance", "休门氏病，胸椎后凸75°，三个相邻椎体楔形变。"),
        ("vertebral_fracture_and_trauma", "Unilateral facet dislocation C5-C6 after a rugby tackle, no deficit."),
        ("vertebral_fracture_and_trauma", "高处坠落，胸12爆裂骨折，骨块占位40%，神经功能完好。"),
        (
            "osteoporotic_compression_fracture",
            "Fragility fracture of L2 in an 80-year-old woman with a T-score of -3.1; kyphoplasty.",
        ),
        ("osteoporotic_compression_fracture", "骨质疏松性腰1压缩骨折，行PKP。"),
        ("spinal_cord_injury", "C5 ASIA A tetraplegia after diving; burst fracture of C5."),
        ("spinal_cord_injury", "颈髓损伤，无骨折脱位，四肢肌力2级，中央索综合征。"),
        ("spinal_infection", "Fever and back pain; L3-L4 disc space enhancement and psoas abscess."),
        ("spinal_infection", "胸9、10椎体破坏，椎旁冷脓肿，T-SPOT阳性，考虑脊柱结核。"),
        (
            "spinal_tumour",
            "Breast cancer metastasis to T7 with pathological fracture and Bilsky 3 cord compression, paraparesis.",
        ),
        ("spinal_tumour", "胸髓髓外硬膜下占位，增强明显强化，考虑脊膜瘤。"),
        ("inflammatory_congenital_and_craniovertebral", "Fully segmented hemivertebra at T12 with a 38 degree congenital curve."),
        ("inflammatory_congenital_and_craniovertebral", "齿状突发育不良，寰枢椎脱位，ADI 8mm，拟后路C1-2融合。"),
    ],
)
def test_each_sub_condition_is_known_by_its_findings_or_its_name(value: str, text: str) -> None:
    assert of_document(text) == of_spine(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("joint", "Superior joint space loss of the left hip with subchondral cysts; total hip arthroplasty planned."),
        ("joint", "右髋关节疼痛5年，X线示关节间隙消失、股骨头塌陷，拟行人工全髋关节置换术。"),
        ("trauma", "Closed midshaft femoral fracture after a motorcycle crash, reamed nail the next morning."),
        ("trauma", "摔伤致右股骨颈骨折，Garden III型，拟行空心钉内固定。"),
        ("sports_medicine", "Bucket-handle tear of the medial meniscus, locked knee."),
        ("sports_medicine", "右肩上举无力，MRI示冈上肌腱全层撕裂回缩2cm，拟关节镜下缝合。"),
        ("hand_and_foot", "Thenar wasting and a prolonged median distal latency; open carpal tunnel release."),
        ("hand_and_foot", "环指掌指关节屈曲挛缩40°，掌腱膜挛缩症，拟行筋膜切除。"),
        ("bone_tumour", "Metastasis of renal carcinoma in the femoral shaft, prophylactic nailing."),
        ("bone_tumour", "左肱骨近端囊性病变，边界清，骨皮质变薄，考虑单纯性骨囊肿。"),
        ("paediatric_and_metabolic", "What is Morquio syndrome? A storage disease of the whole skeleton."),
        ("paediatric_and_metabolic", "绝经后女性，腰椎骨密度T值-2.8，无骨折史，予阿仑膦酸钠。"),
    ],
)
def test_other_subfields_are_known_by_their_words(value: str, text: str) -> None:
    assert of_document(text) == Classified(Subfield(value))


@pytest.mark.parametrize(
    "text",
    [
        "Normal lumbar lordosis. Lateral radiograph of the spine.",
        "腰椎MRI平扫未见明显异常。",
        "Lumbar spine MRI: no fracture, no discitis, no metastasis.",
        "腰椎MRI：未见骨折、占位及硬膜外脓肿。",
        "MRI of the spine. Her mother had ankylosing spondylitis.",
        "脊柱正侧位片。其母亲有强直性脊柱炎。",
        "History of L1 compression fracture in 2010. Lateral radiograph of the spine.",
        "Spine plan: return at once if a spinal infection is feared.",
        "Transverse myelitis: long T2 lesion of the cord from C3 to T4.",
        "Postoperative radiograph: rod fracture at L4-L5 above the iliac screws.",
    ],
)
def test_a_spine_text_without_a_meant_disorder_stays_open(text: str) -> None:
    assert of_document(text) == SPINE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The patient underwent laparoscopic cholecystectomy; no complications.",
        "患者因急性阑尾炎入院，行腹腔镜手术。",
        "Lumbar puncture showed raised protein; brain MRI with periventricular plaques.",
        "Vertebral artery dissection with posterior circulation infarct.",
        "Tumour stage T2 N1 M0, stage III carcinoma of the colon.",
        "No meniscal tear. No fracture of the tibia.",
        "右膝未见半月板损伤，未见骨折。",
    ],
)
def test_what_nothing_decides_is_unclassified(text: str) -> None:
    assert classify(text, ()) == NOTHING


def test_a_limb_beside_the_spine_does_not_lead() -> None:
    text = "Severe stenosis at L4-L5 of the lumbar spine with neurogenic claudication; mild hip osteoarthritis."
    assert of_document(text) == of_spine("lumbar_spinal_stenosis")


def test_an_old_fracture_leads_only_where_nothing_newer_is_said() -> None:
    assert of_document("Old healed L1 compression fracture.") == of_spine("vertebral_fracture_and_trauma")
    newer = "Old healed L1 compression fracture. Severe central stenosis at L4-L5, Schizas D."
    assert of_document(newer) == of_spine("lumbar_spinal_stenosis")
    assert of_document("L1椎体陈旧性压缩骨折。L4/5椎管重度狭窄。") == of_spine("lumbar_spinal_stenosis")


def test_tumour_and_infection_explain_a_cord_lesion_unless_an_injury_is_named() -> None:
    assert of_document("Paraplegia from an epidural abscess at T8-T9 with cord compression.") == of_spine("spinal_infection")
    assert of_document("T9水平硬膜外血肿，脊髓受压，双下肢瘫痪。") == of_spine("spinal_cord_injury")


@pytest.mark.parametrize(
    ("said", "weight"),
    [
        ("Severe discitis.", 1.0),
        ("No fracture or discitis.", 0.0),
        ("Possible discitis.", UNSURE),
        ("A history of discitis.", 0.0),
        ("Return if discitis recurs.", 0.0),
        ("Her sister had discitis.", 0.0),
        ("No fracture. Severe discitis.", 1.0),
    ],
)
def test_a_word_counts_where_it_is_meant(said: str, weight: float) -> None:
    start = said.index("discitis")
    assert meant(said, start, start + len("discitis")) == weight


def test_a_long_text_is_what_most_of_its_paragraphs_are_about() -> None:
    fills = ("paragraph", "Patients were asked to fill in a form, and answers were counted twice. " * 8)
    disc = ("paragraph", "Lumbar disc herniation at L4-L5 compresses the L5 root.")
    tumour = ("paragraph", "A chordoma of the sacrum was seen once.")
    blocks = [*[disc] * 8, tumour, *[fills] * 16]
    assert sum(len(said) for _, said in blocks) > LONG
    assert of_document("", *blocks) == of_spine("lumbar_disc_herniation")
    assert of_document("", tumour, *[fills] * 16) == NOTHING
    assert of_document("", ("heading", "Chordoma of the spine"), *blocks) == of_spine("spinal_tumour")


def test_a_question_is_sorted_by_its_stem_and_answer_and_not_by_wrong_options() -> None:
    found = of_document(
        "",
        ("question", "Which disorder of the lumbar spine shows a defect of the pars on oblique radiographs?"),
        ("option", "Spondylodiscitis"),
        ("option", "Spondylolysis"),
        ("answer", "Spondylolysis"),
    )
    assert found == of_spine("spondylolisthesis_and_spondylolysis")


def test_graded_discs_are_disc_disease() -> None:
    cells = (Cell(column="Disc narrowing", value="1"), Cell(column="Pfirrman grade", value="4"))
    gradings = (Grading(row=0, place=1, cells=cells),)
    study = Study(id="st1", source=SOURCE, subject="5", gradings=gradings, grading_source="table.csv")
    (sheet,) = extract_facts(Material(id="m1", content=study))
    assert isinstance(sheet, FactSheet)
    assert Classified(sheet.subfield, sheet.sub_condition) == of_spine("degenerative_disc_and_endplate_disease")
