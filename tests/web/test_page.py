"""Promises: whatever a page is given, it is shown as text, under a policy that fits the page's own style."""

from __future__ import annotations

import base64
import hashlib
import html
from pathlib import Path

import jinja2
import pytest

from spinemed.web import data_uri, render


def shown(values: dict[str, object]) -> str:
    return render("spinemed.web", "page.html", values)


def test_a_value_is_escaped_and_never_a_template() -> None:
    hostile = "</title><script>alert(1)</script>{{ 7*7 }}{% for x in y %}"
    page = shown({"title": hostile})
    assert f"<title>{html.escape(hostile)}</title>" in page
    assert "<script" not in page


def test_the_hash_in_the_policy_is_that_of_the_style() -> None:
    page = shown({"title": "t"})
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert len(style) > 100
    # In the attribute, + and = stand as they are and ' is written as a reference.
    assert f"style-src 'sha256-{digest}'" in html.unescape(page)
    assert "default-src 'none'" in html.unescape(page)


def test_a_missing_value_or_template_is_an_error_and_no_gap() -> None:
    with pytest.raises(jinja2.UndefinedError):
        shown({})
    with pytest.raises(jinja2.TemplateNotFound):
        render("spinemed.web", "missing.html", {"title": "t"})


def test_a_picture_is_embedded_byte_for_byte(tmp_path: Path) -> None:
    data = bytes(range(256))
    uri = data_uri(data)
    assert uri.startswith("data:image/png;base64,")
    assert base64.b64decode(uri.partition(",")[2]) == data
