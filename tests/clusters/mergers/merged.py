"""A cluster of the first half of 2025 of which two members merged on 01/07/2025, with a third that sat elsewhere."""

from dataclasses import dataclass
from datetime import date

from clusters.figures.rules.terms import SheetState
from clusters.models import ClusterYear, FigureSheet, Indicator, Organisation, OrganisationKind
from emulation.core.actor import Role
from emulation.core.models import User
from tests.clusters.figures.make import in_state, make_figure
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import BEFORE_MERGER, MERGER, SINCE_MERGER

YEAR, TODAY = 2025, date(2026, 7, 10)
BASIS = "Nghị quyết thử 202"


@dataclass(frozen=True)
class MergedYear:
    """`north` and `south` merged with `old_city`, which is no member, into `new_city`; `alone` is unchanged and heads."""

    cluster_year: ClusterYear
    alone: Organisation
    north: Organisation
    south: Organisation
    old_city: Organisation
    new_city: Organisation
    officer: User
    approver: User


def make_merged_year(*, year=YEAR, city="Mẫu Thành", alone="Thử Một Mình") -> MergedYear:
    cluster = make_cluster(name="Cụm thi đua có sáp nhập")
    north, south = (make_organisation(name=name, during=BEFORE_MERGER) for name in ("Mẫu Bắc", "Mẫu Nam"))
    unchanged = make_organisation(name=alone)
    old_city = make_organisation(name=city, kind=OrganisationKind.CITY, during=BEFORE_MERGER)
    new_city = make_organisation(name=city, kind=OrganisationKind.CITY, during=SINCE_MERGER)
    for old in (old_city, north, south):
        make_succession(predecessor=old, successor=new_city, day=MERGER, legal_basis=BASIS)
    make_membership(cluster=cluster, organisation=unchanged)
    for old in (north, south):
        make_membership(cluster=cluster, organisation=old, during=BEFORE_MERGER)
    cluster_year = make_cluster_year(cluster=cluster, year=year)
    make_post(cluster_year=cluster_year, organisation=unchanged)
    people = []
    for role in (Role.OFFICER, Role.APPROVER):
        people.append(make_user())
        make_mandate(user=people[-1], organisation=unchanged, role=role)
    return MergedYear(cluster_year, unchanged, north, south, old_city, new_city, *people)


def make_accepted(merged: MergedYear, indicator: Indicator, figures: dict[Organisation, str], *, shares=None) -> None:
    """{member: what it wrote}, accepted by the head. `shares`: {member: share of the annual plan}."""
    sheets = FigureSheet.objects.of_half(merged.cluster_year, 1)
    for member, value in figures.items():
        sheets.filter(organisation=member).update(state=SheetState.DRAFT)
        figure = make_figure(cluster_year=merged.cluster_year, organisation=member, indicator=indicator, value=value)
        figure.plan_share_text = (shares or {}).get(member, "")
        figure.save(update_fields=["plan_share_text"])
        in_state(figure.sheet, SheetState.ACCEPTED)
