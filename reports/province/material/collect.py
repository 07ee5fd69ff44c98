"""Asks for everything a report of a province says of six months or of a whole year; freezes it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from awards.catalogue.rules.terms import ProvinceKind
from awards.models import Honour, ReportLine
from awards.register.rules.register import WITH_UNITS
from clusters.conferences.rules.periods import belongs_to
from clusters.conferences.rules.terms import ConferenceKind
from clusters.membership.rules.half_years import Days, span
from clusters.models import Organisation, OrganisationKind, ProvinceConference
from clusters.organisations.models.lineage import lineage_of
from clusters.organisations.models.names import told_apart
from emulation.core.period import Period
from reports.document.rules.issuer import Issuer, Paper
from reports.followed.material import Followed, followed_in, given_by_themselves
from reports.province.material.central import CentralSeat, central_seats
from reports.province.material.kept import KeptCluster, kept_clusters
from reports.runs.models.issuers import issuer_of
from reports.runs.models.passage import Passage
from reports.runs.models.provinces import bodies_of, days_of
from reports.runs.models.subject import ProvinceYear
from reports.six_month.material.declared import declared_figures
from reports.six_month.rules import CountedHonours, DeclaredFigure, Tally


@dataclass(frozen=True)
class OwnConference:
    """One that the province held by itself. `signs_year` is always None: it signs no pact."""

    kind: ConferenceKind
    subject: str
    year: int
    held_on: date
    place: str
    people: int | None
    chair: str
    conclusion: str
    signs_year: int | None = None


@dataclass(frozen=True)
class ProvinceMaterial:
    """`province`: its id; `official_name` with its kind in front. `period`: the days counted, on which it existed;
    `whole`: the same without regard to that. `lines` are (code, printed name) in their order. `units`: {id: name} of
    those beneath it to which the register gives an honour of the period, by name; `beneath`: how many there are in all.
    `before` counts the same period of the year before, `had_before`: whether the province existed in it."""

    issuer: Issuer
    province: int
    name: str
    official_name: str
    code: str
    province_kind: ProvinceKind
    year: int
    half: int
    whole: Period
    period: Period
    as_of: date
    lines: tuple[tuple[str, str], ...]
    units: Mapping[int, str]
    beneath: int
    counted: CountedHonours
    before: CountedHonours = CountedHonours(())
    had_before: bool = True
    declared: tuple[DeclaredFigure, ...] = ()
    days: Days = Days.CALENDAR
    seats: tuple[CentralSeat, ...] = ()
    kept: tuple[KeptCluster, ...] = ()
    conferences: tuple[OwnConference, ...] = ()
    followed: Followed = Followed()
    passages: Mapping[str, str] = field(default_factory=dict)

    @property
    def today(self) -> None:
        """Such a report is by the units of the time only."""
        return None

    @property
    def register_filters(self) -> Mapping[str, str | int]:
        return {"don-vi": self.province} | ({"truc-thuoc": WITH_UNITS} if self.units else {})


def collect(subject: ProvinceYear, half: int, *, as_of: date, days: Days = Days.CALENDAR) -> ProvinceMaterial:
    """The same questions whatever the number of units, honours, clusters and members. LookupError where the province
    did not exist in the period."""
    province, year = subject.province, subject.year
    during = days_of(province, year, half, days)
    if during is None:
        raise LookupError(f"{province} did not exist in this period")
    before = days_of(province, year - 1, half, days)
    bodies, line = bodies_of(province), lineage_of(province.pk)
    kind = ProvinceKind.CITY if province.kind == OrganisationKind.CITY else ProvinceKind.PROVINCE
    counted = _counted(bodies, during)
    awarded = counted.by("organisation")
    names = {province.pk: province.name, **told_apart(Organisation.objects.filter(pk__in=bodies[1:]).sorted())}
    return ProvinceMaterial(
        issuer=issuer_of(Paper.REPORT, on=as_of, organisation=province),
        province=province.pk,
        name=province.name,
        official_name=province.official_name,
        code=province.code,
        province_kind=kind,
        year=year,
        half=half,
        whole=span(year, half, days),
        period=during,
        as_of=as_of,
        lines=tuple((line.code, line.name_for(kind)) for line in ReportLine.objects.all()),
        units={pk: name for pk, name in names.items() if pk != province.pk and pk in awarded},
        beneath=len(bodies) - 1,
        counted=counted,
        before=CountedHonours(()) if before is None else _counted(bodies, before),
        had_before=before is not None,
        declared=declared_figures(year, half, days, names=names, kind=kind, counted=counted),
        days=days,
        seats=central_seats(province, year, half),
        kept=kept_clusters(province, year, half, during, as_of=as_of),
        conferences=tuple(_conferences(province, year, half, during)),
        followed=followed_in(names, during=during, of_tasks=_tasks_of(line), as_of=as_of, keepers=line),
        passages=dict(Passage.objects.of_half(subject, half).written().values_list("place", "text")),
    )


def _tasks_of(line: Collection[int]) -> Q:
    """Those that the province gave or asked itself, and those that it owes, it or what it came from."""
    return given_by_themselves(line) | Q(assignments__organisation__in=line)


def _counted(bodies: list[int], during: Period) -> CountedHonours:
    rows = (
        Honour.objects.in_force()
        .decided_during(during)
        .of_organisations(bodies)
        .order_by()
        .values_list(
            "organisation_id", "award__report_line__code", "award__level", "subject_kind", "way", "target_group"
        )
        .annotate(Count("pk"))
    )
    return CountedHonours.of(Tally(*row) for row in rows)


def _conferences(province: Organisation, year: int, half: int, during: Period):
    for one in ProvinceConference.objects.standing().filter(organisation=province, year__in=(year - 1, year)):
        kind = ConferenceKind(one.kind)
        if belongs_to(year, half, during, kind=kind, of=one.year, signs=None, held_on=one.held_on):
            yield OwnConference(
                kind, one.subject, one.year, one.held_on, one.place, one.people, one.chair, one.conclusion
            )
