"""Tasks given and tracked to their proof; requests with their answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.organisations.models.lineage import lineage_for
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import Link, ancestors
from clusters.tasks.models import OFFERED, ROW, Assignment, AssignmentStep, Task, owing_to
from clusters.tasks.rules import FLOW, AssignmentCase, TaskKind
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_reason
from emulation.core.actions.walk import Course, Walked, keep_beginning, walk
from emulation.core.actor import CENTRAL, Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.text import search_key, squash


@transaction.atomic
def give_task(organisation: Organisation, *, units: Iterable[Organisation], actor: Actor, **entered: Any) -> Task:
    """`organisation` keeps it; `units` owe it, none of a request. `entered`: kind, directive, conference,
    cluster_year, given_by, addressed_to, text, due_on, known_by."""
    if not actor.may("write", organisation, subject=ROW):
        raise Refusal(_("Only an officer of the office that keeps a task enters it."))
    units, today = list(units), clock.today()
    directive, conference = entered["directive"], entered["conference"]
    year = conference.cluster_year if conference else entered.get("cluster_year")
    if directive is not None and conference is not None:
        raise Refusal(_("A task is given by a directive or at a conference, not both."), field="conference")
    if year is not None and year.pk not in actor.headed_entered:
        raise Refusal(_("Only the officers of the head of the cluster keep what is given to it."), field="cluster_year")
    if entered["kind"] == TaskKind.TASK and not units:
        raise Refusal(_("Choose the units that are to do it."), field="units")
    if entered["kind"] == TaskKind.REQUEST and units:
        raise Refusal(_("A request is addressed to a higher level; no unit owes it."), field="units")
    if entered["kind"] == TaskKind.REQUEST and directive is not None:
        raise Refusal(_("A directive gives tasks, no requests. Leave the directive empty."), field="directive")
    for unit in units:
        if not unit.during.contains(today):
            raise Refusal(
                _("%(unit)s no longer stands today. Give the task to what came in its place.") % {"unit": unit},
                field="units",
            )
    under = set(owing_to(organisation, year, today).values_list("pk", flat=True))
    if outside := [unit for unit in units if unit.pk not in under]:
        raise Refusal(
            _("%(unit)s is no unit of %(office)s. Give a task of the cluster to its members, others to own units.")
            % {"unit": outside[0], "office": year or organisation},
            field="units",
        )
    given_on = directive.dated if directive else conference.held_on if conference else today
    if given_on > today:
        raise Refusal(
            _("The conference is held on %(day)s; its tasks are given from that day on.")
            % {"day": format_date(given_on)},
            field="conference",
        )
    if entered["due_on"] is not None and entered["due_on"] < given_on:
        raise Refusal(
            _("The task is due before it was given on %(day)s. Choose a later day.") % {"day": format_date(given_on)},
            field="due_on",
        )
    task = Task(organisation=organisation, kind=entered["kind"], directive=directive, conference=conference)
    task.cluster_year, task.given_on = year, given_on
    for name in ("given_by", "addressed_to", "text", "known_by"):
        setattr(task, name, squash(entered[name]))
    task.due_on = entered["due_on"]
    _refuse_twice(task, units, lineage_for(actor))
    task.save()
    for unit in units:
        keep_beginning(ASSIGNMENT, Assignment.objects.create(task=task, organisation=unit), "give", actor=actor)
    record(
        actor,
        "clusters.give_task",
        task,
        after={
            "text": task.text,
            "given_by": task.given_by,
            "due": format_date(task.due_on) if task.due_on else "",
            "units": [str(unit) for unit in units],
        },
    )
    return task


def _refuse_twice(task: Task, units: Sequence[Organisation], links: Sequence[Link]) -> None:
    """To a unit that owes it already, it or what it came from, the same of the same origin, due on the same day; under
    the office's lock."""
    Organisation.objects.select_for_update().get(pk=task.organisation_id)
    alike = Task.objects.standing().filter(
        organisation__in=ancestors([task.organisation_id], links),
        kind=task.kind,
        directive=task.directive,
        conference=task.conference,
        cluster_year=task.cluster_year,
        due_on=task.due_on,
    )
    said = search_key(task.text), search_key(task.given_by)
    same = [one for one in alike if (search_key(one.text), search_key(one.given_by)) == said]
    owing = set(Assignment.objects.filter(task__in=same).values_list("organisation", flat=True))
    owed = [unit for unit in units if not owing.isdisjoint(ancestors([unit.pk], links))]
    if same and len(owed) == len(units):
        raise Refusal(_("This was given already, due on the same day. Open that task instead."), field="text")
    if owed:
        raise Refusal(
            _("%(unit)s was given this already, due on the same day. Choose only the others.") % {"unit": owed[0]},
            field="units",
        )


def report_done(assignment: Assignment, *, text: str, document: str, upload=None, actor: Actor) -> Assignment:
    """With its proof: a file, or the number of a paper."""
    return walk(
        ASSIGNMENT, assignment, "report", actor=actor, text=squash(text), document=squash(document), upload=upload
    )


def take_step(assignment: Assignment, name: str, *, why="", actor: Actor) -> Assignment:
    return walk(ASSIGNMENT, assignment, name, actor=actor, why=why)


@transaction.atomic
def answer_request(task: Task, *, on: date, answer: str, document: str, actor: Actor) -> Task:
    """By the body above the office that asked, or by the central board; once given, changed by who gave it or by
    colleagues of the same body."""
    if task.kind != TaskKind.REQUEST:
        raise Refusal(_("Only a request has an answer; of a task the units report."))
    if not actor.may("answer", task):
        raise Refusal(_("Only who is asked answers: the body above the office, or the central board."))
    task = _locked(task)
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Choose the day of the answer.") % {"day": format_date(on)}, field="on"
        )
    if task.given_on is not None and on < task.given_on:
        raise Refusal(
            _("The request was made on %(day)s; its answer is of that day or a later one.")
            % {"day": format_date(task.given_on)},
            field="on",
        )
    if not task.is_answered_by(actor):
        raise Refusal(
            _("%(person)s answered on %(day)s already; only who gave the answer, or a colleague there, changes it.")
            % {"person": task.answered_by or task.answered_for, "day": format_date(task.answered_on)}
        )
    before = None
    if task.answered_on is not None:
        before = {"on_day": format_date(task.answered_on), "answer": task.answer, "document": task.answer_document}
    task.answered_on, task.answer, task.answer_document = on, answer.strip(), squash(document)
    task.answered_by, task.answerer_id = actor.name, actor.user_id
    above = task.organisation.parent_id
    task.answered_for_id = above if above in actor.entered else actor.body_of(CENTRAL)
    task.save()
    record(
        actor,
        "clusters.answer_request",
        task,
        before=before,
        after={"on_day": format_date(on), "answer": task.answer, "document": task.answer_document},
    )
    return task


@transaction.atomic
def strike_out_task(task: Task, *, why: str, actor: Actor) -> Task:
    if not actor.may("write", task):
        raise Refusal(_("Only an officer of the office that keeps a task enters it."))
    require_reason(why)
    task = _locked(task)
    if task.answered_on is not None:
        raise Refusal(
            _("It was answered on %(day)s, so request and answer stay. Make a new request beside it.")
            % {"day": format_date(task.answered_on)}
        )
    task.withdrawn_at = clock.now()
    task.save(update_fields=["withdrawn_at"])
    record(actor, "clusters.strike_out_task", task, before={"text": task.text}, why=why)
    return task


def _locked(task: Task) -> Task:
    found = Task.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=task.pk)
    if found.withdrawn_at is not None:
        raise Refusal(_("This task was struck out; enter it anew."))
    return found


def _locked_assignment(assignment: Assignment) -> Assignment:
    _locked(assignment.task)
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("organisation", "task__organisation")
    return rows.get(pk=assignment.pk)


def _case_of(assignment: Assignment, *, document="", upload=None, **context: Any) -> AssignmentCase:
    return AssignmentCase(has_proof=bool(document) or upload is not None)


def _reported(assignment: Assignment, step: Step, walked: Walked) -> dict[str, Any]:
    if step.name != "report":
        return {}
    said, upload = walked.context, walked.context.get("upload")
    assignment.report, assignment.document = said["text"], said["document"]
    assignment.proof = None
    if upload is not None:
        assignment.proof = file_paper(upload, organisation=assignment.organisation, actor=walked.actor)
    return {"text": assignment.report, "document": assignment.document}


def _state_refusal(assignment: Assignment) -> str:
    return _("The task is in the state “%(state)s” at %(unit)s, so this is no longer possible. Look at it again.") % {
        "state": assignment.get_state_display(),
        "unit": assignment.organisation,
    }


ASSIGNMENT = Course[Assignment](
    flow=FLOW,
    steps=AssignmentStep,
    thing="assignment",
    verb="clusters.{}_assignment",
    locked=_locked_assignment,
    in_state=_state_refusal,
    in_words=lambda hindrance, case, assignment: Refusal(
        _("A task counts as done only with its proof. Choose a file, or write number and day of the paper."),
        field="document",
    ),
    case_of=_case_of,
    effect=_reported,
    labels=OFFERED,
    organisation_of=lambda assignment: assignment.organisation_id,
)
