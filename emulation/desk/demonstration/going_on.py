"""What goes on in 2023 beside pact and figures: the cities' conference is planned; the block scores, sits and votes."""

from datetime import date, timedelta
from decimal import Decimal

from clusters.ballots.actions.ballots import open_voting, prepare
from clusters.ballots.actions.votes import set_passphrase
from clusters.conferences.actions.conferences import plan_conference, take_step
from clusters.conferences.actions.parts import record_attendance, set_item
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ConferenceKind
from clusters.models import ClusterYear, Conference, Organisation, ScoringRound
from clusters.scores.actions.scoring import open_scoring
from clusters.scores.rules.terms import ScoreKind
from emulation.core.ballot_flow import BallotWay
from emulation.core.models import User
from emulation.desk.demonstration import block
from emulation.desk.demonstration.closed_scores import give
from emulation.desk.demonstration.year import CLUSTER, HEAD, YEAR, People

IN_WEEKS = timedelta(weeks=4)
FIRST_GIVES = Decimal("0.95")
TELLERS = {"cantho.taichinh": "kiem phieu trinh dien mot", "cantho.tuphap": "kiem phieu trinh dien hai"}
CODES = {name: code for name, (code, _name) in block.UNITS.items()}
OFFICE = "Ủy ban nhân dân thành phố Cần Thơ"


def load_going_on(day: date) -> None:
    """Each where nothing of its kind is there, and its year is; in the block while its three departments stand."""
    cities = ClusterYear.objects.filter(cluster__code=CLUSTER, year=YEAR).first()
    if cities and not Conference.objects.filter(cluster_year=cities).exists():
        _plan(cities, day)
    year = ClusterYear.objects.filter(cluster__code=block.CODE, year=YEAR).first()
    if year is None:
        return
    people = People(day, block.HEAD)
    standing = {one.code: one for one in Organisation.objects.on(day).filter(code__in=CODES.values())}
    if len(standing) < len(CODES):
        return
    units = {name: standing[code] for name, code in CODES.items()}
    if not ScoringRound.objects.filter(cluster_year=year).exists():
        _score(year, units, people)
    if not Conference.objects.filter(cluster_year=year).exists():
        _vote(year, units, people, day)


def _plan(year: ClusterYear, day: date) -> None:
    """The review of six months, with its agenda."""
    officer = People(day, HEAD).officer(HEAD)
    conference = plan_conference(
        year,
        kind=ConferenceKind.MID_YEAR,
        subject="",
        held_on=day + IN_WEEKS,
        place="Cần Thơ",
        host=year.cluster.memberships.get(organisation__in=officer.own).organisation,
        quorum=4,
        chair="Phó Chủ tịch Ủy ban nhân dân thành phố Cần Thơ",
        secretary="Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ",
        signs_next=False,
        actor=officer,
    )
    for position, title in enumerate(("Báo cáo sơ kết 6 tháng đầu năm", "Trao đổi về phong trào của các thành phố"), 1):
        set_item(conference, None, title=title, presenter=OFFICE, conclusion="", position=position, actor=officer)


def _score(year: ClusterYear, units: dict[str, Organisation], people: People) -> None:
    """The head has scored itself, the others are to."""
    officer = people.officer(block.HEAD)
    scoring = open_scoring(year, actor=officer)
    own = units[block.HEAD]
    give(scoring, ScoreKind.SELF, own, {own.pk: FIRST_GIVES}, actor=officer)


def _vote(year: ClusterYear, units: dict[str, Organisation], people: People, day: date) -> None:
    """In session today with everybody there; the vote on whom to acclaim is open, nobody has voted."""
    officer = people.officer(block.HEAD)
    conference = plan_conference(
        year,
        kind=ConferenceKind.THEMATIC,
        subject="Bình xét thi đua đợt 1",
        held_on=day,
        place="Cần Thơ",
        host=units[block.HEAD],
        quorum=2,
        chair="Giám đốc Sở Nội vụ",
        secretary="Chuyên viên Sở Nội vụ",
        signs_next=False,
        actor=officer,
    )
    set_item(
        conference,
        None,
        title="Bỏ phiếu suy tôn",
        presenter="Sở Nội vụ",
        conclusion="",
        position=1,
        actor=officer,
    )
    there = {"is_present": True, "office": "Giám đốc", "people": 2, "why_absent": ""}
    record_attendance(conference, [{"organisation": unit, **there} for unit in units.values()], actor=officer)
    conference = take_step(conference, "open", actor=officer)
    accounts = {name: User.objects.get(username=name) for name in TELLERS}
    first, second = accounts.values()
    held = prepare(
        conference,
        purpose=BallotPurpose.ACCLAIM,
        way=BallotWay.SEALED,
        candidates=list(units.values()),
        first_teller=first,
        second_teller=second,
        actor=officer,
    )
    for name, passphrase in TELLERS.items():
        set_passphrase(held, passphrase=passphrase, actor=people.officer(name))
    open_voting(held, actor=officer)
