"""Page frame and content security policy."""

from spinemed.web.page import data_uri, render

__all__ = ["data_uri", "render"]
