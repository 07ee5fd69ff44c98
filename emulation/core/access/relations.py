"""How people stand to records, and the words of the table: whose a record is, a door, what may be done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Relation(StrEnum):
    """How a logged-in person stands to a record; each person may stand in several at once.

    KEEPER keeps the cluster of the record's year, as a province its blocks. NAMED is named in the record itself.
    RECEIVER is of a body that the record was sent to, HOLDER_OFFICER and HOLDER_APPROVER of the body whose turn it is:
    who looks into it there, and who decides (docs/adr/0027). HOLDER_SECRETARY keeps the papers of that body's Council;
    SENDER_APPROVER is of the body that passed it on (docs/adr/0030). SYSTEM is nobody: a step of a flow that follows by
    itself from another deed, or that a worker takes."""

    OWN = "own"
    OWN_OFFICER = "own_officer"
    OWN_APPROVER = "own_approver"
    SAME_CLUSTER_YEAR = "same_cluster_year"
    HEAD = "head"
    HEAD_OFFICER = "head_officer"
    HEAD_APPROVER = "head_approver"
    CENTRAL = "central"
    CENTRAL_LEADER = "central_leader"
    REPORT_READER = "report_reader"
    ADMINISTRATOR = "administrator"
    KEEPER = "keeper"
    NAMED = "named"
    RECEIVER = "receiver"
    HOLDER_OFFICER = "holder_officer"
    HOLDER_APPROVER = "holder_approver"
    HOLDER_SECRETARY = "holder_secretary"
    SENDER_APPROVER = "sender_approver"
    SYSTEM = "system"
    OTHER = "other"


ITS_OWN = frozenset({Relation.OWN, Relation.OWN_OFFICER, Relation.OWN_APPROVER})


@dataclass(frozen=True)
class Whose:
    """Whose a record is, as ids: organisations it is of, cluster years it belongs to, people it names (a teller of a
    ballot, who asked for an export). `beside`: cluster years that it concerns besides; their members and heads stand to
    it as members. `of_the_head`: what the head does for the whole cluster is the head's own. `is_kept_from`: whether an
    actor has a conflict of interest with it (docs/adr/0033); to such a one only `ITS_OWN` remains, or nothing where not
    `remains_its_own`."""

    organisations: frozenset[int] = frozenset()
    cluster_years: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    of_the_head: bool = False
    received_by: frozenset[int] = frozenset()
    held_by: frozenset[int] = frozenset()
    sent_by: frozenset[int] = frozenset()
    is_kept_from: Callable[[Any], bool] | None = field(default=None, compare=False)
    remains_its_own: bool = True


class Record(Protocol):
    """What a person can stand in a relation to. `table_row`: the subject under which the table has it, which may follow
    its state; not called `subject`, for records have subjects of their own that people enter."""

    @property
    def whose(self) -> Whose: ...

    @property
    def table_row(self) -> str: ...


@dataclass(frozen=True)
class Door:
    subject: str
    deed: str = "read"


R = frozenset({"read"})
RW = frozenset({"read", "write"})
EVERYBODY = dict.fromkeys(Relation, R)
Rows = dict[str, dict[Relation, frozenset[str]]]
