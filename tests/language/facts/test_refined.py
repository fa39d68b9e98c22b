"""Promises: what clinicians and our own sentences showed to be read wrongly is read rightly, by rule and in both languages."""

from __future__ import annotations

import pytest

from spinemed.domain.findings import Finding
from spinemed.language.facts import find_facts
from telling import told

POLARITY = {
    "no new incontinence": ["new_incontinence absent"],
    "No new weakness or new incontinence.": ["progressive_weakness absent", "new_incontinence absent"],
    "no new fracture at L1": ["vertebral_fracture L1 absent"],
    "未见新发大小便失禁": ["new_incontinence absent"],
    "会阴部（鞍区）也不麻木": ["saddle_anaesthesia absent"],
    "Tandem walking not possible.": ["gait_or_hand_clumsiness"],
    "Unable to tandem walk.": ["gait_or_hand_clumsiness"],
    "T2 hyperintensity of the cord at C4-C5, T1 signal preserved.": ["cord_signal_change C4-C5"],
    "The signal of the cord at C4-C5 is not altered.": ["cord_signal_change C4-C5 absent"],
    "Numbness in groin and both legs.": ["bilateral_leg_signs bilateral"],
    "S4-5感觉存在。": ["saddle_anaesthesia absent"],
    "会阴区针刺觉可疑减退，前后两次检查结果不一致。": ["saddle_anaesthesia uncertain"],
    "Stenosis at L1-L2, possible L5-S1 non-union.": ["canal_stenosis L1-L2"],
    "Fever 38.9 with spinal tenderness.": ["fever_with_spinal_pain"],
    "L4/5：左侧椎间孔中度狭窄，右侧通畅。": [
        "foraminal_stenosis severity moderate L4-L5 left",
        "foraminal_stenosis L4-L5 right absent",
    ],
    "L4-5: left moderate foraminal narrowing, right clear.": [
        "foraminal_stenosis severity moderate L4-L5 left",
        "foraminal_stenosis L4-L5 right absent",
    ],
}
LISTS = {
    "Ruled out are: canal stenosis at L3-L4; disc herniation at L4-L5; and fracture at L1": [
        "canal_stenosis L3-L4 absent",
        "disc_herniation L4-L5 absent",
        "vertebral_fracture L1 absent",
    ],
    "The report rules out disc herniation; stenosis of the canal at T12/L1, at L3/4 and at L4/5; and, in the lumbar spine, cord"
    " compression as well as compression fracture": [
        "disc_herniation absent",
        "canal_stenosis T12-L1 absent",
        "canal_stenosis L3-L4 absent",
        "canal_stenosis L4-L5 absent",
        "cord_compression lumbar absent",
        "compression_fracture lumbar absent",
    ],
    "Disc herniation is denied, and so are stenosis and fracture.": [
        "disc_herniation absent",
        "canal_stenosis absent",
        "vertebral_fracture absent",
    ],
    "Saddle anaesthesia: no. Urinary retention: yes.": ["saddle_anaesthesia absent", "urinary_retention"],
    "鞍区麻木、尿潴留均无": ["saddle_anaesthesia absent", "urinary_retention absent"],
    "都没有：鞍区麻木、尿潴留": ["saddle_anaesthesia absent", "urinary_retention absent"],
    "以下均为阴性：鞍区麻木；尿潴留": ["saddle_anaesthesia absent", "urinary_retention absent"],
    "MRI rules out fracture; L4-5 herniation is present; and there is stenosis at L3-4.": [
        "vertebral_fracture absent",
        "disc_herniation L4-L5",
        "canal_stenosis L3-L4",
    ],
    "Absent: saddle numbness; retention. Present: incontinence.": [
        "saddle_anaesthesia absent",
        "urinary_retention absent",
        "new_incontinence",
    ],
    "Not present on the prior study: L4-5 herniation.": ["disc_herniation L4-L5"],
    "CT excludes fracture; L4-5 herniation is seen.": ["vertebral_fracture absent", "disc_herniation L4-L5"],
    "鞍区麻木：无；尿潴留：无": ["saddle_anaesthesia absent", "urinary_retention absent"],
}
PLACES = {
    "全脊柱片：T5～T12 TK 58°，LL -5°（腰椎后凸），PI 48°。": [
        "kyphosis_angle 58 degree T5,T6,T7,T8,T9,T10,T11,T12",
        "lordosis_angle -5 degree lumbar",
        "kyphosis lumbar",
        "pelvic_incidence 48 degree",
    ],
    "全脊柱正位自C2计数，胸椎12节，TK 24°。": ["kyphosis_angle 24 degree thoracic"],
    "颈椎MRI。C6/7：右侧突出。C7/T1：未见突出。未见后纵韧带骨化。": [
        "disc_herniation C6-C7 right",
        "disc_herniation C7-T1 absent",
        "opll cervical absent",
    ],
    "L5/6：Schizas B级。L6/S1：轻度膨出，未见狭窄。未见滑脱。": [
        "canal_stenosis Schizas B L5-L6",
        "disc_bulge severity mild L6-S1",
        "canal_stenosis L6-S1 absent",
        "spondylolisthesis absent",
    ],
    "C6-7: right protrusion. No OPLL on the supplementary CT.": ["disc_protrusion C6-C7 right", "opll absent"],
    "L4 slips forward on L5 by 8 mm, 22% of the L5 endplate.": [
        "spondylolisthesis L4-L5",
        "slip 8 mm L4-L5",
        "slip 22 % L4-L5",
    ],
    "L5/S1间隙处理后提拉复位，残余滑移约3mm（Ⅰ度）。": ["spondylolisthesis Meyerding I L5-S1", "slip 3 mm L5-S1"],
    "第四腰椎退变性滑脱（Ⅰ度）伴腰椎管狭窄": ["spondylolisthesis Meyerding I L4", "canal_stenosis lumbar"],
    "The right S1 root and both exiting L5 roots are free.": [
        "nerve_root_compression S1 right absent",
        "nerve_root_compression L5 bilateral absent",
    ],
    "腰4、5椎管狭窄": ["canal_stenosis L4-L5"],
    "腰4/5神经根受压": ["nerve_root_compression L4-L5"],
    "颈6/7右侧神经根病": ["radiculopathy C6-C7 right"],
    "compression of the left L5 root": ["nerve_root_compression L5 left"],
    "no compression of the L4 root": ["nerve_root_compression L4 absent"],
    "受压的L5神经根": ["nerve_root_compression L5"],
    "spinal cord injury with neurological level C4 (AIS D)": ["spinal_cord_injury AIS D C4"],
    "脊髓损伤（神经平面颈4）（ASIA D级）": ["spinal_cord_injury AIS D C4"],
    "instability between atlas and axis": ["atlantoaxial_instability C1-C2"],
}
GRADES = {
    "未见轻度神经根受压": ["nerve_root_compression absent"],
    "脊髓未受压": ["cord_compression absent"],
    "L4/5椎间盘均未突出": ["disc_herniation L4-L5 absent"],
    "L1椎体爆裂骨折，未见小关节损伤（AO A3）": ["burst_fracture AO Spine A3 L1", "facet_injury L1 absent"],
    "L1 burst fracture, no facet injury (AO Spine A3).": ["burst_fracture AO Spine A3 L1", "facet_injury L1 absent"],
    "L5未见峡部裂（Wiltse III）": ["spondylolysis L5 absent"],
    "L3-4: no stenosis (Schizas A1).": ["canal_stenosis Schizas A1 L3-L4 absent"],
    "Nash-Moe 2度的脊柱侧弯": ["scoliosis Nash-Moe 2"],
}
VALUES = {
    "L4/5椎间盘脱出，大小约9mm×7mm。": ["disc_extrusion L4-L5", "lesion_size 9 mm L4-L5"],
    "L4/5黄韧带厚约6mm，切除后硬膜囊膨隆": ["flavum_thickness 6 mm L4-L5"],
    "previous slip distance at L5-S1 6 mm": ["slip 6 mm L5-S1 historical"],
    "height loss at T7 40%": ["height_loss 40 % T7"],
    "canal encroachment at L1 25%": ["canal_encroachment 25 % L1"],
    "L4-5: facet joint effusions 3 mm right, 2 mm left.": ["joint_effusion 3 mm L4-L5 right", "joint_effusion 2 mm L4-L5 left"],
    "L5椎体前滑移12mm，动力位滑移变化1mm。": ["spondylolisthesis L5", "slip 12 mm L5"],
    "胸12后凸角24°；后壁轻度后突。": ["kyphosis_angle 24 degree T12"],
}
WORDS = {
    "双下肢体征": ["bilateral_leg_signs bilateral"],
    "signs in both legs": ["bilateral_leg_signs bilateral"],
    "抗凝治疗伴急性神经功能缺损": ["anticoagulation_with_acute_deficit"],
    "acute deficit under anticoagulation": ["anticoagulation_with_acute_deficit"],
    "arthropathy of the facet joints at L4-L5": ["facet_arthropathy L4-L5"],
    "cyst of the synovium at L4-L5": ["synovial_cyst L4-L5"],
    "L4/5椎间隙狭窄": ["disc_narrowing L4-L5"],
    "L4/5间隙变窄": ["disc_narrowing L4-L5"],
    "C6-7椎间盘向哪一侧突出？": ["disc_herniation C6-C7"],
}
# In a list of statements each is read by its own side, place and name and not by those of the one before it.
STATEMENTS = {
    "Left Cobb angle 22 degrees; left Cobb angle on bending films 12 degrees.": [
        "cobb_angle 22 degree left",
        "cobb_angle_bending 12 degree left",
    ],
    "左侧Cobb角 22°；左侧Bending像Cobb角 12°。": ["cobb_angle 22 degree left", "cobb_angle_bending 12 degree left"],
    "双下肢体征；左侧进行性无力。": ["bilateral_leg_signs bilateral", "progressive_weakness left"],
    "双下肢进行性无力。": ["bilateral_leg_signs bilateral", "progressive_weakness bilateral"],
    "Epidural haematoma at T9 to T12; spinal cord injury with neurological level T12 (AIS D).": [
        "epidural_haematoma T9,T10,T11,T12",
        "spinal_cord_injury AIS D T12",
    ],
    "颈髓延髓角 150°。": ["cervicomedullary_angle 150 degree"],
}
STRANGERS = {  # what sets written by strangers showed
    "Presentation is not consistent with cauda equina syndrome.": ["cauda_equina_syndrome absent"],
    "Criteria for DISH are not met.": ["dish absent"],
    "Negative MRI for epidural abscess.": ["epidural_abscess absent"],
    "Biopsy did not show a primary bone tumour of the vertebra.": ["primary_tumour absent"],
    "L1病灶不是血管瘤。": ["haemangioma L1 absent"],
    "No clinical signs of myelopathy.": ["myelopathy absent"],
    "Right-sided L5 radicular syndrome with absent sensation on the big toe.": ["radiculopathy L5 right"],
    "腰4椎体骨折？": ["vertebral_fracture L4 uncertain"],
    "胸椎后凸似略增大。": ["kyphosis thoracic uncertain"],
    "The epidural abscess is no longer seen.": ["epidural_abscess absent"],
    "Slight retrolisthesis of L3 relative to L4.": ["retrolisthesis L3-L4"],
    "The herniated disc at L4-5 is in continuity with the parent disc.": ["disc_herniation L4-L5"],
    "Previous: L4/5 disc herniation treated conservatively.": ["disc_herniation L4-L5 historical"],
    "The differential diagnosis included epidural haematoma, disc herniation and Guillain-Barre syndrome.": [
        "epidural_haematoma uncertain",
        "disc_herniation uncertain",
    ],
    "It flattens the cord at T5-T6 and is most likely a meningioma.": ["cord_compression T5-T6"],
    "C3/4、C4/5椎管狭窄，Kang分级分别为2级、3级": ["canal_stenosis Kang 2 C3-C4", "canal_stenosis Kang 3 C4-C5"],
    "Canal stenosis at C4-5 and C5-6, Kang grade 2 and 3, respectively.": [
        "canal_stenosis Kang 2 C4-C5",
        "canal_stenosis Kang 3 C5-C6",
    ],
    "腰椎管狭窄症（L3/4轻度，L4/5重度）": ["canal_stenosis severity mild L3-L4", "canal_stenosis severity severe L4-L5"],
    "Kang grade 2 at C4/5, grade 1 at C5/6, C6/7 Kang 0.": [
        "canal_stenosis Kang 2 C4-C5",
        "canal_stenosis Kang 1 C5-C6",
        "canal_stenosis Kang 0 C6-C7 absent",
    ],
    "L5/S1双侧椎间孔狭窄（Lee分级：左3级，右1级）": [
        "foraminal_stenosis Lee lumbar foraminal 3 L5-S1 left",
        "foraminal_stenosis Lee lumbar foraminal 1 L5-S1 right",
    ],
    "L5Ⅰ度前滑脱": ["spondylolisthesis Meyerding I L5"],
    "Grade 1 foraminal stenosis at L4-5 according to Lee.": ["foraminal_stenosis Lee lumbar foraminal 1 L4-L5"],
    "Schizas分级：L4/5为B级": ["canal_stenosis Schizas B L4-L5"],
    "L4/5椎管狭窄，RSNA 2024分级：重度": ["canal_stenosis RSNA 2024 Severe L4-L5"],
    "Bilateral L5 spondylolysis, Wiltse type IIA.": ["spondylolysis Wiltse IIA L5 bilateral"],
    "Cervical spondylosis without myelopathy.": ["myelopathy cervical absent"],
    "L5-S1 slip; the cervical cord is not compressed.": ["spondylolisthesis L5-S1", "cord_compression cervical absent"],
    "Stenosis of the canal at C5-C6 greater than C4-C5.": ["canal_stenosis C5-C6", "canal_stenosis C4-C5"],
    "屈伸位片：C4相对C5前移3mm，未见寰枢不稳。": [
        "spondylolisthesis C4-C5",
        "slip 3 mm C4-C5",
        "atlantoaxial_instability absent",
    ],
    "顶椎L3，L1～L5 Cobb角28°": ["cobb_angle 28 degree L1,L2,L3,L4,L5"],
    "The tip of the dens projects 5 mm above McGregor's line.": ["dens_above_mcgregor 5 mm"],
    "7,8 mm by 3,2 mm synovial cyst at L4-5 on the right side.": ["lesion_size 7.8 mm L4-L5 right", "synovial_cyst L4-L5 right"],
    "Ligamentum flavum thickness at L4/5: 5 mm.": ["flavum_thickness 5 mm L4-L5"],
    "Synovial cyst of 9 mm arising from the left facet joint at L3/4.": [
        "synovial_cyst L3-L4 left",
        "lesion_size 9 mm L3-L4 left",
    ],
}


@pytest.mark.parametrize("text", [*POLARITY, *LISTS, *PLACES, *GRADES, *VALUES, *WORDS, *STATEMENTS, *STRANGERS])
def test_a_sentence_states(text: str) -> None:
    every = {**POLARITY, **LISTS, **PLACES, **GRADES, **VALUES, **WORDS, **STATEMENTS, **STRANGERS}
    assert [told(fact) for fact in find_facts(text, of_spine=True)] == every[text]


@pytest.mark.parametrize(
    "text",
    [
        "Plan to stop apixaban before surgery. He has acute leg weakness of one toe.",
        "New leg weakness after restarting apixaban needs review.",
        "Apixaban to be stopped 72 hours before surgery and restarted afterwards.",
        "伤前步态正常。",
        "Before the fall: no hand clumsiness, normal walking, no bladder complaints.",
        "Intrapharyngeal lumen free of plasmacytoma.",
        "Otherwise full power in the legs.",
        "He follows the guidelines of the Scoliosis Research Society.",
        "Angiogram showing dilatation and stenosis of the aortic arch.",
        "Risks include but are not limited to infection and recurrent stenosis.",
        "肝内囊肿约2.3cm。",
    ],
)
def test_a_sentence_states_nothing(text: str) -> None:
    assert [told(fact) for fact in find_facts(text, of_spine=True)] == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Saddle anesthesia - pinprick absent S3-S5", "present"),
        ("Perianal sensation absent", "present"),
        ("Saddle anaesthesia absent.", "absent"),
        ("Perianal sensation intact", "absent"),
    ],
)
def test_a_feeling_that_is_absent_is_the_sign(text: str, certainty: str) -> None:
    assert [(f.finding, f.certainty) for f in find_facts(text, of_spine=True)] == [(Finding.SADDLE_ANAESTHESIA, certainty)]
