"""One page frame for every page we write: escaped by default, one style sheet, and a content security policy that lets nothing
in but that style and embedded pictures."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def render(package: str, template: str, values: Mapping[str, object], *, style: str | None = None) -> str:
    """A page from `package`'s folder `templates`; it extends `page.html` of this room.

    Args:
        package: importable package that holds the template.
        template: file name of the template.
        values: what the template names; a name it lacks is an error.
        style: file name of the template's own style sheet, which follows the house's.
    """
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("spinemed.web")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheets = [files("spinemed.web") / "templates" / "page.css", *([files(package) / "templates" / style] if style else [])]
    sheet = "".join(file.read_text(encoding="utf-8") for file in sheets)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    # Markup: our own style sheet, not content.
    return environment.get_template(template).render(style=Markup(sheet), policy=policy, **values)  # noqa: S704 - see above


def data_uri(png: bytes) -> str:
    """A picture to embed in a page."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
