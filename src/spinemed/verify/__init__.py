"""Checks of an item or answer against facts and evidence."""

from spinemed.verify.checks import CHECKS, failures, verify_item
from spinemed.verify.derivation import BANK_KEY
from spinemed.verify.identifiers import find_identifiers
from spinemed.verify.words import measures_in

__all__ = ["BANK_KEY", "CHECKS", "failures", "find_identifiers", "measures_in", "verify_item"]
