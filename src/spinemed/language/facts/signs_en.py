"""English words for the signs of history and examination that alarm."""

from __future__ import annotations

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.language.facts.rules import Rule, rule
from spinemed.language.facts.words_en import WORD

_A = Certainty.ABSENT
_ONLY_DENIED = frozenset({_A})
_LEGS = r"(?:legs|lower\s+limbs|lower\s+extremities|feet|thighs|calves)"
_LEG = r"(?:legs?|lower[\s-]limbs?|lower[\s-]extremit(?:y|ies)|feet|foot|thighs?)"
_SYMPTOM = r"(?:weak\w*|numb\w*|tingl\w*|pains?|painful|sciatica|pa?ra?esthesia\w*|heav\w+|sensory\s+loss|ache|aching|giving\s+way|radiculopathy)"

_HAS = r"\b(?:history\s+of|known|treated\s+for|diagnosed\s+with|suffer(?:s|ing)\s+from|(?:patient|man|woman|girl|boy|child|male|female|lady|gentleman|infant)\s+with|PMH\s*:?)\s+"
# Power below 5 on both sides, as a table gives it: "4/5 and 4-/5", "R 4/5, L 4-/5", "3/5 right, 4/5 left".
_LOW = r"[0-4](?:[+-]|-[0-4])?/5"
_MUSCLE = r"\b(?:hip|knee|ankle|plantar|dorsi\w*|EHL|TA|gastroc\w*|quad\w*|ilio\w+|hamstrings?|great\s+toe|big\s+toe|toe|foot)\b[\w\s()]{0,24}?:?\s*"
_SIDED = r"(?:(?-i:R|L|right|left|Right|Left)\s+)?"
_BEHIND = r"(?:\s+(?-i:R|L|right|left|on\s+the\s+(?:right|left)))?"
_BOTH_LOW = rf"{_SIDED}{_LOW}{_BEHIND}\s*(?:,|/|and|,\s*and)\s*{_SIDED}{_LOW}{_BEHIND}(?!\s*\(?\s*(?:previous|before|prior))"

SIGNS_EN: tuple[Rule, ...] = (
    rule(
        Finding.SADDLE_ANAESTHESIA,
        "saddle peri-anal perianal perine wiping genital anus back_passage between_the_legs s3 s4",
        rf"\bsaddle(?:[\s-]+(?:region|area|type|distribution|block))?[\s-]+(?:ana?esthesia|numb\w*|hypo-?a?esthesia|sensory\s+(?:loss|disturbance|change|deficit)|pa?ra?esthesia\w*|sensation\s+loss)"
        rf"|\b(?:numb\w*|ana?esthesia|tingling|loss\s+of\s+feeling|sensory\s+loss|loss\s+of\s+(?:\w+\s+)?sensation|reduced\s+(?:\w+\s+)?sensation|altered\s+sensation)\s+(?:in|around|over|of|at|when|on|about)\s+{WORD}{{0,4}}?(?:saddle|perineum|perineal|perianal|genital\w*|anus|wiping|back\s+passage|private\s+parts|vagina|groin\s+and\s+buttock)\b(?:\s+(?:area|region))?"
        rf"|\b(?:peri-?anal|perineal|genital)[\s-]+(?:area\s+)?(?:numb\w*|ana?esthesia|hypo-?a?esthesia|sensory\s+(?:loss|disturbance|change)|tingling)\b"
        rf"|\b(?:loss\s+of|lost|reduced|diminished|decreased|impaired|altered)\s+(?:peri-?anal|saddle|perineal|S[2-4]\s*[-–]\s*S?[45])\s+(?:sensation|pinprick|light\s+touch)"
        rf"|\b(?:peri-?anal|saddle|perineal)\s+(?:sensation|pinprick|light\s+touch)(?:\s+(?:is|was))?\s+(?:reduced|lost|diminished|decreased|impaired|blunted)|\b(?:peri-?anal|S4[-/]S?5)\s+(?:light\s+touch|pinprick)(?:\s+and\s+pinprick|\s+preserved,\s+pinprick)?\s+(?:reduced|impaired|diminished)",
    ),
    rule(  # an absent feeling is the sign, not its denial
        Finding.SADDLE_ANAESTHESIA,
        "saddle peri-anal perianal perine pinprick s3 s4",
        r"\b(?:peri-?anal|saddle|perineal|S[2-4](?:\s*[-–/]\s*S?[45])?)\s+(?:sensation|pin-?prick|light\s+touch)(?:\s+(?:is|was))?\s+absent"
        r"|\babsent\s+(?:peri-?anal|saddle|perineal|S[2-4]\s*[-–]\s*S?[45])\s+(?:sensation|pin-?prick|light\s+touch)"
        r"|\bpin-?prick\s+absent\s+(?:over\s+|at\s+|in\s+)?(?:S[2-4]\s*[-–]\s*S?[45]|the\s+(?:saddle|perineum))",
        Certainty.PRESENT,
    ),
    rule(
        Finding.SADDLE_ANAESTHESIA,
        "perianal peri-anal saddle perineal s4",
        rf"\b(?:peri-?anal|saddle|perineal|sacral)(?:\s+(?:area|region))?\s+(?:sensation|sensory|pinprick|light\s+touch)?(?:\s+(?:and|,)\s+(?:anal\s+|sphincter\s+|rectal\s+)?(?!an?\s)\w+(?:\s+tone)?)*(?:\s+(?:is|was|are|were|remain\w*))?(?:\s+(?:both|fully))?\s+(?:intact|normal|preserved|present|full|unremarkable)"
        rf"|\b(?:normal|intact|preserved)\s+(?:peri-?anal|saddle|perineal)(?:\s+\w+)?\s+(?:sensation|sensory|pinprick|touch)|\b(?:touch|pinprick|sensation)\s+{WORD}{{0,3}}?(?:normal|intact)\s+(?:including|incl\.?)\s+(?:S[2-4]|peri-?anal|the\s+perineum)|\b(?:normal|intact)\s+(?:including|incl\.?)\s+(?:S[2-4]|peri-?anal)|\bperi-?anal\s+(?:area\s+is\s+normal|intact)",
        _A,
    ),
    rule(
        Finding.SADDLE_ANAESTHESIA,
        "saddle wiping perianal peri-anal",
        r"\bsensation\s+when\s+wiping\b|\bperi-?anal\s+pinprick\b(?=[^.]{0,60}?\b(?:blunter|equivocal|inconsistent|doubtful|hesitat\w*)\b)",
        Certainty.UNCERTAIN,
    ),
    rule(
        Finding.SADDLE_ANAESTHESIA,
        "feel",
        r"\b(?:cannot|can't|unable\s+to)\s+feel\s+(?:\w+\s+){0,4}?(?:wiping|wipes)\b",
        Certainty.PRESENT,
    ),
    rule(
        Finding.URINARY_RETENTION,
        "retention urine water void urinat micturition",
        r"(?<!fluid\s)(?<!sodium\s)(?<!water\s)(?<!co2\s)\b(?:(?:acute|painless|urinary|chronic|bladder)\s+)*retention\b(?!\s+of\s+(?:contrast|fluid|sodium))|\b(?:unable|inability|difficult(?:y|ies)|trouble|cannot|can\s*not|could\s+not|struggl\w+)\s+(?:to\s+|in\s+|with\s+)?(?:start(?:ing)?\s+to\s+)?(?:pass(?:ing)?\s+(?:any\s+)?(?:urine|water)|void(?:ing)?|urinat\w+|micturition|emptying\s+(?:the|his|her)\s+bladder|empty\s+(?:the|his|her)\s+bladder)"
        r"|\bhesitancy\s+of\s+micturition|\burinary\s+hesitancy",
    ),
    rule(
        Finding.URINARY_RETENTION,
        "not_passed not_voided not_urinated full_bladder",
        r"\b(?:(?:has|have|had)\s+)?not\s+(?:passed\s+(?:any\s+)?urine|voided|urinated)\b|\bfull\s+bladder\s+(?:needing|requiring)\s+(?:a\s+)?catheter\w*",
        Certainty.PRESENT,
    ),
    rule(
        Finding.URINARY_RETENTION,
        "urine void urinat",
        r"\b(?:pass(?:ed|es|ing)|void(?:ed|s|ing)|urinat(?:ed|es|ing))(?:\s+(?:his|her)?\s*urine)?\s+(?:normally|spontaneously|without\s+difficulty|freely)\b|\bnormal\s+(?:voiding|micturition|urination)\b",
        _A,
    ),
    rule(
        Finding.NEW_INCONTINENCE,
        "incontinen soil continen control wetting leak",
        r"\b(?:(?:urinary|fa?ecal|bowel|bladder|overflow|stress|stool|double)(?:\s+(?:or|and)\s+(?:bowel|fa?ecal|bladder|urinary))?\s+)*incontinen(?:ce|t)\b(?:\s+of\s+(?:urine|stool|f(?:a)?eces)(?:\s+(?:or|and)\s+(?:stool|f(?:a)?eces|urine))?)?|\bsoiling\b|\bloss\s+of\s+(?:bladder|bowel|sphincter|urinary)(?:\s+(?:or|and)\s+\w+)?\s+(?:control|continence)|\bloss\s+of\s+control\s+of\s+(?:\w+\s+)?(?:bladder|bowels?)|\bwetting\s+(?:herself|himself)\b|\bleak(?:s|ing)?\s+urine\b|\blost\s+(?:bladder|bowel|sphincter)(?:\s+and\s+(?:bladder|bowel))?\s+control\b",
    ),
    rule(Finding.NEW_INCONTINENCE, "continent", r"(?<!in)\bcontinent\b(?:\s+of\s+(?:urine|stool|bladder))?", _A),
    rule(
        (Finding.URINARY_RETENTION, Finding.NEW_INCONTINENCE),
        "bladder sphincter bowel",
        r"\b(?:bladder|sphincters?|urinary)(?:\s*(?:,|and|or|/)\s*(?:bowels?|bladder|sexual))*(?:\s+(?:functions?|control|habits?))?(?:\s+(?:is|are|was|were|remain\w*))?\s+(?:normal|intact|preserved|unaffected|unremarkable|undisturbed|unchanged)\b"
        r"|\b(?:bowels?\s+(?:and|or)\s+bladder)(?:\s+(?:functions?|control|habits?))?(?:\s+(?:is|are|was|were|remain\w*))?\s+(?:normal|intact|preserved|unaffected|unremarkable|unchanged)\b|\b(?:bladder\s+and\s+bowels?|bowels?\s+and\s+bladder)\s+(?:OK|fine)\b|\bnormal\s+(?:bladder|sphincter|bowel\s+and\s+bladder|bladder\s+and\s+bowel)(?:\s+and\s+bowel)?\s+(?:function|control|habits?)\b|\bsphincters?\s+(?:intact|normal)\b",
        _A,
    ),
    rule(
        (Finding.URINARY_RETENTION, Finding.NEW_INCONTINENCE),
        "bladder sphincter bowel urinary",
        r"\b(?:bladder|sphincter(?:ic)?|urinary)(?:\s*(?:,|and|or|/)\s*(?:bowels?|bladder|sexual|gait))*\s+(?:changes?|disturbances?|symptoms?|dysfunction|troubles?|problems?|complaints?|issues?|involvement|difficult(?:y|ies)|control|habits?|function)\b"
        r"|\bbowels?\s*(?:or|and|/)\s*bladder\s+(?:changes?|disturbances?|symptoms?|dysfunction|troubles?|problems?|complaints?|issues?|involvement|habits?|incontinence)\b|\b(?:changes?|disturbance|dysfunction|problems?|trouble|difficulty)\s+(?:of|in|with)\s+(?:\w+\s+)?(?:bladder|sphincter|bowel\s+or\s+bladder|bowel\s+and\s+bladder)(?:\s+(?:or|and)\s+bowels?)?(?:\s+(?:habits?|control|function))?|\bsphincter\s+disturbance",
        only=_ONLY_DENIED,
    ),
    rule(
        Finding.BILATERAL_LEG_SIGNS,
        "leg limb extremit feet thigh sciatica para pleg calves slr",
        rf"\b(?:bilateral|bilaterally)\s+(?:[\w-]+\s+){{0,2}}?{_LEG}\s+(?:{_SYMPTOM}|symptoms?|signs?|radiculopath\w+)|\bbilateral\s+(?:sciatica|radicular\s+pain|radiculopathy|foot\s+drop)\b|\bboth\s+{_LEGS}\s+(?:[\w,]+\s+){{0,6}}?{_SYMPTOM}"
        rf"|\b{_SYMPTOM}(?:\s+and\s+{_SYMPTOM})?\s+(?:in|of|into|down|to|affecting|affects|involving|radiating\s+(?:(?:in)?to|down)|shooting\s+down|over)\s+(?:the\s+|his\s+|her\s+)?(?:both|bilateral)\s+(?:[\w-]+\s+)?{_LEGS}\b|\b(?:left|right)\s+(?:greater|worse|more)\s+than\s+(?:left|right)\s+(?:leg|lower\s+extremity|lower\s+limb)\s+(?:pain|radiculopathy|weakness|numbness|symptoms?)|\bpara(?:paresis|plegia|paretic|plegic)\b|\b{_LEGS}\s+(?:weak|numb)\b|\b{_SYMPTOM}\s+(?:affects|affecting|in)\s+both\s+thighs|\bpower\s+in\s+both\s+{_LEGS}\s+(?:is|was)\s+[0-4][+-]?/5|\bSLR\s+(?:is\s+)?positive\s+bilaterally\b|\bbilaterally\s+positive\s+SLR\b"
        rf"|\b(?:signs?|deficits?)\s+in\s+both\s+{_LEGS}\b|\bleg\s+(?:signs?|symptoms?)\s+(?:on\s+both\s+sides|bilaterally)\b|\b{_SYMPTOM}\s+(?:in|of)\s+(?:the\s+)?[\w-]+\s+and\s+both\s+{_LEGS}\b",
        loose=True,
    ),
    rule(
        Finding.BILATERAL_LEG_SIGNS,
        "ble_",
        r"(?-i:\bBLE)\s+(?:weakness|numbness|pain|symptoms?)\b",
    ),
    rule(
        Finding.BILATERAL_LEG_SIGNS,
        "leg",
        rf"\bleg\s+(?:symptoms?|complaints?)\b|\b(?:numbness|pain|tingling)(?:\s+or|\s+and|,)\s+(?:\w+\s+or\s+)?weakness\s+(?:in|of)\s+(?:the\s+|both\s+|his\s+|her\s+)?(?:legs|lower\s+extremities|lower\s+limbs)|\bleg\s+weakness(?:,|\s+or|\s+and)\s+numbness|\b{_LEG}\s+(?:pain,\s+numbness|numbness,\s+weakness|pain\s+or\s+numbness)(?:,?\s+(?:or|and)\s+weakness)?",
        only=_ONLY_DENIED,
        loose=True,
    ),
    rule(
        Finding.BILATERAL_LEG_SIGNS,
        "/5",
        r"\b(?:hip|knee|ankle|plantar|dorsi|EHL|toe|big\s+toe)[\s-]*(?:flexion|flexors?|extension|extensors?|dorsiflexion|plantarflexion|flexor)?\s+[0-4][+-]?/5\s+(?:bilaterally|on\s+both\s+sides|both\s+sides|each\s+side)\b(?![^.;]{0,24}\b(?:pain[\s-]+limited|limited\s+by\s+pain))"
        rf"|{_MUSCLE}{_BOTH_LOW}(?:\s*[;,]\s*{_MUSCLE}{_SIDED}[0-5][+-]?/5{_BEHIND}\s*(?:,|/|and)\s*{_SIDED}[0-5][+-]?/5{_BEHIND})*"
        rf"|\bboth\s+{_LEGS}\s+{_LOW}"
        r"|\b(?:hip|knee|ankle)\s+\w+\s+[0-4][+-]?/5\s+(?:right|left)\s+and\s+[0-4][+-]?/5\s+(?:right|left)\b",
        Certainty.PRESENT,
    ),
    rule(
        Finding.PROGRESSIVE_WEAKNESS,
        "weak paresis paralys giving_way foot_drop heav power strength weaker",
        r"\b(?:power|foot\s+drop)\s+(?:(?:in|of)\s+(?:\w+\s+){1,4}?)?(?:is\s+|has\s+)?(?:getting\s+worse|worsening|deteriorating|declin(?:ing|ed))\b|\b(?:increasing|progressive)\s+loss\s+of\s+(?:strength|power)\b|\b(?:arm|leg|hand|foot)\s+(?:\w+\s+){0,2}?(?:growing|getting|becoming)\s+weaker\b|\bprogression\s+of\s+(?:the\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,3}?(?:weakness|paresis|foot\s+drop)\b|\blegs?\s+(?:\w+\s+)?progressively\s+(?:heav|weak)\w+"
        r"|\b(?:progressive(?:ly)?|progressing|worsening|increasing(?:ly)?|rapidly|ascending|evolving|deteriorating)\s+(?:[\w-]+\s+){0,4}?(?:weak(?:ness)?|para(?:paresis|lysis|plegia)|foot\s+drop|motor\s+loss)\b|\bnew(?:[\s-]onset)?\s+(?:[\w-]+\s+){0,3}?(?:weakness|foot\s+drop)\b(?:[^.;]{0,40}?\bworsening)?"
        r"|\bweak(?:ness)?\b(?:[^.;]{0,50}?)\b(?:(?:is\s+|are\s+|has\s+|have\s+|clearly\s+|been\s+|getting\s+|become\s+|becoming\s+|rapidly\s+)+(?:progress\w+|worse\w*|increas\w+|deteriorat\w+)|worsening|clearly\s+worse|progressive|progressing|progressed|worsened)\b",
        loose=True,
    ),
    rule(
        Finding.PROGRESSIVE_WEAKNESS,
        "weakness",
        r"(?<!progressive\s)(?<!worsening\s)(?<!increasing\s)(?<!new\s)\b(?:(?:leg|limb|arm|motor|focal|muscle|extremity|limbs|lower\s+limb|lower\s+extremity|upper\s+extremity)\s+)*weakness\b(?!\s+(?:explained|due|but\s+no|is|are|affects|in\s+the\s+(?:left|right)\s+arm))",
        only=_ONLY_DENIED,
    ),
    rule(
        Finding.PROGRESSIVE_WEAKNESS,
        "progress weakness",
        r"\bweakness\b[^.;,]{0,24}?\b(?:is|was|has\s+become)\s+no\s+worse\b|\bweakness\s+but\s+no\s+progression\b|\bweakness\b[^.;]{0,30}?\b(?:not\s+progress\w+|non-?progressive|stable|unchanged)\b",
        _A,
    ),
    rule(
        Finding.GAIT_OR_HAND_CLUMSINESS,
        "gait clums unstead dext tandem walk button drop balance hands ataxi fumbl stumbl handwriting chopsticks stiff",
        rf"\b(?:unsteady|unstable|spastic|ataxic|broad[\s-]based|wide[\s-]based|scissor\w*|shuffling|myelopathic)\s+(?:\w+\s+)?(?:gait|walk\w*)\b|\bgait\s+(?:\w+\s+){{0,2}}?(?:disturbance|unstead\w+|imbalance|instab\w+|ataxi\w|difficult\w+|broad[\s-]based|wide[\s-]based|spastic|abnormalit\w+|disorder|dysfunction|deteriorat\w+)(?:,\s+tandem\s+walk\w*\s+(?:impossible|not\s+possible))?"
        rf"|(?<!on\s)\bunstead(?:y|iness)\b(?!\s+gait)(?:\s+(?:on|when)\s+(?:\w+\s+){{0,2}}?(?:feet|legs|walking|stairs))?|\bclums(?:y|iness)\b(?:\s+(?:of|in|with)\s+{WORD}{{0,3}}?(?:hands?|fingers?))?|\b(?:loss\s+of|reduced|impaired|poor|decreased|worsening|deteriorating)\s+(?:[\w-]+\s+){{0,3}}?(?:dexterity|balance|fine\s+motor\s+\w+|coordination)\b"
        rf"|\bdrop(?:s|ping)\s+(?:objects|things|cups|items)\b|\b(?:difficult(?:y|ies)|trouble|problems?|inability|unable)\s+(?:in\s+|with\s+|to\s+)?(?:walk\w*|button\w*|fasten\w*|(?:using\s+)?(?:her|his)\s+hands|writing|handwriting|fine\s+(?:motor|finger)\s+\w+|balance)\b|\bimbalance\b(?<!sagittal\simbalance)(?<!coronal\simbalance)|\btandem\s+(?:gait|walk\w*)\s+(?:is\s+|was\s+)?(?:poor|unsteady|impaired|abnormal)"
        rf"|\bfumbl(?:es|ing)\b|\bhandwriting\s+has\s+(?:deteriorated|worsened)|\bstumbl(?:es|ing|e)\b|\b(?:is|was)\s+ataxic\b|\blegs\s+have\s+become\s+stiff\b",
    ),
    rule(
        Finding.GAIT_OR_HAND_CLUMSINESS,
        "tandem heel",
        r"\b(?:tandem|heel[\s-](?:to[\s-])?toe)\s+(?:gait|walk\w*)(?:\s+(?:is|was))?\s+(?:impossible|not\s+possible|not\s+(?:be\s+)?(?:done|performed|managed)|cannot\s+be\s+(?:done|performed))"
        r"|\b(?:unable\s+to|cannot|could\s+not|can't)\s+(?:\w+\s+)?(?:tandem|heel[\s-](?:to[\s-])?toe)[\s-]*(?:gait|walk)\w*",
        Certainty.PRESENT,
    ),
    rule(
        Finding.GAIT_OR_HAND_CLUMSINESS,
        "gait tandem walk",
        r"\bwalks\s+(?:normally|well|unaided)\b|\bgait(?:\s+(?:is|was|remains))?(?:\s+(?:entirely|fully))?\s+(?:normal|steady|stable|unremarkable)\b(?!\s+base)|\btandem(?:\s+(?:gait|walk\w*))?(?:\s+(?:is|was))?\s+(?:steady|normal|intact)\b|\b(?:normal|steady)\s+(?:\w+\s+)?gait\b",
        _A,
    ),
    rule(
        Finding.FEVER_WITH_SPINAL_PAIN,
        "fever febrile pyrexi rigors temperature",
        r"(?<!hay\s)(?<!yellow\s)(?<!rheumatic\s)(?<!scarlet\s)\bfevers?\b(?:\s*(?:,|and|or)\s*(?:rigors|chills|sweats|night\s+sweats))?|(?<!a)\bfebrile\b|\bpyrexia(?:l)?\b|\b(?:raised|elevated|high|spiking)\s+(?:body\s+)?temperatures?\b|\bfeverish\b|\bevening\s+rise\s+of\s+temperature\b|(?<!or\s)(?<!and\s)\brigors\b",
    ),
    rule(Finding.FEVER_WITH_SPINAL_PAIN, "afebrile apyrexi", r"\bafebrile\b|\bapyrexial?\b", _A),
    rule(
        Finding.CANCER_HISTORY,
        "cancer ca_ malignan carcinoma neoplas oncolog lymphoma myeloma tumor tumour",
        r"(?<!features\sof\s)(?<!evidence\sof\s)(?<!signs\sof\s)(?<!suspicion\sof\s)\b(?:history\s+of\s+)?(?:prior\s+|previous\s+|known\s+)?(?:(?:breast|lung|prostate|renal|colon|thyroid|cervical|ovarian|bladder)\s+)?(?:cancers?|malignanc(?:y|ies)|carcinoma)\b(?!\s+(?:is\s+)?(?:unlikely|likely|suspected|cannot)|\s+(?:screen|centre|center))|(?:breast|lung|prostate|colon|thyroid)\s+ca\b|\boperated\s+for\s+an?\s+(?:\w+\s+)?(?:tumou?r|cancer)\b|(?-i:\bCa)\s+(?:thyroid|breast|lung|prostate|colon|cervix|ovary|kidney|stomach|rectum)\b|\btumou?r\s+in\s+(?:his|her|the)\s+history\b|\bhistory\s+of\s+(?:\w+\s+)?(?:tumou?r|neoplasm|lymphoma|melanoma)\b",
    ),
    rule(
        Finding.CANCER_HISTORY,
        "leuk lymphoma myeloma hodgkin all aml cll cml nhl",
        rf"\b(?:(?:acute|chronic)\s+(?:\w+\s+)?)?leuka?emia\b|\b(?:non-?)?hodgkin['’]?s?\s+(?:lymphoma|disease)\b"
        rf"|{_HAS}(?:\w+\s+){{0,2}}?(?:lymphoma|myeloma)\b|\b(?:lymphoma|myeloma)\b(?=[^.;]{{0,30}}?\b(?:in\s+remission|treated|on\s+(?:chemo|treatment)|(?:years?|months?)\s+ago|since\s+\d))"
        rf"|(?-i:\b(?:AML|CLL|CML|NHL)\b)|{_HAS}(?:\w+\s+){{0,2}}?(?-i:ALL)\b(?!\s+[a-z]+s\b(?<!presents))",
    ),
    rule(
        Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
        "coagula",
        r"\banti-?coagula(?:nts?|tion)\s+with\s+(?:an?\s+)?acute\s+(?:neurological\s+)?deficits?\b"
        r"|\bacute\s+(?:neurological\s+)?deficits?\s+(?:under|on|with|during|while\s+on|despite)\s+anti-?coagula\w+",
    ),
    rule(
        Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
        "coagul warfarin apixaban rivaroxaban dabigatran edoxaban heparin enoxaparin blood_thinner coumadin",
        r"(?<!stop\s)(?<!stopping\s)(?<!stopped\s)(?<!restart\s)(?<!restarting\s)(?<!restarted\s)(?<!hold\s)(?<!holding\s)(?<!resume\s)(?<!resuming\s)(?<!withhold\s)"
        r"\b(?:anti-?coagula(?:nts?|tion|ted|tive)(?:\s+(?:therapy|treatment|use|drugs?|medication))?|(?:warfarin|apixaban|rivaroxaban|dabigatran|edoxaban|enoxaparin|coumadin)|blood\s+thinners?)\b"
        r"(?!\s+(?:(?:is|was|are|were|to|be|should|will|must)\s+){0,3}(?:stopped|restarted|withheld|held|resumed|discontinued|restart|stop))",
    ),
)
