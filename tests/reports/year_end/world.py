"""The rows beneath `expected.py`: a year of four members that ended in a frozen result, the next pact signed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from awards.catalogue.rules.terms import SubjectKind
from clusters.conferences.rules.terms import ConferenceKind, ConferenceState
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, Direction, TargetKind, ValueKind
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.models import (
    Activity,
    Attendance,
    ClusterYear,
    Conference,
    FigureSheet,
    Indicator,
    Pact,
    PactTarget,
    YearResult,
)
from clusters.pacts.rules.terms import PactState, TargetOrigin
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.actions.freezing import freeze_result
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core import clock
from emulation.core.quantity import parse_quantity
from reports.models import Passage
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.results.make import OFFICE, voted
from tests.clusters.scores.make import ScoringWorld, give, make_scoring, move_to

YEAR = 2023
DAY = date(YEAR + 1, 3, 1)
LETTERS = "ABCD"
SELF = {"A": (20, 10, 10, 10, 4, 0), "B": (18, 8, 9, 9, 0, 0), "C": (15, 7, 8, 8, 2, 0)}
FINAL = {
    "A": (18, 9, 10, 9, 4, 0),
    "B": (16, 8, 8, 8, 0, 5),
    "C": (12, 6, 7, 7, 2, 0),
    "D": (10, 0, 0, 0, 0, 0),
}


@dataclass
class YearWorld:
    scored: ScoringWorld
    growth: Indicator
    revenue: Indicator
    poor: Indicator

    @property
    def year(self) -> ClusterYear:
        return self.scored.year

    def member(self, letter: str):
        return self.scored.cities[LETTERS.index(letter)].organisation

    def name(self, letter: str) -> str:
        return self.member(letter).name


def make_bare_year() -> YearWorld:
    """Four members, a regulation, a scoring not begun; indicators that nobody has reported on."""
    Indicator.objects.all().delete()
    scored = make_scoring(state=RoundState.SELF, members=4, more=2)
    Indicator.objects.filter(pk=scored.indicator.pk).update(name="Tốc độ tăng GRDP")
    scored.indicator.refresh_from_db()
    return YearWorld(
        scored,
        growth=scored.indicator,
        revenue=make_indicator(name="Thu ngân sách nhà nước", unit="tỷ đồng", value_kind=ValueKind.DECIMAL),
        poor=make_indicator(
            name="Tỷ lệ hộ nghèo",
            unit="%",
            value_kind=ValueKind.PERCENT,
            direction=Direction.LOWER,
            derivation=Derivation.COMMON_BOUND,
        ),
    )


def make_whole_year(*, but=()) -> YearWorld:
    """`but`: parts that are not laid: honours, figures, before, pact, points, result, meeting, text, coming."""
    world = make_bare_year()
    earlier = make_cluster_year(cluster=world.year.cluster, year=YEAR - 1)
    later = make_cluster_year(cluster=world.year.cluster, year=YEAR + 1)
    parts = {
        "honours": lambda: _honours(world),
        "before": lambda: _figures_before(world, earlier),
        "figures": lambda: _figures(world),
        "pact": lambda: _pact(world),
        "points": lambda: _points(world),
        "result": lambda: _result(world),
        "meeting": lambda: _meeting(world, later),
        "coming": lambda: _in_force(Pact.objects.create(cluster_year=later, number=0), YEAR + 1),
        "text": lambda: _text(world),
    }
    for name, lay in parts.items():
        if name not in but:
            lay()
    return world


def _text(world):
    for place, text in (
        ("situation", "Tình hình năm thử."),
        ("problems", "Còn hạn chế thử."),
        ("tasks", "- Nhiệm vụ thử\n- Nhiệm vụ nữa"),
    ):
        Passage.objects.create(
            cluster_year=world.year, half=WHOLE_YEAR, place=place, text=text, changed_at=clock.real_now()
        )


def _honours(world):
    march, october = date(YEAR, 3, 15), date(YEAR, 10, 1)
    make_honour(world.member("A"), decision_date=march)
    make_honour(world.member("A"), decision_date=october)
    make_honour(world.member("A"), decision_date=date(YEAR, 12, 31), subject_kind=SubjectKind.COLLECTIVE)
    make_honour(world.member("A"), decision_date=date(YEAR + 1, 1, 1))
    for letter, number in (("B", 2),):
        for _ in range(number):
            make_honour(world.member(letter), decision_date=october)
    for letter in "AAB":
        make_honour(world.member(letter), decision_date=date(YEAR - 1, 5, 1), achievement_year=YEAR - 2)


def report_figures(year, world, revenue):
    """`revenue`: {letter: as written}, all of it accepted."""
    for letter, value in revenue.items():
        _figure(year, world.member(letter), world.revenue, value)
    _accept_all()


def _figures_before(world, earlier):
    given = {"A": "11.000", "B": "8.000", "C": "5.000", "D": "1.000"}
    report_figures(earlier, world, {letter: f"{value} tỷ đồng" for letter, value in given.items()})


def _figures(world):
    reported = {
        "A": ("8,5%", "12.000 tỷ đồng", "1,2%"),
        "B": ("trên 7%", "8.500 tỷ đồng", "2%"),
        "C": ("6%", "5.250 tỷ đồng", "3%"),
    }
    for letter, values in reported.items():
        for indicator, value in zip((world.growth, world.revenue, world.poor), values, strict=True):
            _figure(world.year, world.member(letter), indicator, value)
    _accept_all()


def _accept_all():
    for sheet in FigureSheet.objects.filter(half=WHOLE_YEAR):
        in_state(sheet, SheetState.ACCEPTED)


def _figure(year, member, indicator, value):
    make_figure(cluster_year=year, organisation=member, indicator=indicator, half=WHOLE_YEAR, value=value)


def _pact(world):
    pact = Pact.objects.create(cluster_year=world.year, number=0)
    for indicator, letter, kind, text in (
        (world.growth, "A", TargetKind.EXACT, "8%"),
        (world.growth, "B", TargetKind.EXACT, "8%"),
        (world.growth, "C", TargetKind.EXACT, "7%"),
        (world.growth, "D", TargetKind.EXACT, "8%"),
        (world.revenue, "A", TargetKind.AMOUNT, "11.500 tỷ đồng"),
        (world.revenue, "B", TargetKind.AMOUNT, "9.000 tỷ đồng"),
        (world.poor, "A", TargetKind.AT_MOST, "không quá 1,5%"),
        (world.poor, "B", TargetKind.AT_MOST, "không quá 1,5%"),
        (world.poor, "C", TargetKind.AT_MOST, "không quá 3%"),
    ):
        PactTarget.objects.create(
            pact=pact,
            organisation=world.member(letter),
            indicator=indicator,
            kind=kind,
            origin=TargetOrigin.OWN,
            text=text,
            value=parse_quantity(text, unit=indicator.unit),
        )
    _in_force(pact, YEAR)


def _in_force(pact, year):
    since = datetime(year, 3, 5, 3, tzinfo=UTC)
    Pact.objects.filter(pk=pact.pk).update(state=PactState.IN_FORCE, checksum="0" * 64, frozen_at=since)


def _points(world):
    cities = dict(zip(LETTERS, world.scored.cities, strict=True))
    lines = world.scored.lines
    for letter, points in SELF.items():
        city = cities[letter]
        for line, given in zip(lines, points, strict=True):
            give(world.scored, ScoreKind.SELF, scored=city, scorer=city, points=given, lines=[line])
    move_to(world.scored, RoundState.FINAL)
    for letter, points in FINAL.items():
        for line, given in zip(lines, points, strict=True):
            give(world.scored, ScoreKind.FINAL, scored=cities[letter], scorer=None, points=given, lines=[line])
    move_to(world.scored, RoundState.FROZEN)


def _result(world) -> YearResult:
    result = voted(world.scored, numbers=(3, 1, 0, 0), acclaimed=0, head=1, deputy=2)
    result.proposals.create(organisation=world.member("A"), award=ProposedAward.GOVERNMENT_FLAG)
    return freeze_result(result, office=OFFICE, actor=world.scored.head.approver)


def _meeting(world, later):
    conference = Conference.objects.create(
        cluster_year=world.year,
        signs_year=later,
        kind=ConferenceKind.YEAR_END,
        held_on=date(YEAR + 1, 2, 20),
        place="Nơi Thử",
        quorum=1,
        conclusion="Hội nghị thành công.",
    )
    for letter in LETTERS:
        there = {"is_present": True, "people": 2} if letter != "D" else {"is_present": False, "why_absent": "Bận"}
        Attendance.objects.create(conference=conference, organisation=world.member(letter), **there)
    Conference.objects.filter(pk=conference.pk).update(
        state=ConferenceState.CLOSED, checksum="0" * 64, closed_at=clock.real_now()
    )
    Activity.objects.create(
        cluster_year=world.year, kind="exchange", subject="Trao đổi thử", held_on=date(YEAR, 9, 9), place="Nơi Thử"
    )
