"""A Council asked in writing, without a meeting: only where a provision lets it, until a day, as secret as any vote."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from awards.decisions.actions.decisions import issue_decision
from awards.models import Sitting, SittingItem
from awards.procedures.actions.change import take_verification_back
from awards.sittings.actions.attendance import Recorded, record_attendance
from awards.sittings.actions.ballots import enter_written_votes
from awards.sittings.actions.sittings import (
    ask_in_writing,
    conclude_sitting,
    open_sitting,
    prolong_votes,
    put_on_agenda,
    show_dossier,
)
from awards.sittings.models.results import results_of, seen_as
from awards.sittings.rules.terms import Attendance
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, BallotEnvelope, User
from reports.decision.compose import compose
from reports.decision.material import decision_material
from reports.sitting.compose import compose as minutes
from reports.sitting.material import sitting_material
from tests.awards.conflicts.make import make_kin
from tests.awards.decisions.make import drafted, fresh, said_by
from tests.awards.sittings.make import (
    FIRST,
    NAMES,
    SECOND,
    again,
    asked_in_writing,
    attended,
    before_the_council,
    convened,
    counted,
    in_session,
    item_of,
    lets_be_asked_in_writing,
    make_room,
    vote,
    voted,
    voting,
)
from tests.clusters.people.make import make_administrator
from tests.periods import DAY

pytestmark = pytest.mark.django_db
UNTIL = DAY + timedelta(days=5)


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


def client_of(user_id) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=user_id))
    return client


def test_members_vote_from_where_they_are_and_the_decision_rests_on_it(room, settings):
    """One member may not judge a dossier, one has no account; it is concluded before its last day since all have voted."""
    own = before_the_council(room, NAMES[1], kind="individual")
    sitting = voting(room, asked_in_writing(room, before_the_council(room, "Phòng A"), own))
    page = client_of(room.members[1].user_id).get(sitting.get_absolute_url()).content.decode()
    assert "đến hết ngày 15/07/2023" in page
    assert item_of(sitting, NAMES[1]).get_absolute_url() not in page
    assert [len(vote(room, sitting, at)) for at in range(5)] == [2, 1, 2, 2, 2]
    with pytest.raises(Refusal, match="^Còn thành viên chưa bỏ phiếu; nhận phiếu đến hết ngày 15/07/2023"):
        counted(room, sitting)
    without_account = sitting.seats.get(user=None)
    said = dict.fromkeys(sitting.items.values_list("pk", flat=True), False)
    enter_written_votes(without_account, said, passphrases=(FIRST, SECOND), actor=room.members[3])
    assert len({len(bytes(one.contents)) for one in BallotEnvelope.objects.all()}) == 1
    settings.DEMONSTRATION_DAY = DAY + timedelta(days=2)
    sitting = counted(room, sitting)
    told = [(one.agreed, one.against, one.result.of, one.kept_out) for one in results_of(sitting)]
    assert told == [(5, 1, 6, 0), (4, 1, 5, 1)]
    conclude_sitting(sitting, seen=seen_as(results_of(sitting)), conclusion="", actor=room.secretary)
    sitting = again(sitting)
    assert sitting.votes_until == DAY + timedelta(days=2)
    stage = own.award.procedures.get().stages.get(stage="consider")
    take_verification_back(stage, why="Điều này đã bị bãi bỏ", actor=make_administrator())
    text = str(minutes(sitting_material(sitting)))  # as it was then
    for said in (
        "không tổ chức họp",
        "nhận phiếu đến hết ngày 15 tháng 7 năm 2023",
        "Việc lấy ý kiến kết thúc ngày 12 tháng 7 năm 2023",
        "Điều 9 Quy chế thử",
        "Số thành viên được lấy ý kiến: 6; theo quy chế phải có ít nhất 4 thành viên gửi phiếu",
        "thành viên được bỏ phiếu 6; số phiếu phát ra 6; thu về 6; hợp lệ 6; không hợp lệ 0",
    ):
        assert said in text
    assert "Phiên họp" not in text
    decision = drafted(room, *[one.nomination for one in sitting.items.all()])
    with pytest.raises(Refusal, match="trước khi Hội đồng thống nhất bằng văn bản ngày 12/07/2023"):
        issue_decision(decision, said_by(room), actor=room.offices.city.approver)
    issue_decision(decision, said_by(room, day=sitting.votes_until), actor=room.offices.city.approver)
    assert "Biên bản lấy ý kiến bằng văn bản của Hội đồng Thi đua - Khen thưởng ngày 12 tháng 7 năm 2023" in str(
        compose(decision_material(fresh(decision), on=DAY))
    )


def test_only_what_a_provision_lets_goes_without_a_meeting(room):
    allowed, other = before_the_council(room, "Phòng A"), before_the_council(room, "Phòng B", award="KT_KHAC")
    lets_be_asked_in_writing(allowed)
    sitting = ask_in_writing(room.council, held_on=DAY, votes_until=UNTIL, actor=room.secretary)
    with pytest.raises(Refusal, match="Danh sách chưa có hồ sơ"):
        open_sitting(again(sitting), actor=room.secretary)
    with pytest.raises(Refusal, match="không cho phép lấy ý kiến Hội đồng bằng văn bản: Phòng B"):
        put_on_agenda(sitting, [allowed, other], actor=room.secretary)
    agenda = reverse("awards:sitting-agenda", args=[sitting.pk])
    page = client_of(room.secretary.user_id).get(agenda).content.decode()
    assert ("1 hồ sơ phải họp" in page, "Phòng A" in page, "Phòng B" in page) == (True, True, False)
    put_on_agenda(sitting, [allowed], actor=room.secretary)
    stage = allowed.award.procedures.get().stages.get(stage="consider")
    take_verification_back(stage, why="Điều này đã bị bãi bỏ", actor=make_administrator())
    stage.refresh_from_db()
    assert stage.in_writing is False
    with pytest.raises(Refusal, match="1 hồ sơ phải họp theo thủ tục"):
        open_sitting(again(sitting), actor=room.secretary)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(stage).objects.filter(pk=stage.pk).update(in_writing=True)


def test_the_last_day_holds_for_members_and_too_few_votes_agree_to_nothing(room, settings):
    sitting = voting(room, asked_in_writing(room, before_the_council(room, "Phòng A")))
    for at in range(2):
        vote(room, sitting, at)
    settings.DEMONSTRATION_DAY = UNTIL + timedelta(days=1)
    with pytest.raises(Refusal, match="Đã hết hạn nhận phiếu ngày 15/07/2023"):
        vote(room, sitting, 2)
    seat = sitting.seats.get(user=None)
    said = {sitting.items.get().pk: True}
    enter_written_votes(seat, said, passphrases=(FIRST, SECOND), actor=room.members[3])  # came in time, entered after
    with pytest.raises(Refusal, match="3"):
        counted(room, sitting)
    assert set(SittingItem.objects.values_list("outcome", flat=True)) == {""}


def test_the_last_day_is_prolonged_with_a_reason_while_it_is_not_over(room, settings):
    sitting = voting(room, asked_in_writing(room, before_the_council(room, "Phòng A")))
    page, secretary = reverse("awards:sitting-prolong", args=[sitting.pk]), client_of(room.secretary.user_id)
    later = {"votes_until": "20/07/2023", "why": "Bão, đường truyền gián đoạn"}
    for said, told in (
        (later | {"why": " "}, "Lý do"),
        (later | {"votes_until": "15/07/2023"}, "phải sau ngày 15/07/2023"),
        (later | {"votes_until": "31/02/2023"}, "31/02/2023"),
    ):
        answer = secretary.post(page, said)
        assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert client_of(room.members[0].user_id).get(page).status_code == 404
    settings.DEMONSTRATION_DAY = UNTIL
    assert secretary.post(page, later).status_code == 302
    settings.DEMONSTRATION_DAY = UNTIL + timedelta(days=1)
    seen = client_of(room.members[0].user_id).get(sitting.get_absolute_url()).content.decode()
    assert "đến hết ngày 20/07/2023" in seen
    vote(room, sitting, 0)
    text = str(minutes(sitting_material(again(sitting))))
    assert "nhận phiếu đến hết ngày 15 tháng 7 năm 2023" in text
    assert (
        "Ngày 15 tháng 7 năm 2023, hạn nhận phiếu được gia hạn đến hết ngày 20 tháng 7 năm 2023; lý do: Bão, đường "
        "truyền gián đoạn." in text
    )
    kept = AuditEntry.objects.get(verb="awards.prolong_sitting")
    assert (kept.before["votes_until"], kept.after["votes_until"]) == ("2023-07-15", "2023-07-20")
    settings.DEMONSTRATION_DAY = UNTIL + timedelta(days=6)
    over = secretary.post(page, later | {"votes_until": "30/07/2023"})
    assert (over.status_code, "Đã hết hạn nhận phiếu ngày 20/07/2023" in over.content.decode()) == (422, True)
    settings.DEMONSTRATION_DAY = DAY
    meeting = in_session(room, before_the_council(room, "Phòng B"))
    with pytest.raises(Refusal, match="chỉ lấy ý kiến bằng văn bản mới có hạn nhận phiếu"):
        prolong_votes(meeting, votes_until=DAY + timedelta(days=30), why="Bão", actor=room.secretary)


def test_who_may_not_judge_one_of_its_dossiers_neither_opens_prolongs_nor_concludes_it(room):
    """Who came is recorded all the same: that is of members, not of dossiers."""

    def kept():
        return before_the_council(room, "Người Nhà Thử", kind="individual")

    sitting = voted(room, kept(), before_the_council(room, "Phòng B"))
    meeting, asked = attended(room, convened(room, kept())), voting(room, asked_in_writing(room, kept()))
    make_kin(User.objects.get(pk=room.secretary.user_id))
    deeds = (
        lambda: open_sitting(meeting, actor=room.secretary),
        lambda: prolong_votes(asked, votes_until=UNTIL + timedelta(days=5), why="Bão", actor=room.secretary),
        lambda: conclude_sitting(sitting, seen=seen_as(results_of(sitting)), conclusion="", actor=room.secretary),
    )
    for deed in deeds:
        with pytest.raises(Refusal, match="cả chương trình do Thư ký khác"):
            deed()
    page = client_of(room.secretary.user_id).get(meeting.get_absolute_url()).content.decode()
    assert reverse("awards:sitting-open", args=[meeting.pk]) not in page
    attended(room, meeting)


def test_what_belongs_to_a_meeting_is_refused_without_one(room):
    sitting = asked_in_writing(room, before_the_council(room, "Phòng A"))
    with pytest.raises(Refusal, match="không có hồ sơ đang xét"):
        show_dossier(sitting, sitting.items.get(), actor=room.secretary)
    seats = {one.pk: Recorded(Attendance.PRESENT) for one in sitting.seats.all()}
    with pytest.raises(Refusal, match="không ghi được"):
        record_attendance(sitting, seats, presides=None, secretary=None, actor=room.secretary)
    chosen = sitting.seats.first()
    record_attendance(
        sitting,
        {chosen.pk: Recorded(Attendance.ON_PAPER)},
        presides=sitting.presides_id,
        secretary=sitting.secretary_id,
        actor=room.secretary,
    )
    with pytest.raises(Refusal, match="đã qua hoặc trước ngày gửi hồ sơ"):
        ask_in_writing(room.council, held_on=DAY, votes_until=DAY - timedelta(days=1), actor=room.secretary)
    with pytest.raises(Refusal, match="Thư ký của Hội đồng"):
        ask_in_writing(room.council, held_on=DAY, votes_until=UNTIL, actor=room.members[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Sitting.objects.update(place="Phòng họp")
    assert AuditEntry.objects.filter(verb="awards.convene_sitting").latest("at").after["votes_until"] == "2023-07-15"
