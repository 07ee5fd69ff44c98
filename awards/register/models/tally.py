"""Running totals of the register, and how many honours a filter leaves: exactly where quick, else "more than"."""

from dataclasses import dataclass, field, replace

from django.db import models
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind
from awards.register.rules.register import RegisterFilter
from clusters.models import Membership, Organisation
from clusters.organisations.models.lineage import with_units_beneath
from emulation.core.period import Period
from emulation.core.words import choices

COUNTED_EXACTLY = 500
COUNTED_IN_A_TIME = 100_000


class HonourTally(models.Model):
    """Honours in force of one organisation, award and subject, decided in the half-year that begins on `half`; the row
    without an award is the total of all awards, so rows with and without are never added together.

    Derived: a trigger on the register keeps it, whichever way lines come, change or go.
    """

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="+", db_constraint=False, verbose_name=_("organisation")
    )
    award = models.ForeignKey(
        Award, models.CASCADE, null=True, related_name="+", db_constraint=False, verbose_name=_("award")
    )
    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(wording.SUBJECT_KINDS))
    half = models.DateField(_("first day of the half-year"))
    count = models.IntegerField(_("count"))

    class Meta:
        verbose_name = _("running total of honours")
        verbose_name_plural = _("running totals of honours")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "award", "subject_kind", "half"],
                name="honour_tally_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.half}: {self.count}"


@dataclass(frozen=True)
class RegisterCount:
    """`by_kind` is {subject kind: honours}; when there are `more`, it is empty and `total` a lower bound. `beside`: the
    honours of the other kinds too, where only one is asked for and the running totals tell."""

    total: int
    by_kind: dict[str, int]
    more: bool = False
    beside: dict[str, int] = field(default_factory=dict, compare=False)


def count_honours(rows: QuerySet, asked: RegisterFilter) -> RegisterCount:
    """`rows` are the honours in force that fit `asked`. From running totals where the filter allows, otherwise counted
    line by line up to a bound; between two days it is so high that a report's figure finds its very number."""
    beside = _tallied(replace(asked, subject_kind=""))
    by_kind = beside
    if beside is not None and asked.subject_kind:
        by_kind = {asked.subject_kind: beside.get(asked.subject_kind, 0)}
    if by_kind is None:
        between_days = asked.period.start is not None and asked.period.end is not None
        bound = COUNTED_IN_A_TIME if between_days else COUNTED_EXACTLY
        first = rows.order_by().values("subject_kind")[: bound + 1]
        by_kind = first.aggregate(**{kind: Count("subject_kind", filter=Q(subject_kind=kind)) for kind in SubjectKind})
        if sum(by_kind.values()) > bound:
            return RegisterCount(bound, {}, more=True)
    by_kind = {kind: count for kind, count in by_kind.items() if count}
    return RegisterCount(sum(by_kind.values()), by_kind, beside=beside or by_kind)


def _tallied(asked: RegisterFilter) -> dict[str, int] | None:
    """None where the totals do not hold what is asked: names, numbers of decisions, ways, target groups, days inside a
    half-year."""
    if asked.name_key or asked.decision_key or asked.way or asked.target_group or not whole_halves(asked.period):
        return None
    rows = HonourTally.objects.all()
    if asked.cluster is not None:
        sat = Membership.objects.filter(cluster_id=asked.cluster).values_list("organisation", "during")
        memberships = Q(pk__in=[])
        for organisation, during in sat:
            if not whole_halves(during):
                return None
            memberships |= Q(organisation=organisation) & _halves(during)
        rows = rows.filter(memberships)
    awards = Award.objects.asked_for(asked)
    rows = rows.filter(award=None) if awards is None else rows.filter(award__in=awards)
    if asked.organisation and asked.with_units:
        rows = rows.filter(organisation__in=with_units_beneath(asked.organisation))
    elif asked.organisation:
        rows = rows.filter(organisation=asked.organisation)
    rows = rows.filter(_halves(asked.period))
    return dict(rows.values_list("subject_kind").annotate(Sum("count")))


def whole_halves(period: Period) -> bool:
    return all(day is None or (day.day == 1 and day.month in (1, 7)) for day in (period.start, period.end))


def _halves(period: Period) -> Q:
    held = Q()
    if period.start is not None:
        held &= Q(half__gte=period.start)
    if period.end is not None:
        held &= Q(half__lt=period.end)
    return held
