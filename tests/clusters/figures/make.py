"""Builders of half-year figures, and a city's three people. What is not said is harmless."""

from dataclasses import dataclass
from itertools import count

from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.reading import read_figure
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart, ValueKind
from clusters.models import ClusterYear, Figure, FigureSheet, Indicator, Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor, Role
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY, EVER

_numbers = count(1)


def make_indicator(
    *,
    name=None,
    unit="",
    value_kind=ValueKind.WHOLE,
    direction=Direction.HIGHER,
    derivation=Derivation.SUM,
    weighted_by=None,
    declared=False,
    cluster=None,
    during=EVER,
) -> Indicator:
    number = next(_numbers)
    return Indicator.objects.create(
        code=f"thu-{number}",
        name=f"Chỉ tiêu thử {number}" if name is None else name,
        unit=unit,
        value_kind=value_kind,
        direction=direction,
        derivation=derivation,
        weighted_by=weighted_by,
        declared=declared,
        cluster=cluster,
        during=during,
        position=number,
    )


def make_figure(*, cluster_year, organisation, indicator=None, half=1, value="73", note="") -> Figure:
    """In the office's sheet of that half-year, which is made when there is none."""
    indicator = indicator or make_indicator()
    sheet, _made = FigureSheet.objects.get_or_create(cluster_year=cluster_year, organisation=organisation, half=half)
    reading = read_figure(FigurePart.VALUE, value, kind=ValueKind(indicator.value_kind), unit=indicator.unit)
    return Figure.objects.create(sheet=sheet, indicator=indicator, value_text=value, value=reading.quantity, note=note)


def in_state(sheet: FigureSheet, state: SheetState) -> FigureSheet:
    """Without walking there: for tests of what happens next."""
    FigureSheet.objects.filter(pk=sheet.pk).update(state=state)
    sheet.refresh_from_db()
    return sheet


@dataclass(frozen=True)
class City:
    """A member with one officer and one approver."""

    organisation: Organisation
    officer: Actor
    approver: Actor


def make_city(*, cluster_year: ClusterYear, name=None, is_head=False) -> City:
    """Member for ever; head of the whole year when `is_head`. Actors are of `DAY`."""
    organisation = make_organisation(name=name)
    make_membership(cluster=cluster_year.cluster, organisation=organisation)
    if is_head:
        make_post(cluster_year=cluster_year, organisation=organisation)
    actors = []
    for role in (Role.OFFICER, Role.APPROVER):
        user = make_user()
        make_mandate(user=user, organisation=organisation, role=role)
        actors.append(actor_of(user, on=DAY))
    return City(organisation, *actors)


def make_two_cities() -> tuple[ClusterYear, City, City]:
    """(a year of 2023, its head, another member)"""
    cluster_year = make_cluster_year()
    return cluster_year, make_city(cluster_year=cluster_year, is_head=True), make_city(cluster_year=cluster_year)
