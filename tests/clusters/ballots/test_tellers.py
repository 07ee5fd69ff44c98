"""The two tellers of a sealed ballot: their passphrases, and the ways on when one forgets or leaves."""

import pytest

from clusters.ballots.actions.ballots import annul, open_voting, replace_teller
from clusters.ballots.actions.votes import count, hand_over, set_passphrase
from clusters.ballots.models import outcome_in
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import BallotEnvelope, User
from tests.clusters.ballots.make import (
    FIRST,
    SECOND,
    counted,
    make_meeting,
    prepared,
    vote_all,
    voting,
    with_passphrases,
)
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db
BOTH = (FIRST, SECOND)


@pytest.fixture
def meeting(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_meeting()


def test_it_opens_only_when_both_tellers_are_ready(meeting):
    held = prepared(meeting)
    with pytest.raises(Refusal, match="0/2 kiểm phiếu viên"):
        open_voting(held, actor=meeting.head.officer)
    set_passphrase(held, passphrase=FIRST, actor=meeting.tellers[0])
    with pytest.raises(Refusal, match="1/2 kiểm phiếu viên"):
        open_voting(held, actor=meeting.head.officer)


@pytest.mark.parametrize("passphrase", ["ngan qua", "aaaaaaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused(meeting, passphrase):
    with pytest.raises(Refusal, match="ít nhất 12 ký tự"):
        set_passphrase(prepared(meeting), passphrase=passphrase, actor=meeting.tellers[0])


def test_both_tellers_cannot_have_one_passphrase(meeting):
    held = prepared(meeting)
    set_passphrase(held, passphrase=FIRST, actor=meeting.tellers[0])
    with pytest.raises(Refusal, match="đã dùng mật khẩu này"):
        set_passphrase(held, passphrase=FIRST, actor=meeting.tellers[1])


def test_both_tellers_cannot_be_one_person(meeting):
    first = meeting.teller_accounts["first_teller"]
    with pytest.raises(Refusal, match="hai người khác nhau"):
        prepared(meeting, second_teller=first)


def test_a_teller_is_a_person_of_a_member(meeting):
    with pytest.raises(Refusal, match="Chọn trong danh sách"):
        prepared(meeting, second_teller=make_user())


def test_a_passphrase_forgotten_before_the_vote_is_set_again(meeting):
    held = with_passphrases(meeting, prepared(meeting))
    set_passphrase(held, passphrase="cau moi de nho hon", actor=meeting.tellers[0])
    open_voting(held, actor=meeting.head.officer)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    assert count(held, passphrases=("cau moi de nho hon", SECOND), actor=meeting.tellers[0]).ballot.valid == 3


def test_a_passphrase_forgotten_while_voting_ends_in_a_new_vote(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    with pytest.raises(Refusal, match="Hãy ghi lý do"):
        annul(held, why=" ", actor=meeting.head.officer)
    annul(held, why="Kiểm phiếu viên quên mật khẩu", actor=meeting.head.officer)
    assert not BallotEnvelope.objects.exists()
    again = counted(meeting, (2, 2, 0, 2, 2))
    assert again.ballot.repeats_id == held.ballot_id
    assert outcome_in(again).chosen == meeting.units[2].pk


def test_a_teller_who_leaves_before_the_vote_is_replaced(meeting):
    held = with_passphrases(meeting, prepared(meeting))
    new = meeting.cities[3].officer
    replace_teller(held, position=2, by=User.objects.get(pk=new.user_id), actor=meeting.head.officer)
    with pytest.raises(Refusal, match="1/2 kiểm phiếu viên"):
        open_voting(held, actor=meeting.head.officer)
    set_passphrase(held, passphrase="cau cua nguoi thay", actor=new)
    assert open_voting(held, actor=meeting.head.officer)


def test_a_teller_who_leaves_while_voting_hands_over(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    new = meeting.cities[3].officer
    account = User.objects.get(pk=new.user_id)
    said = {"to": account, "new_passphrase": "cau cua nguoi nhan"}
    with pytest.raises(Refusal, match="không phải mật khẩu kiểm phiếu"):
        hand_over(held, passphrase=FIRST, actor=meeting.tellers[1], **said)
    hand_over(held, passphrase=SECOND, actor=meeting.tellers[1], **said)
    vote_all(meeting, held, ("-", "-", "-", 0, "-"))
    with pytest.raises(Refusal, match="Chỉ kiểm phiếu viên"):
        count(held, passphrases=BOTH, actor=meeting.tellers[1])
    assert count(held, passphrases=(FIRST, "cau cua nguoi nhan"), actor=new).ballot.valid == 4


def test_the_other_teller_or_oneself_is_no_replacement(meeting):
    held = voting(meeting)
    first, second = (meeting.teller_accounts[name] for name in ("first_teller", "second_teller"))
    for to, said in ((first, "là kiểm phiếu viên kia"), (second, "chính là kiểm phiếu viên này")):
        with pytest.raises(Refusal, match=said):
            hand_over(held, to=to, passphrase=SECOND, new_passphrase="cau cua nguoi nhan", actor=meeting.tellers[1])


def test_somebody_with_two_mandates_counts_only_as_teller(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    outsider = make_mandate(organisation=meeting.units[4], role=Role.OFFICER)
    with pytest.raises(Refusal, match="Chỉ kiểm phiếu viên"):
        count(held, passphrases=BOTH, actor=actor_of(outsider.user, on=DAY))
