"""English words that state a finding of bone, alignment or ligament, and what is rarer: infection, tumour, malformation."""

from __future__ import annotations

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.language.facts.rules import Rule, rule
from spinemed.language.facts.words_en import ARE, WORD

_A = Certainty.ABSENT
_DENIED_OR_UNSURE = frozenset({Certainty.ABSENT, Certainty.UNCERTAIN})
_OSSIFIED = r"(?:ossif\w+|calcif\w+)\s+(?:of\s+|in\s+)?(?:both\s+)?(?:the\s+)?"

BONE: tuple[Rule, ...] = (
    rule(
        Finding.OPLL,
        "opll pll longitudinal",
        rf"\b{_OSSIFIED}(?:anterior\s+(?:longitudinal\s+(?:ligaments?\s+)?)?(?:and|or|as\s+well\s+as)\s+(?:the\s+)?)?posterior\s+longitudinal\s+(?:\w+\s+)?lig\w+(?:\s*\(OPLL\))?"
        r"|\b(?:posterior\s+longitudinal\s+ligament|PLL)\s+(?:\w+\s+)?(?:ossif|calcif)\w+|\bOPLL\b(?!(?<=\(OPLL)\s+(?:continuous|segmental|mixed|circumscribed))",
    ),
    rule(
        Finding.OLF,
        "olf oyl ossif calcif",
        rf"\b{_OSSIFIED}(?:posterior\s+longitudinal\s+ligaments?\s+(?:and|or|as\s+well\s+as)\s+(?:of\s+)?(?:the\s+)?)?(?:ligament(?:um|a)\s+flav(?:um|a)|yellow\s+ligaments?|flavum)(?:\s*\(O[LY][FL]\))?"
        r"|\b(?:ligamentum\s+flavum|flavum)\s+(?:\w+\s+)?(?:ossif|calcif)\w+|(?-i:\bOLF\b|\bOYL\b)",
        loose=True,
    ),
    rule(
        Finding.OLF,
        "flav",
        r"\bflavum\s+free\s+of\s+ossification\b",
        _A,
    ),
    rule(
        Finding.DISH,
        "dish idiopathic forestier flowing",
        r"(?-i:\bDISH\b)|\bdiffuse\s+idiopathic\s+(?:skeletal\s+)?hyperostosis(?:\s*\(DISH\))?|\bflowing\s+ossification\b|\bforestier['’]?s?(?:\s+disease)?",
    ),
    rule((Finding.KYPHOSIS, Finding.SCOLIOSIS), "scolio", r"\bkypho-?\s?scolio(?:sis|tic|ses)(?:\s+deformity)?"),
    rule(
        Finding.SCOLIOSIS,
        "scolio curvature convex",
        r"(?<!kypho)(?<!kypho-)\b(?:dextro|levo|laevo|roto|lordo)?-?scolio(?:sis|tic(?!\s+vertebra)|ses)(?:\s+(?:deformity|curves?|curvature))?\b"
        r"|\b(?:dextro|levo|laevo)-?(?:curvature|curve|rotatory\s+curve)\b|\b(?:dextro|levo|laevo)-?convex\s+(?:\w+\s+)?(?:curvature|curve|scoliosis)\b|\blateral\s+curvature\s+of\s+the\s+(?:\w+\s+)?spine\b|\b(?:sinistro|dextro)-?convex\s+(?:[\w-]+\s+){0,3}?curvature\b|\brotational\s+curvature\b",
    ),
    rule(Finding.SCOLIOSIS, "below", r"\bbelow\s+the\s+(?:threshold|limit|cut-?off)\s+(?:for|of)\s+scoliosis\b", _A),
    rule(
        Finding.KYPHOSIS,
        "kypho gibbus hunchback",
        r"\b(?:hyper)?kyphos(?:is|es)\b(?:\s+deformity)?|\bhyperkyphotic\b|(?<!anatomical\s)(?<!normal\s)(?<!physiological\s)\bkyphotic(?:\s+(?:deformit(?:y|ies)|angulation|alignment|curv\w+|posture|kink|change))?|\bgibbus(?:\s+deformity)?|\bhunchback\b",
    ),
    rule(
        Finding.LORDOSIS_LOSS,
        "lordo curvature straighten military",
        rf"\b(?:loss|straightening|reduction|reversal|flattening|attenuation|effacement|decrease|obliteration)(?:\s+(?:of|in))?\s+{WORD}{{0,5}}?(?:lordo(?:sis|tic)(?:\s+(?:curv\w+|alignment))?|curvature)\b"
        rf"|\b(?:reduced|decreased|lost|flattened|diminished|straightened|reversed|absent)\s+{WORD}{{0,3}}?lordosis\b|\bhypo-?lordo(?:sis|tic)\b|\blordosis(?:\s+(?:is|was|has\s+been|appears))?\s+(?:lost|straightened|flattened|reduced|reversed|decreased)"
        rf"|\bstraighten(?:ed|ing)\s+(?:of\s+)?(?:the\s+)?(?:cervical|lumbar)\s+spine\b|\b(?:cervical|lumbar)\s+curve\s+(?:is\s+)?(?:perhaps\s+)?(?:somewhat\s+|slightly\s+)?straightened\b|\bmilitary\s+(?:neck|spine)\b",
    ),
    rule(
        Finding.LORDOSIS_LOSS,
        "lordo",
        r"\blordosis\s+(?:is\s+)?(?:maintained|preserved)\b|\b(?:normal|preserved|maintained)\s+(?:cervical\s+|lumbar\s+)?lordo(?:sis|tic\s+curv\w+)(?:\s+(?:is\s+)?(?:preserved|maintained))?(?=\s*(?:[.,;]|$))",
        _A,
    ),
    rule(
        Finding.SAGITTAL_IMBALANCE,
        "sagittal flat-back flatback flat_back",
        r"\bsagittal\s+(?:\w+\s+)?(?:im|mal)[\s-]?(?:balance|alignment)\b|\bpositive\s+(?:global\s+)?sagittal\s+(?:balance|imbalance)\b|\bflat[\s-]?back(?:\s+(?:deformity|syndrome))?|\bloss\s+of\s+sagittal\s+balance\b|\bdecompensated\s+sagittal\s+profile\b",
    ),
    rule(
        Finding.SAGITTAL_IMBALANCE,
        "sagittal",
        r"\bsagittal\s+(?:balance|alignment)\s+(?:is\s+)?(?:well\s+balanced|preserved|maintained|normal|restored)\b",
        _A,
    ),
    rule(
        Finding.COMPRESSION_FRACTURE,
        "compress wedg collaps vcf vbf crush biconcave plana fracture",
        rf"\b(?:wedge[\s-]+|anterior\s+|osteoporotic\s+)*compression(?:[\s-]+type)?\s+(?:\w+\s+)?(?:fractures?|deformit(?:y|ies)|injur(?:y|ies))\b|\b(?:anterior\s+)?wedge(?:d|[\s-]shaped|[\s-]+compression)?\s+(?:fractures?|deformit(?:y|ies)|collapse|compression)\b|\bwedging\b"
        rf"|\bcrush\s+fractures?\b|\bbiconcave\s+(?:fractures?|deformit(?:y|ies))\b|(?-i:\b(?:O?VCFs?)\b)|\bvertebra\s+plana\b|\b(?:old|vertebral|osteoporotic)\s+compressions\b|\bwedge[\s-]shaped\b(?=[^.;,]{{0,20}}(?:[CTLD]\d|vertebra|bod(?:y|ies)|[.;,]|$))|(?-i:\bVBFs?\b)(?=[^.;]{{0,20}}\b(?:wedge|biconcave|crush|compression))"
        rf"|\b(?:vertebral\s+(?:body\s+)?)?collapse\s+(?:of|at)\s+(?:the\s+)?(?:[CTLD]\d{{1,2}}\b(?!\s*[-/–])|(?:\w+\s+){{0,2}}?vertebra)"
        rf"|\b(?:vertebral|vertebra|vertebrae|body|bodies|[CTLD]\d{{1,2}})(?:\s+(?:vertebral\s+)?(?:body|bodies|vertebra|vertebrae))?{ARE}?(?:collaps(?:ed?|es)|wedged|compressed|flattened|crushed)\b(?!\s+(?:of\s+the\s+)?(?:disc|cord|root))(?:\s+and\s+wedg\w+)?"
        rf"|\b(?:collapsed?|compression|wedged)(?:\s+and\s+wedging)?\s+(?:of\s+)?{WORD}{{0,4}}?(?:vertebra(?:l|e)?(?:\s+bod(?:y|ies))?|bod(?:y|ies))\b"
        rf"|(?<!cord\s)(?<!root\s)(?<!sac\s)(?<!equina\s)\bcompression\s+(?:of|at)\s+(?:the\s+)?(?:left\s+|right\s+)?[TL]\d{{1,2}}\b(?!\s*[-/])(?!\s+(?:exiting\s+|traversing\s+|spinal\s+)?(?:nerves?|roots?)\b)|\bfractures?,?\s+(?:of\s+)?(?:anterior\s+)?(?:wedge|compression)(?:\s+type)?\b",
    ),
    rule(
        Finding.BURST_FRACTURE,
        "burst",
        r"\bburst(?:[\s-]+type)?(?:\s+\w+)?\s+(?:fractures?|injur(?:y|ies))\b|\b(?:fractures?|injury)\s+of\s+burst\s+type\b|\bbursting\s+fractures?|\bburst\b",
    ),
    rule(
        Finding.DISTRACTION_FRACTURE,
        "chance distraction seat",
        r"\bchance(?:[\s-]+type)?\s+(?:fractures?|injur(?:y|ies)|lesion)\b|\b(?:flexion|extension|hyperextension)[\s-]+distraction(?:[\s-]+type)?(?:\s+(?:fractures?|injur(?:y|ies)))?\b|\bdistraction(?:[\s-]+(?:pattern|type))?(?:\s+\(B\d\))?\s+(?:fractures?|injur(?:y|ies))\b|\bseat-?\s?belt\s+(?:type\s+)?fractures?",
    ),
    rule(
        Finding.FRACTURE_DISLOCATION,
        "locat translation luxat sublux",
        r"\b(?:spinal\s+|vertebral\s+)?fracture(?:d|s)?(?:[\s/-]+|\s+and\s+)(?:dis)?locat(?:ion|ed)\b|\bfracture(?:[\s/-]+)(?:sub)?luxation\b|\bluxation\s+fractures?\b|\btranslation(?:al)?(?:[\s-]+rotation(?:al)?)?\s+(?:type\s+)?injur(?:y|ies)\b",
    ),
    rule(
        Finding.FACET_INJURY,
        "facet articular_process",
        r"\b(?:jumped|perched|locked|dislocated|fractured|subluxe?d|subluxated|overriding)\s+(?:[\w/–-]+\s+){0,4}?(?:facets?|articular\s+process(?:es)?)(?:\s+joints?)?\b"
        r"|\b(?:facets?|articular\s+process(?:es)?)(?:\s+joints?)?(?:\s+(?:of|at)\s+[CTL]\d{1,2})?(?:\s+(?:is|are|was|were))?(?:\s+\w+)?\s+(?:fractur\w*|disloc\w*|sublux\w*|diastasis|disrupt\w*|injur\w*|locking|interlocking|perched|jumped)\b"
        r"|\b(?:fractures?|dislocation|subluxation|diastasis|disruption|locking|interlocking)\s+(?:of|in|through)\s+(?:(?!with\b|and\b)[\w/–-]+\s+){0,5}?(?:facets?|articular\s+process(?:es)?)\b"
        r"|\bfacet(?=\s+or\s+\w+\s+fracture)|\b(?:uni|bi)facet(?:al)?\s+(?:fracture[\s-]+)?(?:dislocation|subluxation)\b",
    ),
    rule(
        Finding.FACET_INJURY,
        "facet",
        r"\bfacets?(?:\s+joints?)?(?:\s+(?:is|are|was|were|remain))?\s+(?:intact|(?:well\s+)?aligned|congruent)\b",
        _A,
    ),
    rule(
        Finding.VERTEBRAL_FRACTURE,
        "fractur",
        r"(?<!hip\s)(?<!rib\s)(?<!ribs\s)(?<!wrist\s)(?<!femoral\s)(?<!femur\s)(?<!pelvic\s)(?<!skull\s)(?<!ankle\s)(?<!screw\s)(?<!rod\s)(?<!radius\s)(?<!tibial\s)(?<!nasal\s)(?<!hand\s)(?<!neck\sof\sfemur\s)(?<!implant\s)(?<!hardware\s)(?<!humerus\s)(?<!clavicle\s)(?<!metatarsal\s)(?<!foot\s)(?<!calcaneal\s)(?<!fibula\s)(?<!orbital\s)(?<!facial\s)(?<!elbow\s)(?<!iliac\s)(?<!sternal\s)(?<!scapular\s)"
        r"\b(?:(?:vertebral|vertebra|spinal|spine|stress|fragility|osteoporotic|insufficiency|transverse\s+process|spinous\s+process|laminar?|pedicle|end[\s-]?plate|neck)\s+)*fractur(?:es?|ed|ing)\b(?!\s+(?:risk|of\s+(?:the\s+|his\s+|her\s+|a\s+)?(?:\w+\s+)?(?:hip|femur|rib|wrist|radius|pelvis|skull|ankle|tibia|humerus|femoral|screw|rod|clavicle|calcane\w*|foot|hand|arm|leg|pubic|ilium|iliac|patella|scapula|nose|finger|toe|sternum)))",
    ),
    rule(Finding.VERTEBRAL_FRACTURE, "fractur", r"\bvertebral\s+bod(?:y|ies)(?=\s+(?:or|and)\s+[\w-]+\s+fractures?)", loose=True),
    rule(
        Finding.VERTEBRAL_FRACTURE,
        "intact bony_injury",
        r"\b(?:vertebra(?:l|e)?\s+)?(?:bod(?:y|ies)|vertebrae?)(?:\s+(?:is|are|was|were|remain|all))*\s+intact\b|\b(?:laminae?|pedicles?|posterior\s+elements?)(?:\s+(?:is|are|was|were|remain))?\s+intact\b|\bno\s+(?:acute\s+)?bony\s+injury\b|(?<=[CTL]\d:\s)intact\b|(?<=[CTL]1\d:\s)intact\b|\b[CTL]\d{1,2}\s+(?:is\s+|are\s+)?intact\b",
        _A,
    ),
    rule(
        Finding.PATHOLOGICAL_FRACTURE,
        "patholog malignan neoplas metasta tumor tumour myeloma",
        rf"\bpathologic(?:al)?\s+{WORD}{{0,4}}?(?:fractures?|VBFs?|VCFs?|collapse)\b(?:[^.;]{{0,40}}?\btype\s+wedge\b)?|\b(?:malignant|neoplastic|metastatic)\s+(?:vertebral\s+)?(?:collapse|(?:compression\s+)?fractures?)\b|\bcollapse\s+{WORD}{{0,3}}?(?:secondary|due)\s+to\s+(?:malignan\w+|metasta\w+|tumou?r|myeloma)",
    ),
    rule(Finding.VERTEBRAL_FRACTURE, "vbf", r"(?-i:\bVBFs?\b)(?:\s+fractures?)?"),
    rule(
        Finding.VERTEBRAL_FRACTURE,
        "#",
        r"(?<!burst\s)(?<!wedge\s)(?<!compression\s)#\s?(?=(?:of\s+|at\s+)?[CTLD]\d{1,2}\b(?!\s+(?:burst|wedge|compression)))|(?<=[\d/])\s?#(?=[\s,.;]|$)",
    ),
    rule(
        Finding.ATLAS_FRACTURE,
        "atlas jefferson c1",
        r"\b(?:arch(?:es)?|ring)\s+of\s+(?:C1|the\s+atlas)\s+(?:is|are)\s+fractured\b|\bbreak\s+of\s+(?:the\s+)?(?:C1|atlas)\s+ring\b|\bjefferson['’]?s?(?:\s+(?:type\s+)?(?:fractures?|burst))?|\b(?:atlas|C1)(?:\s+(?:ring|arch|anterior\s+arch|posterior\s+arch|lateral\s+mass|burst))*\s+fractures?\b|\bfractures?\s+(?:of|through|involving)\s+(?:the\s+)?(?:\w+\s+){0,6}?(?:atlas|C1)\b(?!\s*[-/–])",
    ),
    rule(
        Finding.DENS_FRACTURE,
        "dens odontoid peg_",
        r"\b(?:dens|odontoid)(?:\s+(?:process|peg))?(?:\s+\w+){0,3}?\s+fractur(?:es?|ed)\b|\bfractures?\s+(?:of|through|involving|at)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:dens|odontoid)(?:\s+(?:process|peg))?\b|\bodontoid(?:\s+process)?\s+(?:is\s+)?fractured|\bfractured\s+(?:dens|odontoid)(?:\s+(?:process|peg))?\b|\bpeg\s+(?:fractures?\b|#)|\bnon-?union\s+of\s+(?:the\s+)?(?:dens|odontoid)\b",
    ),
    rule(
        Finding.DENS_FRACTURE,
        "dens odontoid",
        r"\b(?:dens|odontoid)(?:\s+(?:process|peg))?(?:\s+(?:is|was|remains?|appears?))?\s+(?:intact|unfractured)\b|\b(?:dens|odontoid(?:\s+process|\s+peg)?)\s+and\s+(?:the\s+)?(?:lateral\s+masses|(?:C1\s+)?arch(?:es)?|C2\s+body)\s+(?:are\s+)?intact\b"
        r"|\b(?:dens|odontoid)\b[^.;:]{0,24}?\bnot\s+fractured\b|\bintact\s+(?:dens|odontoid)\b"
        r"|\bos\s+odontoideum\b[^.;]{0,24}?\b(?:not|rather\s+than|and\s+no)\s+(?:an?\s+)?(?:acute|fresh|recent|new)?\s*fractures?\b",
        _A,
    ),
    rule(
        Finding.HANGMAN_FRACTURE,
        "hangm traumatic_spondylolisthesis c2 axis",
        r"\bfractures?\s+(?:of|through)\s+(?:the\s+|both\s+)?C2\s+pedicles\b|\bC2\s+pars(?:\s+interarticularis)?\s+fractures?(?:\s*\((?:hangman['’]?s?)(?:\s+fractures?)?\))?|\bfractures?\s+(?:of|through)\s+(?:the\s+|both\s+)?pars(?:\s+interarticularis)?\s+of\s+(?:C2|the\s+axis)\b(?:\s*\((?:hangman['’]?s?)(?:\s+fractures?)?\))?|\bhangm[ae]n['’]?s?(?:\s+(?:type\s+)?fractures?)?|\btraumatic\s+spondylolisthesis\s+of\s+(?:the\s+)?(?:axis|C2)\b",
    ),
    rule(
        Finding.SACRAL_FRACTURE,
        "sacr s1 s2 s3 s4 s5",
        r"\b(?:sacral|sacrum)(?:\s+(?:\w+|body,\s+consistent\s+with)){0,3}?\s+fractur(?:es?|ed)\b|\bsacral\s+body,?\s+consistent\s+with\s+fractures?\b|\bfractures?\s+(?:of|through|involving|in)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:sacrum|sacral\s+al\w+|S[1-5])\b(?!\s*(?:[-/–]|screw|pedicle|endplate))|\bsacral\s+#",
    ),
)

RARE: tuple[Rule, ...] = (
    rule(
        Finding.EPIDURAL_HAEMATOMA,
        "ematoma seh edh dural",
        r"\b(?:epi|extra)dural\s+(?:[\w-]+\s+){0,4}?ha?ematomas?\b|\bha?ematomas?\s+(?:in|within|of)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:epi|extra)dural\b|\b(?:epi|extra)dural\b(?:(?!psoas|paraspinal|subdural)[^.;]){0,40}?\bha?ematoma\b|(?-i:\bSEH\b)|\b(?:epi|extra)dural\s+(?:blood|ha?emorrhage)\b(?:\s+collection)?|\bclot\s+in\s+the\s+epidural\s+space\b|(?-i:\bEDH\b)",
        loose=True,
    ),
    rule(
        Finding.EPIDURAL_ABSCESS,
        "abscess sea dural",
        r"\b(?:epi|extra)dural\s+(?:[\w-]+\s+){0,4}?(?:or\s+)?abscess(?:es)?\b|\babscess(?:es)?\s+(?:in|within|of)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:epi|extra)dural\b|(?-i:\bSEA\b)|\b(?:epi|extra)dural\s+(?:pus|empyema)\b(?:\s+collection)?|\bpus\b(?:\s+collection)?\s+(?:in|from)\s+(?:the\s+)?(?:\w+\s+)?epidural\s+space\b"
        r"|\b(?:epi|extra)dural\b(?:(?!psoas|paraspinal|paravertebral|prevertebral)[^.;]){0,60}?\babscess(?:es)?\b",
        loose=True,
    ),
    rule(
        Finding.EPIDURAL_ABSCESS,
        "no_abscess no_evidence_of_abscess",
        r"\b(?<=[Nn]o\s)abscess\b(?!\s+(?:in|of)\s+the\s+(?:psoas|para))|(?<=no\sevidence\sof\s)abscess\b",
    ),
    rule(
        Finding.SPONDYLODISCITIS,
        "discit diskit osteomyelit infecti spondylit",
        r"\b(?:spondylo-?)?dis[ck]itis(?:[\s/-]+(?:and\s+)?(?:vertebral\s+)?osteomyelitis)?\b|\b(?:vertebral\s+)?osteomyelitis(?:[\s/-]+dis[ck]itis)?\b|\bdis[ck](?:[\s-]space)?\s+infection\b|\b(?:pyogenic|infectious|infective|septic|bacterial)\s+spondylitis\b|\binfected\s+dis[ck]\b|\bvertebral\s+infection\b|\binfection\s+of\s+(?:the\s+)?(?:[\w/–-]+\s+){0,2}?dis[ck]s?\b(?:\s+and\s+end-?plates)?",
    ),
    rule(
        Finding.SPONDYLODISCITIS,
        "infection",
        r"(?<!wound\s)(?<!urinary\s)(?<!tract\s)(?<!chest\s)(?<!of\s)(?<!skin\s)(?<!site\s)\binfection\b(?=\s+(?:is\s+|remains\s+)?(?:unlikely|less\s+likely|not\s+excluded|suspected|cannot\s+be\s+excluded))",
        only=_DENIED_OR_UNSURE,
    ),
    rule(
        Finding.SPINAL_TUBERCULOSIS,
        "tubercul pott tb_ _tb koch caries",
        r"\b(?:spinal|vertebral|spine|lumbar|thoracic|cervical|thoracolumbar|lumbosacral)\s+(?:\w+\s+)?(?:tuberculosis|TB)\b|\btuberculo(?:us|sis)\s+(?:spondyl\w+|dis[ck]itis|(?:of|in)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:spine|vertebra\w*|[CTL]\d+))|\bpott['’]?s?['’]?\s+(?:disease|spine|spondylitis|paraplegia)\b|\bTB\s+(?:of\s+the\s+)?(?:spine|spondyl\w+)\b|\bkoch['’]?s?\s+spine\b|\bcaries\s+(?:of\s+the\s+)?spine\b|\btubercular\s+(?:spondyl\w+|dis[ck]itis)",
    ),
    rule(
        Finding.SPINAL_TUBERCULOSIS,
        "tuberculosis",
        r"(?<!pulmonary\s)(?<!of\s)(?<!spinal\s)\btuberculosis\b(?!\s+(?:contact|exposure|test|screen|history|skin))(?=\s+(?:cannot|can\s*not|could\s+not|is|remains|not\s+excluded|should\s+be))",
        only=_DENIED_OR_UNSURE,
    ),
    rule(
        Finding.VERTEBRAL_METASTASIS,
        "metasta",
        r"(?<!non)(?<!non-)(?<!liver\s)(?<!lung\s)(?<!brain\s)(?<!hepatic\s)(?<!nodal\s)(?<!pulmonary\s)(?<!node\s)(?<!cerebral\s)(?<!leptomeningeal\s)(?<!visceral\s)(?<!adrenal\s)"
        r"\b(?:(?:spinal|vertebral|bony|bone|osseous|skeletal|lytic|sclerotic|osteoblastic|osteolytic)\s+)*metasta(?:sis|ses|tic|size[sd]?|sised)\b(?:\s+(?:vertebral\s+|bony?\s+|osseous\s+|spinal\s+|epidural\s+)*(?:diseases?|lesions?|deposits?|involvement|tumou?rs?|infiltration|spread))?"
        r"(?!\s+(?:breast|lung|prostate|renal|colon|thyroid|melanoma|cancer|carcinoma)|\s+(?:to|in)\s+(?:the\s+)?(?:liver|lungs?|brain|lymph|adrenal))",
    ),
    rule(  # "T6, T8: no tumour": of a bone it is the metastasis that was looked for
        Finding.VERTEBRAL_METASTASIS,
        "tumor tumour malignan",
        r"(?:\b[CTL]\d{1,2}(?:\s+(?:vertebral\s+)?body)?(?:\s*(?:,|and|&)\s*)?){1,4}(?:\s*:|\s+(?:is|are|remains?|shows?))\s*(?:no|free\s+of|without)\s+(?:evidence\s+of\s+)?(?:tumou?r|malignan\w+)\b",
        _A,
    ),
    rule(
        Finding.VERTEBRAL_METASTASIS,
        "met deposit secondar",
        r"\b(?:lytic|bone|bony|spinal|vertebral|sclerotic|osseous)\s+(?:mets?|secondaries)\b|\bsecondary\s+deposits?\b",
    ),
    rule(
        Finding.PRIMARY_TUMOUR,
        "chordoma sarcoma plasmacytoma giant_cell osteoid osteoblastoma aneurysmal primary ewing myeloma",
        r"\b(?:chordoma|osteosarcoma|chondrosarcoma|(?:solitary\s+)?plasmacytoma|giant\s+cell\s+tumou?r|osteoid\s+osteoma|osteoblastoma|aneurysmal\s+bone\s+cyst|ewing['’]?s?\s+sarcoma)\b|\bmyeloma\s+(?:infiltration|deposits?|lesions?)\b|\binfiltration\s+of\s+the\s+(?:spine|vertebrae)\s+(?:with|by)\s+myeloma\b|\bprimary\s+(?:malignant\s+)?(?:spinal|vertebral|bone|spine)\s+(?:bone\s+)?(?:tumou?rs?|neoplasms?|malignancy)\b",
    ),
    rule(
        Finding.INTRADURAL_TUMOUR,
        "intradural idem intramedul ependymoma schwannoma meningioma neurofibroma astrocytoma blastoma",
        r"\bdumbbell\s+(?:schwannoma|neurinoma|neurofibroma|tumou?r)\b|\b(?:intra-?dural|intra-?medullary)(?:[\s,-]+[\w-]+){0,3}?\s+(?:neurinomas?|tumou?rs?|mass(?:es)?|neoplasms?|lipoma|metastas[ie]s|schwannomas?|meningiomas?|ependymomas?|astrocytomas?)\b"
        r"|(?-i:\bIDEM)\s+(?:tumou?r|lesion|mass)\b|\b(?:schwannoma|meningioma|neurofibroma|ependymoma)\b(?=[^.;]{0,30}?\b(?:intradural|intra-dural|cauda\s+equina|filum|conus)\b)|\b(?:spinal|myxopapillary|cord|thoracic|cervical|lumbar|conus|filum)\s+(?:\w+\s+)?(?:ependymomas?|schwannomas?|meningiomas?|neurofibromas?|astrocytomas?|ha?emangioblastomas?)\b",
    ),
    rule(
        Finding.HAEMANGIOMA,
        "angioma",
        r"(?<!hepatic\s)(?<!liver\s)(?<!cavernous\s)(?<!infantile\s)\b(?:(?:vertebral\s+(?:body\s+)?|osseous\s+|intraosseous\s+)?ha?emangioma(?:s|ta)?|vertebral\s+angioma)\b(?!\s+of\s+the\s+(?:liver|skin))",
    ),
    rule(
        Finding.ANKYLOSING_SPONDYLITIS,
        "ankylos bechterew as_ as, bamboo",
        r"(?-i:(?<=[Kk]nown\s)AS\b|\bAS\b(?=\s+(?:with\s+(?:a\s+)?(?:fused|bamboo|ankyl)|(?:is\s+)?ruled\s+out|excluded)))|\bankylosing\s+spondyl\w+|\bbamboo\s+spine\b|(?-i:^AS\b)(?=,)|\bbechterew['’]?s?(?:\s+disease)?",
    ),
    rule(
        Finding.ANDERSSON_LESION,
        "andersson spondylodis",
        r"\bandersson['’]?s?(?:[\s-]+type)?(?:\s+lesions?)?|\bspondylodis[ck]al\s+pseud\w+",
    ),
    rule(
        Finding.SACROILIITIS,
        "sacroil sacro-il si_",
        r"(?<!york\s)\bsacro-?ilii?tis\b|\b(?:sacroiliac|SI)\s+(?:joint\s+)?inflammation|\binflamed\s+sacroiliac\s+joints?|\binflammat\w+\s+of\s+(?:the\s+)?(?:\w+\s+)?sacroiliac\s+joints?",
    ),
    rule(
        Finding.LSTV,
        "transition lstv sacrali lumbari",
        r"\b(?:lumbo-?sacral\s+)?transitional\s+(?:lumbo-?sacral\s+|lumbar\s+|sacral\s+)?(?:vertebra\w*|anatomy|segment|level|body|articulation)\b|(?-i:\bLSTV\b)|\bsacrali[sz](?:ed|ation)\b(?:\s+of\s+(?:the\s+)?L[56]|\s+L[56])?|\blumbari[sz](?:ed|ation)\b(?:\s+of\s+(?:the\s+)?S1|\s+S1)?",
    ),
    rule(Finding.HEMIVERTEBRA, "hemi-vert hemivert", r"\bhemi-?vertebra(?:e|s|l)?\b"),
    rule(
        Finding.BUTTERFLY_VERTEBRA,
        "butterfly cleft",
        r"\bbutterfly\b(?!\s+(?:rash|needle|closure))(?:[\s-]+shaped?)?(?:\s+(?:vertebra\w*|configuration|deformity))?|\b(?:anterior|sagittal|coronal)\s+cleft\s+vertebra\w*",
    ),
    rule(
        Finding.BLOCK_VERTEBRA,
        "block congenital segment",
        r"\bblock(?:ed)?\s+(?:vertebra\w*|segments?)\b|\bcongenital(?:ly)?\s+(?:\w+\s+){0,3}?(?:fusion|fused)(?:\s+vertebra\w*)?(?:\s+(?:of|between))?|\bvertebral\s+block\b|\b(?:failure\s+of\s+segmentation|non-?segmentation|unsegmented\s+(?:vertebra\w*|bar))\b|\bfusion,?\s+congenital\b",
    ),
    rule(
        Finding.KLIPPEL_FEIL,
        "klippel kfs",
        r"(?-i:\bKFS\b)|\bklippel[\s-]feil(?:['’]s)?(?:\s+(?:syndrome|anomaly|deformity|sequence))?",
    ),
    rule(
        Finding.SPINA_BIFIDA,
        "bifid myelomeningocele sbo posterior_arch dysraphi",
        r"(?-i:\bSBO\b)(?=\s+(?:of|at)\s+(?:L5|S1))|\b(?:unfused|open)\s+posterior\s+arch\s+of\s+(?:L5|S1)\b|\bmyelomeningocele\b|\bspinal\s+dysraphism\b|\bspina\s+bifida(?:\s+(?:occulta|aperta|cystica))?|\bbifid\s+(?:[CTLS]\d{1,2}\s+)?(?:posterior\s+(?:elements?|arch)|neural\s+arch|laminae?)",
    ),
    rule(Finding.TETHERED_CORD, "tether", r"\btether(?:ed|ing)(?:\s+of)?(?:\s+(?:the\s+)?(?:spinal\s+)?cord(?:\s+syndrome)?)?"),
    rule(
        Finding.CHIARI,
        "chiari tonsil cm-1 cm-i cm1 cm_1",
        r"(?-i:\bCM[\s-]?(?:1|I)\b)|(?<!budd-)(?<!budd\s)\b(?:arnold[\s-])?chiari(?:\s+(?:type\s+)?(?:malformation|I+|1|2|deformity|anomaly)(?:\s+malformation)?)*|\b(?:cerebellar\s+)?tonsil(?:lar|s)?\s+(?:herniation|descent|ectopia)|\b(?:descent|herniation|ectopia)\s+of\s+(?:the\s+)?cerebellar\s+tonsils",
    ),
    rule(
        Finding.BASILAR_INVAGINATION,
        "basilar settling vertical",
        r"\bbasilar\s+(?:invagination|impression)|\b(?:cranial|vertical)\s+(?:settling|(?:sub)?luxation)|\bvertical\s+migration\b(?!\s+of\s+(?:the\s+)?(?:disc|frag|cage))",
    ),
    rule(
        Finding.ATLANTOAXIAL_INSTABILITY,
        "atlanto c1 atlas aai aas aad",
        r"\batlanto-?\s?axial\s+(?:[\w-]+\s+){0,2}?(?:instabilit\w+|sublux\w+|dislocation|rotatory\s+fixation)|\bC1[-/–](?:C?2)\s+(?:\w+\s+)?(?:instability|subluxation|dislocation)|(?-i:\bAA[ISD]\b)|\bC1[-/–]C?2\s+(?:is\s+|are\s+)?(?:markedly\s+)?unstable\b|\bunstable\s+(?:C1[-/–]C?2\b|atlanto-?axial\s+joint)|\b(?:instability|subluxation)\s+(?:of|at|between)\s+(?:the\s+)?(?:atlanto-?axial|C1[-/–]C?2|atlas\s+and\s+(?:the\s+)?axis|C1\s+and\s+C2)\b",
    ),
    rule(
        Finding.ATLANTOAXIAL_INSTABILITY,
        "c1",
        r"\bC1[-/–]C?2\s+(?:is\s+|are\s+|articulation\s+(?:is\s+)?)?stable\b",
        _A,
    ),
    rule(
        Finding.SPONDYLOLISTHESIS,
        "listhes slip sublux translat",
        r"(?<!retro)(?<!retro-)(?<!posterior\s)(?<!backward\s)\b(?:spondylo|antero|ante|latero|spondylo-|antero-|latero-)?-?listhes(?:[ei]s|ed)\b|\b(?:anterior|forward|ventral)\s+(?:slip(?:page|ping)?|subluxation|translation|displacement)\b(?=\s+(?:of|at)\b)|\bvertebral\s+slip(?:page)?\b"
        r"|\b(?:has|have|is|are)\s+(?:not\s+)?slipped\b(?!\s+back)|\bslipped\s+forwards?\b|\b(?:is|are)\s+displaced\s+(?:anteriorly|forwards?)\s+(?:on|over)\b"
        r"|(?<!backward\s)(?<!posterior\s)\bslips?\b(?!\s+(?:and\s+fall|on\b|in\s+the|progress))|\bslippage\b|\bspondylolisthetic\b",
    ),
    rule(
        Finding.RETROLISTHESIS,
        "retro backward posterior",
        r"\bretro-?(?:spondylo)?-?listhes[ei]s\b|\b(?:posterior|backward)\s+(?:slip(?:page)?|subluxation|listhes[ei]s|translation)\b(?=\s+of|\s+on|,|\.|$)|\bdisplaced\s+(?:posteriorly|backwards?)\s+(?:on|over)\b|\b(?:posterior|backward)\s+displacement\s+of\s+[CTL]\d",
    ),
    rule(
        Finding.SPONDYLOLYSIS,
        "spondyloly pars isthm collar",
        r"\bspondylolys[ie]s\b|\bspondylolytic\s+(?:defects?|lesions?|clefts?)\b|\bpars(?:\s+interarticularis)?\s+(?:defects?|fractures?|lys[ie]s|clefts?|stress\s+(?:fractures?|reaction))\b|\b(?:defects?|lys[ie]s|fractures?|clefts?)\s+(?:of|in|through|at)\s+(?:[\w/–-]+\s+){0,5}?pars\b(?:\s+interarticularis)?|\bisthmic\s+(?:defects?|lysis)\b|\blysis\s+of\s+(?:the\s+)?(?:[\w/–-]+\s+){0,3}?isthmus\b|\bscott(?:ie|y)\s+dog\s+collar\b|\bpars(?:\s+interarticularis)?\s+(?:is|are)\s+(?:both\s+)?(?:defective|fractured|lytic|disrupted)",
    ),
    rule(
        Finding.SPONDYLOLYSIS,
        "pars",
        r"\bpars(?:\s+interarticularis)?(?:\s+(?:is|are|was|were|remain|appear))?\s+(?:intact|continuous|normal)\b",
        _A,
    ),
)
