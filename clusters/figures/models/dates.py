from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clusters.figures.rules.dates import When, last_day, standing
from clusters.indicators.models.wording import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import SPANS
from clusters.organisations.models.organisation import Organisation
from emulation.core.dates import format_date


class SheetTerm(models.Model):
    """Two days for the figures of a span: sent by `due_on` they count as on time; after `locks_on` nothing more is
    sent without an extension."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="sheet_terms", verbose_name=_("cluster year")
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    due_on = models.DateField(_("last day to be on time"))
    locks_on = models.DateField(_("last day before they are locked"))

    class Meta:
        verbose_name = _("term of half-year figures")
        verbose_name_plural = _("terms of half-year figures")
        constraints = [
            models.UniqueConstraint(fields=["cluster_year", "half"], name="sheet_term_once"),
            models.CheckConstraint(condition=Q(half__in=SPANS), name="sheet_term_span_known"),
            models.CheckConstraint(
                condition=Q(locks_on__gte=F("due_on")),
                name="sheet_term_locks_after_due",
                violation_error_message=_("Figures are locked on their due day or later. Change one of the two."),
            ),
        ]

    def __str__(self):
        return f"{self.cluster_year.cluster}, {half_in_words(self.half, self.cluster_year.year)}"


class SheetExtension(models.Model):
    """More time for one member, with the reason. The newest counts; append-only by trigger."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="sheet_extensions", verbose_name=_("cluster year")
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    until = models.DateField(_("extended until"))
    why = models.CharField(_("reason"), max_length=500)
    granted_by_name = models.CharField(_("person"), max_length=200)
    granted_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(half__in=SPANS), name="sheet_extension_span_known"),
            models.CheckConstraint(condition=~Q(why=""), name="sheet_extension_says_why"),
        ]

    def __str__(self):
        return f"{self.organisation}: {format_date(self.until)}"


@dataclass(frozen=True)
class SheetDates:
    """The days of one span of one cluster year. `extended`: {member: last day of its newest extension}. The head's own
    sheet for the whole cluster, without a member, comes after those of the members and is never locked."""

    term: SheetTerm | None = None
    extended: Mapping[int, date] = field(default_factory=dict)

    def standing_of(self, organisation_id: int | None, day: date) -> When:
        if organisation_id is None:
            return When.NOT_SET
        return standing(day, self.term, self.extended.get(organisation_id))

    def is_locked_for(self, organisation_id: int | None, day: date) -> bool:
        return self.standing_of(organisation_id, day) is When.LOCKED

    def last_day_of(self, organisation_id: int) -> date | None:
        return None if self.term is None else last_day(self.term, self.extended.get(organisation_id))


def dates_of(cluster_year: ClusterYear, half: int) -> SheetDates:
    """Two queries; one where no days are set."""
    return dates_of_years([cluster_year], half)[cluster_year.pk]


def dates_of_years(cluster_years: Iterable[ClusterYear], half: int) -> dict[int, SheetDates]:
    """{cluster year: its days for the span}, in two queries whatever their number."""
    wanted = [one.pk for one in cluster_years]
    terms = {one.cluster_year_id: one for one in SheetTerm.objects.filter(cluster_year__in=wanted, half=half)}
    extended: dict[int, dict[int, date]] = {pk: {} for pk in terms}
    if terms:
        given = SheetExtension.objects.filter(cluster_year__in=terms, half=half).order_by("id")
        for pk, organisation, until in given.values_list("cluster_year", "organisation", "until"):
            extended[pk][organisation] = until
    return {pk: SheetDates(terms.get(pk), extended.get(pk, {})) for pk in wanted}
