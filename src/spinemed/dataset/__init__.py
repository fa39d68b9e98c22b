"""Accepted items -> dataset folder, card, statistics page."""

from spinemed.dataset.statistics import Statistics
from spinemed.dataset.write import DatasetInfo, check_out, write_dataset

__all__ = ["DatasetInfo", "Statistics", "check_out", "write_dataset"]
