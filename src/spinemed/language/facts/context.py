"""What earlier sentences of a text leave to the later ones: title, heading, last places, what was stated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.quantities import Quantity

_SPINE = re.compile(
    r"hoffmann|romberg|clonus|plantars|sciatica|perianal|mJOA|Nurick|cauda equina|(?:neck|back) pain|spondyl|scolio|kypho"
    r"|lordo|discitis|diskitis|OPLL|osteophyt|foramin|pars\s|pelvic (?:incidence|tilt)|sacral slope|Pfirrmann|Modic|\bfacet"
    r"|saddle an|Cobb|Lenke|Risser|hemivert|Schizas|ASIA|Tokuhashi|SINS\b|syrinx|Chiari|"
    r"\bspin(?:e|al)\b|vertebra|\bdis[ck]s?\b|\bcord\b|lumbar|cervical|thoracic|thecal|foramin|listhesis|stenosis|kyphosis"
    r"|scoliosis|sacro|sacral|radiculop|myelopath|cauda"
    r"|脊|椎|腰|颈|骶|胸段|马尾|神经根|硬膜",
    re.I,
)
_TEACHING = re.compile(
    r"\b(?:people\s+(?:with|who)|most\s+people|your?\s+(?:doctor|child|health\s+care|back|spine|symptoms|bones?)"
    r"|you\s+(?:may|can|should|have)|doctors?\s+(?:may|can|use)|health\s+care\s+provider|"
    r"what\s+(?:is|are|causes?)|symptoms\s+(?:may|can|include)|is\s+a\s+(?:rare\s+|common\s+|genetic\s+)?(?:condition"
    r"|disorder|disease)|(?:can|may)\s+(?:also\s+)?(?:cause|occur|develop|include)|treatment\s+(?:may|can|options|includes"
    r"|for)|researchers?|"
    r"affected\s+individuals|individuals\s+with|inherited|genes?\b|this\s+(?:condition|disorder))\b",
    re.I,
)
_PATIENT = re.compile(
    r"\b(?:year-?old|patient['’]s|the\s+patient|he|she|his|her|shows?|showing|demonstrat\w+|reveal\w*|impression|MRI\s+(?:of"
    r"|lumbar|cervical|thoracic)|postoperative\w*)\b",
    re.I,
)
_DEFICIT = re.compile(
    r"(?<!no )(?<!without )(?:(?:epi|sub)dural ha?ematoma"
    r"|(?:acute|sudden(?:-onset)?|abrupt|progressive|rapid)(?:ly)? (?:\w+ ){0,3}?(?:weak|para|loss of (?:leg )?power"
    r"|quadri|tetra)|paraplegi[ac]|urinary retention|unable to (?:walk|move|stand)"
    r"|acute motor block|could not move (?:her|his|the) legs|legs (?:\w+ )?weak since|(?:cannot|unable to) pass (?:urine|water))"
    r"|(?<!未见)(?<!无)硬膜外血肿|急性[^,，。;；]{0,6}(?:无力|瘫)|下肢不能活动|突[然发][^,，。;；]{0,6}(?:无力|瘫)|进行性无力|瘫|肌力(?:由)?[0-3]级|尿潴留|不能站立|不能自解",
    re.I,
)
# A denial or a condition before it in its sentence.
_NO_DEFICIT = re.compile(r"(?:\b(?:den(?:y|ies|ied)|no|not|without|if|should)\b|否认|未见|无|若|如)[^.。;；\n]*$", re.I)
_TRAUMA = re.compile(r"fractur|trauma|\bfall\b|fell\b|injur|dislocat|骨折|外伤|损伤|坠落|车祸", re.I)


@dataclass(slots=True)
class Context:
    """State carried through one text."""

    spine: bool
    teaching: bool
    deficit: bool
    asked: bool = False
    patient: bool = False
    trauma: bool = False
    title: Region | None = None
    titled: bool = False
    head: tuple[Anatomy, ...] = ()
    head_region: Region | None = None
    head_span: tuple[int, int] | None = None
    head_quantity: Quantity | None = None
    heads: int = 0
    at: int = 0
    extra: frozenset[Vertebra] = frozenset()
    places: dict[Finding, tuple[Anatomy, ...]] = field(default_factory=dict[Finding, tuple[Anatomy, ...]])
    last: tuple[Anatomy, ...] = ()
    injuries: dict[Anatomy, Finding] = field(default_factory=dict[Anatomy, Finding])
    generic: bool = False
    stated: set[Finding] = field(default_factory=set[Finding])

    @classmethod
    def of(cls, text: str, has_levels: bool) -> Context:
        """The state before the first sentence."""
        sample = text[:20000]
        teaching = len(_TEACHING.findall(sample)) >= 3 and len(_TEACHING.findall(sample)) > 2 * len(_PATIENT.findall(sample))
        return cls(
            trauma=_TRAUMA.search(text) is not None,
            patient=_PATIENT.search(sample) is not None or has_levels,
            spine=has_levels or len(text) < 400 or _SPINE.search(text) is not None,
            teaching=teaching,
            deficit=any(not _NO_DEFICIT.search(text, max(0, m.start() - 120), m.start()) for m in _DEFICIT.finditer(text)),
        )

    def step(self, text: str, start: int) -> None:
        """Move to the sentence at `start`: a heading ends with its line."""
        if "\n" in text[self.at : start]:
            self.head, self.head_region, self.head_span, self.last = (), None, None, ()
            self.heads = 0
            if "\n\n" in text[self.at : start]:
                self.head_quantity = None
        self.at = start
