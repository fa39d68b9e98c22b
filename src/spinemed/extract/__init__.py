"""Document | Study -> Fact."""

from spinemed.extract.facts import extract_facts

__all__ = ["extract_facts"]
