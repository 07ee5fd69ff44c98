"""What higher apps know of a member that a scoring scheme may score. The roof fills the list at start, for the lower
app may not ask the higher one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Asked:
    """Of one year, for some members of one cluster year; what was due by the day `on` counts, later not yet."""

    cluster_year_id: int
    year: int
    organisations: frozenset[int]
    on: date


Counted = Mapping[int, tuple[int, int]]
Provider = Callable[[Asked], Counted]
PROVIDERS: dict[str, Provider] = {}
HUNDRED = Decimal(100)


def register(name: str, provider: Provider) -> None:
    """`provider` gives {organisation: (part, whole)}, in a number of queries that does not grow with them."""
    PROVIDERS[name] = provider


def shares_of(name: str, asked: Asked) -> dict[int, Decimal]:
    """{organisation: share in per cent, not rounded}; who has no whole to take a share of is left out."""
    if name not in PROVIDERS:
        return {}
    return {pk: part * HUNDRED / whole for pk, (part, whole) in PROVIDERS[name](asked).items() if whole}
