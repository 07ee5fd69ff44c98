"""What is ordered: one merger, or all that the reference has recorded for a day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from clusters.organisations.models.merger import recorded_mergers


@dataclass(frozen=True)
class NewBody:
    """A successor that is not recorded yet; it begins on the day of the merger."""

    code: str
    name: str
    kind: str


@dataclass(frozen=True)
class MergerOrder:
    """`predecessors` and an existing `successor` by their ids; `seats`: clusters in which the successor takes the seat
    of a predecessor."""

    day: date
    legal_basis: str
    predecessors: tuple[int, ...]
    successor: int | NewBody
    seats: frozenset[int] = frozenset()


def recorded_orders(day: date, *, legal_basis: str = "") -> list[MergerOrder]:
    """All mergers recorded for that day and not applied yet. Without a legal basis, that of the succession stands."""
    orders = []
    for successor, group in groupby(recorded_mergers(day), key=lambda one: one.successor_id):
        rows = list(group)
        basis = legal_basis or "; ".join(dict.fromkeys(row.legal_basis for row in rows))
        orders.append(MergerOrder(day, basis[:300], tuple(row.predecessor_id for row in rows), successor))
    return orders
