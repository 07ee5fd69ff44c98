"""Dossiers that wait for a person: at the nominator's, at a desk that received them, before a decision."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.db.models import Case, When, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.nominations.models.clock import clock_calendar, dossier_clock, stays
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.desks import desk_of, route
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.returned import HAS_COME_BACK, Return, returns_of
from awards.nominations.models.shelf import MINE, my_turn
from awards.nominations.models.standing import send_by, stage_days
from awards.nominations.rules.clock import Stay
from awards.nominations.rules.deadlines import DueDay, StageDays
from awards.nominations.rules.terms import NominationState
from awards.nominations.words import return_in_words
from awards.procedures.models.holding import AwardVersions
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.working_days import WorkCalendar
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

SHOWN = 20


class NominationDuty(DutyKind):
    COMPLETE = "nominations.complete"
    MEND = "nominations.mend"
    SEND = "nominations.send"
    TAKE_UP = "nominations.take_up"
    APPRAISE = "nominations.appraise"
    DECIDE = "nominations.decide"
    MINUTE = "nominations.minute"
    ANSWER = "nominations.answer"
    MORE = "nominations.more"


KINDS = {
    NominationState.DRAFT: NominationDuty.COMPLETE,
    NominationState.PRESENTED: NominationDuty.SEND,
    NominationState.SUBMITTED: NominationDuty.TAKE_UP,
    NominationState.REVIEW: NominationDuty.APPRAISE,
    NominationState.COUNCIL: NominationDuty.DECIDE,
}
TITLES = {
    NominationState.DRAFT: gettext_lazy("Complete the dossier: %(name)s"),
    NominationState.PRESENTED: gettext_lazy("Send the dossier: %(name)s"),
    NominationState.SUBMITTED: gettext_lazy("Take up the dossier: %(name)s"),
    NominationState.REVIEW: gettext_lazy("Appraise the dossier: %(name)s"),
    NominationState.COUNCIL: gettext_lazy("Record the decision on the dossier: %(name)s"),
}
WHYS = {
    NominationState.DRAFT: gettext_lazy("In preparation at your organisation."),
    NominationState.PRESENTED: gettext_lazy("Your officer has passed it to you."),
    NominationState.SUBMITTED: gettext_lazy("Sent by %(unit)s; its days count from when it came."),
    NominationState.REVIEW: gettext_lazy("Sent by %(unit)s."),
    NominationState.COUNCIL: gettext_lazy("The Council has it; its decision closes the dossier."),
}


def nomination_duties(actor: Actor, on: date) -> Iterator[Duty]:
    """What came back first, then the oldest, at most `SHOWN`; the rest are one line that leads to the list. The same
    number of questions however many wait."""
    if not actor.bodies:
        return
    yield from _to_answer(actor, on)
    waiting = Nomination.objects.visible_to(actor).filter(my_turn(actor))
    rows = list(
        waiting.select_related("organisation", "award").order_by(
            Case(When(HAS_COME_BACK, then=0), default=1), "held_since", "pk"
        )[: SHOWN + 1]
    )
    if not rows:
        return
    came_back = returns_of(rows[:SHOWN])
    prefetch_related_objects(rows, "steps")
    versions = Procedure.objects.filter(award__in={row.award_id for row in rows}).prefetch_related("stages").versions()
    passed = {row.pk: stays(row) for row in rows[:SHOWN]}
    calendar = clock_calendar(chain.from_iterable(passed.values()), on=on)
    for row in rows[:SHOWN]:
        held = versions.get(row.award_id, AwardVersions()).holding(
            receipt=row.received_on or on, decision=row.decision_date, achievement_end=row.achieved_to
        )
        due = _due(row, stage_days(held.procedure), passed[row.pk], calendar)
        yield _duty(row, due, on, actor, came_back.get(row.pk))
    if len(rows) > SHOWN:
        more = waiting.count() - SHOWN
        yield Duty(
            kind=NominationDuty.MORE,
            title=ngettext("%(number)s more dossier", "%(number)s more dossiers", more)
            % {"number": format_integer(more)},
            url=f"{reverse('awards:nominations')}?trang-thai={MINE}",
            why=_("They wait for you in the list."),
            organisation=rows[0].holder_id,
            number=more,
        )


def _to_answer(actor: Actor, on: date) -> Iterator[Duty]:
    """Opinions that the person's own body is asked for, those due first. No question for whoever answers for none."""
    if not (actor.entered or actor.approved):
        return
    asked = Consultation.objects.to_answer(actor).select_related("nomination", "asker").order_by("due_on", "pk")
    for one in asked[:SHOWN]:
        yield Duty(
            kind=NominationDuty.ANSWER,
            title=_("Give an opinion on the dossier: %(name)s") % {"name": one.nomination},
            url=one.get_absolute_url(),
            why=_("Asked by %(asker)s; %(left)s. Without an answer in time the dossier goes on.")
            % {"asker": one.asker, "left": _days_left((one.due_on - on).days)},
            due=one.due_on,
            subject=about(one),
            organisation=one.body_id,
        )


def _days_left(days: int) -> str:
    if days < 0:
        late = ngettext("%(number)s day late", "%(number)s days late", -days)
        return late % {"number": format_integer(-days)}
    left = ngettext("%(number)s day left", "%(number)s days left", days)
    return left % {"number": format_integer(days)}


def _due(
    row: Nomination, stages: tuple[StageDays, ...], passed: tuple[Stay, ...], calendar: WorkCalendar
) -> DueDay | None:
    desk = desk_of(row)
    if desk is None:
        return send_by(row, stages, route(row), desk, row.steps.all())
    return dossier_clock(row, stages, passed, calendar).look_by


def _duty(row: Nomination, due: DueDay | None, on: date, actor: Actor, came_back: Return | None) -> Duty:
    since = timezone.localtime(row.held_since).date()
    state = NominationState(row.state)
    if state is NominationState.COUNCIL and row.holder_id not in actor.decided:
        kind, title = NominationDuty.MINUTE, _("File the minutes of the Council: %(name)s")
        why = _("The Council has it; its minutes are not in the dossier yet.")
    else:
        kind, title, why = KINDS[state], TITLES[state], WHYS[state] % {"unit": row.organisation}
    if came_back is not None:
        kind, title, why = NominationDuty.MEND, _("Complete the returned dossier: %(name)s"), return_in_words(came_back)
    days = max((on - since).days, 0)
    here = ngettext("%(days)s day here.", "%(days)s days here.", days) % {"days": format_integer(days)} if days else ""
    return Duty(
        kind=kind,
        title=title % {"name": row},
        url=row.get_absolute_url(),
        why=f"{why} {here}".strip(),
        is_back=came_back is not None,
        due=due.day if due else None,
        subject=about(row),
        organisation=row.holder_id,
    )
