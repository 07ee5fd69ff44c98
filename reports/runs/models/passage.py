from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import half_in_words
from clusters.membership.rules.half_years import SPANS
from clusters.models import ClusterYear
from reports.runs.models.kinds import entry_of, kind_of_period
from reports.runs.rules.passages import LONGEST, PassagePlace

PLACES = {
    PassagePlace.SITUATION: _("General situation"),
    PassagePlace.PROBLEMS: _("Problems, weaknesses and their causes"),
    PassagePlace.TASKS: _("Directions and main tasks"),
}


class PassageQuerySet(models.QuerySet):
    def of_half(self, cluster_year, half):
        return self.filter(cluster_year=cluster_year, half=half)

    def written(self):
        return self.exclude(text="")

    def before(self, cluster_year, half):
        """What the newest of the same cluster's reports of the same kind before this one says in each place."""
        earlier = Q(cluster_year__year__lt=cluster_year.year) | Q(cluster_year__year=cluster_year.year, half__lt=half)
        of_kind = Q(half__in=entry_of(kind_of_period(half)).halves)
        rows = self.written().filter(earlier & of_kind, cluster_year__cluster=cluster_year.cluster_id)
        return rows.order_by("place", "-cluster_year__year", "-half").distinct("place")


class Passage(models.Model):
    """What the head writes in one part of the report of a period; every report of it made afterwards prints it."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="passages", verbose_name=_("cluster year")
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    place = models.CharField(_("part of the report"), max_length=10, choices=[(p.value, w) for p, w in PLACES.items()])
    text = models.TextField(_("text"), blank=True, max_length=LONGEST)
    changed_at = models.DateTimeField(_("changed at"))

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage of a report")
        verbose_name_plural = _("passages of reports")
        constraints = [
            models.UniqueConstraint(fields=["cluster_year", "half", "place"], name="passage_once"),
            models.CheckConstraint(condition=Q(half__in=list(SPANS)), name="passage_period_known"),
            models.CheckConstraint(condition=Q(place__in=list(PassagePlace)), name="passage_place_known"),
        ]

    def __str__(self):
        return f"{PLACES[PassagePlace(self.place)]}, {half_in_words(self.half, self.cluster_year.year)}"
