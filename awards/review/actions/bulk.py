"""One deed over many dossiers: all take the step or none; undone until the next stage has opened one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.nominations.actions.course import NOMINATION, cases_of, locked_nomination, tell_followers
from awards.nominations.models.bodies import PLACE, with_bodies
from awards.nominations.models.contents import NominationComment, NominationPaper
from awards.nominations.models.nomination import KEEPING, Nomination, NominationStep
from awards.nominations.models.standing import DossierStanding
from awards.nominations.models.standings import standings_of
from awards.nominations.rules.clock import without_undone
from awards.nominations.rules.terms import DossierPlace, NominationState
from awards.nominations.words import state_refusal, went_on_without
from awards.review.actions.charge import held_by_others
from awards.review.models.bulk import BulkDeed, BulkLine
from awards.review.models.queue import judged_apart
from awards.review.models.review import Review
from awards.review.rules.flow import FLOW, UNDOES, UndoCase, UndoHindrance
from awards.review.rules.terms import MOST_AT_ONCE, BulkKind
from emulation.core import clock
from emulation.core.actions.refusals import fitting
from emulation.core.actions.walk import Course, Told, Walked, walk, walk_together
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.models.fields import longest
from emulation.core.numbers import format_integer, parse_id

UNDO_REFUSED = {
    UndoHindrance.NOT_OURS: gettext_lazy("This is undone by whoever did it, once."),
    UndoHindrance.OPENED: gettext_lazy("The next stage has opened the dossier, so this is no longer undone."),
}


BEFORE_THE_COUNCIL = gettext_lazy(
    "The dossier stands on the Council's agenda or in a draft decision, so this is no longer undone. Use “Appraise "
    "again” at the dossier, with a reason."
)


@dataclass(frozen=True)
class Undone:
    """How many were undone; `kept`: (dossier, why it was not)."""

    number: int
    kept: tuple[tuple[Nomination, str], ...]


def seen_as(review: Review) -> str:
    """What a person saw of a dossier when it was put on the list of a deed: changed since, the list has changed."""
    return f"{review.pk}.{review.nomination.state}.{int(review.nomination.held_since.timestamp())}"


@transaction.atomic
def do_together(kind: BulkKind, seen: Sequence[str], *, remark: str = "", actor: Actor) -> BulkDeed:
    """`seen`: of each dossier, as `seen_as` said when the person confirmed. Anything that changed since, or is no
    longer seen, refuses the whole deed by name: nobody does what they did not look at. `remark`: pinned to each that is
    returned."""
    reviews = _as_seen(seen, actor)
    remark = fitting(remark, most=longest(BulkDeed, "remark"), field="remark")
    rows = Nomination.objects.filter(pk__in=[one.nomination_id for one in reviews]).select_related("award", "subject")
    nominations = with_bodies(rows.prefetch_related(PLACE).select_for_update(of=("self",)).order_by("pk"))
    KEEPING.know(nominations, actor)
    held = {one.pk: one.held_since for one in nominations}
    _refuse_changed(reviews, nominations)
    if others := held_by_others([one.pk for one in reviews], reviews[0].body_id, actor):
        raise Refusal(others)
    deed = BulkDeed.objects.create(
        kind=kind,
        body_id=reviews[0].body_id,
        remark=remark,
        made_by_id=actor.user_id,
        made_by_name=actor.name,
        made_at=clock.now(),
    )
    if kind is BulkKind.RETURN and remark:
        _pin_to_each(nominations, deed)
    BulkLine.objects.bulk_create(
        BulkLine(deed=deed, nomination=one, step=step, held_since=held[one.pk])
        for one, step in _walked(kind, nominations, actor)
    )
    if kind is BulkKind.FORWARD:
        _confirm_papers(held, deed)
    return deed


def _confirm_papers(nominations: Iterable[int], deed: BulkDeed) -> None:
    """As whoever passes on a single one does."""
    papers = NominationPaper.objects.standing().filter(nomination__in=nominations, body=deed.body_id)
    guessed = papers.filter(is_confirmed=False).exclude(kind="").order_by()
    deed.confirmed = list(guessed.values_list("pk", flat=True))
    if deed.confirmed:
        deed.save(update_fields=["confirmed"])
        NominationPaper.objects.filter(pk__in=deed.confirmed).update(is_confirmed=True)


def _walked(kind: BulkKind, nominations: Sequence[Nomination], actor: Actor) -> list[tuple[Nomination, NominationStep]]:
    """Held back by all that holds back one of them alone. Those that go on without a consulted body say so."""
    standings = standings_of(nominations, on=clock.today(), reader=actor)
    cases = cases_of(nominations, standings)
    alike: dict[str, list[Nomination]] = {}
    for one in nominations:
        alike.setdefault("" if kind is BulkKind.RETURN else _went_on(one, standings[one.pk]), []).append(one)
    return [
        pair
        for why, ones in alike.items()
        for pair in walk_together(
            NOMINATION, ones, kind.value, actor=actor, why=why, known=lambda one: {"case": cases[one.pk]}
        )
    ]


def _went_on(nomination: Nomination, standing: DossierStanding) -> str:
    today, asker = clock.today(), nomination.holder_id
    asked = [one for one in standing.consultations if one.is_open and one.asker_id == asker]
    return went_on_without(sum(one.due_on < today for one in asked))


def _as_seen(seen: Sequence[str], actor: Actor) -> list[Review]:
    keys = {key for one in seen if (key := parse_id(one.partition(".")[0])) is not None}
    if not keys:
        raise Refusal(_("No dossier is chosen. Tick those that are meant."))
    if len(keys) > MOST_AT_ONCE:
        raise Refusal(
            _("At most %(most)s dossiers are done at once. Choose fewer.") % {"most": format_integer(MOST_AT_ONCE)}
        )
    reviews = list(Review.objects.visible_to(actor).filter(pk__in=keys).with_names().order_by("pk"))
    if len({one.body_id for one in reviews}) > 1:
        raise Refusal(_("These dossiers are on the desks of different bodies. Choose those of one body."))
    known = set(seen)
    changed = [one.nomination for one in reviews if seen_as(one) not in known]
    if changed or len(reviews) < len(keys):
        raise Refusal(_list_changed(changed))
    return reviews


def _refuse_changed(reviews: Sequence[Review], nominations: Sequence[Nomination]) -> None:
    """Once more under the lock."""
    before = {one.nomination_id: one.nomination for one in reviews}
    changed = [
        one for one in nominations if (one.state, one.held_since) != (before[one.pk].state, before[one.pk].held_since)
    ]
    if changed:
        raise Refusal(_list_changed(changed))


def _list_changed(changed: Sequence[Nomination]) -> str:
    if not changed:
        return _("The list has changed meanwhile, and nothing was done. Look at it again.")
    named = "; ".join(f"{one} ({one.get_state_display()})" for one in changed)
    return ngettext(
        "%(number)s dossier has changed meanwhile, and nothing was done: %(names)s. Look at the list again.",
        "%(number)s dossiers have changed meanwhile, and nothing was done: %(names)s. Look at the list again.",
        len(changed),
    ) % {"number": format_integer(len(changed)), "names": named}


def _pin_to_each(nominations: Sequence[Nomination], deed: BulkDeed) -> None:
    NominationComment.objects.bulk_create(
        NominationComment(
            nomination=one,
            place=DossierPlace.WHOLE,
            text=deed.remark,
            body_id=deed.body_id,
            made_by_name=deed.made_by_name,
            made_at=deed.made_at,
        )
        for one in nominations
    )


def undo_together(deed: BulkDeed, *, actor: Actor) -> Undone:
    """Each by itself: what the next stage has opened stays, and is named with the reason."""
    if not actor.may("undo", deed):
        raise Refusal(str(UNDO_REFUSED[UndoHindrance.NOT_OURS]))
    kept, number = [], 0
    lines = deed.lines.visible_to(actor).filter(undone_at__isnull=True).select_related("nomination__organisation")
    for line in lines:
        try:
            _undo(deed, line, actor)
        except Refusal as refusal:
            kept.append((line.nomination, str(refusal)))
        else:
            number += 1
    if not number and not kept:
        raise Refusal(str(UNDO_REFUSED[UndoHindrance.NOT_OURS]))
    return Undone(number, tuple(kept))


@transaction.atomic
def _undo(deed: BulkDeed, line: BulkLine, actor: Actor) -> None:
    seen = Nomination.objects.visible_to(actor).filter(pk=line.nomination_id).exists()
    if not seen:
        raise Refusal(str(UNDO_REFUSED[UndoHindrance.NOT_OURS]))
    walk(UNDO, line.nomination, UNDOES[BulkKind(deed.kind)], actor=actor, line=line, deed=deed)
    BulkLine.objects.filter(pk=line.pk).update(undone_at=clock.now())


def _case_of(nomination: Nomination, *, line: BulkLine | None = None, **context: Any) -> UndoCase:
    """Under the dossier's lock, which every deed that opens it takes first."""
    if line is None:
        return UndoCase()
    fresh = BulkLine.objects.filter(pk=line.pk, nomination=nomination.pk, undone_at__isnull=True).first()
    last = NominationStep.objects.filter(nomination=nomination.pk).order_by("-pk").values_list("pk", flat=True).first()
    return UndoCase(fresh is not None and last == fresh.step_id, fresh is not None and fresh.opened_at is not None)


def _in_words(hindrance: str, case: UndoCase, nomination: Nomination) -> str:
    if hindrance == UndoHindrance.OPENED and nomination.state == NominationState.COUNCIL:
        return str(BEFORE_THE_COUNCIL)
    return str(UNDO_REFUSED[UndoHindrance(hindrance)])


def _led_back(nomination: Nomination, step: Step, walked: Walked) -> Told:
    """As it was before the deed: who holds it, since when; what was asked of it is taken back."""
    deed, line = walked.context["deed"], walked.context["line"]
    if step.name == "undo_forward":
        NominationPaper.objects.filter(pk__in=deed.confirmed, nomination=nomination).update(is_confirmed=False)
        if not _was_there_before(nomination, line):
            nomination.board = None
    if step.name == "undo_return":
        asked = NominationComment.objects.unanswered().filter(nomination=nomination, body=deed.body_id)
        asked.filter(made_at=deed.made_at, text=deed.remark).update(withdrawn_at=walked.at)
    nomination.holder, nomination.held_since = deed.body, line.held_since
    holder = str(nomination.holder)
    taken = {"holder_name": holder, "taken_by_id": walked.actor.user_id, "desk_id": deed.body_id}
    return Told({"state": walked.source}, {"state": nomination.state, "holder": holder}, taken)


def _was_there_before(nomination: Nomination, line: BulkLine) -> bool:
    earlier = nomination.steps.filter(pk__lt=line.step_id).order_by("pk")
    return any(one.name == "forward" for one in without_undone(earlier))


UNDO = Course[Nomination](
    flow=FLOW,
    steps=NominationStep,
    thing="nomination",
    verb="awards.{}_nomination",
    locked=locked_nomination,
    in_state=state_refusal,
    in_words=_in_words,
    case_of=_case_of,
    effect=_led_back,
    afterwards=lambda nomination, taken, walked: tell_followers([(nomination, taken)], walked),
    organisation_of=lambda nomination: nomination.organisation_id,
)


def comments_waiting(reviews: Sequence[Review], actor: Actor) -> Mapping[int, int]:
    """{dossier: comments that nobody has answered}, for what is said before a deed counts; without those that the
    person judges apart."""
    seen = Review.objects.filter(~judged_apart(actor), pk__in=[one.pk for one in reviews]).order_by()
    rows = NominationComment.objects.unanswered().filter(nomination__in=seen.values("nomination"))
    return dict(rows.order_by().values_list("nomination").annotate(Count("pk")))
