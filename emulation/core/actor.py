"""Who is asking, as ids only: built once a request by the roof, handed to every query and deed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from emulation.core.access import ITS_OWN, Door, Record, Relation, Whose, allows

Found = TypeVar("Found")


class Role(StrEnum):
    OFFICER = "officer"
    APPROVER = "approver"
    CENTRAL_REVIEWER = "central_reviewer"
    CENTRAL_LEADER = "central_leader"
    REPORT_READER = "report_reader"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    COUNCIL_SECRETARY = "council_secretary"
    COUNCIL_MEMBER = "council_member"


PROVINCIAL = frozenset({Role.OFFICER, Role.APPROVER})
CENTRAL = frozenset({Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER})
BY_ROLE = {
    Role.CENTRAL_REVIEWER: (Relation.CENTRAL,),
    Role.CENTRAL_LEADER: (Relation.CENTRAL, Relation.CENTRAL_LEADER),
    Role.REPORT_READER: (Relation.REPORT_READER,),
    Role.SYSTEM_ADMINISTRATOR: (Relation.ADMINISTRATOR,),
}
OWN_OF_HEAD = {
    Relation.HEAD: Relation.OWN,
    Relation.HEAD_OFFICER: Relation.OWN_OFFICER,
    Relation.HEAD_APPROVER: Relation.OWN_APPROVER,
}


@dataclass(frozen=True)
class Actor:
    """`own`: organisations of today's provincial mandates and their predecessors by lineage, so that a province of
    2026 opens what its predecessors did; `entered` and `approved`: those of them under an officer's, an approver's
    mandate. `headed` and `joined`: cluster years whose head, or member, is one of `own`; a closed year is no longer
    headed. `headed_entered` and `headed_approved`: those of `headed` whose head is one of `entered`, of `approved`.
    `kept`: cluster years of clusters that one of `own` keeps, as a province its blocks. `secretaried`: bodies of whose
    Council the person is secretary, and their predecessors. No mandate means no access."""

    user_id: int | None
    name: str
    mandates: frozenset[tuple[Role, int]] = frozenset()
    own: frozenset[int] = frozenset()
    entered: frozenset[int] = frozenset()
    approved: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    headed_entered: frozenset[int] = frozenset()
    headed_approved: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    secretaried: frozenset[int] = frozenset()
    _asked: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def nobody(cls) -> "Actor":
        return cls(user_id=None, name="")

    @classmethod
    def system(cls, name: str) -> "Actor":
        """The machine itself (reference data, sweeper, merger): audited under this name, sees nothing."""
        return cls(user_id=None, name=name)

    def once(self, key: str, ask: Callable[[], Found]) -> Found:
        """What is asked about the person once a request, by whoever needs it first."""
        if key not in self._asked:
            self._asked[key] = ask()
        return self._asked[key]

    def forget(self, key: str) -> None:
        """After a deed of the person's own that changes the answer."""
        self._asked.pop(key, None)

    def has(self, role: Role, organisation_id: int | None = None) -> bool:
        return any(held is role and organisation_id in (None, where) for held, where in self.mandates)

    def body_of(self, roles: frozenset[Role]) -> int | None:
        """The organisation in which the person holds one of the roles; the first recorded where there are several."""
        return min((where for held, where in self.mandates if held in roles), default=None)

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role, _ in self.mandates)

    @property
    def is_provincial(self) -> bool:
        return bool(self.roles & PROVINCIAL)

    @property
    def is_officer(self) -> bool:
        return Role.OFFICER in self.roles

    @property
    def is_approver(self) -> bool:
        return Role.APPROVER in self.roles

    @property
    def is_central(self) -> bool:
        return bool(self.roles & CENTRAL)

    @cached_property
    def bodies(self) -> frozenset[int]:
        """That dossiers are sent to and in which the person works: the own ones, those of whose Council the person is
        secretary, and the central board."""
        return self.own | self.secretaried | self._in(CENTRAL)

    @cached_property
    def reviewed(self) -> frozenset[int]:
        """Bodies for which the person looks into what was sent to them: as an officer, or as a central reviewer."""
        return self.entered | self._in(frozenset({Role.CENTRAL_REVIEWER}))

    @cached_property
    def decided(self) -> frozenset[int]:
        """Bodies for which the person decides on what was sent to them: as an approver, or as a central leader."""
        return self.approved | self._in(frozenset({Role.CENTRAL_LEADER}))

    def _in(self, roles: frozenset[Role]) -> frozenset[int]:
        return frozenset(where for held, where in self.mandates if held in roles)

    def oversees(self, cluster_year_id: int) -> bool:
        """As the central board does everywhere, a province does in the clusters it keeps."""
        return self.is_central or cluster_year_id in self.kept

    def stands(self, record: Record) -> frozenset[Relation]:
        """In which relations the person stands to the record; in none without a mandate."""
        if not self.has_scope:
            return frozenset()
        whose = record.whose
        relations, left = self._relations_and_what_is_left(whose)
        return relations if relations == left or not self._is_kept_from(whose) else left

    def may(self, deed: str, record: Record, *, subject: str = "") -> bool:
        """Whether the table lets the person do the deed on the record. `subject`: another row than the record's own.
        Whether a conflict of interest keeps it from the person is asked only where the answer hangs on it."""
        if not self.has_scope:
            return False
        whose, door = record.whose, Door(subject or record.table_row, deed)
        relations, left = self._relations_and_what_is_left(whose)
        return allows(left, door) or (allows(relations, door) and not self._is_kept_from(whose))

    def _relations_and_what_is_left(self, whose: Whose) -> tuple[frozenset[Relation], frozenset[Relation]]:
        """All of them, and those that a conflict of interest would not take."""
        relations = frozenset(self._relations_to(whose))
        left = relations & ITS_OWN if whose.remains_its_own else frozenset()
        return relations, relations if relations <= left | {Relation.OTHER} else left

    @cached_property
    def stands_somewhere(self) -> frozenset[Relation]:
        """In which relations the person stands to some record, before any record is looked at; to a record that names
        people, everybody may."""
        if not self.has_scope:
            return frozenset()
        held = {
            Relation.OWN: bool(self.own),
            Relation.OWN_OFFICER: bool(self.own) and self.is_officer,
            Relation.OWN_APPROVER: bool(self.own) and self.is_approver,
            Relation.SAME_CLUSTER_YEAR: bool(self.joined),
            Relation.HEAD: bool(self.headed),
            Relation.HEAD_OFFICER: bool(self.headed_entered),
            Relation.HEAD_APPROVER: bool(self.headed) and self.is_approver,
            Relation.KEEPER: bool(self.kept),
            Relation.NAMED: self.user_id is not None,
            Relation.RECEIVER: bool(self.bodies),
            Relation.HOLDER_OFFICER: bool(self.reviewed),
            Relation.HOLDER_APPROVER: bool(self.decided),
            Relation.HOLDER_SECRETARY: bool(self.secretaried),
            Relation.SENDER_APPROVER: bool(self.approved),
            Relation.OTHER: True,
        }
        return self.relations_by_role | {relation for relation, is_held in held.items() if is_held}

    def may_somewhere(self, deed: str, subject: str) -> bool:
        """Whether there can be a record on which the table lets the person do the deed: for pages of no record, for
        what the navigation offers."""
        return allows(self.stands_somewhere, Door(subject, deed))

    def _is_kept_from(self, whose: Whose) -> bool:
        """Only who works in a body has a conflict of interest: nobody else judges anything."""
        return whose.is_kept_from is not None and bool(self.bodies) and whose.is_kept_from(self)

    def _relations_to(self, whose: Whose) -> Iterator[Relation]:
        yield Relation.OTHER
        yield from self.relations_by_role
        if not whose.people.isdisjoint({self.user_id}):
            yield Relation.NAMED
        organisations, years = whose.organisations, whose.cluster_years
        held = {
            Relation.OWN: organisations & self.own,
            Relation.OWN_OFFICER: organisations & self.entered,
            Relation.OWN_APPROVER: organisations & self.approved,
            Relation.SAME_CLUSTER_YEAR: years & self.joined | whose.beside & (self.joined | self.headed),
            Relation.HEAD: years & self.headed,
            Relation.HEAD_OFFICER: years & self.headed_entered,
            Relation.HEAD_APPROVER: years & self.headed_approved,
            Relation.KEEPER: years & self.kept,
            Relation.RECEIVER: whose.received_by and whose.received_by & self.bodies,
            Relation.HOLDER_OFFICER: whose.held_by and whose.held_by & self.reviewed,
            Relation.HOLDER_APPROVER: whose.held_by and whose.held_by & self.decided,
            Relation.HOLDER_SECRETARY: whose.held_by and whose.held_by & self.secretaried,
            Relation.SENDER_APPROVER: whose.sent_by and whose.sent_by & self.approved,
        }
        yield from (relation for relation, ids in held.items() if ids)
        if whose.of_the_head:
            yield from (own for head, own in OWN_OF_HEAD.items() if held[head])

    @cached_property
    def relations_by_role(self) -> frozenset[Relation]:
        """Those that follow from a role alone, whatever the record."""
        return frozenset(relation for role in self.roles for relation in BY_ROLE.get(role, ()))

    @property
    def is_leader(self) -> bool:
        return Role.CENTRAL_LEADER in self.roles

    @property
    def is_report_reader(self) -> bool:
        return Role.REPORT_READER in self.roles

    @property
    def is_administrator(self) -> bool:
        return Role.SYSTEM_ADMINISTRATOR in self.roles

    @property
    def has_scope(self) -> bool:
        return bool(self.mandates)
