from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models import wording
from clusters.conferences.rules.terms import ActivityKind
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(cluster_years=("cluster_year_id",))
ROW = "conference"


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The members of the year, its head, who keeps the cluster and the central board."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class Activity(models.Model):
    """An exchange, inspection or joint work with its day, place and result. Struck out, never deleted."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="activities", verbose_name=_("cluster year")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(wording.ACTIVITY_KINDS))
    subject = models.CharField(_("subject"), max_length=300)
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=200)
    organiser = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organised by")
    )
    result = models.TextField(_("result"), blank=True)
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity of the cluster")
        verbose_name_plural = _("activities of the cluster")
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(ActivityKind)), name="activity_kind_known"),
            models.CheckConstraint(condition=~Q(subject="") & ~Q(place=""), name="activity_says_what_and_where"),
        ]

    def __str__(self):
        return self.subject

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW
