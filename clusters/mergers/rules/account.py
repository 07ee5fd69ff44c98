"""What one merger did, or would do, in names: it outlives the transaction that a dry run takes back. Pure."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from emulation.core.period import Period


@dataclass(frozen=True)
class Ended:
    """`during` as it was before; `by_merger`: False where it was recorded to end on that day anyhow."""

    unit: str
    what: str
    during: Period
    by_merger: bool


@dataclass(frozen=True)
class Passed:
    """A role that a person holds at the successor; `source` names where it was held."""

    person: str
    role: str
    source: str
    during: Period


@dataclass(frozen=True)
class Kept:
    """`relation` in words, how many rows stay with the old bodies."""

    relation: str
    rows: int


@dataclass(frozen=True)
class Offered:
    """A cluster that goes on after the day and in which a predecessor sat."""

    cluster: int
    name: str
    sat: str


@dataclass(frozen=True)
class Counts:
    """What changed, and how many rows stay."""

    predecessors: int
    memberships: int
    posts: int
    mandates_ended: int
    mandates: int
    seats: int
    stays: int


def together(counts: Iterable[Counts]) -> Counts:
    """Of several mergers, one at least."""
    return Counts(*map(sum, zip(*map(astuple, counts), strict=True)))


@dataclass(frozen=True)
class MergerAccount:
    """`merger`: its id; 0 until it is recorded."""

    merger: int
    day: date
    legal_basis: str
    successor: str
    is_new: bool
    predecessors: tuple[str, ...]
    bodies: tuple[Ended, ...]
    memberships: tuple[Ended, ...]
    posts: tuple[Ended, ...]
    mandates_ended: tuple[Ended, ...]
    mandates: tuple[Passed, ...]
    seats: tuple[str, ...]
    offered: tuple[Offered, ...]
    units: tuple[str, ...]
    clusters: tuple[str, ...]
    stays: tuple[Kept, ...]

    @property
    def counts(self) -> Counts:
        return Counts(
            predecessors=len(self.predecessors),
            memberships=sum(one.by_merger for one in self.memberships),
            posts=sum(one.by_merger for one in self.posts),
            mandates_ended=sum(one.by_merger for one in self.mandates_ended),
            mandates=len(self.mandates),
            seats=len(self.seats),
            stays=sum(one.rows for one in self.stays),
        )
