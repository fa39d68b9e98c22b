"""The vertebrae marked in a picture -> facts: which level each letter stands on, and how surely that is known.

A wrong level is the worst error of this field, so the row of vertebrae that the numbers claim is held against where the bones
lie: head to tail in order, none left out, none twice. A mask that contradicts itself gives no fact at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.codecs import Part, Structure, codec
from spinemed.domain.levels import Segment, Variant, Vertebra
from spinemed.domain.records import Fact, Mask, MaskEvidence, MaskLabel, Study, variants_of
from spinemed.errors import CodecError, LevelError, SourceError

METHOD = "mask_label"
# From the middle of one vertebra to the next are 12 mm (neck of a child) to 45 mm (tall loin).
LARGEST_STEP_MM = 60.0
# A step this much longer than the middle one of those around it has room for a bone that nobody labelled.
LARGEST_STEP_RATIO = 1.75
# Neighbours differ by a third at most, the axis left aside. Two bones under one label stand 1.5 steps from either neighbour.
LARGEST_SIZE_RATIO = 1.7
WIDE_STEP_RATIO = 1.25
# The same from the lowest lumbar vertebra to the middle of the whole sacrum, which is about twice as far.
LARGEST_SACRAL_STEP_RATIO = 2.6
# Steps between whole labels of C1 to C2 and below L5 differ from the others by the shape of the bones.
_UNEVEN = (Vertebra.C1, Vertebra.S1, Vertebra.S2, Vertebra.S3, Vertebra.S4, Vertebra.S5, Vertebra.CO)
# No row of whole bones follows from these: they skip a bone that most spines have, so a missing label looks the same.
_SKIPS = (Variant.ELEVEN_THORACIC, Variant.FOUR_LUMBAR)


@dataclass(frozen=True)
class _Bone:
    level: Vertebra
    label: MaskLabel


def mask_facts(study: Study) -> Iterator[Fact]:
    """One fact a mark: this letter stands on this vertebra. None where the numbers of the mask name no level.

    Raises:
        SourceError: the numbering contradicts the geometry.
    """
    for mask in study.masks:
        known = _decoded(study, mask)
        if any(what.undetermined for what in known.values()) or mask.numbering is Numbering.UNDETERMINED:
            continue
        numbering = _numbering(study, mask, known)
        for image in study.images:
            for mark in image.marks:
                level = known[mark.label].level if mark.label in known else None
                if isinstance(level, Vertebra):
                    yield Fact(
                        anatomy=level,
                        certainty=Certainty.PRESENT,
                        evidence=(MaskEvidence(study=study.id, mask=mask.path, labels=(mark.label,), mark=mark.letter),),
                        method=METHOD,
                        numbering=numbering,
                        variants=variants_of(level),
                    )


def _decoded(study: Study, mask: Mask) -> Mapping[int, Structure]:
    try:
        return codec(mask.codec).decode_mask([one.label for one in mask.labels])
    except CodecError as error:
        raise SourceError(f"{study.id}: {mask.path}: {error}") from None


def _numbering(study: Study, mask: Mask, known: Mapping[int, Structure]) -> Numbering:
    """By what the levels are held: C2 or the sacrum where an unbroken row reaches it, else nothing but the mask's word."""
    bones = [_Bone(level, one) for one in mask.labels if isinstance(level := known[one.label].level, Vertebra)]
    bones.sort(key=lambda bone: bone.level)
    fault = _row_fault(bones) or _sacrum_fault(bones, mask, known)
    if fault:
        raise SourceError(f"{study.id}: {mask.path}: numbering contradicts geometry: {fault}; correct the mask")
    if mask.numbering is Numbering.ASSUMED:
        return mask.numbering
    levels = {bone.level for bone in bones}
    if {Vertebra.C1, Vertebra.C2} <= levels:
        return Numbering.ANCHORED_C2
    below_l5 = Vertebra.S1 in levels or any(what.part is Part.SACRUM for what in known.values())
    if below_l5 and levels & {Vertebra.L5, Vertebra.L6}:
        return Numbering.ANCHORED_SACRUM
    return mask.numbering or Numbering.ASSUMED


def _row_fault(bones: Sequence[_Bone]) -> str | None:
    """What speaks against the row, or None."""
    for upper, lower in pairwise(bones):
        pair = f"labels {upper.label.label} ({upper.level}) and {lower.label.label} ({lower.level})"
        if upper.level == lower.level:
            return f"{pair} name one vertebra"
        if not _are_neighbours(upper.level, lower.level):
            return f"between {pair} a vertebra has no label"
        # The parts of the sacrum and the coccyx may curve forward and up; the rest of the row runs downwards.
        if lower.level <= Vertebra.S1 and upper.label.centre_mm[2] <= lower.label.centre_mm[2]:
            return f"{pair}: the second lies higher than the first"
    return _long_step(bones) or _large_bone(bones)


def _are_neighbours(upper: Vertebra, lower: Vertebra) -> bool:
    try:
        return Segment(upper, lower).variants.isdisjoint(_SKIPS)
    except LevelError:
        return False


def _long_step(bones: Sequence[_Bone]) -> str | None:
    """A step between whole neighbours with room for one more bone."""
    whole = [(upper, lower, _step(upper, lower)) for upper, lower in pairwise(bones) if _is_whole(upper) and _is_whole(lower)]
    for at, (upper, lower, step) in enumerate(whole):
        others = [one[2] for one in (*whole[max(0, at - 2) : at], *whole[at + 1 : at + 3])]
        if step > LARGEST_STEP_MM or (others and step > LARGEST_STEP_RATIO * median(others)):
            pair = f"labels {upper.label.label} ({upper.level}) and {lower.label.label} ({lower.level})"
            return f"{pair} lie {step:.0f} mm apart, room for one more vertebra"
    return None


def _large_bone(bones: Sequence[_Bone]) -> str | None:
    """A whole label twice as large as its neighbours and further from them: two bones that touch, under one number."""
    for at, bone in enumerate(bones):
        near = [one for one in (*bones[max(0, at - 2) : at], *bones[at + 1 : at + 3]) if _is_whole(one)]
        if not _is_whole(bone) or bone.level is Vertebra.C2 or len(near) < 2:
            continue
        size = bone.label.voxels / median(one.label.voxels for one in near)
        own = [_step(*pair) for pair in pairwise(bones[max(0, at - 1) : at + 2])]
        others = [_step(*pair) for pair in pairwise(bones) if bone not in pair and _is_whole(pair[0]) and _is_whole(pair[1])]
        if size > LARGEST_SIZE_RATIO and (not others or min(own) > WIDE_STEP_RATIO * median(others)):
            return f"label {bone.label.label} ({bone.level}) is {size:.1f} times as large as its neighbours, as if it were two"
    return None


def _step(upper: _Bone, lower: _Bone) -> float:
    return math.dist(upper.label.centre_mm, lower.label.centre_mm)


def _is_whole(bone: _Bone) -> bool:
    return not bone.label.at_edge and bone.level not in _UNEVEN


def _sacrum_fault(bones: Sequence[_Bone], mask: Mask, known: Mapping[int, Structure]) -> str | None:
    """What speaks against the lumbosacral end: the sacrum, or S1, must lie below the last lumbar vertebra and next to it."""
    sacrum = [one for one in mask.labels if known[one.label].part is Part.SACRUM]
    sacrum += [bone.label for bone in bones if bone.level is Vertebra.S1]
    row = [bone for bone in bones if bone.level < Vertebra.S1]
    if not sacrum or not row:
        return None
    last = row[-1]
    where = f"the sacrum (label {sacrum[0].label}) and label {last.label.label} ({last.level})"
    if last.level not in (Vertebra.L5, Vertebra.L6):
        return f"between {where} a vertebra has no label"
    steps = [_step(upper, lower) for upper, lower in pairwise(row[-4:])]
    for one in sacrum:
        if one.centre_mm[2] >= last.label.centre_mm[2]:
            return f"{where}: the sacrum lies higher"
        if steps and math.dist(one.centre_mm, last.label.centre_mm) > LARGEST_SACRAL_STEP_RATIO * median(steps):
            return f"{where} lie {math.dist(one.centre_mm, last.label.centre_mm):.0f} mm apart, room for one more vertebra"
    return None
