"""English words around a finding: denial, doubt, past, relatives, what states nothing; sides, zones, severity, regions, quantities."""

from __future__ import annotations

import re

from spinemed.domain.assertion import Laterality
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone
from spinemed.language.facts.rules import Breaks, Cues, Tongue
from spinemed.language.facts.signs_en import SIGNS_EN
from spinemed.language.facts.terms_en import FINDINGS_EN


def _p(source: str, flags: int = re.I) -> re.Pattern[str]:
    return re.compile(source, flags)


_BREAKS = Breaks(
    clause=_p(r";|\bbut\b|\bhowever\b|\bwhereas\b|\bwhile\b|\balthough\b|\bthough\b|\s[-–—]\s|—|\bcompared\s+(?:with|to)\b"),
    comma=_p(r",|\n"),
    word=_p(
        r"\b(?:and|or|nor|with|without|plus|causing|producing|resulting|leading|secondary|due|as\s+well\s+as|associated)\b|&|\+(?!\d)|(?<![\dIV])/(?!\d)"
    ),
)

_CUES = Cues(
    denied_before=_p(
        r"\b(?:(?:absent|denied|excluded|negative|ruled\s+out),?\s+and\s+so\s+(?:is|are)|no|not|without|w/o|den(?:ies|ied|ying|y)|negative\s+(?:(?:MRI|CT|imaging|scan|x-?ray|work-?up)\s+)?for|free\s+(?:of|from)|absence\s+of|absent|lack\s+of|lacks|nor|neither|never|rules?\s+out|ruled\s+out|excludes|"
        r"fails?\s+to\s+(?:show|reveal|demonstrate)|(?:did|does|do)\s+not\s+(?:show|reveal|demonstrate|confirm|identify|find|support)|nothing\s+to\s+suggest|resolution\s+of|disappearance\s+of|takes\s+no|cleared\s+of|against)\b|(?:^|\s)-ve\s+for\b"
    ),
    denied_after=_p(
        r"^(?![^.;,]{0,40}\b(?:pin-?prick|light\s+touch|sensation|reflex\w*|tone|feeling)\s+(?:is\s+|was\s+)?absent)"
        r"[^.;,]{0,40}?\b(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:absent|excluded|ruled\s+out|resolved|denied|no\s+longer\s+(?:seen|visible|present|identified|evident)|not\s+(?:seen|identified|present|demonstrated|evident|visible|visuali[sz]ed|detected|found|shown|noted|observed|apparent|appreciated))|"
        r"(?:no\s+longer\s+(?:seen|visible|present|identified|evident)|not\s+(?:seen|identified|present|demonstrated|evident|visible|visuali[sz]ed|detected|found|shown|noted|observed|apparent|significant|appreciated))|has\s+(?:resolved|disappeared)|have\s+(?:resolved|disappeared)|absent(?!\s+[a-z]+(?:\s|[.,;]|$)(?<!\sat\s)(?<!\son\s)(?<!\sin\s))|excluded|ruled\s+out|denied|to\s+have\s+disappeared)\b|^\s*(?:-|,)?\s*(?:absent|negative|excluded)\b"
        r"|^(?:\s+history)?(?:\s+(?:is|are|was|were))?\s*:\s*(?:none|no|absent|negative|nil|denied)\b|^\s+(?:is\s+|are\s+)?not\s+(?:met|fulfilled)\b|^\s*-\s*(?:none|absent|nil|negative)\b|^\s*\(-\)"
    ),
    not_a_denial=_p(
        r"\b(?:pin-?prick|light\s+touch|sensation|reflex\w*|jerks?)\s+(?:is\s+|was\s+|were\s+)?absent\b|"
        r"\b(?:no\s+(?:longer|(?:significant\s+|interval\s+|appreciable\s+|further\s+|obvious\s+|relevant\s+)?(?:change|progression(?!\s+of\s+neuro)|increase|worsening(?!\s+(?:\w+\s+)?(?:weakness|deficit))|improvement|doubt|difference|previous|prior|need|relief))|not\s+(?:only|relieved|helped|improv\w+|chang\w+|progress\w+|significantly\s+changed|just|merely|infected|excluded|explain\w*|respond\w*|sure|certain|certainly|been\s+excluded)|"
        r"(?:can|could)\s*not\s+(?:be\s+)?(?:exclud\w+|rul\w+)|not\s+by|without\s+(?:significant\s+|interval\s+)?(?:change|contrast|gadolinium|intravenous|iv\b|relief|improvement|surgery|trauma|treatment)|non-contrast|not\s+(?:be\s+)?(?:exclud\w+|rul\w+\s+out))\b"
    ),
    ends_denial=_p(
        r"\b(?:is|are|was|were|shows?|demonstrates?|reveals?|there\s+is|there\s+are|has|have|which|that|who|except|apart|other\s+than|besides|only|though|yet|since|because|hence|so|then|now|(?<=[\w,]\s)(?<!or\s)(?<!of\s)(?<!for\s)(?<!any\s)new|remains?|still|presence)\b"
    ),
    denied_list=_p(
        r"\b(?:den(?:ies|ied|ying|y)|rule[sd]?\s+out|so\s+(?:is|are)|excludes|negative\s+for|free\s+(?:of|from)|absence\s+of|no\s+(?:history|evidence|signs?|symptoms?|sign|complaints?|features?)\s+(?:of|for)|neither)\b"
    ),
    denied_head=_p(
        r"\b(?:denied|absent|negative|ruled\s+out|excluded|excludes|not\s+(?:present|found|seen|recorded|described)|none\s+of\s+(?:these|the\s+following)[^.;:]{0,24})\b[^.;:,]{0,24}:(?!\s*(?:none|nil)\b)"
    ),
    listed_on=_p(r";\s*and\b"),
    before_event=_p(
        r"\b(?:before|prior\s+to)\s+(?:(?:the|this|his|her)\s+)?(?:fall|accident|injury|event|trauma|illness|onset)\b\s*(?::|,|\bhe\b|\bshe\b)"
    ),
    unsure_before=_p(
        r"\b(?:possib(?:le|ly)|probabl[ey]|likely|unlikely|presum(?:ed|ably|ptive)|suspect(?:ed|s)?|suspicio(?:n|us)(?:\s+(?:of|for))?|suggest(?:s|ive|ing|ed)?(?:\s+of)?|suggestion\s+of|may|might|could|favou?r(?:s|ed|ing)?|concern(?:ing)?\s+for|worr(?:isome|ying)\s+for|questionable|query|equivocal|perhaps|(?:raises?|leaves?)\s+(?:open\s+)?(?:the\s+question|whether|open\s+whether)(?:\s+(?:of|whether))?|leave\s+open\s+whether|"
        r"outside\s+(?:MRI|CT|report|films?|study)\s+(?:was\s+)?(?:read|reported|labell?ed|described)|cannot\s+(?:be\s+)?(?:exclude|rule\s+out)|can(?:not|'t|\s+not)\s+exclude|differential(?:\s+diagnosis)?(?:\s+includes?)?|potential(?:ly)?|consider(?:ed)?|represent(?:ing)?|versus|vs\.?|indeterminate|doubtful|thought\s+to|appears?\s+to\s+be|raises?\s+the\s+possibility|borderline)\b|\boutside\s+(?:[\w-]+\s+){0,2}report\s*:|(?:^|[\s(,])\?\s*(?=[A-Za-z]|$)"
    ),
    unsure_after=_p(
        r"^[^.;]{0,60}?\b(?:cannot\s+be\s+(?:\w+\s+)?(?:excluded|ruled\s+out)|can(?:'t|\s+not)\s+be\s+(?:excluded|ruled\s+out)|could\s+not\s+be\s+(?:excluded|ruled\s+out)|not\s+(?:entirely\s+|completely\s+|fully\s+)?(?:been\s+)?(?:excluded|ruled\s+out|proven|established|confirmed)|(?:is|are|was|were)\s+(?:\w+\s+)?(?:possible|probable|likely|unlikely|suspected|favou?red|considered|questionable|suggested|uncertain|equivocal|presumed|doubtful)(?!\s+an?\b)|(?:may|might|could)\s+be\s+(?:present|there))\b"
        r"|^[^.;,]{0,15}?(?:\s+|,\s*)(?:favou?red|suspected|possible|likely|less\s+likely|unlikely|probable|not\s+excluded|questioned|equivocal|uncertain|doubtful|indeterminate|less\s+likely\s+but\s+not\s+excluded)\b(?=\s*(?:[.,;:)]|$|but\b|and\b|on\b|given\b|in\b|at\b|with\b|however))|^\s*\?(?=\s*(?:[,;)]|$))"
    ),
    past_before=_p(
        r"\b(?:previously|formerly|prior|earlier|was|history\s+of|had\s+(?:a|an|been)|past\s+(?:medical\s+)?history|known\s+(?:older|old|previous)|\d+\s+(?:years?|months?|weeks?)\s+(?:ago|earlier|before)|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many)\s+(?:years?|months?|weeks?)\s+(?:ago|earlier|before)|versus|in\s+(?:19|20)\d\d|at\s+(?:sixteen|age\s+\d+)|told|(?:he|she)\s+had\s+(?:suffered|sustained)|previous\s+(?:MRI|CT|x-?ray|exam\w*|study)\b[^.;]{0,24}\b(?:revealed|showed|demonstrated)|at\s+the\s+age\s+of\s+\d+|compared\s+(?:with|to))\b"
    ),
    past_after=_p(
        r"^[^.;,(]{0,30}?\b(?:before|previously|(?:\w+)\s+(?:years?|months?|weeks?)\s+(?:ago|earlier|before)|on\s+the\s+(?:prior|previous|earlier)|in\s+the\s+past|at\s+(?:the\s+)?(?:prior|previous)|in\s+(?:19|20)\d\d|as\s+a\s+child)\b"
    ),
    still=_p(r"\b(?:unchanged|persist\w*|still|ongoing|stable|remains?|residual|again|currently|now|today)\b"),
    family=_p(
        r"\b(?:his|her|the|patient['’]s|an?|maternal|paternal)?\s*(?:mother|father|brother|sister|aunt|uncle|grand(?:mother|father|parents?)|cousin|siblings?|parents|son|daughter|twin|relatives|(?<=\bhis\s)relative|(?<=\bher\s)relative|(?<=\ba\s)relative(?=\s+(?:has|had|with)))(?:['’]s)?\b(?!['’]?s?\s+(?:noticed|reports|says))|\bfamily\s+history\b|\bFH\b|\bFHx\b"
    ),
    void_sentence=_p(
        r"\b(?:people\s+(?:with|who)|patients\s+(?:with|who)\b(?!\s+(?:old|has))|individuals|persons\s+with|children\s+with|affected\s+(?:people|individuals)|you\b|your\b|doctors?\b(?=\s+(?:use|may|can|will))|usually|commonly|typically\s+(?:occurs?|affects?|presents?|causes?|results?)|"
        r"(?:is|are)\s+(?:the\s+)?(?:most\s+)?(?:common|frequent|rare|often|usually|generally|sometimes|characteri[sz]ed|defined|caused|called|known\s+as|a\s+(?:condition|disorder|disease|type|form|rare|common|group|disk|disc|medical|congenital|progressive|chronic|narrowing|curvature|fluid|birth|neurological|serious))|"
        r"causes\s+of|^\W*(?:\d[.)]\s*)?(?:removal|excision|resection)\s+of|^\W*causes?\b|^\W*(?:if|when|with|in)\s+an?\s+[^,.;:]{3,60},[^.;:]{0,60}?\b(?:can(?:'t|not)?|may|will)\s+(?!not\s+be\b|be\b|exclud|rule)|(?:^\W*|\b(?:the|common|typical|main|classic|other|early)\s+)(?:symptoms?|abnormalit\w+|features|signs)\s+of(?!\s+the\s+(?:left|right))|(?:(?:symptoms?|abnormalit\w+|features|signs)\s+(?:may|(?:may\s+)?includes?))|risk\s+factors?|treatment\s+(?:of|for|options?)|can\s+(?:cause|lead|develop|occur|be\s+caused|result|also|be\s+treated|affect|happen|involve)|may\s+(?:cause|include|develop|lead|occur|also|result|need|be\s+(?:caused|treated|inherited))|occurs?\s+(?:in|when|if)|(?:what|how)\s+(?:to|do|does|can)\b|what\s+(?:is|are|causes)\s+(?:an?\s+)?[\w-]+(?:\s+[\w-]+){0,2}\s*\?|"
        r"can\s+be\s+(?:congenital|idiopathic|inherited|serious|painful|classified|divided|acquired|mild|asymptomatic)|results?\s+(?:from|when)|called\s+(?:an?\s+)?\w+|inherited|prevalence|literature|(?:several|recent|many|some|clinical|most|other)\s+studies|guidelines?|as\s+you\s+age|this\s+(?:condition|disorder|disease|cyst)|babies|infants|researchers?|scientists?|the\s+(?:disorder|disease|condition|syndrome)\b|tend\s+to|refers?\s+to|in\s+general|generally)\b"
    ),
    void_after=_p(
        r"\b(?:risks?\b(?:\s+(?:of|discussed|include|were|are|explained|for))?|return(?:ing|s)?\s+(?:at\s+once|immediately|urgently|to\s+\w+)?\s*(?:if|for|with|should)|if\b|unless\b|should\s+(?:he|she|they|you|the|there|symptoms|any|pain|weakness|[CTL]\d{1,2}\b)|in\s+case\s+of|in\s+the\s+event|(?:to|and)\s+(?:exclude|rule\s+out|assess\s+for|look\s+for|evaluate(?:\s+for)?|check\s+for|screen\s+for|monitor\s+for|watch\s+for|prevent|avoid|limit|confirm\s+or\s+exclude)|rule\s+out|r/o|"
        r"(?:evaluate|evaluation|assess|assessment|assessed|screen(?:ing)?|monitor(?:ing)?|watch|surveillance|observe)\s+(?:(?:[CTL]\d{1,2}|and|the|levels?)\s+){0,4}(?:for|of)|(?<=\w\s)indications?\s*:|indications?\s+for(?!\s+(?:the\s+)?(?:procedure|surgery|operation|study|exam\w*)\s*:)|complications?|prevent(?:ion|ing)?|would\s+(?:be\s+offered|offer|need|require|consider|prompt|mean|warrant)|(?:is|are|was)\s+(?:planned|listed|scheduled)|will\s+(?:be|need|have|require|undergo)|recommend(?:ed|ation)?|warn(?:ed|ing)|alert(?:ed)?\s+(?:for|to)|red\s+flags?\s+(?:discussed|explained|given|advice)|threshold|accept\s+if|otherwise\s+reconsider|until|advised\s+to|counsel\w*|emergency\s+review|safety[\s-]net\w*|correction\s+of\s+the)\b"
    ),
    void_before=_p(
        r"^\s+(?:is|are|was|were)\s+(?:discussed\s+as|explained\s+as|listed\s+as|a\s+risk|the\s+risk)|^\s+(?:risk|protocol|clinic|liaison|society|research|score|surgery|prevention|precautions|screening|brace|pathway|kit)\b"
    ),
)

_L, _R, _B, _M = Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL, Laterality.MIDLINE
_SIDES: tuple[tuple[re.Pattern[str], Laterality | None], ...] = (
    (
        _p(
            r"\b(?:worse|greater|more|more\s+marked|more\s+severe|worst|predominantly|predominant|dominant|more\s+pronounced|larger)\s+(?:on|to|in)\s+the\s+(?:left|right)\b|,?\s*(?:L|R|left|right)\s*>\s*(?:L|R|left|right)\b|,\s*(?:left|right|L|R)\s+(?:now\s+)?(?:worse|more|greater)\s+than\s+(?:the\s+)?(?:left|right|L|R)\b|\bto\s+the\s+(?:left|right)\s+(?:foot|leg|arm)"
        ),
        None,
    ),
    (_p(r"\b(?:left|right)\s+(?:greater|more|worse)\s+than\s+(?:left|right)\b|\b(?:left|right)\s*>\s*(?:left|right)\b"), _B),
    (_p(r"\b(?:left|right)\s+(?:and|&)\s+(?:left|right)\b(?!\s+(?:mild|moder|sever))"), _B),
    (
        _p(
            r"\bbi-?lateral(?:ly)?\b|\b(?:on\s+)?(?:both|either|each)\s+sides?\b(?!\s+of)|\bboth(?=\s+(?:neural\s+|exiting\s+|traversing\s+|[CTLS]\d+\s+|lateral\s+|L\d/\d\s+|subarticular\s+)*(?:foram|roots?|nerve|recess|facet|pedicle|pars|exiting|traversing|sacro))|\bB/L\b"
        ),
        _B,
    ),
    (
        _p(
            r"\bright-?handed\b|\bleft-?handed\b|\bright\s+away\b|\b(?:was|were|been|be|is|are|and)\s+left\s+(?:alone|un\w+|in\s+place|in\s+situ|intact|with|open|behind|to\b)"
        ),
        None,
    ),
    (
        _p(
            r"\bleft(?:[\s-]+sided)?\b(?!\s+(?:alone|un\w+ed|in\s+situ|in\s+place|behind|shoulder|arm|hand|thigh|calf|buttock))|\bLt\.?\b|(?<=to\sthe\s)left|\b(?:levo|laevo)(?=-?(?:scol|conv|curv))"
        ),
        _L,
    ),
    (
        _p(
            r"\bright(?:[\s-]+sided)?\b(?!\s+(?:alone|away|shoulder|arm|hand|thigh|calf|buttock))|\bRt\.?\b|\bdextro(?=-?(?:scol|conv|curv))"
        ),
        _R,
    ),
    (_p(r"(?-i:\bL(?=\s+(?:foot|leg|L\d|S1|C\d|sided|sciatica|paracentral|foramin)))"), _L),
    (_p(r"(?-i:\bR(?=\s+(?:foot|leg|L\d|S1|C\d|sided|sciatica|paracentral|foramin)))"), _R),
    (_p(r"\bmid-?line\b"), _M),
)
_ZONES: tuple[tuple[re.Pattern[str], Zone | None], ...] = (
    (_p(r"\b(?:para-?central|para-?median|left\s+central|right\s+central|centro-?lateral)\b"), Zone.PARACENTRAL),
    (_p(r"\b(?:extra-?foraminal|far[\s-]lateral)\b"), Zone.EXTRAFORAMINAL),
    (_p(r"\b(?:sub-?articular|lateral\s+recess)\b"), Zone.SUBARTICULAR),
    (_p(r"\b(?:intra-?)?foraminal\b"), Zone.FORAMINAL),
    (_p(r"\b(?:central|centrally|median)\b(?!\s+(?:canal|spinal|stenosis|cord|nervous))"), Zone.CENTRAL),
)
_SEVERITIES: tuple[tuple[re.Pattern[str], str | None], ...] = (
    (
        _p(
            r"\b(?:mild(?:ly)?|moderate(?:ly)?|minimal(?:ly)?|minor|slight(?:ly)?|trace)\s*(?:-|–|/|to|or|and)?\s*(?:to\s+)?(?:-\s*)?(?:moderate(?:ly)?|severe(?:ly)?|mild(?:ly)?|marked(?:ly)?|advanced)\b(?<!mild)(?<!moderate\sand)"
        ),
        None,
    ),
    (
        _p(
            r"\b(?:small|minor|minimal(?:ly)?|slight(?:ly)?|marked(?:ly)?|massive(?:ly)?|advanced|critical(?:ly)?|large|high[\s-]grade|low[\s-]grade|significant(?:ly)?|profound|extensive|gross(?:ly)?|subtle|trace|mild-moderate)\b"
        ),
        None,
    ),
    (_p(r"\bmild(?:ly)?\b"), "mild"),
    (_p(r"\bmoderate(?:ly)?\b"), "moderate"),
    (_p(r"\bsevere(?:ly)?\b"), "severe"),
)
_REGIONS: tuple[tuple[re.Pattern[str], Region], ...] = (
    (_p(r"\b(?:thoraco-?lumbar|dorso-?lumbar)\b"), Region.THORACOLUMBAR),
    (_p(r"(?<!transitional\s)\blumbo-?sacral\b(?!\s+transitional)"), Region.LUMBOSACRAL),
    (_p(r"\bcervico-?thoracic\b"), Region.CERVICOTHORACIC),
    (_p(r"\bcranio-?(?:vertebral|cervical)\b"), Region.CRANIOVERTEBRAL),
    (
        _p(r"\bcervical\b(?!\s+(?:cancer|carcinoma|collar))|\bneck\b(?=\s+(?:fracture|disc))|\bC-?spine\b"),
        Region.CERVICAL,
    ),
    (_p(r"\bthoracic\b|\bdorsal(?=\s+(?:spine|vertebra|region|kyphosis))|\bT-?spine\b"), Region.THORACIC),
    (_p(r"\blumb[ae]r\b(?!\s+(?:puncture|modifier|pedicles?))|\bL-?spine\b"), Region.LUMBAR),
    (_p(r"\b(?:sacrum|sacral)\b(?!\s+(?:slope|endplate|promontory))|\bsacroiliac\b"), Region.SACRAL),
)

_QUANTITIES: tuple[tuple[re.Pattern[str], Quantity], ...] = (
    (_p(r"\bpelvic\s+incidence\b|(?-i:\bPI\b(?!\s*[-–]\s*LL))"), Quantity.PELVIC_INCIDENCE),
    (_p(r"\bpelvic\s+tilt\b|(?-i:\bPT\b)"), Quantity.PELVIC_TILT),
    (_p(r"\bsacral\s+slope\b|(?-i:\bSS\b)"), Quantity.SACRAL_SLOPE),
    (
        _p(
            r"\bPI\s*(?:[-–−]|minus)\s*LL(?:\s+mismatch)?\b|\bmismatch\b(?:\s+between\s+pelvic\s+incidence\s+and\s+lumbar\s+lordosis)?"
        ),
        Quantity.PI_LL_MISMATCH,
    ),
    (
        _p(
            r"\bsagittal\s+vertical\s+axis\b|\bplumb\s*line\s+(?:falls|lies|is|was|passes)(?=\s+[\d.]+\s*[cm]m\s+(?:in\s+front|anterior|ahead|behind))|\b(?:c)?SVA\b"
        ),
        Quantity.SAGITTAL_VERTICAL_AXIS,
    ),
    (_p(r"\bT1\s+slope\b|(?-i:\bT1S\b)"), Quantity.T1_SLOPE),
    (_p(r"\bT1\s+pelvic\s+angle\b|\bTPA\b"), Quantity.T1_PELVIC_ANGLE),
    (
        _p(
            r"\b(?:trunk\s+(?:is\s+)?shift(?:ed)?|coronal\s+(?:shift|balance|offset|imbalance)|plumb\s*line(?!\s+(?:falls\s+|lies\s+|is\s+|was\s+|passes\s+)?[\d.]+\s*(?:cm|mm)\s+(?:in\s+front|anterior|ahead|behind))|C7PL)\b"
        ),
        Quantity.CORONAL_SHIFT,
    ),
    (
        _p(r"\b(?:posterior\s+atlanto-?(?:dental|dens)\s+interval|PADI|posterior\s+ADI|posterior\s+interval)\b"),
        Quantity.POSTERIOR_ATLANTODENTAL_INTERVAL,
    ),
    (
        _p(r"(?<!posterior\s)\b(?:anterior\s+)?(?:atlanto-?(?:dental|dens|axial)\s+interval|ADI|AADI|predental\s+space)\b"),
        Quantity.ATLANTODENTAL_INTERVAL,
    ),
    (_p(r"\bcervico-?medullary\s+angle\b|(?-i:\bCMA\b)"), Quantity.CERVICOMEDULLARY_ANGLE),
    (_p(r"\babove\s+(?:the\s+)?mcgregor\w*|\bmcgregor['’]?s?(?:\s+line)?\b"), Quantity.DENS_ABOVE_MCGREGOR),
    (_p(r"\b(?:residual|thecal|dural)?\s*sac(?:\s+AP(?:\s+diameter)?|\s+diameter)?\b|\bdural\s+sac\b"), Quantity.SAC_AP),
    (
        _p(
            r"\b(?:canal\s+AP|AP\s+(?:canal|diameter)|(?:canal|antero-?posterior|sagittal)\s+(?:AP\s+)?diameter|canal\s+(?:measures|narrowed\s+to|width)|bony\s+canal|AP\b(?!\s+(?:and|film|view|radio)))"
        ),
        Quantity.CANAL_AP,
    ),
    (_p(r"\b(?:occup\w+\s+(?:ratio|rate)|canal\s+occupancy|occupies)\b"), Quantity.OCCUPYING_RATIO),
    (_p(r"\b(?:canal\s+)?(?:encroachment|encroach\w*|canal\s+compromise|retropuls\w+)\b"), Quantity.CANAL_ENCROACHMENT),
    (
        _p(
            r"\b(?:height\s+loss|loss\s+of\s+(?:\w+\s+){0,3}?height|height(?:\s+(?:of|at)\s+[CTL]\d{1,2})?\s+(?:is\s+|was\s+)?(?:reduction|decrease|reduced\s+by|decreased\s+by)|lost\s+\w+\s+height)\b"
        ),
        Quantity.HEIGHT_LOSS,
    ),
    (
        _p(
            r"\b(?:vertebral|anterior|posterior|body)\s+(?:body\s+)?height\b(?!\s+(?:loss|(?:of\s+\w+\s+)?(?:is\s+)?reduced))|\bheight\s+of\s+(?:the\s+)?[CTL]\d{1,2}\s+(?:vertebral\s+)?body\b"
        ),
        Quantity.VERTEBRAL_HEIGHT,
    ),
    (_p(r"\bdis[ck](?:[\s-]space)?\s+height\b(?!\s+loss)|\bdis[ck]\s+(?:is\s+)?reduced\s+to\b"), Quantity.DISC_HEIGHT),
    (
        _p(r"\b(?:bending|bends?)\s+(?:films?\s+)?(?:to)?\b|\bon\s+(?:side[\s-])?bending\b|\bcorrect(?:s|ing)\s+to\b"),
        Quantity.COBB_ANGLE_BENDING,
    ),
    (
        _p(
            r"\bcobb(?:['’]?s)?(?:\s+angles?)?\b|\b(?:thoracic|lumbar|thoracolumbar|scoliotic|convex|main|structural|compensatory|major|left|right)\s+(?:\w+\s+)?curves?\b|\bcurves?\b|\bscolio\w+\b|\bmain\s+thoracic\b|\bproximal\s+thoracic\b"
        ),
        Quantity.COBB_ANGLE,
    ),
    (_p(r"\bkypho(?:sis|tic)\b(?:\s+(?:angle|angulation|deformity))?|(?-i:\bTK\b)|\bgibbus\b"), Quantity.KYPHOSIS_ANGLE),
    (_p(r"\blordo(?:sis|tic)\b(?:\s+angle)?|(?-i:(?<!PI-)(?<!PI\s-\s)\bLL\b)"), Quantity.LORDOSIS_ANGLE),
    (_p(r"\b(?:flavum|ligamentum\s+flavum)\b"), Quantity.FLAVUM_THICKNESS),
    (_p(r"\bpedicle\s+(?:width|diameter)|\bpedicle\s+is\s+narrow"), Quantity.PEDICLE_WIDTH),
    (_p(r"\bmigrat\w+\b"), Quantity.MIGRATION),
    (_p(r"\beffusions?\b|\bfacet\s+joint\s+fluid\b"), Quantity.JOINT_EFFUSION),
    (_p(r"\b(?:thick(?:ness)?|maximal(?:\s+thickness)?)\b"), Quantity.LESION_THICKNESS),
    (_p(r"\b(?:extent|long|in\s+length|length\s+of|extends?\s+over|cranio-?caudal(?:ly)?)\b"), Quantity.LESION_EXTENT),
    (_p(r"\b(?:gap|diastasis|fracture\s+gap|cleft\s+width)\b"), Quantity.GAP),
    (_p(r"\btilt(?:ed)?\b"), Quantity.TILT),
    (
        _p(
            r"\b(?:listhesis|\w*listhes[ie]s|slip(?:page)?|slipped|translation|subluxation|displaced\s+(?:anteriorly|posteriorly|forwards?|backwards?)|shift\s+of)\b"
        ),
        Quantity.SLIP,
    ),
    (
        _p(
            r"\b(?:cyst|lesion|focus|nodule|tumou?r|mass|haemangioma|hemangioma|metasta\w+|deposit|fragment|extrusion|protrusion|herniation|schwannoma|meningioma|syrinx|node|ependymoma|sequest\w+)\b"
        ),
        Quantity.LESION_SIZE,
    ),
)

_LENGTH_OF = {Quantity.SLIP: (Finding.SPONDYLOLISTHESIS, Finding.RETROLISTHESIS)}
ENGLISH = Tongue(
    rules=(*FINDINGS_EN, *SIGNS_EN),
    breaks=_BREAKS,
    cues=_CUES,
    sides=_SIDES,
    zones=_ZONES,
    severities=_SEVERITIES,
    regions=_REGIONS,
    title=_p(
        r"\b(?:MRI|MR|CT|x-?rays?|radiographs?|radiograph(?:y|ic)|film|films|magnetic\s+resonance|tomogra\w+|imaging|scan|myelogra\w+|sagittal|axial|coronal|view|image|bone\s+scan)\b"
    ),
    at=_p(
        r"(?:\b(?:at|of|on|in|involving|from|within|through|behind|between|over|across|affecting|around|level|levels|including|spanning|extending|for|to|along|and|or|worst|upon)\b|\()"
    ),
    goes_on=_p(r"\W*(?:(?:the\s+)?(?:exiting|traversing|left|right|both|bilateral)\b)"),
    heading=_p(r"^\W{0,6}(?:[-–•*]\s*)?(?:(?:at|level)\s+)?(?:the\s+)?[^:.;]{0,80}?:"),
    leads=_p(r"\W*(?:and\W+)?in\s+the\s+[\w-]+(?:\s+(?:spine|region|junction))?\s*,"),
    quantities=_QUANTITIES,
    of_finding={
        Finding.SPONDYLOLISTHESIS: {"mm": Quantity.SLIP, "cm": Quantity.SLIP, "%": Quantity.SLIP},
        Finding.RETROLISTHESIS: {"mm": Quantity.SLIP, "cm": Quantity.SLIP, "%": Quantity.SLIP},
        Finding.CANAL_STENOSIS: {"mm": Quantity.CANAL_AP},
        Finding.OPLL: {"%": Quantity.OCCUPYING_RATIO, "mm": Quantity.LESION_THICKNESS},
        Finding.OLF: {"%": Quantity.OCCUPYING_RATIO, "mm": Quantity.LESION_THICKNESS},
        Finding.DISC_NARROWING: {"%": Quantity.HEIGHT_LOSS},
        Finding.COMPRESSION_FRACTURE: {"%": Quantity.HEIGHT_LOSS},
        Finding.FLAVUM_HYPERTROPHY: {"mm": Quantity.FLAVUM_THICKNESS},
        Finding.SCOLIOSIS: {"degree": Quantity.COBB_ANGLE},
        Finding.KYPHOSIS: {"degree": Quantity.KYPHOSIS_ANGLE},
        Finding.ATLANTOAXIAL_INSTABILITY: {"mm": Quantity.ATLANTODENTAL_INTERVAL},
        **{
            finding: {"mm": Quantity.LESION_SIZE, "cm": Quantity.LESION_SIZE}
            for finding in (
                Finding.SYNOVIAL_CYST,
                Finding.HAEMANGIOMA,
                Finding.VERTEBRAL_METASTASIS,
                Finding.PRIMARY_TUMOUR,
                Finding.INTRADURAL_TUMOUR,
                Finding.DISC_EXTRUSION,
                Finding.DISC_PROTRUSION,
                Finding.DISC_HERNIATION,
                Finding.DISC_SEQUESTRATION,
                Finding.SCHMORL_NODE,
                Finding.EPIDURAL_ABSCESS,
                Finding.EPIDURAL_HAEMATOMA,
                Finding.SYRINX,
            )
        },
    },
)
