"""Whose honours count in a province's report, and of which provinces a person makes reports."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from clusters.membership.rules.half_years import span
from clusters.models import Organisation
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import ancestors, descendants
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.period import Period, half_of

PROVINCES = Reach(organisations=("pk",))


def provinces_to_report(actor: Actor) -> QuerySet[Organisation]:
    """Those of which the person may make a report."""
    return Organisation.objects.provinces().filter(
        PROVINCES.seen_by(actor, {"province_report_draft": Q()}, deed="write")
    )


def days_of(province: Organisation, year: int, half: int) -> Period | None:
    """The days of the period on which the province existed; None where it did not."""
    return span(year, half).intersection(province.during)


def bodies_of(province: Organisation) -> list[int]:
    """The province, and the units beneath it or beneath what it came from: units keep the parent they had at a merger.
    Two queries. What they were awarded counts on the days on which the province existed."""
    line = ancestors([province.pk], lineage())
    return [province.pk, *Organisation.objects.filter(parent__in=line).sorted().values_list("pk", flat=True)]


def provinces_counting(organisation_id: int, days: Iterable[date]) -> Iterator[tuple[int, int, int]]:
    """(province, year, half) of each report that counts honours of the organisation decided on these days."""
    parent = Organisation.objects.filter(pk=organisation_id).values_list("parent", flat=True).first()
    line = descendants([parent], lineage()) if parent else {organisation_id}
    for province in Organisation.objects.provinces().filter(pk__in=line).order_by("pk"):
        for year, half in sorted({half_of(day) for day in days if province.during.contains(day)}):
            yield province.pk, year, half
