"""The people of a nominator's dossiers on their way, beside those of the register in the twelve months before."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.gauge import Gauge, gauge
from awards.register.models.honour import Honour
from emulation.core.period import Period

YEAR = timedelta(days=365)


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
    honours = Honour.objects.in_force().of_organisations([body.pk]).decided_during(Period(on - YEAR, on))
    honours = honours.filter(subject_kind=SubjectKind.INDIVIDUAL)
    return GaugeOfList(gauge(_by_group(people)), gauge(_by_group(honours)), str(body))


def _by_group(rows) -> dict[str, int]:
    return dict(rows.order_by().values_list("target_group").annotate(Count("pk")))
