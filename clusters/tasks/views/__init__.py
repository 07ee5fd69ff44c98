"""Tasks: what the own unit owes, what the own office gave, what was asked of the centre."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.organisations.models.names import with_years
from clusters.organisations.models.organisation import Organisation
from clusters.tasks.actions import ASSIGNMENT, answer_request, give_task, report_done, strike_out_task, take_step
from clusters.tasks.forms import AnswerForm, DoneForm, TaskForm
from clusters.tasks.models import Assignment, Task, units_of
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.numbers import parse_id
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper

ON_A_PAGE, OWED_SHOWN = 50, 100
NEWEST_FIRST = KeysetOrder(("-id",))


def given_to(actor: Actor, *, with_finished: bool):
    """Tasks and requests that the person sees, each with its units."""
    given = Task.objects.visible_to(actor).standing()
    given = given if with_finished else given.unfinished()
    return given.select_related("organisation__parent").prefetch_related("assignments__organisation")


@door("assignment")
@require_safe
def tasks(request):
    owed = (
        Assignment.objects.standing().filter(organisation__in=request.actor.own).select_related("task", "organisation")
    )
    shows_all = "tat-ca" in request.GET
    if not shows_all:
        owed = owed.exclude(state=AssignmentState.DONE)
    owed = list(owed.order_by("task__due_on", "pk")[:OWED_SHOWN])
    if len({one.organisation_id for one in owed}) > 1:
        for one in owed:
            one.unit = with_years(one.organisation)
    page = read_page(
        given_to(request.actor, with_finished=shows_all),
        NEWEST_FIRST,
        cursor=request.GET.get("trang", ""),
        bound_to=f"tasks|{shows_all}",
        size=ON_A_PAGE,
    )
    return render(
        request,
        "clusters/tasks/tasks.html",
        {
            "owed": owed,
            "page": page,
            "shows_all": shows_all,
            "query": "tat-ca=" if shows_all else "",
            "may_give": request.actor.may_somewhere("write", "task"),
            "may_take_out": request.actor.may_somewhere("read", "task"),
            "crumbs": crumbs_of()[:1],
        },
    )


@door("task")
@require_safe
def task(request, pk):
    found = _task_or_404(request, pk)
    stands = found.withdrawn_at is None
    read = set(found.assignments.visible_to(request.actor).values_list("pk", flat=True))
    assignments = list(found.assignments.select_related("organisation", "proof"))
    for one in assignments:
        one.is_read = one.pk in read
    return render(
        request,
        "clusters/tasks/task.html",
        {
            "task": found,
            "assignments": assignments,
            "may_write": stands and request.actor.may("write", found),
            "may_answer": stands
            and found.kind == TaskKind.REQUEST
            and request.actor.may("answer", found)
            and found.is_answered_by(request.actor),
            "crumbs": crumbs_of(),
        },
    )


@door("task", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request):
    actor, today = request.actor, clock.today()
    offices = Organisation.objects.filter(pk__in=actor.entered).on(today)
    initial = {
        "kind": TaskKind.TASK,
        "organisation": offices[0] if len(offices) == 1 else None,
        "directive": parse_id(request.GET.get("chi-thi", "")),
        "conference": parse_id(request.GET.get("hoi-nghi", "")),
    }
    return answer(
        request,
        TaskForm(
            posted(request),
            initial=initial,
            organisations=offices,
            actor=actor,
            units=units_of(actor, today),
        ),
        lambda said: give_task(said.pop("organisation"), actor=actor, **said),
        title=_("Give a task or ask a higher level"),
        button=_("Save"),
        done=_("Recorded: who is to carry it out, or to answer, finds it among the own work."),
        back=lambda made: made.get_absolute_url(),
        crumbs=crumbs_of(),
    )


@door("request", "answer")
@require_http_methods(["GET", "HEAD", "POST"])
def answered(request, pk):
    found = _task_or_404(request, pk, "answer")
    initial = {"on": found.answered_on or clock.today(), "answer": found.answer, "document": found.answer_document}
    return answer(
        request,
        AnswerForm(posted(request), initial=initial),
        lambda said: answer_request(found, actor=request.actor, **said),
        title=_("Answer to the request"),
        lead=found.text,
        button=_("Record the answer"),
        done=_("The answer is recorded."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("task", "write")
def strike_out(request, pk):
    found = _task_or_404(request, pk, "write")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: strike_out_task(found, why=said["why"], actor=request.actor),
        title=_("Strike out: %(kind)s") % {"kind": found.get_kind_display()},
        lead=found.text,
        button=_("Strike it out"),
        done=_("Struck out; the journal keeps it."),
        back=reverse("clusters:tasks"),
        crumbs=crumbs_of(found),
    )


@door("assignment")
@require_safe
def assignment(request, pk):
    found = _assignment_or_404(request, pk)
    stands = found.task.withdrawn_at is None
    offers = offers_of(ASSIGNMENT, found, actor=request.actor, document="-") if stands else []
    return render(
        request,
        "clusters/tasks/assignment.html",
        {
            "assignment": found,
            "task": found.task,
            "may_open_task": request.actor.may("read", found.task),
            "offers": {one.name: one for one in offers},
            "steps": list(found.steps.all()),
            "crumbs": crumbs_of(),
        },
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("assignment", "report")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, pk):
    found = _assignment_or_404(request, pk, "report")
    form = DoneForm(posted(request), request.FILES or None, initial={"text": found.report, "document": found.document})
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: report_done(found, upload=said.pop("file"), actor=request.actor, **said),
        title=_("Report that it is done"),
        lead=found.task.text,
        button=_("Report"),
        done=_("Reported; the office that gave the task accepts it."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(),
    )


@door("assignment", "accept")
@require_POST
def accept(request, pk):
    found = _assignment_or_404(request, pk, "accept")
    return refused_to(
        request,
        lambda: take_step(found, "accept", actor=request.actor),
        done=_("Accepted as done."),
        back=found.get_absolute_url(),
    )


@door("assignment", "accept")
def send_back(request, pk):
    found = _assignment_or_404(request, pk, "accept")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: take_step(found, "send_back", why=said["why"], actor=request.actor),
        title=_("Send back"),
        lead=str(found),
        button=_("Send back"),
        done=_("Sent back to the unit."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(),
    )


def _task_or_404(request, pk: int, deed: str = "read") -> Task:
    rows = Task.objects.visible_to(request.actor).select_related(
        "organisation", "directive", "conference__cluster_year", "cluster_year__cluster"
    )
    return record_or_404(rows, request.actor, deed, pk=pk)


def _assignment_or_404(request, pk: int, deed: str = "read") -> Assignment:
    rows = Assignment.objects.visible_to(request.actor).select_related(
        "organisation",
        "proof",
        "task__organisation",
        "task__directive",
        "task__conference__cluster_year",
        "task__cluster_year__cluster",
    )
    return record_or_404(rows, request.actor, deed, pk=pk)


def crumbs_of(found: Task | None = None) -> list[Crumb]:
    above = [Crumb(_("Clusters"), reverse("clusters:clusters")), Crumb(_("Tasks"), reverse("clusters:tasks"))]
    return [*above, Crumb(found.get_kind_display(), found.get_absolute_url())] if found else above
