"""The rows beneath `expected.py`: a city with its units, its central cluster, its blocks, its own conferences."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from awards.catalogue.rules.terms import SubjectKind
from awards.models import Award
from awards.register.rules.terms import HonourStatus
from awards.totals.rules.terms import TotalSubject
from clusters.conferences.rules.terms import ConferenceKind
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, Direction, TargetKind, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import (
    ClusterKind,
    ClusterLevel,
    ClusterYear,
    Figure,
    FigureSheet,
    Indicator,
    Organisation,
    OrganisationKind,
    Pact,
    PactTarget,
    ProvinceConference,
    ScoringRound,
    YearPlace,
    YearResult,
)
from clusters.pacts.rules.terms import PactState, TargetOrigin
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.scores.rules.terms import RoundState
from emulation.core import clock
from emulation.core.quantity import parse_quantity
from reports.models import Passage
from reports.runs.models.subject import ProvinceYear
from tests.awards.register.make import make_honour
from tests.awards.totals.make import make_source, make_total
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.results.make import make_year_result

YEAR = 2023
DAY = date(YEAR + 1, 3, 1)
UNITS = "STUVW"
FIGURES = {
    (YEAR, WHOLE_YEAR): ("8,5%", "9.000 tỷ đồng"),
    (YEAR, 1): ("6%", "5.000 tỷ đồng"),
    (YEAR - 1, WHOLE_YEAR): ("7,2%", "8.000 tỷ đồng"),
}


@dataclass
class ProvinceWorld:
    province: Organisation
    units: dict[str, Organisation]
    neighbour: Organisation
    seat: ClusterYear
    growth: Indicator
    revenue: Indicator
    poor: Indicator

    @property
    def subject(self) -> ProvinceYear:
        return ProvinceYear(self.province, YEAR)


def make_bare_province() -> ProvinceWorld:
    """The bodies, the central cluster's year and what it asks for: nobody has reported, signed or been awarded."""
    Indicator.objects.all().delete()
    province = make_organisation(name="Thành Thử", kind=OrganisationKind.CITY)
    units = {
        letter: make_organisation(name=f"Sở Thử {letter}", kind=OrganisationKind.UNIT, parent=province)
        for letter in UNITS
    }
    cluster = make_cluster(name="Cụm thi đua Trung ương thử")
    others = [make_organisation(name=f"Tỉnh Bên {number}") for number in range(3)]
    for body in (province, *others):
        make_membership(cluster=cluster, organisation=body)
    return ProvinceWorld(
        province,
        units,
        others[0],
        make_cluster_year(cluster=cluster, year=YEAR),
        growth=make_indicator(
            name="Tốc độ tăng GRDP", unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND
        ),
        revenue=make_indicator(name="Thu ngân sách nhà nước", unit="tỷ đồng", value_kind=ValueKind.DECIMAL),
        poor=make_indicator(
            name="Tỷ lệ hộ nghèo",
            unit="%",
            value_kind=ValueKind.PERCENT,
            direction=Direction.LOWER,
            derivation=Derivation.COMMON_BOUND,
        ),
    )


def make_province(*, but=()) -> ProvinceWorld:
    """`but`: parts that are not laid."""
    world = make_bare_province()
    parts = {
        "honours": _honours,
        "year_before": _honours_of_the_year_before,
        "declared": _declared,
        "figures": _figures,
        "before": _figures_before,
        "pact": _pact,
        "result": _result,
        "kept": _kept,
        "conference": _conferences,
        "text": _text,
    }
    for name, lay in parts.items():
        if name not in but:
            lay(world)
    return world


def _honours(world: ProvinceWorld) -> None:
    own, unit = world.province, world.units["S"]
    march = date(YEAR, 3, 15)
    make_honour(own, award="CSTDTQ", decision_date=march)
    for _ in range(2):
        make_honour(own, decision_date=date(YEAR, 10, 1), subject_kind=SubjectKind.COLLECTIVE)
    make_honour(unit, decision_date=date(YEAR, 5, 20), target_group="")
    make_honour(unit, award="CSTDCS", decision_date=date(YEAR, 6, 30))
    for _ in range(2):
        make_honour(unit, award="CSTDCS", decision_date=date(YEAR, 7, 1))
    make_honour(own, decision_date=date(YEAR + 1, 1, 1))
    stranger = make_organisation(name="Sở Bên", kind=OrganisationKind.UNIT, parent=world.neighbour)
    make_honour(stranger, decision_date=march)
    revoked = {"revoked_on": date(YEAR, 12, 1), "revocation_basis": "Quyết định thử"}
    make_honour(unit, decision_date=march, status=HonourStatus.REVOKED, **revoked)


def _honours_of_the_year_before(world: ProvinceWorld) -> None:
    earlier = {"achievement_year": YEAR - 2}
    make_honour(world.province, decision_date=date(YEAR - 1, 12, 31), **earlier)
    for _ in range(2):
        make_honour(world.units["S"], award="CSTDCS", decision_date=date(YEAR - 1, 5, 1), **earlier)


def _declared(world: ProvinceWorld) -> None:
    unit = world.units["T"]
    line = Award.objects.get(code="CSTDCS").report_line
    make_total(
        unit, report_line=line, subject=TotalSubject.TOGETHER, count=40, source=make_source(unit, number="9/BC-SOT")
    )


def _figures(world: ProvinceWorld) -> None:
    for half in (WHOLE_YEAR, 1):
        _report(world, world.seat, half, FIGURES[YEAR, half], plan_share="" if half == WHOLE_YEAR else "75%")


def _figures_before(world: ProvinceWorld) -> None:
    earlier = make_cluster_year(cluster=world.seat.cluster, year=YEAR - 1)
    _report(world, earlier, WHOLE_YEAR, FIGURES[YEAR - 1, WHOLE_YEAR])


def _report(world: ProvinceWorld, year: ClusterYear, half: int, values, *, plan_share="") -> None:
    """`plan_share`: of the growth."""
    for indicator, value in zip((world.growth, world.revenue), values, strict=True):
        figure = make_figure(
            cluster_year=year, organisation=world.province, indicator=indicator, half=half, value=value
        )
    if plan_share:
        share = parse_quantity(plan_share, unit="%")
        growth = Figure.objects.filter(sheet=figure.sheet, indicator=world.growth)
        growth.update(plan_share_text=plan_share, plan_share=share)
    in_state(figure.sheet, SheetState.APPROVED)


def _pact(world: ProvinceWorld) -> None:
    pact = Pact.objects.create(cluster_year=world.seat, number=0)
    for indicator, kind, text in (
        (world.growth, TargetKind.EXACT, "8%"),
        (world.revenue, TargetKind.AMOUNT, "9.500 tỷ đồng"),
        (world.poor, TargetKind.AT_MOST, "không quá 1%"),
    ):
        PactTarget.objects.create(
            pact=pact,
            organisation=world.province,
            indicator=indicator,
            kind=kind,
            origin=TargetOrigin.OWN,
            text=text,
            value=parse_quantity(text, unit=indicator.unit),
        )
    _put(pact, PactState.IN_FORCE)


def _put(pact: Pact, state: PactState) -> None:
    since = datetime(YEAR, 3, 5, 3, tzinfo=UTC) if state == PactState.IN_FORCE else None
    Pact.objects.filter(pk=pact.pk).update(state=state, checksum="0" * 64, frozen_at=since)


def _result(world: ProvinceWorld) -> None:
    first, *others = Organisation.objects.filter(memberships__cluster=world.seat.cluster).exclude(pk=world.province.pk)
    result = YearResult.objects.create(cluster_year=world.seat, minutes="Biên bản thử")
    for rank, (body, points, votes) in enumerate(
        ((first, 50, 3), (world.province, 35, 1), *((other, 20 - at, 0) for at, other in enumerate(others))), 1
    ):
        YearPlace.objects.create(
            result=result,
            organisation=body,
            points=Decimal(points),
            rank=rank,
            votes_for=votes,
            is_acclaimed=rank == 1,
        )
    result.proposals.create(organisation=world.province, award=ProposedAward.PRIME_MINISTER_CERTIFICATE)
    YearResult.objects.filter(pk=result.pk).update(
        state="frozen", checksum="0" * 64, frozen_at=clock.now(), frozen_by_name="Lãnh Đạo Thử"
    )


def _kept(world: ProvinceWorld) -> None:
    units = world.units
    of_a, of_b, of_c = ([units[letter] for letter in letters] for letters in ("ST", "UV", "W"))
    year = _block(world, "Khối A", of_a)
    _put(Pact.objects.create(cluster_year=year, number=0), PactState.IN_FORCE)
    for body, half in ((of_a[0], 1), (of_a[0], WHOLE_YEAR), (of_a[1], WHOLE_YEAR)):
        _sheet(year, body, half, SheetState.ACCEPTED)
    _sheet(year, of_a[1], 1, SheetState.DRAFT)
    ScoringRound.objects.create(cluster_year=year, state=RoundState.FROZEN, cross_scorers=0, seed="thu")
    make_year_result(cluster_year=year, places=[(of_a[0], 50), (of_a[1], 40)], acclaimed=of_a[0])
    year = _block(world, "Khối B", of_b)
    _put(Pact.objects.create(cluster_year=year, number=0), PactState.SIGNING)
    _sheet(year, of_b[0], WHOLE_YEAR, SheetState.SUBMITTED)
    ScoringRound.objects.create(cluster_year=year, state=RoundState.SELF, cross_scorers=0, seed="thu")
    cluster = make_cluster(name="Cụm C", owner=world.province, level=ClusterLevel.PROVINCE)
    make_membership(cluster=cluster, organisation=of_c[0])


def _block(world: ProvinceWorld, name: str, members: list[Organisation]) -> ClusterYear:
    block = make_cluster(name=name, owner=world.province, level=ClusterLevel.PROVINCE, kind=ClusterKind.KHOI)
    for body in members:
        make_membership(cluster=block, organisation=body)
    year = make_cluster_year(cluster=block, year=YEAR)
    make_post(cluster_year=year, organisation=members[0])
    return year


def _sheet(year: ClusterYear, body: Organisation, half: int, state: SheetState) -> None:
    FigureSheet.objects.create(cluster_year=year, organisation=body, half=half, state=state)


def _conferences(world: ProvinceWorld) -> None:
    for kind, held_on, people in (
        (ConferenceKind.MID_YEAR, date(YEAR, 7, 15), 120),
        (ConferenceKind.YEAR_END, date(YEAR + 1, 2, 20), 250),
    ):
        ProvinceConference.objects.create(
            organisation=world.province,
            year=YEAR,
            kind=kind,
            held_on=held_on,
            place="Nơi Thử",
            people=people,
            chair="Chủ tịch UBND thành phố",
            conclusion=f"Kết luận {kind.value}.",
        )


def _text(world: ProvinceWorld) -> None:
    for half in (1, WHOLE_YEAR):
        for place, text in (
            ("situation", "Tình hình năm thử."),
            ("problems", "Còn hạn chế thử."),
            ("tasks", "- Nhiệm vụ thử\n- Nhiệm vụ nữa"),
        ):
            Passage.objects.create(
                province=world.province, year=YEAR, half=half, place=place, text=text, changed_at=clock.real_now()
            )
