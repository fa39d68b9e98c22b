"""SpineMed: level-aware, traceable instruction data, benchmark and models for AI-assisted diagnosis of spine disorders.

What a user calls from Python stands here; each name is loaded when it is first asked for, so `import spinemed` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinemed.domain.names import format_name, parse_name
    from spinemed.engine import rejected
    from spinemed.language.levels import Mention, find_mentions
    from spinemed.pipelines import build, demo, read_config
    from spinemed.verify import verify_item

__version__ = "0.1.0"

__all__ = ["Mention", "build", "demo", "find_mentions", "format_name", "parse_name", "read_config", "rejected", "verify_item"]

_HOMES = {
    "domain.names": ("format_name", "parse_name"),
    "engine": ("rejected",),
    "language.levels": ("Mention", "find_mentions"),
    "pipelines": ("build", "demo", "read_config"),
    "verify": ("verify_item",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"spinemed.{home}"), name)
    raise AttributeError(f"module 'spinemed' has no attribute {name!r}")
