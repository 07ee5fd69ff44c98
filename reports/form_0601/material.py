"""Which campaigns form 0601.N of a province counts in a year: launched by it and by its units, running in the year."""

from dataclasses import dataclass
from datetime import date

from awards.catalogue.rules.terms import ProvinceKind
from awards.totals.rules.terms import Measure
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import Campaign, Organisation
from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from emulation.core.period import Period
from reports.document.rules.issuer import Issuer, Paper
from reports.form_0601.rules import CountedCampaign, Form0601, StatForm, form_0601, form_of
from reports.runs.models.issuers import issuer_of
from reports.runs.models.provinces import bodies_of
from reports.six_month.material.declared import declared_figures
from reports.six_month.rules import CountedHonours


@dataclass(frozen=True)
class Form0601Material:
    """`declared`: (unit, number, paper) of campaigns that were declared without names; counted in no row."""

    issuer: Issuer
    official_name: str
    year: int
    as_of: date
    form: StatForm
    counted: Form0601
    declared: tuple[tuple[str, int, str], ...]


def form_0601_material(province: Organisation, year: int, *, as_of: date) -> Form0601Material:
    """LookupError of a year for which no form is known."""
    form = form_of(year)
    if form is None:
        raise LookupError(f"no form is known for {year}")
    bodies = bodies_of(province)
    names = {province.pk: province.name, **told_apart(Organisation.objects.filter(pk__in=bodies[1:]).sorted())}
    running = Campaign.objects.launched().overlapping(Period.year(year)).filter(initiator_organisation__in=bodies)
    columns = running.order_by().values_list("level", "initiator_organisation__kind", "during", "form", "launched_on")
    nothing = CountedHonours(())
    declared = declared_figures(year, WHOLE_YEAR, Days.CALENDAR, names=names, kind=ProvinceKind.ANY, counted=nothing)
    return Form0601Material(
        issuer=issuer_of(Paper.REPORT, on=as_of, organisation=province),
        official_name=province.official_name,
        year=year,
        as_of=as_of,
        form=form,
        counted=form_0601(
            CountedCampaign(
                CampaignLevel(level),
                kind in PROVINCIAL_KINDS,
                _term(during, launched),
                CampaignForm(way) if way else None,
            )
            for level, kind, during, way, launched in columns
        ),
        declared=tuple((one.name, int(one.number), one.source) for one in declared if one.measure is Measure.CAMPAIGNS),
    )


def _term(during: Period, launched: date | None) -> Period:
    """From its launch where its first day is not stated."""
    is_open = during.start is None and launched is not None and (during.end is None or launched < during.end)
    return Period(launched, during.end) if is_open else during
