from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.indicators.models.wording import half_in_words
from clusters.membership.rules.half_years import SPANS
from clusters.models import ClusterYear, Organisation
from reports.runs.models.kinds import entry_of, kind_of_period
from reports.runs.models.subject import ProvinceYear, Subject, columns_of, kind_of_subject
from reports.runs.rules.passages import LONGEST, PassagePlace

PLACES = {
    PassagePlace.SITUATION: _("General situation"),
    PassagePlace.PROBLEMS: _("Problems, weaknesses and their causes"),
    PassagePlace.TASKS: _("Directions and main tasks"),
}


class PassageQuerySet(models.QuerySet):
    def of_half(self, subject: Subject, half: int):
        return self.filter(**columns_of(subject), half=half)

    def written(self):
        return self.exclude(text="")

    def before(self, subject: Subject, half: int):
        """What the newest of the same subject's reports of the same kind before this one says in each place."""
        column, same = _year_and_whose(subject)
        earlier = Q(**{f"{column}__lt": subject.year}) | Q(**{column: subject.year}, half__lt=half)
        of_kind = Q(half__in=entry_of(kind_of_period(half, kind_of_subject(subject))).halves)
        rows = self.written().filter(earlier & of_kind & same)
        return rows.order_by("place", f"-{column}", "-half").distinct("place")


def _year_and_whose(subject: Subject) -> tuple[str, Q]:
    """(the column of the year, passages of the same cluster or province)"""
    if isinstance(subject, ProvinceYear):
        return "year", Q(province=subject.province)
    return "cluster_year__year", Q(cluster_year__cluster=subject.cluster_id)


class Passage(models.Model):
    """What the head, or the province, writes in one part of the report of a period; every report of it made afterwards
    prints it. `carried_from`: the part of an earlier report that it began as."""

    cluster_year = models.ForeignKey(
        ClusterYear,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="passages",
        verbose_name=_("cluster year"),
    )
    province = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    year = models.PositiveSmallIntegerField(_("year of the province"), null=True, blank=True)
    half = models.PositiveSmallIntegerField(_("half of the year"))
    place = models.CharField(_("part of the report"), max_length=10, choices=[(p.value, w) for p, w in PLACES.items()])
    text = models.TextField(_("text"), blank=True, max_length=LONGEST)
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("carried from")
    )
    changed_at = models.DateTimeField(_("changed at"))

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage of a report")
        verbose_name_plural = _("passages of reports")
        constraints = [
            models.UniqueConstraint(fields=["cluster_year", "half", "place"], name="passage_once"),
            models.UniqueConstraint(fields=["province", "year", "half", "place"], name="passage_of_a_province_once"),
            models.CheckConstraint(
                condition=Q(cluster_year__isnull=False, province__isnull=True, year__isnull=True)
                | Q(cluster_year__isnull=True, province__isnull=False, year__isnull=False),
                name="passage_of_one_subject",
            ),
            models.CheckConstraint(condition=Q(half__in=list(SPANS)), name="passage_period_known"),
            models.CheckConstraint(condition=Q(place__in=list(PassagePlace)), name="passage_place_known"),
        ]

    def __str__(self):
        return f"{PLACES[PassagePlace(self.place)]}, {half_in_words(self.half, self.subject.year)}"

    @property
    def is_as_carried(self) -> bool:
        """Whether nobody has changed anything of what was carried over from an earlier report."""
        return self.carried_from is not None and self.text == self.carried_from.text

    @property
    def subject(self) -> Subject:
        return ProvinceYear(self.province, self.year) if self.cluster_year is None else self.cluster_year
