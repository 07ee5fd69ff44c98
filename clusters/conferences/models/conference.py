from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.conferences.models import wording
from clusters.conferences.rules.terms import ConferenceKind, ConferenceState
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(cluster_years=("cluster_year_id",), beside=("signs_year_id",))
ROW = "conference"


class ConferenceQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The members of either year, their heads, who keeps the cluster and the central board."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def of_year(self, cluster_year):
        """Held for that year, or signing its pact."""
        return self.filter(Q(cluster_year=cluster_year) | Q(signs_year=cluster_year))

    def closed(self):
        return self.filter(state=ConferenceState.CLOSED)


class Conference(models.Model):
    """A meeting of the cluster's members. One meeting may close a year and sign the pact of the next: `signs_year`.

    `quorum`: how many members must be there. Offices are named, persons are not. `checksum`: SHA-256 of what the
    minutes say, once closed. `began_at`, `ended_at`: of its day, as its minutes say; conferences closed before these
    were asked have none.
    """

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="conferences", verbose_name=_("cluster year")
    )
    signs_year = models.ForeignKey(
        ClusterYear,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_at",
        verbose_name=_("also signs the pact of"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.KINDS))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.STATES),
        default=ConferenceState.PLANNED,
        db_default=ConferenceState.PLANNED,
    )
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=200)
    host = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host")
    )
    quorum = models.PositiveSmallIntegerField(_("members that must be present"))
    chair = models.CharField(_("office in the chair"), max_length=200, blank=True)
    secretary = models.CharField(_("office keeping the minutes"), max_length=200, blank=True)
    began_at = models.TimeField(_("opened at (time of day)"), null=True, blank=True)
    ended_at = models.TimeField(_("ended at (time of day)"), null=True, blank=True)
    conclusion = models.TextField(_("general conclusion"), blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(ConferenceKind)), name="conference_kind_known"),
            models.CheckConstraint(condition=Q(state__in=list(ConferenceState)), name="conference_state_known"),
            models.UniqueConstraint(
                fields=["cluster_year", "kind", "held_on", "subject"],
                condition=~Q(state=ConferenceState.CANCELLED),
                name="conference_once_a_day",
                violation_error_message=_(
                    "A conference of this kind is planned for this day already. Open that one, or choose another day."
                ),
            ),
            models.CheckConstraint(
                condition=Q(signs_year__isnull=True) | ~Q(signs_year=F("cluster_year")),
                name="conference_signs_another_year",
                violation_error_message=_("The other year is the next one, not the conference's own."),
            ),
            models.CheckConstraint(
                condition=Q(quorum__gte=1),
                name="conference_quorum_above_zero",
                violation_error_message=_("At least one member must be present."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ConferenceKind.THEMATIC) | ~Q(subject=""),
                name="conference_thematic_has_subject",
                violation_error_message=_("A thematic conference names its subject."),
            ),
            models.CheckConstraint(
                condition=Q(state=ConferenceState.CLOSED, closed_at__isnull=False, checksum__gt="")
                | (~Q(state=ConferenceState.CLOSED) & Q(closed_at__isnull=True, checksum="")),
                name="conference_closed_with_minutes",
            ),
            models.CheckConstraint(
                condition=Q(began_at__isnull=True) | Q(ended_at__isnull=True) | Q(ended_at__gt=F("began_at")),
                name="conference_ends_after_it_began",
                violation_error_message=_("The conference ends after it began."),
            ),
        ]

    def __str__(self):
        if self.subject:
            return f"{self.get_kind_display()}: {self.subject}"
        return f"{self.get_kind_display()} {self.cluster_year.year}"

    def get_absolute_url(self):
        return reverse("clusters:conference", args=[self.cluster_year_id, self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def members(self):
        """Who sits in the cluster on the day of the conference, by name; once it is closed, who stands in its minutes,
        whatever is corrected in the memberships later."""
        if self.state == ConferenceState.CLOSED:
            recorded = self.attendance.filter(organisation__isnull=False)
            return Organisation.objects.filter(pk__in=recorded.values("organisation")).order_by("sort_key", "pk")
        return self.sitting_members

    @property
    def sitting_members(self):
        """Who sits in the cluster on the day of the conference, by name."""
        sitting = Membership.objects.in_cluster(self.cluster_year.cluster_id).on(self.held_on)
        return Organisation.objects.filter(pk__in=sitting.values("organisation")).order_by("sort_key", "pk")


class ConferenceItem(models.Model):
    """A point of the agenda and what the conference concluded on it."""

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="items", verbose_name=_("conference")
    )
    position = models.PositiveSmallIntegerField(_("place in the agenda"))
    title = models.CharField(_("point of the agenda"), max_length=300)
    presenter = models.CharField(_("presented by"), max_length=200, blank=True)
    conclusion = models.TextField(_("conclusion"), blank=True)

    class Meta:
        verbose_name = _("point of the agenda")
        verbose_name_plural = _("points of the agenda")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="conference_item_says_something"),
            models.UniqueConstraint(
                fields=["conference", "position"],
                name="conference_item_own_place",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Another point has this place in the agenda."),
            ),
        ]

    def __str__(self):
        return self.title


class Attendance(models.Model):
    """Who is there: a member, or a guest's office where there is no organisation. `office` leads the delegation."""

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("conference")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("member")
    )
    office = models.CharField(_("office"), max_length=200, blank=True)
    people = models.PositiveSmallIntegerField(_("persons"), default=0)
    is_present = models.BooleanField(_("present"), default=False)
    why_absent = models.CharField(_("reason of absence"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["organisation__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "organisation"],
                name="attendance_once",
                violation_error_message=_("This member's attendance is recorded already."),
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(office=""),
                name="attendance_of_somebody",
                violation_error_message=_("A guest is named by its office."),
            ),
            models.CheckConstraint(
                condition=Q(is_present=False) | Q(people__gte=1),
                name="attendance_present_with_people",
                violation_error_message=_("Who is present comes with at least one person."),
            ),
        ]

    def __str__(self):
        return str(self.organisation or self.office)


class ConferencePaper(models.Model):
    """A document of the conference, filed by the head."""

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="papers", verbose_name=_("conference")
    )
    title = models.CharField(_("name of the document"), max_length=300)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+", verbose_name=_("paper"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("document of the conference")
        verbose_name_plural = _("documents of the conference")
        ordering = ["id"]

    def __str__(self):
        return self.title


class ConferenceStep(StepTaken):
    """A step the conference took: who, when, why. Append-only by trigger."""

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="steps", verbose_name=_("conference")
    )

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the conference")
        verbose_name_plural = _("steps of the conference")

    def __str__(self):
        return f"{self.conference}: {self.name}"
