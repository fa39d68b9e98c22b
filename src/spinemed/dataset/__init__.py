"""Accepted items -> dataset folder, card, statistics page."""

from spinemed.dataset.split import SPLITS, USUAL, Shares, Split
from spinemed.dataset.statistics import DUPLICATE, STAGE, DatasetInfo, Statistics
from spinemed.dataset.tables import read_items, table_path
from spinemed.dataset.write import check_out, write_dataset

__all__ = [
    "DUPLICATE",
    "SPLITS",
    "STAGE",
    "USUAL",
    "DatasetInfo",
    "Shares",
    "Split",
    "Statistics",
    "check_out",
    "read_items",
    "table_path",
    "write_dataset",
]
