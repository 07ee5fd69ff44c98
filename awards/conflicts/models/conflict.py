"""Who may not judge which dossier: found anew each time from mandates of any day, lines of succession, hands, declared
kin, names and recusals (docs/adr/0033).

`conflicting` says it of one person as a filter, which sets, single records and the journal read; the view `Conflict`
says it of everybody, for the database's own refusal and for who decides at a desk. A test holds the two against each
other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import Exists, Expression, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from awards.catalogue.rules.terms import SubjectKind
from awards.conflicts.models import wording
from awards.conflicts.models.kin import DeclaredKin, Namesake
from awards.conflicts.models.parts import NominationHand, Recusal
from awards.conflicts.rules.terms import DECIDED, Ground
from emulation.core.actor import Actor
from emulation.core.models.reach import NOBODY, any_of
from emulation.core.text import search_key
from emulation.core.words import choices

LONGEST_KEY = 120
THE_PERSON = -1  # stands in a composed statement for the person asked about


class ConflictQuerySet(models.QuerySet):
    def of(self, actor: Actor) -> Self:
        """At the desks where the person works now."""
        return self.filter(user=actor.user_id, desk__in=actor.bodies)


class Conflict(models.Model):
    """A person's conflict of interest with a dossier that is not decided, at the desk of one body: of the province that
    has or had it, or of the centre, also before it comes there. A view; one row for each ground."""

    key = models.CharField(_("key"), max_length=80, primary_key=True)
    matter = models.ForeignKey(
        "awards.Nomination",
        on_delete=models.DO_NOTHING,
        related_name="conflicts",
        verbose_name=_("dossier of commendation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="+", verbose_name=_("account")
    )
    desk = models.BigIntegerField(_("number of the body whose desk it is"), db_column="desk_id")
    ground = models.CharField(_("ground"), max_length=10, choices=choices(wording.GROUNDS))

    objects = ConflictQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "awards_conflict"
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.user}: {wording.GROUNDS[Ground(self.ground)]}"


class Interest(models.Model):
    """A body in which a person works or ever worked, or that came from or became such a body. A view."""

    body = models.BigIntegerField(_("number of the body"), primary_key=True, db_column="body_id")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="+", verbose_name=_("account")
    )

    class Meta:
        managed = False
        db_table = "awards_interest"
        verbose_name = _("interest in a body")
        verbose_name_plural = _("interests in bodies")

    def __str__(self) -> str:
        return str(self.body)


@dataclass(frozen=True)
class Facts:
    """What can keep a person from dossiers, asked once a request. `bodies`: of interest, but for those of the centre,
    which nominate nobody. `hands`: (dossier, for which body), where that was another than the person's own of today.
    `kin`, `dated`: names of kin, and those with their year of birth. `left`: (dossier, its key of the name, nominated
    body, key of the person) that the person asked to be left out of."""

    bodies: frozenset[int]
    hands: tuple[tuple[int, int], ...]
    kin: frozenset[str]
    dated: frozenset[tuple[str, int]]
    namesakes: frozenset[int]
    left: tuple[tuple[int, str, int | None, str], ...]


FACTS = "conflicts"


def facts_of(actor: Actor) -> Facts:
    return actor.once(FACTS, lambda: _asked(actor))


def _asked(actor: Actor) -> Facts:
    """One query, whatever there is."""
    works_at = sorted(actor.bodies) if actor.is_central != bool(actor.own) else []
    statement, parameters = _stakes_of(len(works_at))
    given = dict(zip(_places(len(works_at)), works_at, strict=True)) | {THE_PERSON: actor.user_id}
    found: dict[str, list[tuple]] = {one.value: [] for one in Stake}
    with connection.cursor() as cursor:
        cursor.execute(statement, [given.get(one, one) for one in parameters])
        for kind, *stake in cursor.fetchall():
            found[kind].append(tuple(stake))
    return Facts(
        bodies=frozenset(body for body, *_more in found[Stake.BODY]) - _centre(actor),
        hands=tuple((dossier, body) for dossier, body, *_more in found[Stake.HAND]),
        kin=frozenset(name for year, _of, name, _person in found[Stake.KIN] if year is None),
        dated=frozenset((name, year) for year, _of, name, _person in found[Stake.KIN] if year is not None),
        namesakes=frozenset(dossier for dossier, *_more in found[Stake.NAMESAKE]),
        left=tuple((dossier, name, subject, key) for dossier, subject, name, key in found[Stake.LEFT]),
    )


def _places(count: int) -> range:
    """Numbers that no body has, standing in the statement for those where the person works."""
    return range(THE_PERSON - count, THE_PERSON)


class Stake(StrEnum):
    """What can keep a person from dossiers, as one table of unlike things is read."""

    BODY = "body"
    HAND = "hand"
    KIN = "kin"
    NAMESAKE = "namesake"
    LEFT = "left"


@lru_cache(maxsize=64)
def _stakes_of(count: int) -> tuple[str, tuple]:
    """(statement, its parameters) of a person who works at so many bodies, composed once: it is asked on nearly every
    page of a desk, and composing it costs more than its answer."""
    person = {"user": THE_PERSON}
    hands = NominationHand.objects.filter(**person).exclude(body__in=_places(count))
    stakes = _stakes(Interest.objects.filter(**person), Stake.BODY, "body").union(
        _stakes(hands, Stake.HAND, "nomination", of="body"),
        _stakes(DeclaredKin.objects.standing().filter(**person), Stake.KIN, "birth_year", name="name_key"),
        _stakes(Namesake.objects.filter(**person), Stake.NAMESAKE, "nomination"),
        _stakes(
            Recusal.objects.standing().filter(**person),
            Stake.LEFT,
            "nomination",
            of="nomination__subject",
            name="nomination__name_key",
            person="nomination__recipient_key",
        ),
        all=True,
    )
    return stakes.query.sql_with_params()


def _stakes(rows: QuerySet, kind: Stake, number: str, *, of: str = "", name: str = "", person: str = "") -> QuerySet:
    """(kind, number, another number, name, key of a person)"""
    whole, text = models.BigIntegerField(), models.CharField()
    return rows.order_by().values_list(
        Value(kind.value, output_field=text),
        Cast(number, whole),
        Cast(F(of) if of else Value(None), whole),
        F(name) if name else Value("", output_field=text),
        F(person) if person else Value("", output_field=text),
    )


def _centre(actor: Actor) -> frozenset[int]:
    return actor.bodies - actor.own


def conflicting(actor: Actor) -> Q:
    """Dossiers, not decided yet, to which the person has a conflict of interest at a desk where the person works now.
    For most people, who were never anywhere else, no dossier and no question."""
    if not actor.bodies or actor.user_id is None:
        return NOBODY
    facts = facts_of(actor)
    found = any_of(
        (
            _by_name(actor, facts),
            _left(facts),
            _at_the_centre(actor, facts) if actor.is_central else NOBODY,
            _at_a_province(actor, facts) if actor.own else NOBODY,
        )
    )
    return NOBODY if found is NOBODY else found & ~Q(state__in=DECIDED)


def _at_the_centre(actor: Actor, facts: Facts) -> Q:
    held = _among("pk", {dossier for dossier, body in facts.hands if body not in _centre(actor)})
    columns = ("organisation", "subject", "organisation__parent")
    return any_of([held, *(_among(column, facts.bodies) for column in columns)])


def _at_a_province(actor: Actor, facts: Facts) -> Q:
    found = [_among("pk", {dossier for dossier, body in facts.hands if body not in actor.own})]
    if facts.bodies:
        found.append(_among("organisation", facts.bodies) & ~Q(organisation=F("province")))
        found.append(_among("subject", facts.bodies) & ~Q(subject=F("province")))
    found_there = any_of(found)
    return NOBODY if found_there is NOBODY else Q(province__in=actor.own) & found_there


def _by_name(actor: Actor, facts: Facts) -> Q:
    named = [_among("name_key", facts.kin)]
    if key := search_key(actor.name)[:LONGEST_KEY]:
        named.append(Q(name_key=key))
    named += [Q(name_key=name) & (Q(birth_year=year) | Q(birth_year__isnull=True)) for name, year in facts.dated]
    found = any_of(named)
    if found is NOBODY:
        return NOBODY
    others = _among("pk", facts.namesakes)
    found &= ~Q(subject_kind=SubjectKind.COLLECTIVE)
    return found if others is NOBODY else found & ~others


def _left(facts: Facts) -> Q:
    """Also other dossiers that surely nominate the same one."""
    found = [_among("pk", {dossier for dossier, _key, _subject, _person in facts.left})]
    for _dossier, key, subject, person in facts.left:
        if subject is not None:
            found.append(Q(name_key=key, subject=subject))
        if person:
            found.append(Q(name_key=key, recipient_key=person))
    return any_of(found)


def _among(column: str, values: Collection[int] | Collection[str]) -> Q:
    """Never unknown where the column is empty: what is said of it is also turned round."""
    if not values:
        return NOBODY
    return Q(**{f"{column}__in": list(values)}) & Q(**{f"{column}__isnull": False})


def dossiers_in_conflict(actor: Actor) -> QuerySet:
    return apps.get_model("awards", "Nomination")._base_manager.filter(conflicting(actor)).order_by()


@dataclass(frozen=True)
class KeptByConflict:
    """Of dossiers themselves. Asked once of each that was read, as long as what can keep the person from it is the
    same; under lock it is read anew."""

    spares_own: bool = True

    def kept_from(self, actor: Actor) -> Q:
        return conflicting(actor)

    def is_kept_from(self, record: models.Model, actor: Actor) -> bool:
        known = getattr(record, "_kept_from", {})
        if actor.user_id in known:
            return known[actor.user_id]
        facts, kept = getattr(record, "_kept_by", (None, False))
        if facts is not facts_of(actor):
            kept = dossiers_in_conflict(actor).filter(pk=record.pk).exists()
            record._kept_by = facts_of(actor), kept  # type: ignore[attr-defined]
        return kept

    def know(self, records: Sequence[models.Model], actor: Actor) -> None:
        """Asked at once of many that stand under lock, for a deed over all of them."""
        kept = set(dossiers_in_conflict(actor).filter(pk__in=[one.pk for one in records]).values_list("pk", flat=True))
        for record in records:
            record._kept_from = {actor.user_id: record.pk in kept}


@dataclass(frozen=True)
class KeptAsItsDossier:
    """Of what is kept beside a dossier: its sets begin at the dossiers that the person sees. `column`: where the
    record, or one that it belongs to, has the dossier's number."""

    column: str
    spares_own: bool = True

    def kept_from(self, actor: Actor) -> Q:
        return NOBODY

    def is_kept_from(self, record: models.Model, actor: Actor) -> bool:
        dossier = record._state.fields_cache.get(self.column.removesuffix("_id"))
        if dossier is not None:
            return KeptByConflict().is_kept_from(dossier, actor)
        number = attrgetter(self.column.replace("__", "."))(record)
        return dossiers_in_conflict(actor).filter(pk=number).exists()


def entries_kept_from(actor: Actor, number: Expression, told_to: Expression) -> Q:
    """Entries of the journal about dossiers, and mentions of dossiers in others: those that the nominator's own office
    reads as such stay. `number`: of the dossier; `told_to`: the organisation that the entry is told to."""
    kept = dossiers_in_conflict(actor).filter(pk=number)
    return Q(Exists(kept.exclude(organisation__in=actor.own, organisation=told_to)))
