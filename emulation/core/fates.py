"""What becomes of everything that points at an organisation when that is merged into another. The roof fills the list
at start with what the higher apps say, for the lower app may not ask them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Fate(StrEnum):
    """`ends` on the day of the merger; `passes_on` to the successor from that day; `stays` with the old body, which
    the successor reaches by lineage."""

    ENDS = "ends"
    PASSES_ON = "passes_on"
    STAYS = "stays"


FATES: dict[str, Fate] = {}
UNTOLD: set[str] = set()


def register(fates: Mapping[str, Fate], *, untold: Iterable[str] = ()) -> None:
    """Keys are "app.Model.field"; each relation to an organisation has one. `untold`: those that nobody counts, such as
    running totals."""
    FATES.update(fates)
    UNTOLD.update(untold)
