"""The people of a nominator's dossiers on their way, beside those of the register in the twelve months before."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.gauge import Gauge, gauge
from awards.register.models.honour import Honour
from emulation.core.period import Period


@dataclass(frozen=True)
class GaugeOfList:
    """`before_of`: whose register is meant, the province's for its units."""

    now: Gauge
    before: Gauge
    before_of: str


def gauge_of_list(nomination: Nomination, *, on: date) -> GaugeOfList:
    """Two queries."""
    people = Nomination.objects.on_their_way().filter(
        organisation=nomination.organisation_id, subject_kind=SubjectKind.INDIVIDUAL
    )
    body = nomination.organisation.parent or nomination.organisation
    honours = Honour.objects.in_force().of_organisations([body.pk]).decided_during(Period(_a_year_before(on), on))
    honours = honours.filter(subject_kind=SubjectKind.INDIVIDUAL)
    return GaugeOfList(gauge(_by_group(people)), gauge(_by_group(honours)), str(body))


def _a_year_before(day: date) -> date:
    """The same day of the year before; of 29 February the day after the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 3, 1)


def _by_group(rows) -> dict[str, int]:
    return dict(rows.order_by().values_list("target_group").annotate(Count("pk")))
