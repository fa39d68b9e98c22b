"""English words that state a finding: disc, canal, nerve, bone, and what is rarer.

Each pattern says the finding whichever way it is put ("foraminal stenosis", "foramina are narrowed", "narrowing of both
foramina"); gaps between its words have an end, so that reading stays linear.
"""

from __future__ import annotations

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.language.facts.rules import Rule, rule

_A = Certainty.ABSENT
_DENIED_OR_UNSURE = frozenset({Certainty.ABSENT, Certainty.UNCERTAIN})

# Up to a few plain words, among them levels, without punctuation that ends a phrase.
_W = r"(?:[\w'’/+-]+\s+)"
_WL = r"(?:[\w'’/+-]+,?\s+)"
_GAP = r"\s+(?:(?!(?:and|or|with|without)\b)[\w'’/+-]+\s+){0,4}?"
_SHORT = rf"\s+{_W}{{0,2}}?"
_NEAR = r"[^.;:,()]{0,45}?"
_ARE = r"(?:\s+(?:is|are|was|were|appears?|appeared|remains?|remained|looks?|seems?|has been|have been|being))?(?:\s+(?:also|both|all|again|now|well|widely|fully|still|otherwise|markedly|mildly|moderately|severely|slightly|significantly|partially|completely|clearly|not|tightly|badly|grossly|critically)){0,2}\s+"
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

_OSSIFIED = r"(?:ossif\w+|calcif\w+)\s+(?:of\s+|in\s+)?(?:both\s+)?(?:the\s+)?"
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
        rf"|\b{_LESS}\s+{_W}{{0,2}}?(?:signal(?:\s+intensit(?:y|ies))?|hydration)\s+(?:of|in|within|from)\s+{_WL}{{0,6}}?{_DISC}s?\b"
        rf"|\b{_LESS}\s+(?:T2\s+)?(?:inter-?vertebral\s+)?dis[ck]\s+(?:T2\s+)?(?:signal|hydration)"
        rf"|\b(?:signal\s+(?:intensity\s+)?(?:loss|reduction|drop)|(?:loss|reduction|decrease)\s+of\s+(?:T2\s+)?signal)\s+(?:of|in|within|from)\s+{_W}{{0,4}}?{_DISC}s?\b"
        rf"|\b{_DISC}s?\b(?:\s+(?:at\s+)?[\w/–-]+)?\s+(?:shows?|demonstrates?|has|have|with|is|are)\s+(?:of\s+)?{_LESS}\s+(?:T2\s+)?(?:signal|hydration)"
        rf"|\b(?:dark|black){_SHORT}{_DISC}s?\b|\b{_DISC}s?\s+signal\s+loss",
    ),
    rule(
        Finding.DISC_NARROWING,
        "narrow height collaps loss_of_disc loss_of_disk space",
        rf"\b{_DISC}(?:[\s-]+(?:space|height))?s?(?:\s+(?:height|space))?{_ARE}?(?:narrow\w*|loss\b|reduc\w+|collaps\w*|decreas\w*|diminish\w*|lost\b)"
        rf"|\b{_DISC}[\s-](?:space|height)s?{_ARE}?(?:narrow\w*|loss\b|reduc\w+|collaps\w*|decreas\w*|diminish\w*|lost\b)"
        rf"|\b{_DISC}s?\s+(?:narrow\w*|collaps\w*|height\s+(?:loss|reduction|narrowing|collapse))"
        rf"|\b(?:loss|reduction|decrease|diminution|collapse)\s+(?:of|in)\s+{_W}{{0,3}}?{_DISC}(?:[\s-]space)?s?(?:\s+heights?)?\b(?!\s+signal)"
        rf"|\b(?:reduced|decreased|diminished|narrowed|collapsed|lost|narrow|reduction\s+of)\s+{_W}{{0,3}}?{_DISC}(?:[\s-]spaces?|\s+heights?|s)\b(?!\s+(?:signal|hydration))"
        rf"|\b(?:collapsed|narrowed)\s+{_W}{{0,2}}?{_DISC}\b"
        rf"|\bnarrowing\s+of\s+{_W}{{0,4}}?(?:{_DISC}(?:[\s-]spaces?)?|inter-?spaces?)\b"
        rf"|\b(?:inter-?space|inter-?vertebral\s+space|disc[\s-]space)(?:s?(?:{_ARE}|\s+may\s+be\s+)(?:{_W}{{0,2}}?)(?:narrow(?:ed|er)?|collapsed)|\s+narrowing)\b|\b(?:loss|collapse|reduction)\s+of\s+(?:the\s+)?(?:inter-?space|inter-?vertebral\s+space)\b|\bdis[ck]\s+space\s+has\s+become\s+(?:\w+\s+)?narrower\b"
        rf"|\b(?:narrowed|narrow|reduced)\s+(?:inter-?(?:vertebral\s+)?|joint\s+)?(?:inter)?spaces?\b",
    ),
    rule(
        Finding.DISC_NARROWING,
        "height space",
        rf"\b{_DISC}[\s-](?:space\s+heights?|heights?|spaces?){_ARE}?(?:kept|preserved|maintained|normal|well[\s-]preserved|intact|well[\s-]maintained)"
        rf"|\b(?:preserved|maintained|normal)\s+{_W}{{0,2}}?{_DISC}(?:[\s-]space)?\s+heights?\b",
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
        rf"|\bfree\s+{_W}{{0,2}}?(?:fragments?|pieces)\b|\bdis[ck]\s+sequest\w+",
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
        rf"|\bend[\s-]?plate\s+{_W}{{0,3}}?(?:changes?|o?edema)\b(?!\s+ero)",
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
        rf"\bend[\s-]?plates?(?:\s+(?:at|of)\s+[\w/–-]+)?{_ARE}(?:{_W}{{0,2}}?)(?:irregular|uneven|eroded|destroyed|ragged|indistinct)\b",
    ),
    rule(
        Finding.ENDPLATE_IRREGULARITY,
        "plate",
        rf"\bend[\s-]?plates?{_ARE}(?:smooth|regular|intact|preserved|well[\s-]defined)\b",
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
        rf"\b(?:spinal\s+|vertebral\s+|central\s+|lumbar\s+|cervical\s+|thoracic\s+|bony\s+|osseous\s+)*canal(?:\s+(?:at\s+)?[\w/–-]+)?{_ARE}{_NARROW_STATE}\b"
        rf"|\b{_NARROWING}\s+(?:of|in|involving){_GAP}(?:spinal\s+|central\s+|vertebral\s+)*canal\b"
        rf"|\b(?:narrow(?:ed)?|stenotic|stenosed|tight){_SHORT}(?:spinal\s+|central\s+|vertebral\s+)*canal\b|\b(?:narrows|narrowing|reducing\s+the\s+diameter\s+of){_GAP}canal\b",
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        rf"\b(?:spinal\s+|vertebral\s+|central\s+|lumbar\s+|cervical\s+|thoracic\s+)*canal(?:\s+at\s+[\w/–-]+)?{_ARE}?{_FREE_STATE}\b"
        rf"|\bcanal(?=(?:,|\s+and|,\s+and)\s+(?:both\s+|the\s+|lateral\s+recesses,?\s+(?:and\s+)?)?(?:neural\s+|neuro)?foram(?:en|ina|inae){_ARE}{_FREE_STATE})"
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
        rf"\b(?:neuro|neural\s+|exit\s+|intervertebral\s+|root\s+)?foram(?:en|ina|inae|ens|inas|inal)\b(?:\s*:\s*{_W}{{0,3}}?|(?:\s+(?:at\s+)?[\w/–-]+|\s+on\s+\w+\s+\w+){{0,2}}?{_ARE}){_NARROW_STATE}\b"
        rf"|\b(?:{_NARROWING}\s+(?:of|in|involving)|encroach\w*\s+(?:on|upon|into))\s+{_WL}{{0,8}}?(?:neuro|neural\s+|exit\s+|intervertebral\s+)?foram(?:en|ina|inae|inas)\b"
        rf"|\bforam(?:en|ina|inae)\b(?=\s*:?\s+(?:both\s+)?(?:mild|moderate|severe|slight)(?:ly)?(?:\s+(?:bilateral|left|right)(?:ly)?)?\s*(?:[.,;]|$))"
        rf"|\b(?:narrowed|stenotic|stenosed|tight){_GAP}foram(?:en|ina|inae)\b|\b(?:narrows|narrowing|encroaching\s+on|compromising|obliterating|effacing){_GAP}foram(?:en|ina|inae)\b",
        loose=True,
    ),
    rule(
        Finding.FORAMINAL_STENOSIS,
        "foram",
        rf"\b(?:neuro|neural\s+|exit\s+|intervertebral\s+)?foram(?:en|ina|inae)\b(?:\s*:\s*|(?:\s+(?:at\s+)?[\w/–-]+)?(?:\s+on\s+(?:both\s+sides|either\s+side|the\s+\w+))?{_ARE}?){_FREE_STATE}\b"
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
        rf"|\b(?:lateral[\s-]recess(?:es)?|sub-?articular\s+(?:zones?|recess(?:es)?))\b(?:\s+(?:at\s+)?[\w/–-]+)?{_ARE}{_NARROW_STATE}\b"
        rf"|\b{_NARROWING}\s+(?:of|in|involving){_GAP}(?:lateral[\s-]recess(?:es)?|sub-?articular\s+(?:zones?|recess(?:es)?))\b"
        rf"|\b(?:narrowed|stenotic){_SHORT}(?:lateral\s+recess(?:es)?|recessus\s+lateral\w+)|\b(?:narrows|narrowing|effacing|encroaching\s+on|crowds|crowding){_GAP}lateral\s+recess(?:es)?",
    ),
    rule(
        Finding.SUBARTICULAR_STENOSIS,
        "recess",
        rf"\blateral[\s-]recess(?:es)?\b(?:\s+(?:at\s+)?[\w/–-]+)?(?:\s+and\s+(?:neural\s+)?foram(?:en|ina|inae))?{_ARE}?{_FREE_STATE}\b",
        _A,
    ),
    rule(
        Finding.THECAL_SAC_COMPRESSION,
        "sac dura theca subarachnoid",
        rf"\b(?:thecal|dural|dorsal|ventral\s+thecal|theca)(?:\s+sac)?{_ARE}?(?:compress\w*|pinched|indent\w*|effac\w*|flatten\w*|deform\w*|impress\w*|imping\w*|displac\w*|distort\w*|narrow\w*|stenosis)\b"
        rf"|\b(?:compress\w*|indent\w*|effac\w*|flattening|flattens|deform\w*|impress(?:ion|es|ing)\w*|mass\s+effect|imping\w*|encroach\w*|distort\w*)(?:\s+(?:of|on|upon|against|to|into))?\s+{_W}{{0,5}}?(?:thecal|dural|dorsal)\s+sac\b"
        rf"|\b(?:compress\w*|indent\w*|effac\w*|flatten(?:ing|s)|deform\w*)(?:\s+(?:of|on|upon))?\s+(?:the\s+)?(?:\w+\s+)?(?:dura|theca)\b|\bdural\s+tube{_ARE}?(?:compress\w*|indent\w*|effac\w*)"
        r"|\beffac(?:ement\s+of|es|ing)\s+(?:the\s+)?(?:\w+\s+)?(?:subarachnoid|CSF)\s+space\b|\bsubarachnoid\s+space\s+(?:is\s+)?effaced\b",
        loose=True,
    ),
    rule(
        Finding.THECAL_SAC_COMPRESSION,
        "sac",
        rf"\b(?:thecal|dural)\s+sac{_ARE}(?:{_W}{{0,2}}?)decompressed\b|{_WELL}\s+decompression\s+of\s+the\s+(?:thecal|dural)\s+sac\b",
        _A,
    ),
    rule(
        Finding.CANAL_STENOSIS,
        "canal",
        rf"\bcanal{_ARE}(?:{_W}{{0,2}}?)decompressed\b|{_WELL}\s+decompression\s+of\s+the\s+(?:(?:spinal|central)\s+)?canal\b",
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
        rf"\b(?:facet(?:al|s)?|zygapophys\w+|apophyseal)(?:\s+joints?)?(?:\s*(?:,|and|/|&)\s*(?:mild\s+|moderate\s+|severe\s+)?(?:ligament(?:um|a|ous)?\s*(?:flav\w+)?|flavum|flaval))?[\s-]+(?:joint\s+)?{_W}{{0,2}}?(?:arthropath\w*|arthros[ie]s|arthrit\w+|hypertroph\w*|degenerat\w*|osteo-?arthr\w+|overgrowth|enlarge\w*|sclerosis|OA\b|disease|changes?)"
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
        rf"\b(?:ligament(?:um|a|ous|al)?\s+flav(?:um|a|al)|flavum|flaval|yellow\s+ligaments?|LF)(?:\s*(?:,|and|/|&)\s*facet(?:\s+joints?)?)?{_ARE}?(?:hypertroph\w*|thicken\w*|thick\b|enlarge\w*|overgrowth|infolding|redundan\w+)"
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
        rf"|\b(?:nerve\s+|spinal\s+)?(?:roots?|rootlets)(?:\s+(?:sleeve|at|on|in)(?:\s+[\w/–-]+){{1,2}}?)?{_ARE}?(?:compress\w*|imping\w*|entrap\w*|pinched|encroach\w*|flattened|deformed|effaced)\b(?:\s+(?:of|on)\b)?"
        rf"|\bcauda\s+equina(?:\s+rootlets|\s+nerve\s+roots|\s+roots)?{_ARE}?(?:compress\w*|imping\w*|crowd\w*)\b"
        rf"|\b(?:neural|nerve)\s+(?:impingement|compression|entrapment)\b|\bconflict\s+with\s+{_W}{{0,2}}?(?:nerve\s+)?roots?\b",
        loose=True,
    ),
    rule(
        Finding.NERVE_ROOT_COMPRESSION,
        "root",
        rf"\b(?:nerve\s+)?roots?(?:\s+(?:left|right|on\s+both\s+sides|bilaterally))?(?:\s+and\s+[\w\s-]{{0,30}}?roots?)?{_ARE}?(?:{_W}{{0,2}}?)?(?:free|decompressed|intact|unaffected|uncompressed)\b"
        rf"|\bfree(?:ing)?\s+(?:of\s+)?{_W}{{0,4}}?(?:nerve\s+)?roots?\b"
        rf"|\broots?(?:\s+sleeves?)?{_ARE}?(?:displaced|contacted|touched|abutted|deviated|swollen)\s*,?\s*(?:but\s+)?not\s+(?:\w+\s+)?(?:compressed|deformed|flattened|impinged)\b",
        _A,
        loose=True,
    ),
    rule(
        Finding.NERVE_ROOT_COMPRESSION,
        "root contact",
        rf"\bcontact\w*(?:\s+(?:with|of))?\s+{_W}{{0,5}}?(?:nerve\s+)?roots?\b",
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
        rf"\b(?:spinal\s+)?(?:cord|conus)(?:\s+at\s+[\w/–-]+)?{_ARE}?(?:displaced\s+and\s+)?(?:compress\w*|imping\w*|flatten\w*|indent\w*|deform\w*|effac\w*|distort\w*|squashed|pinched)\b"
        rf"|\b(?:compress\w*|imping\w*|impress(?:es|ing|ions?)|flatten\w*|indent\w*|deform\w*|distort\w*|mass\s+effect|encroach\w*)(?:\s+(?:of|on|upon|against|to|into))?\s+{_W}{{0,4}}?(?:spinal\s+|cervical\s+|thoracic\s+)?(?:cord|conus|spinal\s+medulla)\b(?!\s+signal)"
        rf"|\bMSCC\b|\bmyelo-?compression\b",
        loose=True,
    ),
    rule(
        Finding.CORD_COMPRESSION,
        "cord",
        rf"\b(?:spinal\s+)?cord{_ARE}?(?:{_W}{{0,2}}?)?(?:decompressed|free\b)|\bdecompressed\s+(?:spinal\s+)?cord\b|{_WELL}\s+decompression\s+of\s+the\s+(?:spinal\s+)?cord\b",
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
        rf"\b(?:spinal\s+)?(?:cord|intra-?medull\w+|conus)(?:\s+T2)?\s+{_W}{{0,3}}?(?:hyper-?intens\w*|o?edema|(?:high|abnormal|increased|bright|altered)\s+(?:T2\s+)?signal|T2\s+(?:change|signal\s+\w*change|hyper\w+|prolongation)|signal\s+(?:change\w*|abnormalit\w+|alteration\w*|increase|hyper\w*)|bright\w*)\b"
        rf"|\b(?:hyper-?intens\w+|hyper-?intense\s+lesions?(?:\s+\(\w+\))?(?:\s+at\s+(?:the\s+)?[\w–-]+\s+levels?)?|hyper-?signal|signal\s+(?:intensity\s+)?(?:changes?|abnormalit\w+|alterations?)|(?:increased|high|abnormal|altered|bright|elevated)\s+(?:STIR\s+|T2\s+)*(?:signal|intensity)(?:\s+(?:intensity|change|lesion))?|T2\s+(?:signal\s+)?(?:changes?|hyper\w+)|o?edema|signal\s+(?:is\s+)?(?:raised|increased|elevated|high|altered))\s+(?:\w+\s+)?(?:of|in|within|involving|at|throughout)\s+{_W}{{0,4}}?(?:cord|conus)\b"
        rf"|\b(?:cord|conus)\b[^.;,]{{0,30}}?\b(?:hyper-?intense|bright|high\s+signal|signal\s+change|signal\s+abnormality)\b"
        rf"|\b(?:hyper-?intense|T2[\s-]bright|high[\s-]signal|high\s+T2\s+signal|signal\s+(?:change|abnormality)|abnormal\s+signal|increased\s+signal|T2\s+hyperintensity)\s+{_W}{{0,4}}?(?:intra-?medull\w+|(?:spinal\s+)?cord|conus)\b(?:\s+(?:lesions?|focus|foci|area))?"
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
        rf"\b(?:progressive|new|worsening|evolving|increasing|progressing)\s+{_W}{{0,1}}?(?:neuro(?:logic(?:al)?)?|motor)\s+(?:deficits?|deterioration|decline|dysfunction|symptoms)\b|\b(?:neurological|motor)\s+deficits?\s+(?:(?:is|are)\s+)?(?:new\b|worsening|progressi\w+)|\bneurological(?:ly)?\s+deteriorat\w+|\b(?:deteriorating|worsening)\s+neurological\s+status\b|\badvancing\s+(?:sensorimotor|neurological|motor)\s+deficit|\bneurolog(?:y|ical\s+status)\s+(?:is\s+|has\s+)?(?:deteriorat|declin|worsen)\w+|\b(?:deterioration|worsening|progression)\s+of\s+(?:the\s+)?neurolog\w+(?:\s+(?:deficits?|status))?",
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
        rf"\b(?:loss|straightening|reduction|reversal|flattening|attenuation|effacement|decrease|obliteration)(?:\s+(?:of|in))?\s+{_W}{{0,5}}?(?:lordo(?:sis|tic)(?:\s+(?:curv\w+|alignment))?|curvature)\b"
        rf"|\b(?:reduced|decreased|lost|flattened|diminished|straightened|reversed|absent)\s+{_W}{{0,3}}?lordosis\b|\bhypo-?lordo(?:sis|tic)\b|\blordosis(?:\s+(?:is|was|has\s+been|appears))?\s+(?:lost|straightened|flattened|reduced|reversed|decreased)"
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
        rf"|\b(?:vertebral|vertebra|vertebrae|body|bodies|[CTLD]\d{{1,2}})(?:\s+(?:vertebral\s+)?(?:body|bodies|vertebra|vertebrae))?{_ARE}?(?:collaps(?:ed?|es)|wedged|compressed|flattened|crushed)\b(?!\s+(?:of\s+the\s+)?(?:disc|cord|root))(?:\s+and\s+wedg\w+)?"
        rf"|\b(?:collapsed?|compression|wedged)(?:\s+and\s+wedging)?\s+(?:of\s+)?{_W}{{0,4}}?(?:vertebra(?:l|e)?(?:\s+bod(?:y|ies))?|bod(?:y|ies))\b"
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
        rf"\bpathologic(?:al)?\s+{_W}{{0,4}}?(?:fractures?|VBFs?|VCFs?|collapse)\b(?:[^.;]{{0,40}}?\btype\s+wedge\b)?|\b(?:malignant|neoplastic|metastatic)\s+(?:vertebral\s+)?(?:collapse|(?:compression\s+)?fractures?)\b|\bcollapse\s+{_W}{{0,3}}?(?:secondary|due)\s+to\s+(?:malignan\w+|metasta\w+|tumou?r|myeloma)",
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

FINDINGS_EN: tuple[Rule, ...] = (*DISC, *CANAL, *NERVE, *BONE, *RARE)
