"""A Council's sitting from its agenda to its concluded results; who is masked; what is refused, and in which words."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from awards.conflicts.models.parts import Recusal
from awards.councils.actions import end_membership
from awards.models import Nomination, SittingItem
from awards.nominations.actions.halting import halt_nomination, let_go_on
from awards.sittings.actions.ballots import (
    annul_votes,
    cast_votes,
    enter_written_votes,
    open_votes,
    prepare_ballots,
    set_passphrases,
)
from awards.sittings.actions.recusals import stand_aside
from awards.sittings.actions.sittings import (
    cancel_sitting,
    conclude_sitting,
    convene,
    open_sitting,
    put_on_agenda,
    show_dossier,
    take_off_agenda,
)
from awards.sittings.models.results import results_of, seen_as
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, BallotEnvelope, SealedBallot, User
from tests.awards.conflicts.make import make_kin
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
    item_of,
    make_room,
    vote,
    voted,
    voting,
)
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


def client_of(room, at) -> Client:
    client = Client()
    client.force_login(room.account(at))
    return client


def test_from_the_agenda_to_concluded_results(room):
    """Share and base are data of the procedure: 80 % of all six members are five votes."""
    dossiers = [before_the_council(room, name) for name in ("Phòng A", "Phòng B")]
    dossiers[0].award.procedures.get().measures.filter(kind="vote_share").update(
        number=80, base="council_members", verified=True, provision="Điều thử"
    )
    sitting = voted(room, *dossiers, against=(("Phòng B",), ("Phòng B",)))
    told = {str(one.item): (one.agreed, one.against, one.result.needed, one.result.of) for one in results_of(sitting)}
    assert told == {"Phòng A": (5, 0, 5, 6), "Phòng B": (3, 2, 5, 6)}
    assert set(sitting.items.values_list("outcome", flat=True)) == {""}, "only foreseen until it is concluded"
    with pytest.raises(Refusal, match="Kết quả đã thay đổi"):
        conclude_sitting(sitting, seen="khác", conclusion="", actor=room.secretary)
    seen = seen_as(results_of(sitting))
    conclude_sitting(sitting, seen=seen, conclusion="Thống nhất.", actor=room.secretary)
    assert [(str(one), one.outcome, one.agreed_votes, one.needed, one.of) for one in sitting.items.with_names()] == [
        ("Phòng A", "agreed", 5, 5, 6),
        ("Phòng B", "not_agreed", 3, 5, 6),
    ]
    with pytest.raises(Refusal, match="đang ở trạng thái “Đã chốt”"):  # the second of two secretaries
        conclude_sitting(sitting, seen=seen, conclusion="", actor=room.secretary)
    assert set(Nomination.objects.values_list("state", flat=True)) == {"council"}
    with pytest.raises(Refusal, match="không còn chờ Hội đồng này"):  # agreed to: it waits for its decision
        put_on_agenda(convened(room), [dossiers[0]], actor=room.secretary)
    assert put_on_agenda(convened(room), [dossiers[1]], actor=room.secretary) == 1


def test_agreeing_to_none_is_a_valid_vote_and_nothing_tells_how_anybody_voted(room):
    sitting = voting(room, in_session(room, before_the_council(room, "Phòng A"), before_the_council(room, "Phòng B")))
    marks = [vote(room, sitting, at, ("Phòng A", "Phòng B") if at else ()) for at in range(5)]
    lengths = {len(bytes(one.contents)) for one in BallotEnvelope.objects.all()}
    assert (len(lengths), BallotEnvelope.objects.count()) == (1, 5)
    with pytest.raises(Refusal, match="không còn phiếu nào|Không có phiếu"):
        vote(room, sitting, 0)
    sitting = counted(room, sitting)
    ballot = SealedBallot.objects.get()
    assert (ballot.collected, ballot.valid, ballot.invalid) == (5, 5, 0)
    assert [(one.agreed, one.against) for one in results_of(sitting)] == [(1, 4), (1, 4)]
    assert ballot.marks == sorted(mark for [mark] in marks)
    assert not BallotEnvelope.objects.exists()
    cast = AuditEntry.objects.filter(verb="awards.cast_council_vote")
    assert [one.after for one in cast.order_by("at")] == [{"voter": name} for name in NAMES]
    assert all("Phòng" not in str(one.after) for one in cast)


def test_a_member_in_conflict_is_masked_and_the_dossier_has_a_ballot_of_its_own(room):
    """Kin by declaration and oneself by name; on the pages all is as if the dossier were not there."""
    mine = before_the_council(room, "Phòng A")
    own = before_the_council(room, NAMES[1], kind="individual")
    other = before_the_council(room, "Người Nhà Thử", kind="individual")
    make_kin(room.account(4))
    sitting = in_session(room, mine, own, other)
    show_dossier(sitting, item_of(sitting, NAMES[1]), actor=room.secretary)
    sitting = again(sitting)
    page, unmasked = (client_of(room, at).get(sitting.get_absolute_url()).content.decode() for at in (1, 0))
    moment = reverse("awards:sitting-moment", args=[sitting.pk])
    assert "Chưa có hồ sơ nào" in client_of(room, 1).get(moment).content.decode()
    assert NAMES[1] in client_of(room, 0).get(moment).content.decode()
    dossier = item_of(sitting, NAMES[1]).get_absolute_url()
    assert dossier in unmasked
    assert dossier not in page
    assert [client_of(room, at).get(dossier).status_code for at in (0, 1)] == [200, 404]
    sitting = voting(room, sitting)
    ballots = [(one.ballot.options.count(), one.kept_out, one.ballot.quorum) for one in sitting.ballots.all()]
    assert ballots == [(2, 0, 4), (2, 1, 3), (2, 1, 3)]
    form = client_of(room, 1).get(reverse("awards:sitting-vote", args=[sitting.pk])).content.decode()
    assert f"item-{item_of(sitting, NAMES[1]).pk}" not in form
    assert f"item-{item_of(sitting, 'Phòng A').pk}" in form
    assert [len(vote(room, sitting, at)) for at in range(5)] == [3, 2, 3, 3, 2]
    sitting = counted(room, sitting)
    assert [(one.voters, one.result.of, one.kept_out) for one in results_of(sitting)] == [
        (5, 6, 0),
        (4, 5, 1),
        (4, 5, 1),
    ]


def test_a_dossier_that_too_few_of_those_present_may_judge_is_named_as_such(room):
    """Four of six are there, as they must be: three can vote on it where one may not, two where two may not."""
    sitting = in_session(room, before_the_council(room, NAMES[1], kind="individual"), absent=(NAMES[4],))
    assert [one.ballot.quorum for one in voting(room, sitting).ballots.all()] == [3]
    annul_votes(again(sitting), why="Có thành viên xin không tham gia", actor=room.secretary)
    item = item_of(sitting, NAMES[1])
    stand_aside(item, sitting.seats.get(user=room.members[0].user_id), actor=room.members[0])
    with pytest.raises(Refusal, match="chỉ có 2 thành viên bỏ phiếu được; phải có ít nhất 3"):
        voting(room, again(sitting))


def test_who_stands_aside_while_votes_are_cast_votes_no_more_until_the_ballot_is_prepared_anew(room):
    sitting = voting(room, in_session(room, before_the_council(room, "Phòng A"), before_the_council(room, "Phòng B")))
    item = item_of(sitting, "Phòng A")
    stand_aside(item, sitting.seats.get(user=room.members[0].user_id), actor=room.members[0])
    assert Recusal.objects.get().body == room.council.body
    with pytest.raises(Refusal, match="không được xét một hồ sơ"):
        vote(room, sitting, 0)
    annul_votes(sitting, why="Có thành viên xin không tham gia", actor=room.secretary)
    sitting = voting(room, again(sitting))
    assert [len(vote(room, sitting, at)) for at in range(5)] == [1, 2, 2, 2, 2]


def ballot_page(room, at, sitting, *, posts=False) -> tuple[int, str]:
    url, client = reverse("awards:sitting-vote", args=[sitting.pk]), client_of(room, at)
    answer = client.post(url, {"gui": "1"}) if posts else client.get(url)
    return answer.status_code, answer.content.decode()


def test_a_ballot_given_out_before_the_conflict_came_names_nobody_and_is_not_cast(room):
    """The shared one holds the kin; the member casts the other one, and refusals name only what is on that."""
    kin, own = "Người Nhà Thử", NAMES[1]
    sitting = in_session(room, *(before_the_council(room, one, kind="individual") for one in (kin, own)))
    sitting = voting(room, sitting)
    assert kin in ballot_page(room, 0, sitting)[1]
    make_kin(room.account(0))
    make_kin(room.account(3))
    for posts, status in ((False, 200), (True, 422)):
        answered, page = ballot_page(room, 0, sitting, posts=posts)
        assert (answered, kin in page, own in page) == (status, False, True)
        assert "không được xét một hồ sơ" in page
    assert len(vote(room, sitting, 0)) == 1
    for posts, status in ((False, 200), (True, 422)):
        answered, page = ballot_page(room, 0, sitting, posts=posts)
        assert (answered, kin in page, own in page) == (status, False, False)
    with pytest.raises(Refusal, match="không được xét một hồ sơ") as refused:
        cast_votes(sitting.seats.get(user=room.account(0)), {}, actor=room.members[0])
    assert kin not in str(refused.value)
    absent = sitting.seats.filter(user=None)
    absent.update(attendance="written")
    sitting.ballots.first().ballot.voters.create(key=absent.get().pk, name="Ủy viên Không tài khoản")
    written = reverse("awards:sitting-written", args=[sitting.pk, absent.get().pk])
    pages = [client_of(room, at).get(written).content.decode() for at in (4, 3)]
    assert [kin in page for page in pages] == [True, False], "nor the teller who enters it"
    assert ["Kiểm phiếu viên còn lại nhập" in page for page in pages] == [False, True]


def test_a_secretary_in_conflict_neither_prepares_nor_opens_nor_drops_a_vote_and_reads_no_number_of_it(room):
    kin = before_the_council(room, "Người Nhà Thử", kind="individual")
    sitting = in_session(room, kin, before_the_council(room, "Phòng A"))
    other = make_user(full_name="Thư ký khác")
    make_mandate(user=other, organisation=room.council.body, role=Role.COUNCIL_SECRETARY)
    make_kin(User.objects.get(pk=room.secretary.user_id))
    make_kin(room.account(4))
    tellers = {"first_teller": room.account(3), "second_teller": room.account(4)}
    deeds = {
        "prepare": lambda actor: prepare_ballots(sitting, **tellers, actor=actor),
        "conclude": lambda actor: conclude_sitting(sitting, seen="", conclusion="", actor=actor),
        "open-votes": lambda actor: open_votes(sitting, actor=actor),
        "annul": lambda actor: annul_votes(sitting, why="Hủy", actor=actor),
        "cancel": lambda actor: cancel_sitting(sitting, why="Hủy", actor=actor),
    }
    keeper = Client()
    keeper.force_login(User.objects.get(pk=room.secretary.user_id))
    for name, deed in deeds.items():
        page = keeper.get(sitting.get_absolute_url()).content.decode()
        assert f'{reverse(f"awards:sitting-{name}", args=[sitting.pk])}"' not in page
        with pytest.raises(Refusal, match="do Thư ký khác của Hội đồng thực hiện"):
            deed(room.secretary)
        if name != "open-votes":
            asked = keeper.get(reverse(f"awards:sitting-{name}", args=[sitting.pk]))
            assert asked.status_code == 302, "nor are they asked for"
        if name == "prepare":
            deed(actor_of(other, on=DAY))
            for at, passphrase in ((3, FIRST), (4, SECOND)):
                set_passphrases(sitting, passphrase=passphrase, actor=room.members[at])
        elif name == "open-votes":
            deed(actor_of(other, on=DAY))
            seat = sitting.seats.get(user=room.account(4))
            cast_votes(seat, {item_of(sitting, "Phòng A").pk: True}, actor=room.members[4])
            vote(room, sitting, 0)
            shared = sitting.ballots.get(kept_out=0).ballot
            shared.voters.filter(key=sitting.seats.get(user=room.account(2)).pk).update(has_voted=True)
            assert "3/5 thành viên đã bỏ phiếu" in keeper.get(sitting.get_absolute_url()).content.decode()


def test_a_quorum_that_is_lost_in_mid_sitting_opens_no_vote(room):
    with pytest.raises(Refusal, match="Chương trình họp chưa có hồ sơ"):
        open_sitting(attended(room, convened(room)), actor=room.secretary)
    too_few = attended(room, convened(room, before_the_council(room, "Phòng A")), absent=NAMES[3:])
    with pytest.raises(Refusal, match="Mới ghi 3 thành viên có mặt; phải có ít nhất 4"):
        open_sitting(too_few, actor=room.secretary)
    sitting = in_session(room, before_the_council(room, "Phòng B"))
    prepare_ballots(sitting, first_teller=room.account(3), second_teller=room.account(4), actor=room.secretary)
    attended(room, sitting, absent=NAMES[3:])
    with pytest.raises(Refusal, match="Mới ghi 3 thành viên có mặt; phải có ít nhất 4"):
        open_votes(sitting, actor=room.secretary)


def test_tellers_come_from_two_offices(room):
    """The city's own officer and its secretary sit in one room; a member who works there too is no better."""
    sitting = in_session(room, before_the_council(room, "Phòng A"))
    officer, keeper = (User.objects.get(pk=one.user_id) for one in (room.offices.city.officer, room.secretary))
    make_mandate(user=room.account(4), organisation=room.offices.city.organisation)
    for beside in (keeper, room.account(4)):
        with pytest.raises(Refusal, match=f"cũng làm việc tại {room.offices.city.organisation}") as refused:
            prepare_ballots(sitting, first_teller=officer, second_teller=beside, actor=room.secretary)
        assert refused.value.field == "second_teller"
    prepare_ballots(sitting, first_teller=officer, second_teller=room.account(3), actor=room.secretary)


def test_the_vote_in_writing_of_an_absent_member_is_entered_by_both_tellers(room):
    sitting = in_session(room, before_the_council(room, "Phòng A"), written=("Ủy viên Không tài khoản",))
    sitting = voting(room, sitting)
    seat, said = sitting.seats.get(user=None), {sitting.items.get().pk: False}
    with pytest.raises(Refusal, match="không phải mật khẩu kiểm phiếu của Ủy viên Hai"):
        enter_written_votes(seat, said, passphrases=(FIRST, FIRST), actor=room.members[3])
    with pytest.raises(Refusal, match="không phải kiểm phiếu viên"):
        enter_written_votes(seat, said, passphrases=(FIRST, SECOND), actor=room.members[0])
    with pytest.raises(Refusal, match="tài khoản của mình"):
        cast_votes(seat, said, actor=room.members[0])
    assert len(enter_written_votes(seat, said, passphrases=(FIRST, SECOND), actor=room.members[3])) == 1
    for at in range(5):
        vote(room, sitting, at)
    assert [(one.agreed, one.against) for one in results_of(counted(room, sitting))] == [(5, 1)]


def test_what_may_not_be_done_with_an_agenda(room):
    dossier = before_the_council(room, "Phòng A")
    sitting = convened(room, dossier)
    halted = before_the_council(room, "Phòng C")
    halt_nomination(halted, why="Có đơn khiếu nại", actor=room.offices.city.approver)
    with pytest.raises(Refusal, match=r"Phòng C \(Có đơn khiếu nại\)"):
        put_on_agenda(sitting, [halted], actor=room.secretary)
    in_motion = in_session(room, meanwhile := before_the_council(room, "Phòng D"))
    tellers = {"first_teller": room.account(3), "second_teller": room.account(4), "actor": room.secretary}
    halt_nomination(meanwhile, why="Có đơn tố cáo", actor=room.offices.city.approver)
    with pytest.raises(Refusal, match=r"Phòng D \(Có đơn tố cáo\)"):
        prepare_ballots(in_motion, **tellers)
    let_go_on(meanwhile, why="Đã giải quyết", actor=room.offices.city.approver)
    prepare_ballots(in_motion, **tellers)
    for at, passphrase in ((3, FIRST), (4, SECOND)):
        set_passphrases(in_motion, passphrase=passphrase, actor=room.members[at])
    halt_nomination(meanwhile, why="Có đơn tố cáo", actor=room.offices.city.approver)
    with pytest.raises(Refusal, match=r"Phòng D \(Có đơn tố cáo\)"):
        open_votes(in_motion, actor=room.secretary)
    keeper = Client()
    keeper.force_login(User.objects.get(pk=room.secretary.user_id))
    told = "Tạm dừng do có đơn khiếu nại, tố cáo: Có đơn tố cáo"
    assert told in keeper.get(in_motion.get_absolute_url()).content.decode()
    let_go_on(meanwhile, why="Đã giải quyết", actor=room.offices.city.approver)
    open_votes(in_motion, actor=room.secretary)
    for at in range(5):
        vote(room, in_motion, at)
    counted(room, in_motion)
    halt_nomination(meanwhile, why="Có đơn tố cáo", actor=room.offices.city.approver)
    assert told in keeper.get(reverse("awards:sitting-conclude", args=[in_motion.pk])).content.decode()
    assert "Phòng C" not in keeper.get(reverse("awards:sitting-agenda", args=[sitting.pk])).content.decode()
    with pytest.raises(Refusal, match="chương trình họp khác"):
        put_on_agenda(convened(room), [dossier], actor=room.secretary)
    with pytest.raises(Refusal, match="Thư ký của Hội đồng"):
        put_on_agenda(sitting, [dossier], actor=room.offices.city.approver)
    with pytest.raises(Refusal, match="khi phiên họp đang họp"):
        show_dossier(sitting, sitting.items.get(), actor=room.secretary)
    take_off_agenda(sitting.items.get(), actor=room.secretary)
    assert put_on_agenda(convened(room), [dossier], actor=room.secretary) == 1
    voted_on = voted(room, before_the_council(room, "Phòng B"))
    with pytest.raises(Refusal, match="đang được bỏ phiếu, hoặc đã bỏ phiếu"):
        take_off_agenda(voted_on.items.get(), actor=room.secretary)


def test_a_sitting_needs_members_of_that_day_and_keeps_who_was_called(room):
    sitting = convened(room)
    for member in room.council.members.all():
        end_membership(member, last_day=date(2023, 7, 1), why="Nghỉ hưu", actor=room.secretary)
    assert sitting.seats.count() == 6
    with pytest.raises(Refusal, match="không có thành viên nào"):
        convene(room.council, held_on=DAY, place="Phòng họp", actor=room.secretary)


def test_the_screen_asks_for_nothing_that_it_has_and_minutes_are_whole_or_not_there(room):
    sitting = concluded(room, before_the_council(room, "Phòng A"))
    moment = reverse("awards:sitting-moment", args=[sitting.pk])
    assert client_of(room, 0).get(f"{moment}?v={sitting.version}").status_code == 204
    minutes = reverse("reports:sitting-minutes", args=[sitting.pk, "docx"])
    keeper = Client()
    keeper.force_login(User.objects.get(pk=room.secretary.user_id))
    assert [client_of(room, 0).get(minutes).status_code, keeper.get(minutes).status_code] == [404, 200]
    assert keeper.get(minutes).content == keeper.get(minutes).content
    noted = AuditEntry.objects.filter(verb="reports.export_minutes").values_list("after", flat=True)
    assert list(noted) == [{"format": "DOCX", "dossiers": 1}] * 3
    assert minutes in keeper.get(sitting.get_absolute_url()).content.decode()
    make_kin(User.objects.get(pk=room.secretary.user_id))
    Nomination.objects.update(subject_kind="individual", name_key="nguoi nha thu", subject=None)
    assert keeper.get(minutes).status_code == 404
    assert minutes not in keeper.get(sitting.get_absolute_url()).content.decode()


def test_the_database_keeps_what_was_concluded(room):
    concluded(room, before_the_council(room, "Phòng A"))
    for change in ({"agreed_votes": 1}, {"outcome": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SittingItem.objects.update(**change)
