"""Tasks and requests given at a conference or by a directive, and what each unit owes of them."""

from collections import Counter
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.conferences.models.conference import Conference
from clusters.directives.models import Directive
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.organisations.models.lineage import line_in_query, lineage
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import answering_for
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone, words_of
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.period import Period
from emulation.core.score_figures import Asked, Counted
from emulation.core.words import choices

REACH = Reach(
    organisations=("organisation_id",), cluster_years=("cluster_year_id",), holders=("organisation__parent_id",)
)
ROW, ROW_REQUEST, ROW_STRUCK_OUT = "task", "request", "task_struck_out"
REACH_OF_ASSIGNMENT = Reach(organisations=("organisation_id",), holders=("task__organisation_id",))
ROW_ASSIGNMENT = "assignment"
KINDS = {TaskKind.TASK: _("Task for units"), TaskKind.REQUEST: _("Request to a higher level")}
BADGES = {
    AssignmentState.OWED: Badge(_("To be done"), Tone.GOING, "half"),
    AssignmentState.REPORTED: Badge(_("Reported, to be accepted"), Tone.WARNING, "people"),
    AssignmentState.DONE: Badge(_("Done"), Tone.GOOD, "check"),
}
STEPS = {
    "give": _("Task given"),
    "report": _("Reported with proof"),
    "accept": _("Accepted as done"),
    "send_back": _("Sent back"),
}
OFFERED = {"report": _("Report that it is done"), "accept": _("Accept as done"), "send_back": _("Send back")}


class TaskQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Of the office that gave or recorded it, of the cluster at whose conference it was given, of the centre; a
        request also of the body above the office."""
        stands = Q(withdrawn_at__isnull=True)
        rows = {
            ROW: stands & Q(kind=TaskKind.TASK),
            ROW_REQUEST: stands & Q(kind=TaskKind.REQUEST),
            ROW_STRUCK_OUT: ~stands,
        }
        return self.filter(REACH.seen_by(actor, rows))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)

    def unfinished(self):
        """Tasks of which some unit still owes something; requests without an answer."""
        owed = Assignment.objects.filter(task=OuterRef("pk")).exclude(state=AssignmentState.DONE)
        return self.filter(Q(kind=TaskKind.REQUEST, answered_on__isnull=True) | Exists(owed))


def units_of(actor: Actor, on: date) -> QuerySet[Organisation]:
    """To which the person may give a task: own offices, units beneath them, and members of the clusters and blocks that
    they head or keep."""
    seats = Membership.objects.on(on).filter(cluster__years__in=actor.headed_entered | actor.kept)
    alive = Organisation.objects.on(on)
    found = alive.filter(pk__in=actor.entered) | alive.filter(parent__in=actor.entered)
    return (found | alive.filter(pk__in=seats.values("organisation"))).distinct()


def owing_to(giver: Organisation, year: ClusterYear | None, on: date) -> QuerySet[Organisation]:
    """Who may be given a task: itself and its own units, also those that kept a parent which it came from; of what is
    given to a cluster the members."""
    if year is not None:
        seats = Membership.objects.in_cluster(year.cluster_id).on(on)
        return Organisation.objects.filter(pk__in=seats.values("organisation"))
    return Organisation.objects.filter(Q(pk=giver.pk) | Q(parent__in=line_in_query([giver.pk])))


class Task(models.Model):
    """What was given, by which office, due when, and how it will be known; of a request its answer. `organisation`: the
    office that keeps it, which issued the directive or heads the cluster. `cluster_year`: given to its
    members. `given_on`: the day of the directive or the conference, else of the entry. `answered_by`: the person who
    wrote the answer, as named then, and `answerer`, the account; `answered_for`: the body in whose name. Struck out,
    never deleted."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("followed up by")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=choices(KINDS))
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("directive")
    )
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("conference")
    )
    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cluster year")
    )
    given_by = models.CharField(_("given by the office"), max_length=200)
    addressed_to = models.CharField(_("addressed to"), max_length=200, blank=True)
    text = models.CharField(_("task"), max_length=1000)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    known_by = models.CharField(_("how it will be known"), max_length=300, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answer_document = models.CharField(_("document of the answer"), max_length=200, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=200, blank=True, default="", db_default="")
    answerer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account of the person who answered"),
    )
    answered_for = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered in the name of"),
    )
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(TaskKind)), name="task_kind_known"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(given_by=""), name="task_says_something"),
            models.CheckConstraint(
                condition=Q(directive__isnull=True) | Q(conference__isnull=True),
                name="task_of_one_origin",
                violation_error_message=_("A task is given by a directive or at a conference, not both."),
            ),
            models.CheckConstraint(
                condition=Q(directive__isnull=True) | Q(kind=TaskKind.TASK),
                name="task_request_of_no_directive",
                violation_error_message=_("A directive gives tasks, no requests. Leave the directive empty."),
            ),
            models.CheckConstraint(
                condition=Q(conference__isnull=True) | Q(cluster_year__isnull=False), name="task_of_its_cluster_year"
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer="")
                | (Q(answered_on__isnull=False, kind=TaskKind.REQUEST) & ~Q(answer="")),
                name="task_request_answered_in_words",
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("clusters:task", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        if self.withdrawn_at is not None:
            return ROW_STRUCK_OUT
        return ROW_REQUEST if self.kind == TaskKind.REQUEST else ROW

    def is_answered_by(self, actor: Actor) -> bool:
        """Whether the answer is the person's to give or to change: of those who work at the body that gave it; where no
        body was kept, who wrote it; where neither is known anybody's who may."""
        if self.answered_on is None:
            return True
        if self.answered_for_id is not None:
            return self.answered_for_id in actor.bodies
        return self.answerer_id in (None, actor.user_id)


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH_OF_ASSIGNMENT.seen_by(actor, {ROW_ASSIGNMENT: Q()}))

    def standing(self):
        return self.filter(task__withdrawn_at__isnull=True)


class Assignment(models.Model):
    """What one unit owes of a task. `report`: what it did; its proof is a file or the number of a paper."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("task"))
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("unit")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(words_of(BADGES)),
        default=AssignmentState.OWED,
        db_default=AssignmentState.OWED,
    )
    report = models.CharField(_("what was done"), max_length=1000, blank=True)
    document = models.CharField(_("number of the paper"), max_length=200, blank=True)
    proof = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["organisation__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["task", "organisation"], name="assignment_once"),
            models.CheckConstraint(condition=Q(state__in=list(AssignmentState)), name="assignment_state_known"),
            models.CheckConstraint(
                condition=Q(state=AssignmentState.OWED) | Q(proof__isnull=False) | ~Q(document=""),
                name="assignment_reported_with_proof",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.task}"

    def get_absolute_url(self):
        return reverse("clusters:assignment", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH_OF_ASSIGNMENT.whose(self)

    @property
    def table_row(self) -> str:
        return ROW_ASSIGNMENT

    @property
    def badge(self) -> Badge:
        return BADGES[AssignmentState(self.state)]


def tasks_done(asked: Asked) -> Counted:
    """For a scoring that asks for it: {organisation: (done, owed)} of tasks due in the year, those whose day is still
    to come only once they are done. A unit answers for what it came from. Who owed none is left out."""
    year, is_done = Period.year(asked.year), Q(state=AssignmentState.DONE)
    lines = answering_for(asked.organisations, lineage())
    owed = Assignment.objects.standing().filter(
        is_done | Q(task__due_on__lt=asked.on),
        organisation__in=frozenset().union(*lines.values()),
        task__due_on__range=(year.start, year.last_day),
    )
    rows = owed.order_by().values_list("organisation")
    done, due = Counter[int](), Counter[int]()
    for unit, of_done, of_due in rows.annotate(done=Count("pk", filter=is_done), due=Count("pk")):
        done[unit], due[unit] = of_done, of_due
    counted = {pk: (sum(map(done.__getitem__, line)), sum(map(due.__getitem__, line))) for pk, line in lines.items()}
    return {pk: (part, whole) for pk, (part, whole) in counted.items() if whole}


class AssignmentStep(StepTaken):
    """A step of what a unit owes: who, when, why. Append-only by trigger."""

    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="steps", verbose_name=_("assignment")
    )

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of an assignment")
        verbose_name_plural = _("steps of assignments")

    def __str__(self):
        return f"{self.assignment_id}: {self.name}"
