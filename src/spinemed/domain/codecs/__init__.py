"""Label numbers of masks and codes of grading tables, to levels and back.

Integer labels mean nothing without the name of the numbering they are in, and stay inside these codecs:

>>> from spinemed.domain.codecs import codec
>>> from spinemed.domain.levels import Vertebra
>>> str(codec("totalseg_total").decode(27)), str(codec("spider").decode(201)), codec("verse").encode(Vertebra.L5)
('L5 vertebra', 'L5-S1 intervertebral disc', 24)
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from spinemed.domain.codecs.challenges import (
    RsnaColumn,
    RsnaGrade,
    SparkType,
    format_column,
    parse_column,
    parse_disc_code,
    parse_grade,
    parse_identification,
    parse_vertebra_code,
)
from spinemed.domain.codecs.codec import Codec, CodecFlag, RowRule
from spinemed.domain.codecs.sct import SCT_DISCS, SCT_VERTEBRAE
from spinemed.domain.codecs.spider import SPIDER, decode_ivd_label
from spinemed.domain.codecs.structure import UNDETERMINED, Level, Part, Structure, Undetermined
from spinemed.domain.codecs.totalsegmentator import (
    TOTALSEG_TOTAL,
    TOTALSEG_TOTAL_MR,
    TOTALSEG_TOTAL_V3,
    TOTALSEG_VERTEBRAE_BODY,
    TOTALSEG_VERTEBRAE_MR,
    TOTALSEG_VERTEBRAE_PP,
)
from spinemed.domain.codecs.totalspineseg import TOTALSPINESEG
from spinemed.domain.codecs.verse_family import SPINEPS_CT, SPINEPS_INSTANCE, SPINEPS_MRI, TPTBOX, VERSE
from spinemed.errors import CodecError

_ALL = (
    *(VERSE, TPTBOX, SPINEPS_MRI, SPINEPS_CT, SPINEPS_INSTANCE),
    *(
        TOTALSEG_TOTAL,
        TOTALSEG_TOTAL_V3,
        TOTALSEG_VERTEBRAE_MR,
        TOTALSEG_VERTEBRAE_PP,
        TOTALSEG_VERTEBRAE_BODY,
        TOTALSEG_TOTAL_MR,
    ),
    *(TOTALSPINESEG, SPIDER, SCT_VERTEBRAE, SCT_DISCS),
)
CODECS: Mapping[str, Codec] = MappingProxyType({known.name: known for known in _ALL})
"""Every codec by name."""


def codec(name: str) -> Codec:
    """The codec of a name; case and hyphens do not matter.

    Raises:
        CodecError: no codec has this name.
    """
    found = CODECS.get(name.strip().lower().replace("-", "_"))
    if found is None:
        raise CodecError(f"codec {name[:40]!r} is unknown: name one of {', '.join(CODECS)}")
    return found


__all__ = [
    "CODECS",
    "SCT_DISCS",
    "SCT_VERTEBRAE",
    "SPIDER",
    "SPINEPS_CT",
    "SPINEPS_INSTANCE",
    "SPINEPS_MRI",
    "TOTALSEG_TOTAL",
    "TOTALSEG_TOTAL_MR",
    "TOTALSEG_TOTAL_V3",
    "TOTALSEG_VERTEBRAE_BODY",
    "TOTALSEG_VERTEBRAE_MR",
    "TOTALSEG_VERTEBRAE_PP",
    "TOTALSPINESEG",
    "TPTBOX",
    "UNDETERMINED",
    "VERSE",
    "Codec",
    "CodecFlag",
    "Level",
    "Part",
    "RowRule",
    "RsnaColumn",
    "RsnaGrade",
    "SparkType",
    "Structure",
    "Undetermined",
    "codec",
    "decode_ivd_label",
    "format_column",
    "parse_column",
    "parse_disc_code",
    "parse_grade",
    "parse_identification",
    "parse_vertebra_code",
]
