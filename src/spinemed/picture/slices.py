"""Which sagittal slice is shown, and which vertebrae can be marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

import numpy as np
import numpy.typing as npt

from spinemed.picture.pieces import Site, body_site

# Smaller than any section through a body (the front arch of C1 has some 60 mm2): a tip of a process.
SMALLEST_SECTION_MM2 = 25.0
# A body that the edge of the scan cuts is marked where half as much of it is seen as of its neighbour.
SMALLEST_CUT_SHARE = 0.5


def choose_slice(labels: npt.NDArray[np.integer], spacing_mm: tuple[float, float, float]) -> int:
    """The index along the first axis of the slice through most vertebrae; of several, the one nearest to their middle.

    Args:
        labels: axes run right, front, head; the labels of vertebrae, 0 elsewhere.
        spacing_mm: along these axes.
    """
    present = _present(labels)
    sections = np.stack([np.count_nonzero(labels == label, axis=(1, 2)) for label in present]).astype(np.float64)
    shown = np.count_nonzero(sections * spacing_mm[1] * spacing_mm[2] >= SMALLEST_SECTION_MM2, axis=0)
    middles = [float(np.average(range(labels.shape[0]), weights=section)) for section in sections]
    best = np.flatnonzero(shown == shown.max())
    return int(best[np.argmin(np.abs(best - median(middles)))])


def visible_bodies(labels: npt.NDArray[np.integer], mm_per_px: float) -> Mapping[int, Site]:
    """Labels whose body is seen in a slice (rows from the head, columns from the front), each with its site, head first."""
    found: dict[int, Site] = {}
    for label in _present(labels):
        site = body_site(labels == label)
        if site is not None and site.area_px * mm_per_px**2 >= SMALLEST_SECTION_MM2:
            found[int(label)] = site
    ordered = dict(sorted(found.items(), key=lambda one: one[1].row))
    names = list(ordered)
    cut = _cut_by_edge(labels)
    return {name: site for at, (name, site) in enumerate(ordered.items()) if name not in cut or _enough(ordered, names, at)}


def _present(labels: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    numbers = np.flatnonzero(np.bincount(labels.ravel(order="K")))
    return numbers[numbers != 0]


def _cut_by_edge(labels: npt.NDArray[np.integer]) -> set[int]:
    edges = (labels[0], labels[-1], labels[:, 0], labels[:, -1])
    return {int(label) for edge in edges for label in edge}


def _enough(sites: Mapping[int, Site], names: list[int], at: int) -> bool:
    neighbours = [sites[names[k]].area_px for k in (at - 1, at + 1) if 0 <= k < len(names)]
    return not neighbours or sites[names[at]].area_px >= SMALLEST_CUT_SHARE * max(neighbours)
