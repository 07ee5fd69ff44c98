"""Mergers of organisations: what hangs on the old bodies ends or passes on, in one transaction; history stays."""

from clusters.mergers.actions.deed import merge_all, merge_organisations, rehearse
from clusters.mergers.actions.orders import MergerOrder, NewBody, recorded_orders

__all__ = [
    "NewBody",
    "MergerOrder",
    "merge_all",
    "merge_organisations",
    "recorded_orders",
    "rehearse",
]
