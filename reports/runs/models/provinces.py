"""Whose honours count in a province's report, and of which provinces a person makes reports."""

from django.db.models import Q, QuerySet

from clusters.membership.rules.half_years import Days, span
from clusters.models import Organisation
from clusters.organisations.models.lineage import lineage, with_units_beneath
from clusters.organisations.rules.lineage import descendants
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.period import Period

PROVINCES = Reach(organisations=("pk",))


def provinces_to_report(actor: Actor) -> QuerySet[Organisation]:
    """Those of which the person may make a report."""
    return Organisation.objects.provinces().filter(
        PROVINCES.seen_by(actor, {"province_report_draft": Q()}, deed="write")
    )


def days_of(province: Organisation, year: int, half: int, days: Days) -> Period | None:
    """The days of the period on which the province existed; None where it did not."""
    return span(year, half, days).intersection(province.during)


def bodies_of(province: Organisation) -> list[int]:
    """Whose honours count in its reports, on the days on which the province existed: its own and its units'."""
    return with_units_beneath(province.pk)


def provinces_counting(organisation_id: int) -> QuerySet[Organisation]:
    """Whose reports count honours of the organisation, each on the days on which it existed."""
    parent = Organisation.objects.filter(pk=organisation_id).values_list("parent", flat=True).first()
    line = {organisation_id} if parent is None else descendants([parent], lineage())
    return Organisation.objects.provinces().filter(pk__in=line)
