"""What a sitting must still have when it is opened, voted in and concluded; how a share of it is reckoned."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from awards.decisions.actions.decisions import issue_decision
from awards.models import Sitting
from awards.sittings.actions.attendance import Recorded, record_attendance
from awards.sittings.actions.ballots import enter_written_votes
from awards.sittings.actions.sittings import conclude_sitting, convene, open_sitting, put_on_agenda
from awards.sittings.models.results import results_of, seen_as
from awards.sittings.rules.terms import Attendance
from awards.sittings.rules.voting import quorum_of, votes_needed
from emulation.core.errors import Refusal
from reports.nomination.material import council_material
from reports.sitting.compose import compose
from reports.sitting.material import sitting_material
from tests.awards.decisions.make import drafted, said_by
from tests.awards.sittings.make import (
    FIRST,
    NAMES,
    SECOND,
    again,
    attended,
    before_the_council,
    concluded,
    convened,
    counted,
    in_session,
    make_room,
    vote,
    voting,
)
from tests.periods import DAY
from tests.reports.six_month.readings import texts_of


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room(db):
    return make_room()


@pytest.mark.parametrize(
    ("absent", "presides", "said"),
    [(NAMES[3:], True, "Mới ghi 3 thành viên có mặt; phải có ít nhất 4"), ((), False, "chủ trì")],
    ids=["quorum", "chair"],
)
def test_what_is_lost_while_votes_are_given_concludes_nothing(room, absent, presides, said):
    sitting = voting(room, in_session(room, before_the_council(room, "Phòng A")))
    for at in range(5):
        vote(room, sitting, at)
    attended(room, sitting, absent=absent)
    if not presides:
        there = {one.pk: Recorded(Attendance(one.attendance)) for one in sitting.seats.all()}
        record_attendance(sitting, there, presides=None, secretary=None, actor=room.secretary)
    sitting = counted(room, sitting)
    with pytest.raises(Refusal, match=said):
        conclude_sitting(sitting, seen=seen_as(results_of(sitting)), conclusion="", actor=room.secretary)


def test_the_attendance_follows_the_vote_that_was_opened(room):
    sitting = voting(room, in_session(room, before_the_council(room, "Phòng A"), absent=NAMES[1:2]))
    seats = {one.name: one.pk for one in sitting.seats.all()}

    def record(name, attendance, why=""):
        chosen = {"presides": sitting.presides_id, "secretary": sitting.secretary_id}
        record_attendance(sitting, {seats[name]: Recorded(attendance, why)}, **chosen, actor=room.secretary)

    for name, attendance, said in (
        (NAMES[1], Attendance.PRESENT, "Phó Chủ tịch Thử không được phát phiếu"),
        (NAMES[3], Attendance.ABSENT, "Ủy viên Một đã được phát phiếu. Ghi lý do"),
        (NAMES[3], Attendance.UNKNOWN, "Ủy viên Một đã được phát phiếu. Ghi lý do"),
    ):
        with pytest.raises(Refusal, match=said):
            record(name, attendance)
    for at in (0, 2, 3, 4):
        vote(room, sitting, at)
    record(NAMES[3], Attendance.ABSENT, "Về trước, sau khi bỏ phiếu")
    assert sitting.seats.get(name=NAMES[3]).why_absent == "Về trước, sau khi bỏ phiếu"
    told = " ".join(texts_of(compose(sitting_material(counted(room, sitting)))))
    assert "Có mặt 4/6 thành viên" in told
    assert "Có mặt khi bỏ phiếu, sau đó vắng: Về trước, sau khi bỏ phiếu" in str(compose(sitting_material(sitting)))
    late = before_the_council(room, "Phòng B")
    put_on_agenda(sitting, [late], actor=room.secretary)
    record(NAMES[1], Attendance.PRESENT)


def test_it_is_opened_on_its_day_and_not_before(room, settings):
    sitting = attended(room, convened(room, before_the_council(room, "Phòng A")))
    settings.DEMONSTRATION_DAY = DAY - timedelta(days=1)
    with pytest.raises(Refusal, match="triệu tập vào ngày 10/07/2023"):
        open_sitting(sitting, actor=room.secretary)
    settings.DEMONSTRATION_DAY = DAY + timedelta(days=1)
    opened = open_sitting(sitting, actor=room.secretary)
    assert (opened.is_open, opened.held_on) == (True, DAY + timedelta(days=1)), "it bears the day of its votes"


def test_votes_of_a_later_day_are_told_with_their_day_and_nothing_is_decided_before_them(room, settings):
    """However the day of the sitting stands in the database."""
    dossier = before_the_council(room, "Phòng A")
    early = convene(room.council, held_on=DAY - timedelta(days=1), place="Phòng họp", actor=room.secretary)
    with pytest.raises(Refusal, match="Phòng A: trình Hội đồng ngày 10/07/2023, sau ngày 09/07/2023"):
        put_on_agenda(early, [dossier], actor=room.secretary)
    sitting = concluded(room, dossier)
    Sitting.objects.filter(pk=sitting.pk).update(held_on=date(2023, 6, 1))
    told = " ".join(texts_of(compose(sitting_material(again(sitting)))))
    assert "ngày 10 tháng 7 năm 2023" in told
    assert "phút, ngày 01 tháng 6" not in told
    decision, said = drafted(room, dossier), said_by(room, day=date(2023, 6, 2), why="Hồ sơ vào sau")
    with pytest.raises(Refusal, match="trước phiên họp ngày 10/07/2023"):
        issue_decision(decision, said, actor=room.offices.city.approver)
    officer = room.offices.city.officer
    assert council_material(dossier, actor=officer, on=DAY).vote.day == DAY


def test_a_member_without_account_is_kept_from_the_own_dossier_by_name(room):
    """Whose paper vote the tellers enter: none on it, and it is told how many were out."""
    own = before_the_council(room, "Ủy viên  không tài khoản", kind="individual")
    of_a_group = before_the_council(room, "Ủy viên Không tài khoản")
    sitting = voting(room, in_session(room, own, of_a_group, written=("Ủy viên Không tài khoản",)))
    told = {str(one): (one.ballot.kept_out, one.ballot.ballot.voters.count()) for one in sitting.items.with_names()}
    assert sorted(told.values()) == [(0, 6), (1, 5)]
    assert told[str(own)] == (1, 5)
    seat, said = sitting.seats.get(user=None), dict.fromkeys(sitting.items.values_list("pk", flat=True), True)
    assert len(enter_written_votes(seat, said, passphrases=(FIRST, SECOND), actor=room.members[3])) == 1


@pytest.mark.parametrize(
    ("of", "share", "needed"),
    [
        (3, "66.67", 2),
        (6, "66.67", 4),
        (9, "66.67", 6),
        (10, "66.67", 7),
        (6, "33.33", 2),
        (7, "50", 4),
        (300, "90", 270),
        (299, "90", 270),
        (300, "66.67", 200),
        (300, "100", 300),
        (3, "0.01", 1),
    ],
)
def test_a_share_of_two_decimals_is_reached_by_what_rounds_to_it(of, share, needed):
    """66,67 per cent stands for two thirds."""
    assert (votes_needed(of, Decimal(share)), quorum_of(of, Decimal(share))) == (needed, needed)
