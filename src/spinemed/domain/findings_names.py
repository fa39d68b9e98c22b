"""What the findings of the spine are called, in English and Chinese.

`en` and `zh` are how this project writes a finding; the synonyms are other written names, narrower ones included (a Jefferson
fracture is an atlas fracture). No name stands for two findings. Chinese 突出 alone is a herniation of no stated type; only a
text that tells types apart means a protrusion by it, so the protrusion is named 突出型.

Sources: the Chinese glossary and the table of findings in docs/reference/clinical.md; disc terms after the lumbar disc
nomenclature 2.0 (Fardon et al., Spine J 2014;14:2525).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Finding(StrEnum):
    """A finding of the spine."""

    DISC_DEGENERATION = "disc_degeneration"
    DISC_NARROWING = "disc_narrowing"
    DISC_BULGE = "disc_bulge"
    DISC_HERNIATION = "disc_herniation"
    DISC_PROTRUSION = "disc_protrusion"
    DISC_EXTRUSION = "disc_extrusion"
    DISC_SEQUESTRATION = "disc_sequestration"
    ANNULAR_FISSURE = "annular_fissure"
    MODIC_CHANGE = "modic_change"
    ENDPLATE_IRREGULARITY = "endplate_irregularity"
    SCHMORL_NODE = "schmorl_node"
    OSTEOPHYTE = "osteophyte"
    CANAL_STENOSIS = "canal_stenosis"
    FORAMINAL_STENOSIS = "foraminal_stenosis"
    SUBARTICULAR_STENOSIS = "subarticular_stenosis"
    THECAL_SAC_COMPRESSION = "thecal_sac_compression"
    NERVE_ROOT_COMPRESSION = "nerve_root_compression"
    FACET_ARTHROPATHY = "facet_arthropathy"
    SYNOVIAL_CYST = "synovial_cyst"
    FLAVUM_HYPERTROPHY = "ligamentum_flavum_hypertrophy"
    SPONDYLOLISTHESIS = "spondylolisthesis"
    RETROLISTHESIS = "retrolisthesis"
    SPONDYLOLYSIS = "spondylolysis"
    RADICULOPATHY = "radiculopathy"
    CAUDA_EQUINA_SYNDROME = "cauda_equina_syndrome"
    MYELOPATHY = "myelopathy"
    CORD_COMPRESSION = "cord_compression"
    CORD_SIGNAL_CHANGE = "cord_signal_change"
    MYELOMALACIA = "myelomalacia"
    CORD_INJURY = "spinal_cord_injury"
    PROGRESSIVE_DEFICIT = "progressive_neurological_deficit"
    SYRINX = "syrinx"
    OPLL = "opll"
    OLF = "olf"
    DISH = "dish"
    SCOLIOSIS = "scoliosis"
    KYPHOSIS = "kyphosis"
    LORDOSIS_LOSS = "loss_of_lordosis"
    SAGITTAL_IMBALANCE = "sagittal_imbalance"
    COMPRESSION_FRACTURE = "compression_fracture"
    BURST_FRACTURE = "burst_fracture"
    DISTRACTION_FRACTURE = "distraction_fracture"
    FRACTURE_DISLOCATION = "fracture_dislocation"
    FACET_INJURY = "facet_injury"
    VERTEBRAL_FRACTURE = "vertebral_fracture"
    PATHOLOGICAL_FRACTURE = "pathological_fracture"
    ATLAS_FRACTURE = "atlas_fracture"
    DENS_FRACTURE = "dens_fracture"
    HANGMAN_FRACTURE = "hangman_fracture"
    SACRAL_FRACTURE = "sacral_fracture"
    EPIDURAL_HAEMATOMA = "epidural_haematoma"
    SPONDYLODISCITIS = "spondylodiscitis"
    EPIDURAL_ABSCESS = "epidural_abscess"
    SPINAL_TUBERCULOSIS = "spinal_tuberculosis"
    VERTEBRAL_METASTASIS = "vertebral_metastasis"
    PRIMARY_TUMOUR = "primary_tumour"
    INTRADURAL_TUMOUR = "intradural_tumour"
    HAEMANGIOMA = "haemangioma"
    ANKYLOSING_SPONDYLITIS = "ankylosing_spondylitis"
    ANDERSSON_LESION = "andersson_lesion"
    SACROILIITIS = "sacroiliitis"
    LSTV = "lumbosacral_transitional_vertebra"
    HEMIVERTEBRA = "hemivertebra"
    BUTTERFLY_VERTEBRA = "butterfly_vertebra"
    BLOCK_VERTEBRA = "block_vertebra"
    KLIPPEL_FEIL = "klippel_feil"
    SPINA_BIFIDA = "spina_bifida"
    TETHERED_CORD = "tethered_cord"
    CHIARI = "chiari_malformation"
    BASILAR_INVAGINATION = "basilar_invagination"
    ATLANTOAXIAL_INSTABILITY = "atlantoaxial_instability"
    # Signs of history and examination that alarm: docs/reference/clinical.md, Safety.
    SADDLE_ANAESTHESIA = "saddle_anaesthesia"
    URINARY_RETENTION = "urinary_retention"
    NEW_INCONTINENCE = "new_incontinence"
    BILATERAL_LEG_SIGNS = "bilateral_leg_signs"
    PROGRESSIVE_WEAKNESS = "progressive_weakness"
    GAIT_OR_HAND_CLUMSINESS = "gait_or_hand_clumsiness"
    FEVER_WITH_SPINAL_PAIN = "fever_with_spinal_pain"
    CANCER_HISTORY = "cancer_history"
    ANTICOAGULATION_WITH_ACUTE_DEFICIT = "anticoagulation_with_acute_deficit"


@dataclass(frozen=True)
class Names:
    """Written names of a finding."""

    en: str
    zh: str
    synonyms_en: tuple[str, ...] = ()
    synonyms_zh: tuple[str, ...] = ()


NAMES: Mapping[Finding, Names] = {
    Finding.DISC_DEGENERATION: Names(
        "disc degeneration",
        "椎间盘变性",
        ("degenerative disc disease", "degenerated disc", "disc desiccation", "disk degeneration"),
        ("变性", "椎间盘退变", "椎间盘退行性变"),
    ),
    Finding.DISC_NARROWING: Names(
        "disc narrowing",
        "椎间隙变窄",
        ("disc space narrowing", "disc height loss", "loss of disc height", "reduced disc height"),
        ("椎间隙狭窄", "椎间盘高度降低", "椎间盘高度丢失"),
    ),
    Finding.DISC_BULGE: Names("disc bulge", "椎间盘膨出", ("disc bulging", "bulging disc", "disk bulge"), ("膨出", "椎间盘膨隆")),
    Finding.DISC_HERNIATION: Names(
        "disc herniation",
        "椎间盘突出",
        ("herniated disc", "disk herniation", "herniated nucleus pulposus", "disc prolapse", "prolapsed disc"),
        ("突出", "椎间盘突出症", "髓核突出"),
    ),
    Finding.DISC_PROTRUSION: Names(
        "disc protrusion", "突出型椎间盘突出", ("protruded disc", "protruding disc", "disk protrusion"), ("突出型",)
    ),
    Finding.DISC_EXTRUSION: Names("disc extrusion", "椎间盘脱出", ("extruded disc", "disk extrusion"), ("脱出", "髓核脱出")),
    Finding.DISC_SEQUESTRATION: Names(
        "disc sequestration", "椎间盘游离", ("sequestered disc", "sequestrated disc", "free disc fragment"), ("游离", "髓核游离")
    ),
    Finding.ANNULAR_FISSURE: Names(
        "annular fissure", "纤维环裂隙", ("annular tear", "high-intensity zone"), ("纤维环撕裂", "纤维环破裂")
    ),
    Finding.MODIC_CHANGE: Names(
        "Modic change", "终板炎", ("endplate change", "Modic endplate change"), ("Modic改变", "终板改变")
    ),
    Finding.ENDPLATE_IRREGULARITY: Names(
        "endplate irregularity", "终板不规则", ("endplate defect", "endplate erosion"), ("终板不规整", "终板缺损", "终板侵蚀")
    ),
    Finding.SCHMORL_NODE: Names(
        "Schmorl node", "许莫氏结节", ("Schmorl's node", "intravertebral disc herniation"), ("许莫结节", "Schmorl结节")
    ),
    Finding.OSTEOPHYTE: Names("osteophyte", "骨赘", ("bone spur", "osteophytosis"), ("骨赘形成", "骨质增生")),
    Finding.CANAL_STENOSIS: Names(
        "canal stenosis",
        "椎管狭窄",
        ("spinal canal stenosis", "central canal stenosis", "central stenosis", "spinal stenosis"),
        ("中央椎管狭窄", "椎管狭窄症"),
    ),
    Finding.FORAMINAL_STENOSIS: Names(
        "foraminal stenosis",
        "椎间孔狭窄",
        ("neural foraminal stenosis", "neural foraminal narrowing", "neuroforaminal stenosis", "foraminal narrowing"),
        ("神经孔狭窄",),
    ),
    Finding.SUBARTICULAR_STENOSIS: Names(
        "subarticular stenosis", "侧隐窝狭窄", ("lateral recess stenosis", "lateral recess narrowing")
    ),
    Finding.THECAL_SAC_COMPRESSION: Names(
        "thecal sac compression", "硬膜囊受压", ("thecal sac indentation", "thecal sac effacement"), ("硬膜囊压迫",)
    ),
    Finding.NERVE_ROOT_COMPRESSION: Names(
        "nerve root compression", "神经根受压", ("nerve root impingement", "compressed nerve root"), ("神经根压迫",)
    ),
    Finding.FACET_ARTHROPATHY: Names(
        "facet arthropathy",
        "小关节退变",
        ("facet arthrosis", "facet osteoarthritis", "facet joint degeneration", "facet hypertrophy"),
        ("小关节骨关节炎", "小关节增生", "关节突关节退变"),
    ),
    Finding.SYNOVIAL_CYST: Names("synovial cyst", "滑膜囊肿", ("facet cyst", "juxtafacet cyst"), ("小关节囊肿",)),
    Finding.FLAVUM_HYPERTROPHY: Names(
        "ligamentum flavum hypertrophy",
        "黄韧带肥厚",
        ("flavum hypertrophy", "ligamentum flavum thickening", "hypertrophy of the ligamentum flavum"),
        ("黄韧带增厚",),
    ),
    Finding.SPONDYLOLISTHESIS: Names(
        "spondylolisthesis", "椎体滑脱", ("listhesis", "anterolisthesis"), ("滑脱", "腰椎滑脱", "脊柱滑脱", "前滑脱")
    ),
    Finding.RETROLISTHESIS: Names("retrolisthesis", "椎体后滑脱", (), ("后滑脱",)),
    Finding.SPONDYLOLYSIS: Names("spondylolysis", "峡部裂", ("pars defect", "pars interarticularis defect"), ("椎弓峡部裂",)),
    Finding.RADICULOPATHY: Names("radiculopathy", "神经根病", ("radicular syndrome",), ("根性神经痛",)),
    Finding.CAUDA_EQUINA_SYNDROME: Names("cauda equina syndrome", "马尾综合征", ("CES",), ("马尾神经综合征",)),
    Finding.MYELOPATHY: Names(
        "myelopathy", "脊髓病", ("degenerative cervical myelopathy", "cervical spondylotic myelopathy"), ("脊髓型颈椎病",)
    ),
    Finding.CORD_COMPRESSION: Names(
        "cord compression", "脊髓受压", ("spinal cord compression", "compressed cord"), ("脊髓压迫",)
    ),
    Finding.CORD_SIGNAL_CHANGE: Names(
        "cord signal change", "脊髓信号改变", ("cord T2 hyperintensity", "intramedullary signal change"), ("脊髓高信号",)
    ),
    Finding.MYELOMALACIA: Names("myelomalacia", "脊髓软化", (), ("脊髓软化灶",)),
    Finding.CORD_INJURY: Names("spinal cord injury", "脊髓损伤", ("cord injury", "cord contusion"), ("脊髓挫伤",)),
    Finding.PROGRESSIVE_DEFICIT: Names(
        "progressive neurological deficit",
        "进行性神经功能缺损",
        ("new neurological deficit",),
        ("新发神经功能缺损",),
    ),
    Finding.SYRINX: Names("syrinx", "脊髓空洞", ("syringomyelia", "hydromyelia"), ("脊髓空洞症",)),
    Finding.OPLL: Names("OPLL", "后纵韧带骨化", ("ossification of the posterior longitudinal ligament",), ("后纵韧带骨化症",)),
    Finding.OLF: Names(
        "OLF",
        "黄韧带骨化",
        ("OYL", "ossification of the ligamentum flavum", "ossification of the yellow ligament"),
        ("黄韧带骨化症",),
    ),
    Finding.DISH: Names(
        "DISH", "弥漫性特发性骨肥厚", ("diffuse idiopathic skeletal hyperostosis", "Forestier disease"), ("弥漫性特发性骨肥厚症",)
    ),
    Finding.SCOLIOSIS: Names("scoliosis", "脊柱侧弯", ("scoliotic curve",), ("侧弯", "脊柱侧凸")),
    Finding.KYPHOSIS: Names("kyphosis", "后凸畸形", ("kyphotic deformity", "hyperkyphosis"), ("脊柱后凸",)),
    Finding.LORDOSIS_LOSS: Names(
        "loss of lordosis", "生理曲度变直", ("straightening of lordosis", "reduced lordosis"), ("曲度变直", "生理曲度消失")
    ),
    Finding.SAGITTAL_IMBALANCE: Names(
        "sagittal imbalance", "矢状面失衡", ("sagittal malalignment", "positive sagittal balance"), ("矢状位失衡",)
    ),
    Finding.COMPRESSION_FRACTURE: Names(
        "compression fracture", "压缩骨折", ("wedge fracture", "vertebral compression fracture"), ("压缩性骨折", "椎体压缩骨折")
    ),
    Finding.BURST_FRACTURE: Names("burst fracture", "爆裂骨折", ("vertebral burst fracture",), ("爆裂性骨折", "爆裂型骨折")),
    Finding.DISTRACTION_FRACTURE: Names(
        "distraction fracture", "屈曲牵张骨折", ("Chance fracture", "flexion-distraction injury"), ("Chance骨折", "屈曲牵张损伤")
    ),
    Finding.FRACTURE_DISLOCATION: Names("fracture-dislocation", "骨折脱位", ("translation injury",), ("脊柱骨折脱位",)),
    Finding.FACET_INJURY: Names(
        "facet injury",
        "小关节损伤",
        ("facet fracture", "facet dislocation", "jumped facet", "perched facet"),
        ("小关节骨折", "小关节脱位", "关节突骨折", "小关节交锁"),
    ),
    Finding.VERTEBRAL_FRACTURE: Names("vertebral fracture", "椎体骨折", ("spinal fracture", "spine fracture"), ("脊柱骨折",)),
    Finding.PATHOLOGICAL_FRACTURE: Names("pathological fracture", "病理性骨折", ("pathologic fracture",), ("病理骨折",)),
    Finding.ATLAS_FRACTURE: Names("atlas fracture", "寰椎骨折", ("Jefferson fracture", "C1 fracture"), ("Jefferson骨折",)),
    Finding.DENS_FRACTURE: Names("dens fracture", "齿状突骨折", ("odontoid fracture",), ("齿突骨折",)),
    Finding.HANGMAN_FRACTURE: Names(
        "hangman fracture", "枢椎创伤性滑脱", ("hangman's fracture", "traumatic spondylolisthesis of the axis"), ("Hangman骨折",)
    ),
    Finding.SACRAL_FRACTURE: Names("sacral fracture", "骶骨骨折", ("sacral insufficiency fracture",), ("骶椎骨折",)),
    Finding.EPIDURAL_HAEMATOMA: Names("epidural haematoma", "硬膜外血肿", ("epidural hematoma",), ("椎管内硬膜外血肿",)),
    Finding.SPONDYLODISCITIS: Names(
        "spondylodiscitis",
        "椎间隙感染",
        ("discitis", "discitis-osteomyelitis", "vertebral osteomyelitis", "disc space infection"),
        ("椎间盘炎", "化脓性脊柱炎"),
    ),
    Finding.EPIDURAL_ABSCESS: Names("epidural abscess", "硬膜外脓肿", ("spinal epidural abscess",), ("椎管内硬膜外脓肿",)),
    Finding.SPINAL_TUBERCULOSIS: Names(
        "spinal tuberculosis", "脊柱结核", ("tuberculous spondylitis", "Pott disease", "Pott's disease"), ("椎体结核", "腰椎结核")
    ),
    Finding.VERTEBRAL_METASTASIS: Names(
        "vertebral metastasis", "椎体转移瘤", ("spinal metastasis", "metastatic spine disease"), ("脊柱转移瘤", "椎体转移")
    ),
    Finding.PRIMARY_TUMOUR: Names(
        "primary spinal tumour", "脊柱原发肿瘤", ("primary spinal tumor", "primary bone tumour of the spine"), ("原发性脊柱肿瘤",)
    ),
    Finding.INTRADURAL_TUMOUR: Names(
        "intradural tumour", "硬膜内肿瘤", ("intradural tumor", "intramedullary tumour"), ("髓内肿瘤", "髓外硬膜下肿瘤")
    ),
    Finding.HAEMANGIOMA: Names("vertebral haemangioma", "椎体血管瘤", ("vertebral hemangioma", "haemangioma"), ("血管瘤",)),
    Finding.ANKYLOSING_SPONDYLITIS: Names("ankylosing spondylitis", "强直性脊柱炎", ("Bechterew disease",), ("强直性脊椎炎",)),
    Finding.ANDERSSON_LESION: Names("Andersson lesion", "Andersson病变", ("spondylodiscal pseudarthrosis",), ("Andersson损害",)),
    Finding.SACROILIITIS: Names("sacroiliitis", "骶髂关节炎", ("sacroiliac joint inflammation",), ("骶髂关节炎症",)),
    Finding.LSTV: Names(
        "lumbosacral transitional vertebra",
        "腰骶移行椎",
        ("LSTV", "transitional vertebra", "sacralised L5", "sacralized L5", "lumbarised S1", "lumbarized S1"),
        ("移行椎", "腰椎骶化", "骶椎腰化"),
    ),
    Finding.HEMIVERTEBRA: Names("hemivertebra", "半椎体", ("hemivertebrae",), ("半椎体畸形",)),
    Finding.BUTTERFLY_VERTEBRA: Names("butterfly vertebra", "蝴蝶椎", ("anterior cleft vertebra",), ("蝴蝶椎畸形",)),
    Finding.BLOCK_VERTEBRA: Names("block vertebra", "阻滞椎", ("congenital vertebral fusion",), ("先天性椎体融合",)),
    Finding.KLIPPEL_FEIL: Names("Klippel-Feil syndrome", "Klippel-Feil综合征", ("Klippel-Feil",), ("先天性颈椎融合",)),
    Finding.SPINA_BIFIDA: Names("spina bifida", "脊柱裂", ("spina bifida occulta",), ("隐性脊柱裂",)),
    Finding.TETHERED_CORD: Names("tethered cord", "脊髓栓系", ("tethered cord syndrome",), ("脊髓栓系综合征",)),
    Finding.CHIARI: Names("Chiari malformation", "Chiari畸形", ("Chiari", "Arnold-Chiari malformation"), ("小脑扁桃体下疝",)),
    Finding.BASILAR_INVAGINATION: Names("basilar invagination", "颅底凹陷", ("basilar impression",), ("颅底凹陷症",)),
    Finding.ATLANTOAXIAL_INSTABILITY: Names(
        "atlantoaxial instability", "寰枢椎不稳", ("atlantoaxial subluxation", "atlantoaxial dislocation"), ("寰枢椎脱位",)
    ),
    Finding.SADDLE_ANAESTHESIA: Names(
        "saddle anaesthesia",
        "鞍区麻木",
        ("saddle anesthesia", "perianal numbness"),
        ("会阴部麻木", "肛周麻木"),
    ),
    Finding.URINARY_RETENTION: Names("urinary retention", "尿潴留", ("unable to pass urine",), ("排尿困难", "小便困难")),
    Finding.NEW_INCONTINENCE: Names(
        "new incontinence",
        "新发大小便失禁",
        ("urinary incontinence", "faecal incontinence"),
        ("大小便失禁", "尿失禁"),
    ),
    Finding.BILATERAL_LEG_SIGNS: Names(
        "bilateral leg signs", "双下肢体征", ("bilateral sciatica", "bilateral leg weakness"), ("双下肢无力", "双下肢麻木")
    ),
    Finding.PROGRESSIVE_WEAKNESS: Names(
        "progressive weakness", "进行性无力", ("worsening weakness", "increasing weakness"), ("进行性肌力下降", "肌力进行性下降")
    ),
    Finding.GAIT_OR_HAND_CLUMSINESS: Names(
        "gait disturbance or hand clumsiness",
        "步态不稳或手笨拙",
        ("unsteady gait", "spastic gait", "hand clumsiness", "clumsy hands"),
        ("步态不稳", "行走不稳", "踩棉花感", "手笨拙"),
    ),
    Finding.FEVER_WITH_SPINAL_PAIN: Names("fever with spinal pain", "发热伴脊柱疼痛", ("fever",), ("发热",)),
    Finding.CANCER_HISTORY: Names("cancer history", "肿瘤病史", ("history of cancer",), ("恶性肿瘤病史", "癌症病史")),
    Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT: Names(
        "anticoagulation with acute deficit", "抗凝治疗伴急性神经功能缺损", (), ("抗凝伴急性神经功能障碍",)
    ),
}
