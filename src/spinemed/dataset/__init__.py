"""Accepted items -> dataset folder, card, statistics page."""

from spinemed.dataset.statistics import DatasetInfo, Statistics
from spinemed.dataset.write import check_out, write_dataset

__all__ = ["DatasetInfo", "Statistics", "check_out", "write_dataset"]
