"""Which campaigns form 0601.N of a province counts in a year: launched by it, by what it came from and by its units,
running on the days of the year on which it stood."""

from dataclasses import dataclass
from datetime import date

from awards.catalogue.rules.terms import ProvinceKind
from awards.totals.rules.terms import Measure
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import Campaign, Organisation
from clusters.organisations.models.lineage import lineage_of
from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from emulation.core.period import Period
from reports.document.rules.issuer import Issuer, Paper
from reports.form_0601.rules import CountedCampaign, Form0601, StatForm, Unmade, form_0601, form_of
from reports.runs.models.issuers import issuer_of
from reports.runs.models.provinces import bodies_of, days_of
from reports.six_month.material.declared import declared_figures
from reports.six_month.rules import CountedHonours, DeclaredFigure


@dataclass(frozen=True)
class Form0601Material:
    """`without_beginning`: campaigns recorded or joined by the end of the year of which nobody stated when they begin;
    `declared`: numbers of campaigns that were declared without names. Neither is counted in a row."""

    issuer: Issuer
    official_name: str
    year: int
    as_of: date
    form: StatForm
    counted: Form0601
    without_beginning: int
    declared: tuple[DeclaredFigure, ...]


def unmade_of(province: Organisation, year: int, *, on: date) -> Unmade | None:
    """Why no form is made of the year; None where one is."""
    if form_of(year) is None:
        return Unmade.NOT_KNOWN
    if year > on.year:
        return Unmade.NOT_BEGUN
    stood = days_of(province, year, WHOLE_YEAR, Days.CALENDAR)
    return Unmade.DID_NOT_STAND if stood is None else None


def form_0601_material(province: Organisation, year: int, *, as_of: date) -> Form0601Material:
    """LookupError of a year for which no form is made."""
    form = form_of(year) if unmade_of(province, year, on=as_of) is None else None
    stood = days_of(province, year, WHOLE_YEAR, Days.CALENDAR)
    if form is None or stood is None:
        raise LookupError(f"no form of {province} is made for {year}")
    bodies = bodies_of(province)
    names = {province.pk: province.name, **told_apart(Organisation.objects.filter(pk__in=bodies[1:]).sorted())}
    running = (
        Campaign.objects.launched()
        .running_in(stood)
        .filter(initiator_organisation__in=lineage_of(province.pk).union(bodies))
    )
    campaigns = list(running.order_by("pk").select_related("initiator_organisation"))
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
                CampaignLevel(one.level),
                one.initiator_organisation.kind in PROVINCIAL_KINDS,
                _term(one),
                CampaignForm(one.form) if one.form else None,
            )
            for one in campaigns
            if one.begun_on is not None and one.begun_on <= stood.last_day
        ),
        without_beginning=sum(one.begun_on is None and one.was_known_by(stood.last_day) for one in campaigns),
        declared=tuple(one for one in declared if one.measure is Measure.CAMPAIGNS),
    )


def _term(campaign: Campaign) -> Period:
    """From its launch where its first day is not stated."""
    during, begun = campaign.during, campaign.begun_on
    is_open = during.start is None and begun is not None and (during.end is None or begun < during.end)
    return Period(begun, during.end) if is_open else during
