"""Windowing, sagittal slices, letters on vertebrae, PNG."""

from spinemed.picture.letters import Letter, draw_letters, letters_for, place_letters
from spinemed.picture.orientation import Frame
from spinemed.picture.pieces import body_site, largest_pieces
from spinemed.picture.png import png_bytes
from spinemed.picture.sagittal import ORIENTATION, SagittalView, scaled, to_display
from spinemed.picture.slices import choose_slice, visible_bodies
from spinemed.picture.windows import CT_BONE, CT_SOFT_TISSUE, Window, grey

__all__ = [
    "CT_BONE",
    "CT_SOFT_TISSUE",
    "ORIENTATION",
    "Frame",
    "Letter",
    "SagittalView",
    "Window",
    "body_site",
    "choose_slice",
    "draw_letters",
    "grey",
    "largest_pieces",
    "letters_for",
    "place_letters",
    "png_bytes",
    "scaled",
    "to_display",
    "visible_bodies",
]
