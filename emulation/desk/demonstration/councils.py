"""Cần Thơ's Council: a sitting of last week concluded, with its decision to be issued; today's under way. Each deed by
the person whose task it is."""

from datetime import date, timedelta
from decimal import Decimal

from awards.councils.actions import establish_council, seat_member
from awards.councils.rules.terms import CouncilOffice
from awards.decisions.actions.decisions import begin_decision, take_dossiers
from awards.models import Council, Nomination, Sitting
from awards.nominations.rules.terms import NominationState
from awards.sittings.actions.attendance import Recorded, record_attendance
from awards.sittings.actions.ballots import cast_votes, count_votes, open_votes, prepare_ballots, set_passphrases
from awards.sittings.actions.sittings import conclude_sitting, convene, open_sitting, put_on_agenda, show_dossier
from awards.sittings.models.results import results_of, seen_as
from awards.sittings.rules.terms import Attendance
from emulation.core.models import User
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import PASSWORD, SINCE
from emulation.desk.demonstration.dossiers import CITY_OF_UNITS, Desks, make_dossier
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.shown_dossiers import DossierShown

SECRETARY = "cantho.thuky"
CHAIR = "cantho.duyet"
SEATED = (
    (CHAIR, CouncilOffice.CHAIR, "Chủ tịch Ủy ban nhân dân thành phố"),
    (SECRETARY, CouncilOffice.SECRETARY, "Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ"),
    ("cantho.noivu.duyet", CouncilOffice.STANDING, "Giám đốc Sở Nội vụ"),
    ("cantho.taichinh.duyet", CouncilOffice.MEMBER, "Giám đốc Sở Tài chính"),
)
WITHOUT_ACCOUNT = "Ủy viên trình diễn Mặt trận"
TELLERS = ("cantho.noivu.duyet", "cantho.taichinh.duyet")
DECIDED = ("Phòng Hành chính tư pháp Minh Họa", "Phòng Bổ trợ tư pháp Minh Họa")
BASIS = "Quyết định 15/QĐ-UBND ngày 10/01/2022; Quy chế làm việc của Hội đồng (trình diễn)"
PLACE = "Phòng họp số 2, trụ sở Ủy ban nhân dân thành phố"
AGO = 5


def load_councils(day: date) -> None:
    """Nothing where a Council is recorded, or the block's people are not there."""
    people = Desks(day)
    if Council.objects.exists() or not all(people.has(name) for name, _office, _position in SEATED):
        return
    council = _council(people, day)
    for name in DECIDED:
        make_dossier(DossierShown("cantho.tuphap", "BK_TINH", name, NominationState.COUNCIL, begun=40), people, day)
    with on_the_day(day - timedelta(days=AGO)) as sat:
        sitting = _opened(council, people, sat, list(Nomination.objects.filter(name__in=DECIDED)))
        _vote(sitting, people)
    _draft_decision(people, day)
    waiting = Nomination.objects.filter(holder=council.body, state=NominationState.COUNCIL).exclude(name__in=DECIDED)
    if waiting.exists():
        sitting = _opened(council, people, day, list(waiting))
        show_dossier(sitting, sitting.items.first(), actor=people.actor(SECRETARY))


def _council(people: Desks, day: date) -> Council:
    secretary = people.actor(SECRETARY)
    council = establish_council(
        people.body(CITY_OF_UNITS), quorum_share=Decimal("66.67"), basis=BASIS, on=day, actor=secretary
    )
    users = {one.username: one for one in User.objects.all()}
    said = {"during": SINCE, "legal_basis": BASIS, "on": day, "actor": secretary}
    for name, office, position in SEATED:
        seat_member(council, office=office, user=users[name], name="", position=position, **said)
    seat_member(
        council,
        office=CouncilOffice.MEMBER,
        user=None,
        name=WITHOUT_ACCOUNT,
        position="Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
        **said | {"during": Period(SINCE.start)},
    )
    return council


def _opened(council: Council, people: Desks, sat: date, dossiers: list[Nomination]) -> Sitting:
    secretary = people.actor(SECRETARY)
    sitting = convene(council, held_on=sat, place=PLACE, actor=secretary)
    put_on_agenda(sitting, dossiers, actor=secretary)
    there = {
        one.pk: Recorded(Attendance.PRESENT if one.user_id else Attendance.ABSENT, "" if one.user_id else "Đi công tác")
        for one in sitting.seats.all()
    }
    record_attendance(sitting, there, presides=sitting.presides_id, secretary=sitting.secretary_id, actor=secretary)
    return open_sitting(sitting, actor=secretary)


def _vote(sitting: Sitting, people: Desks) -> None:
    secretary, tellers = people.actor(SECRETARY), [people.actor(name) for name in TELLERS]
    accounts = [User.objects.get(username=name) for name in TELLERS]
    prepare_ballots(sitting, first_teller=accounts[0], second_teller=accounts[1], actor=secretary)
    phrases = (f"{PASSWORD}-mot", f"{PASSWORD}-hai")
    for teller, phrase in zip(tellers, phrases, strict=True):
        set_passphrases(sitting, passphrase=phrase, actor=teller)
    open_votes(sitting, actor=secretary)
    for name, _office, _position in SEATED:
        voter = people.actor(name)
        seat = sitting.seats.get(user=voter.user_id)
        cast_votes(seat, dict.fromkeys(sitting.items.values_list("pk", flat=True), True), actor=voter)
    count_votes(sitting, passphrases=phrases, actor=tellers[0])
    conclude_sitting(
        sitting,
        seen=seen_as(results_of(sitting)),
        conclusion="Hội đồng thống nhất trình Chủ tịch Ủy ban nhân dân thành phố quyết định khen thưởng.",
        actor=secretary,
    )


def _draft_decision(people: Desks, day: date) -> None:
    officer = people.actor(CITY_OF_UNITS)
    decision = begin_decision(
        people.body(CITY_OF_UNITS),
        subject="Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố",
        bases="Theo đề nghị của Giám đốc Sở Nội vụ",
        actor=officer,
    )
    take_dossiers(decision, Nomination.objects.filter(name__in=DECIDED), actor=officer)
