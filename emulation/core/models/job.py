from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach

REACH = Reach(people=("created_by_id",))


class JobState(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


RING_AGAIN = timedelta(seconds=20)
UNTAKEN = timedelta(seconds=60)  # in which a worker that is ended is started again and takes up what waits
FURTHEST = timedelta(minutes=5)  # no lease and no bell is of a later moment, unless the clock was set back since
OPEN = (JobState.QUEUED, JobState.RUNNING)


def is_dead(column: str, moment) -> Q:
    """Of a moment that is over, or of one that a wrong clock wrote and that would not be over for long."""
    return Q(**{f"{column}__lt": moment}) | Q(**{f"{column}__gt": moment + FURTHEST})


class JobQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Work is there for who asked for it."""
        return self.filter(REACH.seen_by(actor, {"job_asked_for": Q()}))

    def unfinished(self):
        return self.filter(state__in=OPEN)

    def abandoned(self, moment):
        """Running under a lease that ran out, or waiting although the bell may have been lost."""
        return self.filter(
            (Q(state=JobState.RUNNING) & is_dead("lease_until", moment))
            | (Q(state=JobState.QUEUED) & is_dead("rung_at", moment - RING_AGAIN))
        )

    def untaken(self, moment):
        """Waiting for longer than `UNTAKEN` while nobody works on anything."""
        working = Job.objects.filter(state=JobState.RUNNING, lease_until__gt=moment)
        waiting = self.filter(state=JobState.QUEUED, created_at__lt=moment - UNTAKEN)
        return waiting.exclude(models.Exists(working))


class Job(models.Model):
    """Work that takes over a second. This row is the truth about it; the broker only rings the bell.

    `lease_until` and `lease_token` say which worker holds it; `attempt` counts takings.
    """

    kind = models.CharField(_("kind of work"), max_length=60)
    title = models.CharField(_("work"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    key = models.CharField(_("idempotency key"), max_length=120, null=True, blank=True)
    parameters = models.JSONField(_("parameters"), default=dict)
    result = models.JSONField(_("result"), null=True, blank=True)
    reason = models.TextField(_("why it failed"), blank=True)
    stage = models.CharField(_("stage"), max_length=120, blank=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), null=True, blank=True)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    lease_token = models.UUIDField(_("lease"), null=True, blank=True)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    created_by = models.ForeignKey(
        "core.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("asked by"),
    )
    organisation_id = models.BigIntegerField(_("organisation number"), null=True, blank=True)
    return_url = models.CharField(_("page to return to"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("asked at"))
    rung_at = models.DateTimeField(_("bell rung at"))
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(done__lte=F("total")), name="job_done_within_total"
            ),
            models.UniqueConstraint(
                fields=["key"], condition=Q(state__in=list(OPEN)), name="job_key_once_while_unfinished"
            ),
        ]
        indexes = [
            models.Index(fields=["lease_until"], condition=Q(state__in=list(OPEN)), name="job_unfinished"),
            models.Index(fields=["created_by", "-id"], name="job_by_person"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("core:job", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "job_asked_for"

    @property
    def is_finished(self) -> bool:
        return self.state not in OPEN
