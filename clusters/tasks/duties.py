"""Tasks that a unit owes, the first due first; those that wait to be accepted where they were given;
requests that wait for the centre's answer."""

from collections.abc import Iterator

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.organisations.models.names import with_years
from clusters.tasks.models import Assignment, Task
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core.actor import CENTRAL, Actor, Role
from emulation.core.duty import Duty, DutyKind, about, first_few
from emulation.core.numbers import format_integer

SHOWN = 10


class TaskDuty(DutyKind):
    REPORT = "tasks.report"
    ACCEPT = "tasks.accept"
    ANSWER = "tasks.answer"
    MORE = "tasks.more"


def task_duties(actor: Actor) -> Iterator[Duty]:
    yield from _asked(actor)
    if not actor.entered:
        return
    standing = Assignment.objects.standing().select_related("task", "organisation")
    owed = standing.filter(state=AssignmentState.OWED, organisation__in=actor.entered)
    owed = owed.order_by(F("task__due_on").asc(nulls_last=True), "pk")
    yield from first_few(owed, _to_report, most=SHOWN, more=_more)
    reported = standing.filter(state=AssignmentState.REPORTED, task__organisation__in=actor.entered)
    yield from first_few(reported.order_by("pk"), _to_accept, most=SHOWN, more=_more)


def _to_report(one: Assignment) -> Duty:
    why = _("Given to %(unit)s by %(office)s.") % {"unit": with_years(one.organisation), "office": one.task.given_by}
    return _of(TaskDuty.REPORT, one, _("Carry out: %(task)s"), why, one.organisation_id)


def _to_accept(one: Assignment) -> Duty:
    why = _("Reported by %(unit)s.") % {"unit": one.organisation}
    return _of(TaskDuty.ACCEPT, one, _("Accept or send back: %(task)s"), why, one.task.organisation_id)


def _more(number: int, first: Duty) -> Duty:
    title = ngettext("%(number)s more task", "%(number)s more tasks", number)
    return Duty(
        TaskDuty.MORE,
        title % {"number": format_integer(number)},
        reverse("clusters:tasks"),
        _("They wait for you in the list."),
        first.due,
        organisation=first.organisation,
        number=number,
    )


def _asked(actor: Actor) -> Iterator[Duty]:
    """Requests that wait for their answer: of offices beneath the own ones; of the centre where no body is above."""
    asked = Q(organisation__parent__in=actor.entered)
    if actor.has(Role.CENTRAL_REVIEWER):
        asked |= Q(organisation__parent__isnull=True)
    elif not actor.entered:
        return
    waiting = Task.objects.standing().filter(asked, kind=TaskKind.REQUEST, answered_on__isnull=True)
    waiting = waiting.select_related("organisation").order_by(F("due_on").asc(nulls_last=True), "pk")

    def to_answer(one: Task) -> Duty:
        return Duty(
            TaskDuty.ANSWER,
            _("Answer: %(request)s") % {"request": one},
            one.get_absolute_url(),
            _("Asked by %(office)s.") % {"office": one.organisation},
            one.due_on,
            about(one),
            one.organisation.parent_id or actor.body_of(CENTRAL),
        )

    yield from first_few(waiting, to_answer, most=SHOWN, more=_more)


def _of(kind: TaskDuty, assignment: Assignment, title: str, why: str, organisation: int) -> Duty:
    return Duty(
        kind,
        title % {"task": assignment.task},
        assignment.get_absolute_url(),
        why,
        assignment.task.due_on,
        about(assignment),
        organisation,
    )
