"""Who reaches a record, said once for each model: of one record as its `whose`, of a set of records as a filter.

Both are read with the table of `emulation.core.access`, so a list, a page and a deed cannot disagree.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial, reduce
from operator import attrgetter, or_
from typing import Protocol, TypeVar

from django.db.models import Model, Q

from emulation.core.access import ITS_OWN, TABLE, Relation, Whose
from emulation.core.actor import Actor

NOBODY = Q(pk__in=[])
State = TypeVar("State", bound=str)
EVERY_RECORD = ~NOBODY


def any_of(filters: Iterable[Q]) -> Q:
    """Without those of nobody, of which each would be a condition more in every query."""
    asked = [one for one in filters if one is not NOBODY]
    return reduce(or_, asked) if asked else NOBODY


def by_state(subjects: Mapping[State, str]) -> dict[str, Q]:
    """{state: row of the table} of a kind of record, turned into {row: filter}."""
    found: dict[str, list[State]] = {}
    for state, subject in subjects.items():
        found.setdefault(subject, []).append(state)
    return {subject: Q(state__in=states) for subject, states in found.items()}


class Keeping(Protocol):
    """From whom records are kept though the table would show them: conflicts of interest (docs/adr/0033).
    `spares_own`: the own office, which prepared them, keeps them all the same."""

    @property
    def spares_own(self) -> bool: ...

    def kept_from(self, actor: Actor) -> Q:
        """Of a set of records, those kept from the person."""

    def is_kept_from(self, record: Model, actor: Actor) -> bool:
        """The same of one record."""


@dataclass(frozen=True)
class Reach:
    """Names of the record's columns, or of those of a record it belongs to (`nomination__board_id`), that hold ids: of
    organisations it is of, of cluster years it belongs to, of those it concerns `beside`, of people it names, of bodies
    that received it, of the one that holds it, and of the one that passed it on.
    `heads_own_without`: the column that is empty where a record is the head's own. `keeping`: from whom it is kept."""

    organisations: tuple[str, ...] = ()
    cluster_years: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    heads_own_without: str = ""
    keeping: Keeping | None = None

    def whose(self, record: Model) -> Whose:
        def ids(columns: tuple[str, ...]) -> frozenset[int]:
            found = (attrgetter(column.replace("__", "."))(record) for column in columns)
            return frozenset(value for value in found if value is not None)

        return Whose(
            organisations=ids(self.organisations),
            cluster_years=ids(self.cluster_years),
            beside=ids(self.beside),
            people=ids(self.people),
            of_the_head=bool(self.heads_own_without) and getattr(record, self.heads_own_without) is None,
            received_by=ids(self.receivers),
            held_by=ids(self.holders),
            sent_by=ids(self.senders),
            is_kept_from=partial(self.keeping.is_kept_from, record) if self.keeping else None,
            remains_its_own=self.keeping is None or self.keeping.spares_own,
        )

    def seen_by(self, actor: Actor, subjects: Mapping[str, Q], *, deed: str = "read") -> Q:
        """Of records whose row of the table is a key of `subjects` where its filter holds: those on which the person
        may do `deed`."""
        if not actor.has_scope:
            return NOBODY
        seen: list[tuple[Q, Q]] = []
        as_its_own: list[tuple[Q, Q]] = []
        spares_own = self.keeping is not None and self.keeping.spares_own
        whatever_it_is = actor.relations_by_role | {Relation.OTHER}
        for subject, rows in subjects.items():
            relations = {relation for relation, deeds in TABLE.get(subject, {}).items() if deed in deeds}
            if not whatever_it_is.isdisjoint(relations):
                seen.append((rows or EVERY_RECORD, Q()))
                if self.keeping is None:
                    continue
            own = relations & ITS_OWN if spares_own else set()
            as_its_own.append((rows, self._reached(actor, own)))
            seen.append((rows, self._reached(actor, relations - own)))
        of_others = _of_rows(seen)
        if of_others is not NOBODY and (kept := self._conflicting(actor)) is not NOBODY:
            of_others &= ~kept
        return any_of((_of_rows(as_its_own), of_others))

    def kept_from(self, actor: Actor) -> Q:
        """Records that a conflict of interest keeps from the person."""
        kept = self._conflicting(actor)
        for column in self.organisations if self.keeping and self.keeping.spares_own and actor.own else ():
            kept &= ~Q(**{f"{column}__in": actor.own})
        return kept

    def _conflicting(self, actor: Actor) -> Q:
        return self.keeping.kept_from(actor) if self.keeping and actor.bodies else NOBODY

    def _reached(self, actor: Actor, relations: Set[Relation]) -> Q:
        """The records to which the person stands in one of the relations, by what they are. A column that several of
        them look at is asked once."""
        ids: dict[str, set[int]] = {}
        found: list[Q] = []
        for relation in sorted(relations):
            for columns, own in self._looked_at(actor, relation):
                for column in columns if own else ():
                    ids.setdefault(column, set()).update(own)
            if self.heads_own_without and (headed := _headed(actor).get(relation)):
                empty = Q(**{f"{self.heads_own_without}__isnull": True})
                for column in self.cluster_years:
                    found.append(empty & Q(**{f"{column}__in": headed}))
        return any_of([*found, *(Q(**{f"{column}__in": ids[column]}) for column in sorted(ids))])

    def _looked_at(self, actor: Actor, relation: Relation) -> Iterator[tuple[tuple[str, ...], Set[int]]]:
        """(columns, ids that one of them holds)"""
        if relation is Relation.NAMED and actor.user_id is not None:
            yield self.people, {actor.user_id}
        if relation is Relation.RECEIVER:
            yield self.receivers, actor.bodies
        if relation is Relation.SENDER_APPROVER:
            yield self.senders, actor.approved
        if relation is Relation.SAME_CLUSTER_YEAR:
            yield self.beside, actor.joined | actor.headed
        of_organisations = {
            Relation.OWN: actor.own,
            Relation.OWN_OFFICER: actor.entered,
            Relation.OWN_APPROVER: actor.approved,
        }
        of_years = {
            Relation.SAME_CLUSTER_YEAR: actor.joined,
            Relation.HEAD: actor.headed,
            Relation.HEAD_OFFICER: actor.headed_entered,
            Relation.HEAD_APPROVER: actor.headed_approved,
            Relation.KEEPER: actor.kept,
        }
        of_holders = {
            Relation.HOLDER_OFFICER: actor.reviewed,
            Relation.HOLDER_APPROVER: actor.decided,
            Relation.HOLDER_SECRETARY: actor.secretaried,
        }
        yield self.organisations, of_organisations.get(relation, frozenset())
        yield self.cluster_years, of_years.get(relation, frozenset())
        yield self.holders, of_holders.get(relation, frozenset())


def _of_rows(reached: Iterable[tuple[Q, Q]]) -> Q:
    """Of rows with the filter by which each is reached: all that are. Those reached alike are asked of together."""
    alike: dict[Q, list[Q]] = {}
    for rows, who in reached:
        if who is not NOBODY:
            alike.setdefault(who, []).append(rows)
    return any_of(
        (some[0] if len(some) == 1 else any_of(one or EVERY_RECORD for one in some)) & who
        for who, some in alike.items()
    )


def _headed(actor: Actor) -> Mapping[Relation, Set[int]]:
    return {
        Relation.OWN: actor.headed,
        Relation.OWN_OFFICER: actor.headed_entered,
        Relation.OWN_APPROVER: actor.headed_approved,
    }
