"""The list of dossiers a person sees: its filters, its counts, its order. Constant queries however many there are."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Value, When

from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.desk_people import mandates_at_the_desks_of
from awards.nominations.models.nomination import Nomination, NominationQuerySet
from awards.nominations.rules.terms import ENDED, NominationState
from awards.procedures.rules.terms import PaperKind
from emulation.core.actor import Actor
from emulation.core.models.keyset import KeysetOrder
from emulation.core.models.reach import any_of
from emulation.core.text import search_key

NEWEST = KeysetOrder(("-id",))
DRAFTS = NominationState.DRAFT.value
OPEN, MINE, ALL = "dang-xu-ly", "cho-toi", "tat-ca"


def _dossier_with(**where: Any) -> Exists:
    return Exists(Nomination.objects.filter(pk=OuterRef("pk"), **where))


IN_A_DRAFT = _dossier_with(decision_lines__stands=True)
ON_AN_AGENDA = _dossier_with(sitting_items__outcome="")
SAT_ON = _dossier_with(
    sitting_items__needed__isnull=False,
    sitting_items__sitting__steps__name="conclude",
    sitting_items__sitting__steps__taken_at__gte=F("held_since"),
)
"""Voted on since it was put to the Council: the sitting's minutes are there. The rooms above own these tables."""


def _left_to_a_colleague(actor: Actor) -> Q:
    """At a desk, in charge of somebody else who is still there; or judged by the person independently, which is told
    the same whether anybody has it in charge (docs/adr/0032)."""
    own = _dossier_with(reviews__body=F("holder"), reviews__handler=actor.user_id)
    present = mandates_at_the_desks_of(actor).values("user")
    anybody = _dossier_with(reviews__body=F("holder"), reviews__handler__in=present)
    judged = _dossier_with(
        reviews__body=F("holder"),
        reviews__is_compared=False,
        reviews__appraisals__appraiser=actor.user_id,
        reviews__appraisals__seat__isnull=False,
    )
    return (Q(anybody) | Q(judged)) & ~Q(own)


@dataclass(frozen=True)
class ShelfFilter:
    """`state`: one of `NominationState`, `OPEN`, `MINE` or `ALL`; the others are ids, empty for all."""

    state: str = OPEN
    text: str = ""
    award: int | None = None
    organisation: int | None = None


def my_turn(actor: Actor) -> Q:
    """Dossiers in whose present state the person's own step is the next."""
    S = NominationState
    mine: list[Q] = []
    if actor.entered:
        mine.append(Q(state=S.DRAFT, organisation__in=actor.entered))
    if actor.approved:
        mine.append(Q(state=S.PRESENTED, organisation__in=actor.approved))
    if actor.reviewed:
        at_desk = Q(state__in=[S.SUBMITTED, S.REVIEW], holder__in=actor.reviewed)
        mine.append(at_desk & ~_left_to_a_colleague(actor))
    if actor.decided:
        mine.append(Q(state=S.COUNCIL, holder__in=actor.decided) & ~IN_A_DRAFT & ~ON_AN_AGENDA)
    if actor.secretaried:
        minutes = NominationPaper.objects.standing().filter(
            nomination=OuterRef("pk"), kind=PaperKind.COUNCIL_MINUTES, body=OuterRef("holder")
        )
        mine.append(Q(state=S.COUNCIL, holder__in=actor.secretaried) & ~Exists(minutes) & ~ON_AN_AGENDA & ~SAT_ON)
    return any_of(mine)


def shelf_of(actor: Actor, asked: ShelfFilter) -> NominationQuerySet:
    """What the person sees of what is asked for, without the state, so that states can be counted beside it."""
    rows = Nomination.objects.visible_to(actor)
    for word in search_key(asked.text).split():
        rows = rows.filter(name_key__contains=word)
    if asked.award is not None:
        rows = rows.filter(award=asked.award)
    if asked.organisation is not None:
        rows = rows.filter(organisation=asked.organisation)
    return rows


def in_the_state(rows: NominationQuerySet, asked: ShelfFilter, actor: Actor) -> NominationQuerySet:
    if asked.state == MINE:
        return rows.filter(my_turn(actor))
    if asked.state == OPEN:
        return rows.exclude(state__in=ENDED)
    return rows if asked.state == ALL else rows.filter(state=asked.state)


def counts_of(rows: NominationQuerySet, actor: Actor) -> dict[str, int]:
    """{state, `OPEN`, `MINE`, `ALL`: dossiers}. One query."""
    mine = Case(When(my_turn(actor), then=Value(1)), default=Value(0), output_field=IntegerField())
    counted = rows.order_by().annotate(mine=mine).values("state", "mine").annotate(number=Count("pk"))
    found = dict.fromkeys([*NominationState, OPEN, MINE, ALL], 0)
    for row in counted:
        found[row["state"]] += row["number"]
        found[ALL] += row["number"]
        found[OPEN] += 0 if row["state"] in ENDED else row["number"]
        found[MINE] += row["number"] if row["mine"] else 0
    return found
