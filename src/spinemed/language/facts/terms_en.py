"""English words that state a finding of disc, canal or nerve; bone and what is rarer come from `terms_bone_en`.

Each pattern says the finding whichever way it is put ("foraminal stenosis", "foramina are narrowed", "narrowing of both
foramina"); gaps between its words have an end, so that reading stays linear.
"""

from __future__ import annotations

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.language.facts.rules import Rule, rule
from spinemed.language.facts.terms_bone_en import BONE, RARE
from spinemed.language.facts.words_en import ARE, WORD

_A = Certainty.ABSENT

# Up to a few plain words, among them levels, without punctuation that ends a phrase.
_WL = r"(?:[\w'’/+-]+,?\s+)"
_GAP = r"\s+(?:(?!(?:and|or|with|without)\b)[\w'’/+-]+\s+){0,4}?"
_SHORT = rf"\s+{WORD}{{0,2}}?"
_LESS = r"(?:decreased?|decreasing|reduced|diminished|low(?:ered)?|lost|poor)"
_DISC = r"(?:inter-?vertebral\s+)?dis[ck]"
_QUALIFIERS = "mild|moderate|severe|minimal|slight|marked|significant|small|some|left|right|bilateral|both|early|mildly|moderately|severely|no|without|high-grade|low-grade|critical|advanced|neural|focal|multilevel|degenerative|relative|congenital|developmental|acquired|spinal|bony|the|to|sided|left-sided|right-sided|acute|chronic"

# "canal and left foraminal stenosis": the noun stands at the end of a list.
_NARROWING = r"(?:stenos[ei]s|narrowing|compromise|encroachment|effacement|impingement)"
_MEMBERS = (
    r"(?:neuro-?|neural\s+|exit\s+|extra-?|intervertebral\s+)?foramin(?:al|a|ae|um)|central(?:\s+canal)?|(?:spinal\s+|vertebral\s+)?canal|"
    r"lateral[\s-]recess(?:es)?|sub-?articular(?:\s+(?:zone|recess(?:es)?))?|spinal"
)
_LIST_TO_NOUN = (
    rf"(?=(?:\s*(?:,|/|&|\+)\s*|[\s-]+)(?:(?:and|or|as\s+well\s+as|nor|{_QUALIFIERS}|{_MEMBERS})(?:\s*[,/&+]\s*|[\s-]+)){{0,9}}"
    rf"(?:space\s+)?(?P<noun>{_NARROWING})\b)"
)

_WELL = r"\b(?:adequate|complete|satisfactory|good|full|sufficient)"
_NARROW_STATE = r"(?:narrow(?:ed|ing)?|stenos(?:ed|is|es)|stenotic|compromised|encroached|effaced|tight|crowded|obliterated|constricted|reduced)"
_FREE_STATE = (
    r"(?:patent|clear|free(?!\s+(?:of|from)\b)|open|capacious|adequate|preserved|well[\s-]maintained|maintained|uncompromised)"
)

DISC: tuple[Rule, ...] = (
    rule(
        Finding.DISC_DEGENERATION,
        "degenerat desiccat dessicat dehydrat ddd disc_disease disk_disease",
        rf"\b{_DISC}s?(?:\s+space)?s?{_SHORT}(?:degenerat\w*|desiccat\w*|dessicat\w*|dehydrat\w*)(?!\s+scoliosis)"
        rf"|\b(?:degenerated|degenerating|desiccated|dessicated|dehydrated){_GAP}{_DISC}s?\b"
        rf"|\bdegenerative\s+(?:inter-?vertebral\s+)?dis[ck]\s+(?:diseases?|changes?|degeneration|desiccation)\b(?!\s+(?:of|in)\s+(?:both\s+|the\s+)?(?:left\s+|right\s+)?(?:knees?|hips?|shoulders?))"
        rf"|\b(?:degenerat\w+|desiccation|dessication|dehydration)\s+(?:of|in|at|involving|affecting){_GAP}{_DISC}s?\b"
        rf"|\bdis[ck]\s+disease\b(?!\s+(?:of|in)\s+(?:both\s+|the\s+)?(?:left\s+|right\s+)?(?:knees?|hips?|shoulders?))|\bDDD\b|\b(?:desiccation|dessication|desiccated|dessicated)\b",
    ),
    rule(
        Finding.DISC_DEGENERATION,
        "signal hydration dark black",
        rf"\b(?:loss|reduction|decrease)\s+(?:of|in)\s+(?:the\s+)?(?:normal\s+)?(?:T2\s+)?(?:dis[ck]\s+)?(?:T2\s+)?(?:hydration|(?<=dis[ck]\s)signal)"
        rf"|\b{_LESS}\s+{WORD}{{0,2}}?(?:signal(?:\s+intensit(?:y|ies))?|hydration)\s+(?:of|in|within|from)\s+{_WL}{{0,6}}?{_DISC}s?\b"
        rf"|\b{_LESS}\s+(?:T2\s+)?(?:inter-?vertebral\s+)?dis[ck]\s+(?:T2\s+)?(?:signal|hydration)"
        rf"|\b(?:signal\s+(?:intensity\s+)?(?:loss|reduction|drop)|(?:loss|reduction|decrease)\s+of\s+(?:T2\s+)?signal)\s+(?:of|in|within|from)\s+{WORD}{{0,4}}?{_DISC}s?\b"
        rf"|\b{_DISC}s?\b(?:\s+(?:at\s+)?[\w/–-]+)?\s+(?:shows?|demonstrates?|has|have|with|is|are)\s+(?:of\s+)?{_LESS}\s+(?:T2\s+)?(?:signal|hydration)"
        rf"|\b(?:dark|black){_SHORT}{_DISC}s?\b|\b{_DISC}s?\s+signal\s+loss",
    ),
    rule(
        Finding.DISC_NARROWING,
        "narrow height collaps loss_of_disc loss_of_disk space",
        rf"\b{_DISC}(?:[\s-]+(?:space|height))?s?(?:\s+(?:height|space))?{ARE}?(?:narrow\w*|loss\b|reduc\w+|collaps\w*|decreas\w*|diminish\w*|lost\b)"
        rf"|\b{_DISC}[\s-](?:space|height)s?{ARE}?(?:narrow\w*|loss\b|reduc\w+|collaps\w*|decreas\w*|diminish\w*|lost\b)"
        rf"|\b{_DISC}s?\s+(?:narrow\w*|collaps\w*|height\s+(?:loss|reduction|narrowing|collapse))"
        rf"|\b(?:loss|reduction|decrease|diminution|collapse)\s+(?:of|in)\s+{WORD}{{0,3}}?{_DISC}(?:[\s-]space)?s?(?:\s+heights?)?\b(?!\s+signal)"
        rf"|\b(?:reduced|decreased|diminished|narrowed|collapsed|lost|narrow|reduction\s+of)\s+{WORD}{{0,3}}?{_DISC}(?:[\s-]spaces?|\s+heights?|s)\b(?!\s+(?:signal|hydration))"
        rf"|\b(?:collapsed|narrowed)\s+{WORD}{{0,2}}?{_DISC}\b"
        rf"|\bnarrowing\s+of\s+{WORD}{{0,4}}?(?:{_DISC}(?:[\s-]spaces?)?|inter-?spaces?)\b"
        rf"|\b(?:inter-?space|inter-?vertebral\s+space|disc[\s-]space)(?:s?(?:{ARE}|\s+may\s+be\s+)(?:{WORD}{{0,2}}?)(?:narrow(?:ed|er)?|collapsed)|\s+narrowing)\b|\b(?:loss|collapse|reduction)\s+of\s+(?:the\s+)?(?:inter-?space|inter-?vertebral\s+space)\b|\bdis[ck]\s+space\s+has\s+become\s+(?:\w+\s+)?narrower\b"
        rf"|\b(?:narrowed|narrow|reduced)\s+(?:inter-?(?:vertebral\s+)?|joint\s+)?(?:inter)?spaces?\b",
    ),
    rule(
        Finding.DISC_NARROWING,
        "height space",
        rf"\b{_DISC}[\s-](?:space\s+heights?|heights?|spaces?){ARE}?(?:kept|preserved|maintained|normal|well[\s-]preserved|intact|well[\s-]maintained)"
        rf"|\b(?:preserved|maintained|normal)\s+{WORD}{{0,2}}?{_DISC}(?:[\s-]space)?\s+heights?\b",
        _A,
    ),
    rule(
        Finding.DISC_NARROWING,
        "height_loss loss_of_height reduced_height decreased_height diminished_height height",
        r"\bheight\s+loss\b|\bloss\s+of\s+height\b|\bdis[ck]s?\s+(?:has|have|had)\s+lost\s+(?:some\s+|its\s+)?height\b|\b(?:reduced|decreased|diminished)\s+height\b|\bheight\s+(?:is\s+)?(?:reduced|decreased|lost)\b",
    ),
    rule(Finding.DISC_BULGE, "bulg", r"(?<!pseudo)(?<!pseudo-)(?<!wall\s)\bbulg(?:es?|ing|ed)\b(?!\s+(?:eyes?|fontan))"),
    rule(
        Finding.DISC_HERNIATION,
        "herni hnp prolaps ruptur slipped pivd pid large huge massive displace",
        rf"(?<!tonsillar\s)(?<!tonsil\s)(?<!brain\s)(?<!uncal\s)(?<!bowel\s)(?<!cord\s)\b(?:re-?)?herniat(?:ions?|ed|es|ing)\b(?!\s+(?:of\s+)?(?:the\s+)?(?:cerebell|tonsil|brain|bowel|muscle|stomach|cord|fat)|-like)(?:\s+nucleus\s+pulposus|\s+dis[ck]s?\b)?"
        rf"|\bHNP\b|\bP[IL]VD\b|\b{_DISC}s?\s+prolapses?\b|\bprolaps(?:ed?|ing){_SHORT}{_DISC}s?\b|\bprolapse\s+of{_GAP}{_DISC}s?\b"
        rf"|\b(?:large|huge|massive)\s+dis[ck]\b(?!\s+(?:bulg|protru|extru|herniat|osteophyt|fragment|sequest|space|height|desic|degen|ridge|spur|/|-))|\b(?:foraminal|dis[ck]al|dis[ck])\s+hernia\b"
        rf"|\b(?:ruptured|slipped){_SHORT}{_DISC}s?\b|(?<=\d\s)prolapse\b|\bdis[ck]\s+displacement\b|\bdis[ck]\s+rupture\b|\b{_DISC}s?\s+(?:is|are|has|have)\s+(?:prolapsed|ruptured)",
    ),
    rule(
        Finding.DISC_PROTRUSION,
        "protru",
        r"\bherniations?\s+of\s+(?:the\s+)?protrusion\s+type\b|\bprotru(?:sions?|ding|ded|des?)\b(?!\s+acetabul)(?:\s+dis[ck]s?\b)?",
    ),
    rule(Finding.DISC_EXTRUSION, "extru", r"(?<!cement\s)(?<!screw\s)\bextru(?:sions?|ding|ded|des?)\b(?:\s+dis[ck]s?\b)?"),
    rule(
        Finding.DISC_SEQUESTRATION,
        "sequest fragment pieces",
        rf"(?<!pulmonary\s)\bsequest(?:ration|rated|ered|erated)\b(?:\s+(?:dis[ck]|{_DISC})?\s*(?:fragments?)?)?|\bsequestrum\b(?!\s+(?:of\s+)?bone)(?:\s+of{_GAP}dis[ck])?"
        rf"|\bfree\s+{WORD}{{0,2}}?(?:fragments?|pieces)\b|\bdis[ck]\s+sequest\w+",
    ),
    rule(
        Finding.ANNULAR_FISSURE,
        "annul hiz high-intensity high_intensity",
        rf"\bannul(?:ar|us)(?:\s+fibros\w+)?{_SHORT}(?:fissur\w*|tears?|torn|rents?|ruptures?|disruption)\b(?:\s*\(?(?:high[\s-]intensity\s+zone|HIZ)\)?)?"
        rf"|\b(?:fissur\w*|tears?|rupture)\s+(?:of|in|through){_GAP}annul\w+|\b(?:annular\s+)?high[\s-]intensity\s+zones?\b|\bHIZ\b",
    ),
    rule(
        Finding.MODIC_CHANGE,
        "modic plate",
        rf"\bmodic(?:['’]?s)?(?:[\s-]+type)?(?=[^.;]{{0,24}}?\b(?:chang|endplate|end-plate|end\s+plate|alterat|degenerat|signal|disease))|\bmodic(?=\s+changes?)"
        rf"|\bend[\s-]?plate\s+{WORD}{{0,3}}?(?:changes?|o?edema)\b(?!\s+ero)",
    ),
    rule(
        Finding.ENDPLATE_IRREGULARITY,
        "plate",
        rf"\bend[\s-]?plates?{_SHORT}(?:irregularit\w+|erosions?|defects?|destruction|deformit\w+|depressions?|eroded|irregular|destroyed)\b"
        rf"|\b(?:irregularit\w+|erosions?|erosive\s+changes?|destruction|defects?)\s+(?:of|in|at|involving|along){_GAP}end[\s-]?plates?\b"
        rf"|\b(?:irregular|eroded|erosive|destroyed){_GAP}end[\s-]?plates?\b",
    ),
    rule(
        Finding.ENDPLATE_IRREGULARITY,
        "plate",
        rf"\bend[\s-]?plates?(?:\s+(?:at|of)\s+[\w/–-]+)?{ARE}(?:{WORD}{{0,2}}?)(?:irregular|uneven|eroded|destroyed|ragged|indistinct)\b",
    ),
    rule(
        Finding.ENDPLATE_IRREGULARITY,
        "plate",
        rf"\bend[\s-]?plates?{ARE}(?:smooth|regular|intact|preserved|well[\s-]defined)\b",
        _A,
    ),
    rule(
        Finding.SCHMORL_NODE,
        "schmorl intravertebral",
        r"\bschmorl['’]?s?(?:[\s-]+type)?(?:\s+(?:nodes?|nodules?|nodal\s+\w+))?|\bintra-?vertebral\s+(?:dis[ck]\s+)?herniations?",
    ),
    rule(
        Finding.OSTEOPHYTE,
        "osteophyt spur ridge",
        r"\bdis[ck][\s/-]+(?:and\s+)?(?:osteophyt\w*|ridge)(?:[\s-]+(?:bar|complex(?:es)?|ridge))?|\bosteophyt\w*(?:[\s-]+(?:complex(?:es)?|ridg\w+|spurs?|formation))?"
        r"|(?<!heel\s)(?<!calcaneal\s)(?<!scleral\s)\bspur(?:s|ring)?\b",
    ),
)

CANAL: tuple[Rule, ...] = (
    rule(
        Finding.CANAL_STENOSIS,
        "stenos narrow compromi encroach",
        rf"(?<!%\s)\b(?:central(?:\s+(?:spinal\s+)?canal)?|(?:spinal\s+|vertebral\s+|central\s+)*canal|spinal){_LIST_TO_NOUN}"
        rf"|(?<!%\s)\b(?:canal|thecal\s+sac)\s+(?:is\s+|are\s+)?{_NARROWING}\b",
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        rf"\b(?:spinal\s+|vertebral\s+|central\s+|lumbar\s+|cervical\s+|thoracic\s+|bony\s+|osseous\s+)*canal(?:\s+(?:at\s+)?[\w/–-]+)?{ARE}{_NARROW_STATE}\b"
        rf"|\b{_NARROWING}\s+(?:of|in|involving){_GAP}(?:spinal\s+|central\s+|vertebral\s+)*canal\b"
        rf"|\b(?:narrow(?:ed)?|stenotic|stenosed|tight){_SHORT}(?:spinal\s+|central\s+|vertebral\s+)*canal\b|\b(?:narrows|narrowing|reducing\s+the\s+diameter\s+of){_GAP}canal\b",
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        rf"\b(?:spinal\s+|vertebral\s+|central\s+|lumbar\s+|cervical\s+|thoracic\s+)*canal(?:\s+at\s+[\w/–-]+)?{ARE}?{_FREE_STATE}\b"
        rf"|\bcanal(?=(?:,|\s+and|,\s+and)\s+(?:both\s+|the\s+|lateral\s+recesses,?\s+(?:and\s+)?)?(?:neural\s+|neuro)?foram(?:en|ina|inae){ARE}{_FREE_STATE})"
        rf"|\b(?:patent|capacious){_SHORT}(?:spinal\s+|central\s+|vertebral\s+)*canal\b",
        _A,
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "stenos",
        r"(?<!aortic\s)(?<!mitral\s)(?<!pyloric\s)(?<!carotid\s)(?<!artery\s)(?<!arterial\s)(?<!tracheal\s)(?<!subglottic\s)(?<!valve\s)(?<!urethral\s)"
        r"(?<!coronary\s)(?<!renal\s)(?<!foraminal\s)(?<!foramen\s)(?<!recess\s)(?<!articular\s)(?<!esophageal\s)(?<!biliary\s)(?<!anal\s)(?<!vascular\s)"
        r"\b(?:spinal\s+)?stenos(?:i|e)s\b(?!\s+(?:of|in|at|involving)\s+(?:[\w'’-]+\s+){0,4}?(?:foram|artery|aort|recess|valve|ureth|bowel|duct|vein|carotid))",
    ),
    rule(
        Finding.FORAMINAL_STENOSIS,
        "foram nfn nfs nf_",
        rf"\b(?:neuro-?|neural\s+|exit\s+|extra-?|intervertebral\s+|root\s+)?foramin(?:al|a|ae)(?:\s+(?:space|exit))?{_LIST_TO_NOUN}|\b(?:B/?L\s+)?NF[NS]\b|(?-i:\bNF)\s+(?:narrowing|stenosis)\b|\bexit\s+canals?\s+(?:\w+\s+){{0,3}}?(?:encroached|narrow\w*|stenotic)\b",
    ),
    rule(
        Finding.FORAMINAL_STENOSIS,
        "foram",
        rf"\b(?:neuro|neural\s+|exit\s+|intervertebral\s+|root\s+)?foram(?:en|ina|inae|ens|inas|inal)\b(?:\s*:\s*{WORD}{{0,3}}?|(?:\s+(?:at\s+)?[\w/–-]+|\s+on\s+\w+\s+\w+){{0,2}}?{ARE}){_NARROW_STATE}\b"
        rf"|\b(?:{_NARROWING}\s+(?:of|in|involving)|encroach\w*\s+(?:on|upon|into))\s+{_WL}{{0,8}}?(?:neuro|neural\s+|exit\s+|intervertebral\s+)?foram(?:en|ina|inae|inas)\b"
        rf"|\bforam(?:en|ina|inae)\b(?=\s*:?\s+(?:both\s+)?(?:mild|moderate|severe|slight)(?:ly)?(?:\s+(?:bilateral|left|right)(?:ly)?)?\s*(?:[.,;]|$))"
        rf"|\b(?:narrowed|stenotic|stenosed|tight){_GAP}foram(?:en|ina|inae)\b|\b(?:narrows|narrowing|encroaching\s+on|compromising|obliterating|effacing){_GAP}foram(?:en|ina|inae)\b",
        loose=True,
    ),
    rule(
        Finding.FORAMINAL_STENOSIS,
        "foram",
        rf"\b(?:neuro|neural\s+|exit\s+|intervertebral\s+)?foram(?:en|ina|inae)\b(?:\s*:\s*|(?:\s+(?:at\s+)?[\w/–-]+)?(?:\s+on\s+(?:both\s+sides|either\s+side|the\s+\w+))?{ARE}?){_FREE_STATE}\b"
        rf"|\bforam(?:en|ina|inae)\b(?=\s+(?:are\s+)?(?:adequate|capacious))"
        rf"|(?<=,\s)(?:and\s+)?(?:the\s+)?(?:left|right)(?:\s+side)?\s+(?:is\s+|remains\s+)?(?:patent|clear|open)\b"
        rf"|\b(?:patent|clear|open){_GAP}foram(?:en|ina|inae)\b",
        _A,
    ),
    rule(
        Finding.FORAMINAL_STENOSIS,
        "foram",
        r"\bforam(?:en|ina)\b(?:\s+(?:to\s+be|are|is|appear))?\s+(?:of\s+)?normal\s+(?:in\s+)?(?:size|calib(?:re|er)|width)\b",
        _A,
    ),
    rule(
        Finding.SUBARTICULAR_STENOSIS,
        "recess articular",
        rf"\b(?:lateral[\s-]recess(?:es)?|sub-?articular(?:\s+(?:zone|recess(?:es)?))?){_LIST_TO_NOUN}"
        rf"|\b(?:lateral[\s-]recess(?:es)?|sub-?articular\s+(?:zones?|recess(?:es)?))\b(?:\s+(?:at\s+)?[\w/–-]+)?{ARE}{_NARROW_STATE}\b"
        rf"|\b{_NARROWING}\s+(?:of|in|involving){_GAP}(?:lateral[\s-]recess(?:es)?|sub-?articular\s+(?:zones?|recess(?:es)?))\b"
        rf"|\b(?:narrowed|stenotic){_SHORT}(?:lateral\s+recess(?:es)?|recessus\s+lateral\w+)|\b(?:narrows|narrowing|effacing|encroaching\s+on|crowds|crowding){_GAP}lateral\s+recess(?:es)?",
    ),
    rule(
        Finding.SUBARTICULAR_STENOSIS,
        "recess",
        rf"\blateral[\s-]recess(?:es)?\b(?:\s+(?:at\s+)?[\w/–-]+)?(?:\s+and\s+(?:neural\s+)?foram(?:en|ina|inae))?{ARE}?{_FREE_STATE}\b",
        _A,
    ),
    rule(
        Finding.THECAL_SAC_COMPRESSION,
        "sac dura theca subarachnoid",
        rf"\b(?:thecal|dural|dorsal|ventral\s+thecal|theca)(?:\s+sac)?{ARE}?(?:compress\w*|pinched|indent\w*|effac\w*|flatten\w*|deform\w*|impress\w*|imping\w*|displac\w*|distort\w*|narrow\w*|stenosis)\b"
        rf"|\b(?:compress\w*|indent\w*|effac\w*|flattening|flattens|deform\w*|impress(?:ion|es|ing)\w*|mass\s+effect|imping\w*|encroach\w*|distort\w*)(?:\s+(?:of|on|upon|against|to|into))?\s+{WORD}{{0,5}}?(?:thecal|dural|dorsal)\s+sac\b"
        rf"|\b(?:compress\w*|indent\w*|effac\w*|flatten(?:ing|s)|deform\w*)(?:\s+(?:of|on|upon))?\s+(?:the\s+)?(?:\w+\s+)?(?:dura|theca)\b|\bdural\s+tube{ARE}?(?:compress\w*|indent\w*|effac\w*)"
        r"|\beffac(?:ement\s+of|es|ing)\s+(?:the\s+)?(?:\w+\s+)?(?:subarachnoid|CSF)\s+space\b|\bsubarachnoid\s+space\s+(?:is\s+)?effaced\b",
        loose=True,
    ),
    rule(
        Finding.THECAL_SAC_COMPRESSION,
        "sac",
        rf"\b(?:thecal|dural)\s+sac{ARE}(?:{WORD}{{0,2}}?)decompressed\b|{_WELL}\s+decompression\s+of\s+the\s+(?:thecal|dural)\s+sac\b",
        _A,
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        rf"\bcanal{ARE}(?:{WORD}{{0,2}}?)decompressed\b|{_WELL}\s+decompression\s+of\s+the\s+(?:(?:spinal|central)\s+)?canal\b",
        _A,
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "lss",
        r"(?-i:\bLSS\b)",
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        r"\bcanal\b(?:\s+(?:to\s+be|are|is|appears))?\s+(?:of\s+)?normal\s+(?:in\s+)?(?:size|calib(?:re|er)|width)\b",
        _A,
    ),
    rule(
        Finding.FACET_ARTHROPATHY,
        "facet zygap apophys posterior_joint",
        rf"\b(?:facet(?:al|s)?|zygapophys\w+|apophyseal)(?:\s+joints?)?(?:\s*(?:,|and|/|&)\s*(?:mild\s+|moderate\s+|severe\s+)?(?:ligament(?:um|a|ous)?\s*(?:flav\w+)?|flavum|flaval))?[\s-]+(?:joint\s+)?{WORD}{{0,2}}?(?:arthropath\w*|arthros[ie]s|arthrit\w+|hypertroph\w*|degenerat\w*|osteo-?arthr\w+|overgrowth|enlarge\w*|sclerosis|OA\b|disease|changes?)"
        rf"|\b(?:hypertroph\w*|degenerat\w*|arthrit\w*|arthros[ie]s|osteo-?arthr\w*|arthropath(?:y|ic)|enlarged|enlargement|worn){_GAP}(?:facets?|zygapophys\w+|apophyseal|posterior\s+joints?)(?:\s+(?:joints?|changes?))?\b|\bFJ[AH]\b",
    ),
    rule(
        Finding.SYNOVIAL_CYST,
        "cyst",
        r"\b(?:facet(?:\s+joint)?\s+)?synovial\s+cysts?\b|\bjuxta-?(?:facet|articular)\s+(?:ganglion\s+)?cysts?|\bfacet(?:\s+joint)?\s+ganglion\b|\bganglion\s+cysts?\s+of\s+the\s+(?:[\w/–-]+\s+)?facet\b|\bfacet(?:\s+joint)?\s+(?:ganglion\s+)?cysts?|\bcysts?\s+of\s+the\s+(?:synovium|facet)",
    ),
    rule(
        Finding.FLAVUM_HYPERTROPHY,
        "flav lfh yellow lf_ ligament",
        rf"\b(?:ligament(?:um|a|ous|al)?\s+flav(?:um|a|al)|flavum|flaval|yellow\s+ligaments?|LF)(?:\s*(?:,|and|/|&)\s*facet(?:\s+joints?)?)?{ARE}?(?:hypertroph\w*|thicken\w*|thick\b|enlarge\w*|overgrowth|infolding|redundan\w+)"
        rf"|\b(?:hypertroph\w*|thicken\w*|thick|redundant|enlarged){_GAP}(?:ligament(?:um|a)\s+flav(?:um|a)|flavum|yellow\s+ligaments?)\b(?!\s+buckl)|\bLFH\b"
        rf"|\bligament(?:ous|um)\s+(?:hypertrophy|thickening)\b|\bflav(?:um|a)\s+measures?\s+[^.;]{{0,14}}?\bthick(?:ened)?\b",
        loose=True,
    ),
    rule(
        Finding.FLAVUM_HYPERTROPHY,
        "flav",
        r"\b(?:ligamentum\s+flavum|ligamenta\s+flava|flavum)\s+(?:is|are)\s+(?:of\s+)?normal\s+(?:in\s+)?thickness\b",
        _A,
    ),
)

NERVE: tuple[Rule, ...] = (
    rule(
        Finding.NERVE_ROOT_COMPRESSION,
        "root nerve cauda neural",
        rf"\b(?:compress\w*|squeez\w+|imping\w*|entrap\w*|encroach\w*|mass\s+effect|pinch\w*|irritat\w+|effac\w*|flattening|deform\w*|collapse)(?:\s+(?:of|on|upon|against|to|by))?(?!\s+(?:the\s+)?(?:spinal\s+)?cord\s+(?:and|or)\s+no)\s+{_WL}{{0,9}}?(?:(?:nerve\s+|spinal\s+)?(?:roots?|rootlets)|(?<!ulnar\s)(?<!median\s)(?<!radial\s)(?<!peroneal\s)(?<!sciatic\s)(?<!cutaneous\s)(?<!occipital\s)nerves?|cauda\s+equina)\b(?!\s+(?:sheath|syndrome|conduction|foram))"
        rf"|\b(?:nerve\s+|spinal\s+)?(?:roots?|rootlets)(?:\s+(?:sleeve|at|on|in)(?:\s+[\w/–-]+){{1,2}}?)?{ARE}?(?:compress\w*|imping\w*|entrap\w*|pinched|encroach\w*|flattened|deformed|effaced)\b(?:\s+(?:of|on)\b)?"
        rf"|\bcauda\s+equina(?:\s+rootlets|\s+nerve\s+roots|\s+roots)?{ARE}?(?:compress\w*|imping\w*|crowd\w*)\b"
        rf"|\b(?:neural|nerve)\s+(?:impingement|compression|entrapment)\b|\bconflict\s+with\s+{WORD}{{0,2}}?(?:nerve\s+)?roots?\b",
        loose=True,
    ),
    rule(
        Finding.NERVE_ROOT_COMPRESSION,
        "root",
        rf"\b(?:nerve\s+)?roots?(?:\s+(?:left|right|on\s+both\s+sides|bilaterally))?(?:\s+and\s+[\w\s-]{{0,30}}?roots?)?{ARE}?(?:{WORD}{{0,2}}?)?(?:free|decompressed|intact|unaffected|uncompressed)\b"
        rf"|\bfree(?:ing)?\s+(?:of\s+)?{WORD}{{0,4}}?(?:nerve\s+)?roots?\b"
        rf"|\broots?(?:\s+sleeves?)?{ARE}?(?:displaced|contacted|touched|abutted|deviated|swollen)\s*,?\s*(?:but\s+)?not\s+(?:\w+\s+)?(?:compressed|deformed|flattened|impinged)\b",
        _A,
        loose=True,
    ),
    rule(
        Finding.NERVE_ROOT_COMPRESSION,
        "root contact",
        rf"\bcontact\w*(?:\s+(?:with|of))?\s+{WORD}{{0,5}}?(?:nerve\s+)?roots?\b",
        only=frozenset({_A}),
    ),
    rule(Finding.RADICULOPATHY, "radicul", r"\b(?:poly-?)?radiculopath(?:y|ies|ic)\b|\bradiculitis\b|\bradicular\s+syndromes?\b"),
    rule(
        Finding.CAUDA_EQUINA_SYNDROME,
        "cauda ces",
        r"\bcauda\s+equina\s+(?:syndrome|involvement|lesion|injury)(?:\s*\(CES\))?|(?-i:\bCES(?:-[IR])?\b)|\bcauda\s+syndrome\b",
    ),
    rule(
        Finding.MYELOPATHY,
        "myelopath dcm",
        r"(?<!acute\sflaccid\s)\b(?:cervical\s+|thoracic\s+)?(?:spondylotic\s+|degenerative\s+|compressive\s+)?(?:cervical\s+)?myelopath(?:y|ies|ic)\b|(?-i:\bDCM\b)",
    ),
    rule(
        Finding.CORD_COMPRESSION,
        "cord conus mscc myelocompress myelo-compress",
        rf"\b(?:spinal\s+)?(?:cord|conus)(?:\s+at\s+[\w/–-]+)?{ARE}?(?:displaced\s+and\s+)?(?:compress\w*|imping\w*|flatten\w*|indent\w*|deform\w*|effac\w*|distort\w*|squashed|pinched)\b"
        rf"|\b(?:compress\w*|imping\w*|impress(?:es|ing|ions?)|flatten\w*|indent\w*|deform\w*|distort\w*|mass\s+effect|encroach\w*)(?:\s+(?:of|on|upon|against|to|into))?\s+{WORD}{{0,4}}?(?:spinal\s+|cervical\s+|thoracic\s+)?(?:cord|conus|spinal\s+medulla)\b(?!\s+signal)"
        rf"|\bMSCC\b|\bmyelo-?compression\b",
        loose=True,
    ),
    rule(
        Finding.CORD_COMPRESSION,
        "cord",
        rf"\b(?:spinal\s+)?cord{ARE}?(?:{WORD}{{0,2}}?)?(?:decompressed|free\b)|\bdecompressed\s+(?:spinal\s+)?cord\b|{_WELL}\s+decompression\s+of\s+the\s+(?:spinal\s+)?cord\b",
        _A,
    ),
    rule(
        Finding.CORD_COMPRESSION,
        "conus cord",
        r"\bconus\b[^.;]{0,40}?(?:,\s*)(?:no|without)\s+compression\b|\bcord(?:\s+\w+){0,2}?,?\s+(?:with\s+no|without)\s+(?:any\s+)?compression\b",
        _A,
        loose=True,
    ),
    rule(
        Finding.CORD_SIGNAL_CHANGE,
        "cord intramedul conus medullary",
        rf"\b(?:spinal\s+)?(?:cord|intra-?medull\w+|conus)(?:\s+T2)?\s+{WORD}{{0,3}}?(?:hyper-?intens\w*|o?edema|(?:high|abnormal|increased|bright|altered)\s+(?:T2\s+)?signal|T2\s+(?:change|signal\s+\w*change|hyper\w+|prolongation)|signal\s+(?:change\w*|abnormalit\w+|alteration\w*|increase|hyper\w*)|bright\w*)\b"
        rf"|\b(?:hyper-?intens\w+|hyper-?intense\s+lesions?(?:\s+\(\w+\))?(?:\s+at\s+(?:the\s+)?[\w–-]+\s+levels?)?|hyper-?signal|signal\s+(?:intensity\s+)?(?:changes?|abnormalit\w+|alterations?)|(?:increased|high|abnormal|altered|bright|elevated)\s+(?:STIR\s+|T2\s+)*(?:signal|intensity)(?:\s+(?:intensity|change|lesion))?|T2\s+(?:signal\s+)?(?:changes?|hyper\w+)|o?edema|signal\s+(?:is\s+)?(?:raised|increased|elevated|high|altered))\s+(?:\w+\s+)?(?:of|in|within|involving|at|throughout)\s+{WORD}{{0,4}}?(?:cord|conus)\b"
        rf"|\b(?:cord|conus)\b[^.;,]{{0,30}}?\b(?:hyper-?intense|bright|high\s+signal|signal\s+change|signal\s+abnormality)\b"
        rf"|\b(?:hyper-?intense|T2[\s-]bright|high[\s-]signal|high\s+T2\s+signal|signal\s+(?:change|abnormality)|abnormal\s+signal|increased\s+signal|T2\s+hyperintensity)\s+{WORD}{{0,4}}?(?:intra-?medull\w+|(?:spinal\s+)?cord|conus)\b(?:\s+(?:lesions?|focus|foci|area))?"
        r"|\b(?:abnormal|altered|increased|high)\s+(?:(?:intrinsic\s+|intramedullary\s+)?(?:spinal\s+)?cord|intra-?medullary)\s+(?:T2\s+)?signal(?:\s+intensity)?|(?<=myelopathy\s\()hyper-?intense\s+(?:T2\s+)?signal"
        r"|\b(?:cord|conus|intramedullary)\s+(?:T2\s+|STIR\s+)?signal(?:\s+(?:intensity|on\s+T2))?\s*:\s*(?:[\w-]+\s+){0,3}?(?:hyper-?intens\w+|increased?|elevated|raised|high|bright|abnormal\w*|oedema|edema|altered|change\w*)"
        r"|\b(?:cord|conus)\b[^.;,]{0,45}?\bwith\s+(?:[\w-]+\s+){0,2}?T2\s+(?:hyper-?intens\w+|signal\s+(?:change|increase|abnormalit)\w*)"
        r"|\bsignal\s+of\s+the\s+(?:spinal\s+)?cord\b(?:\s+at\s+[\w/–-]+)?\s+(?:is|was|appears)\s+(?:not\s+)?(?:altered|abnormal|increased|raised)\b",
    ),
    rule(
        Finding.CORD_SIGNAL_CHANGE,
        "cord conus",
        r"\b(?:spinal\s+)?(?:cord|conus)\b(?:(?!hyper-?intens|\bo?edema|\bbright|\b(?<!no )(?:high|increased|altered|abnormal)\b|\bT1[\s-]+(?:weighted\s+)?signal|(?:normal|preserved|maintained)\s+T1)[^.;]){0,70}?\b(?:normal|unremarkable|preserved|homogeneous|maintained)\s+(?:in\s+)?(?:[\w,]+\s+){0,4}?(?:T2\s+)?signal\b(?!\s+change)"
        r"|\b(?:spinal\s+)?(?:cord|conus)\b(?:(?!hyper-?intens|\bo?edema|\bbright|\b(?<!no )(?:high|increased|altered|abnormal)\b|\bT1[\s-]+(?:weighted\s+)?signal|(?:normal|preserved|maintained)\s+T1)[^.;]){0,50}?\bsignal(?:\s+(?:intensity|characteristics|and\s+\w+))?(?:\s*:|\s+(?:is|are|was|remains|appears))?\s+(?:normal|unremarkable|preserved|maintained|within\s+normal\s+limits)\b"
        r"|\bnormal\s+(?:T2\s+)?signal(?:\s+\w+)?\s+(?:of|in|within)\s+the\s+(?:\w+\s+)?(?:spinal\s+)?(?:cord|conus)\b|\bnormal\s+(?:spinal\s+)?cord\s+(?:T2\s+)?signal\b"
        r"|\b(?:spinal\s+)?(?:cord|conus)\b(?![^.;:,]{0,45}\b(?:hyper|signal|edema|oedema))[^.;:,]{0,45},\s*(?:but\s+)?(?:no|without)\s+(?:abnormal\s+|associated\s+|intramedullary\s+|T2\s+)*signal(?:\s+(?:change|abnormalit\w+|alteration|increase))?s?\b",
        _A,
        loose=True,
    ),
    rule(Finding.MYELOMALACIA, "myelomalac", r"\bmyelomalac\w+"),
    rule(
        Finding.CORD_INJURY,
        "cord sci",
        r"\b(?:spinal\s+)?cord\s+(?:injur(?:y|ies|ed)|contusions?|transection|laceration|infarct\w*)\b|\b(?:contusion|transection|infarction)\s+of\s+the\s+(?:\w+\s+)?(?:spinal\s+)?cord\b|(?-i:\bSCI\b)",
    ),
    rule(
        Finding.PROGRESSIVE_DEFICIT,
        "deficit neurolog",
        rf"\b(?:progressive|new|worsening|evolving|increasing|progressing)\s+{WORD}{{0,1}}?(?:neuro(?:logic(?:al)?)?|motor)\s+(?:deficits?|deterioration|decline|dysfunction|symptoms)\b|\b(?:neurological|motor)\s+deficits?\s+(?:(?:is|are)\s+)?(?:new\b|worsening|progressi\w+)|\bneurological(?:ly)?\s+deteriorat\w+|\b(?:deteriorating|worsening)\s+neurological\s+status\b|\badvancing\s+(?:sensorimotor|neurological|motor)\s+deficit|\bneurolog(?:y|ical\s+status)\s+(?:is\s+|has\s+)?(?:deteriorat|declin|worsen)\w+|\b(?:deterioration|worsening|progression)\s+of\s+(?:the\s+)?neurolog\w+(?:\s+(?:deficits?|status))?",
    ),
    rule(
        Finding.PROGRESSIVE_DEFICIT,
        "neurolog deficit",
        r"\bneurologically\s+intact\b|\bno\s+neuro(?:logic)?(?:al)?\s+(?:involvement|compromise|impairment)\b|\bno\s+neural\s+deficits?\b|\bno\s+(?:new\s+|focal\s+|further\s+)*(?:neuro(?:logic(?:al)?)?\s+|motor\s+(?:or\s+sensory\s+)?)?deficits?\b",
        _A,
    ),
    rule(
        Finding.SYRINX,
        "syrin hydromyel",
        r"\bsyrin(?:x|ges|xes|gomyelia|gohydromyelia|gobulbia)\b|\bhydro-?(?:syringo)?myelia\b|\bsyringohydromyelia\b",
    ),
)

FINDINGS_EN: tuple[Rule, ...] = (*DISC, *CANAL, *NERVE, *BONE, *RARE)
