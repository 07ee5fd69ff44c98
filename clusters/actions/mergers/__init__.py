"""Mergers of organisations: what hangs on the old bodies ends or passes on, in one transaction; history stays."""

from clusters.actions.mergers.account import Account, Ended, Passed
from clusters.actions.mergers.deed import merge_all, merge_organisations, rehearse
from clusters.actions.mergers.orders import NewBody, Order, recorded_orders

__all__ = [
    "Account",
    "Ended",
    "NewBody",
    "Order",
    "Passed",
    "merge_all",
    "merge_organisations",
    "recorded_orders",
    "rehearse",
]
