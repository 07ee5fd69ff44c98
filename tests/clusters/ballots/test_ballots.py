"""A sealed ballot at a conference: each deed, by whom, and what stands in its way."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from clusters.ballots.actions.ballots import annul, open_voting
from clusters.ballots.actions.votes import cast, count
from clusters.ballots.models import outcome_in
from clusters.ballots.rules import OutcomeKind
from clusters.conferences.actions.conferences import take_step
from clusters.conferences.actions.parts import record_attendance
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ConferenceKind
from clusters.models import Cluster, ClusterKind, ConferenceBallot, Membership, Organisation
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, BallotEnvelope, BallotOption, BallotTeller, BallotVoter
from emulation.core.period import Period
from tests.clusters.ballots.make import (
    FIRST,
    SECOND,
    counted,
    fresh,
    make_meeting,
    prepared,
    vote_all,
    voting,
    with_passphrases,
)
from tests.clusters.conferences.make import planned
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY

pytestmark = pytest.mark.django_db
BOTH = (FIRST, SECOND)


@pytest.fixture
def meeting(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_meeting()


def test_voted_counted_and_decided(meeting):
    held = voting(meeting)
    marks = vote_all(meeting, held, (1, 0, 0, 0, None))
    ballot = count(held, passphrases=BOTH, actor=meeting.tellers[1]).ballot
    assert (ballot.eligible, ballot.present, ballot.issued) == (5, 5, 5)
    assert (ballot.collected, ballot.valid, ballot.invalid) == (5, 4, 1)
    assert [one.votes_for for one in ballot.options.all()] == [3, 1, 0, 0, 0]
    assert ballot.marks == sorted(marks)
    told = outcome_in(held)
    assert (told.kind, told.chosen) == (OutcomeKind.CHOSEN, meeting.units[0].pk)


def test_after_the_count_no_sealed_vote_and_no_key_is_left(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    assert BallotEnvelope.objects.count() == 3
    count(held, passphrases=BOTH, actor=meeting.tellers[0])
    assert not BallotEnvelope.objects.exists()
    assert fresh(held).public_key is None
    kept = BallotTeller.objects.values_list("public_key", "salt", "locked_key", "part")
    assert set(kept) == {(None, None, None, None)}


def test_a_second_vote_is_refused(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, "-", "-", "-", "-"))
    with pytest.raises(Refusal, match="đã bỏ phiếu"):
        vote_all(meeting, held, (2, "-", "-", "-", "-"))
    assert BallotEnvelope.objects.count() == 1


def test_a_vote_after_the_count_is_refused(meeting):
    held = counted(meeting, (1, 0, 0, 0, "-"))
    with pytest.raises(Refusal, match="Đã kiểm phiếu"):
        vote_all(meeting, held, ("-", "-", "-", "-", 0))


def test_a_count_without_enough_votes_is_refused(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, "-", "-", "-"))
    with pytest.raises(Refusal, match="2 phiếu, phải có ít nhất 3"):
        count(held, passphrases=BOTH, actor=meeting.tellers[0])
    assert fresh(held).state == BallotState.OPEN


@pytest.mark.parametrize(
    ("given", "field"), [(("không phải câu này", SECOND), "passphrase_1"), ((FIRST, FIRST), "passphrase_2")]
)
def test_a_wrong_passphrase_opens_nothing_and_names_the_teller(meeting, given, field):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    with pytest.raises(Refusal, match=r"không phải mật khẩu kiểm phiếu của") as refused:
        count(held, passphrases=given, actor=meeting.tellers[0])
    assert refused.value.field == field
    assert fresh(held).state == BallotState.OPEN
    assert BallotEnvelope.objects.count() == 3


def test_a_vote_for_a_unit_that_is_not_alive_is_refused(meeting):
    held = voting(meeting)
    ended = make_organisation(name="Tỉnh Đã Hết", during=Period(None, date(2023, 7, 1)))
    with pytest.raises(Refusal, match=r"Tỉnh Đã Hết không tồn tại vào ngày 06/07/2023"):
        cast(held, member=meeting.units[0], choice=ended, actor=meeting.head.approver)


def test_a_unit_that_is_not_alive_is_not_put_to_the_vote(meeting):
    ended = make_organisation(name="Tỉnh Đã Hết", during=Period(None, date(2023, 7, 1)))
    with pytest.raises(Refusal, match="không tồn tại vào ngày"):
        prepared(meeting, candidates=[*meeting.units, ended])
    with pytest.raises(Refusal, match="không phải thành viên"):
        prepared(meeting, candidates=[make_organisation()])


def test_a_unit_that_ends_with_the_year_is_not_elected(meeting):
    last = meeting.units[4]
    Membership.objects.filter(organisation=last).update(during=Period(None, date(2024, 1, 1)))
    Organisation.objects.filter(pk=last.pk).update(during=Period(None, date(2024, 1, 1)))
    last.refresh_from_db()
    with pytest.raises(Refusal, match="kết thúc trước năm 2024"):
        prepared(meeting, purpose=BallotPurpose.HEAD, candidates=[last])
    assert prepared(meeting, purpose=BallotPurpose.ACCLAIM, candidates=[last])


def test_nobody_votes_for_itself_where_the_regulation_says_so(meeting):
    held = voting(meeting)
    with pytest.raises(Refusal, match="không bỏ phiếu cho chính mình"):
        vote_all(meeting, held, (0, "-", "-", "-", "-"))


def test_a_member_votes_for_itself_where_the_regulation_lets_it(settings):
    settings.DEMONSTRATION_DAY = DAY
    meeting = make_meeting(own_unit_excluded=False)
    held = counted(meeting, (0, 0, 0, "-", "-"))
    assert held.ballot.options.get(key=meeting.units[0].pk).votes_for == 3


def test_only_the_members_own_approver_casts_its_vote(meeting):
    held = voting(meeting)
    head, other = meeting.cities[:2]
    for actor in (head.officer, other.approver):
        with pytest.raises(Refusal, match="lãnh đạo ký duyệt của chính thành viên"):
            cast(held, member=head.organisation, choice=other.organisation, actor=actor)


def test_who_is_not_on_the_ballot_gets_no_vote(meeting):
    held = voting(meeting, candidates=meeting.units[:2])
    with pytest.raises(Refusal, match="không có tên trong phiếu"):
        vote_all(meeting, held, ("-", "-", "-", 2, "-"))


def test_who_is_absent_gets_no_vote(meeting):
    absent = meeting.cities[4]
    record_attendance(
        meeting.conference,
        [
            {
                "organisation": absent.organisation,
                "is_present": False,
                "office": "",
                "people": 0,
                "why_absent": "Bận",
            }
        ],
        actor=meeting.head.officer,
    )
    held = voting(meeting)
    assert (held.ballot.eligible, held.ballot.present) == (5, 4)
    with pytest.raises(Refusal, match="không được phát phiếu"):
        vote_all(meeting, held, ("-", "-", "-", "-", 0))


def test_it_opens_only_with_a_quorum(meeting):
    held = with_passphrases(meeting, prepared(meeting))
    meeting.conference.attendance.filter(organisation__in=meeting.units[2:]).update(is_present=False, people=0)
    with pytest.raises(Refusal, match="2 thành viên có mặt; phải có ít nhất 3"):
        open_voting(held, actor=meeting.head.officer)


def test_it_is_held_only_while_the_conference_is_in_session(meeting):
    conference = planned(meeting.year, meeting.head, kind=ConferenceKind.MID_YEAR)
    with pytest.raises(Refusal, match="đang họp"):
        prepared(type(meeting)(meeting.year, conference, meeting.cities))


def test_without_an_adopted_regulation_there_is_no_share_to_reach(meeting):
    with pytest.raises(Refusal, match="chưa có quy định nào được thông qua"):
        prepared(make_meeting(adopted=False))


def test_a_vote_that_decided_is_not_held_again(meeting):
    held = voting(meeting)
    with pytest.raises(Refusal, match="đang được tiến hành"):
        prepared(meeting)
    vote_all(meeting, held, (1, 0, 0, 0, 0))
    count(held, passphrases=BOTH, actor=meeting.tellers[0])
    with pytest.raises(Refusal, match="không tổ chức lần thứ hai"):
        prepared(meeting)


def test_equals_are_voted_on_anew_between_them(meeting):
    first = counted(meeting, (1, 0, 0, 1, None), purpose=BallotPurpose.HEAD)
    assert outcome_in(first).kind is OutcomeKind.TOO_FEW
    again = counted(meeting, (1, 0, 0, 1, 1), purpose=BallotPurpose.HEAD, candidates=meeting.units[:2])
    assert outcome_in(again).chosen == meeting.units[1].pk
    assert again.ballot.repeats_id == first.ballot_id


def test_the_conference_waits_for_its_votes(meeting):
    held = prepared(meeting)
    with pytest.raises(Refusal, match="Còn một cuộc bỏ phiếu"):
        take_step(meeting.conference, "close", actor=meeting.head.approver)
    with pytest.raises(Refusal, match="Hội nghị đã bỏ phiếu"):
        take_step(meeting.conference, "go_back", why="Thử", actor=meeting.head.officer)
    annul(held, why="Thử", actor=meeting.head.officer)
    assert take_step(meeting.conference, "go_back", why="Thử", actor=meeting.head.officer)


def test_votes_tampered_with_are_not_counted(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, "-", "-"))
    one = BallotEnvelope.objects.first()
    BallotEnvelope.objects.create(ballot=held.ballot, contents=bytes(one.contents))
    with pytest.raises(Refusal, match="đã bị can thiệp"):
        count(held, passphrases=BOTH, actor=meeting.tellers[0])
    one.delete()
    BallotEnvelope.objects.create(ballot=held.ballot, contents=b"x" * 60)
    with pytest.raises(Refusal, match="đã bị can thiệp"):
        count(held, passphrases=BOTH, actor=meeting.tellers[0])


def test_the_database_keeps_what_was_counted(meeting):
    held = counted(meeting)
    ballot = fresh(held)
    for deed in (
        lambda: BallotOption.objects.filter(ballot=ballot).update(votes_for=9),
        lambda: BallotVoter.objects.filter(ballot=ballot).update(has_voted=False),
        lambda: type(ballot).objects.filter(pk=ballot.pk).update(valid=3, invalid=2),
        lambda: type(ballot).objects.filter(pk=ballot.pk).update(state=BallotState.PREPARED),
        lambda: BallotEnvelope.objects.create(ballot=ballot, contents=b"x"),
        lambda: ballot.steps.update(why="x"),
        lambda: ConferenceBallot.objects.filter(pk=held.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()


def test_a_sealed_vote_is_never_rewritten(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, "-", "-", "-", "-"))
    with pytest.raises(DatabaseError), transaction.atomic():
        BallotEnvelope.objects.update(contents=b"x")


def test_strangers_and_members_prepare_open_and_annul_nothing(meeting):
    held = with_passphrases(meeting, prepared(meeting))
    for actor in (meeting.cities[1].officer, meeting.head.approver):
        with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
            open_voting(held, actor=actor)
        with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
            annul(held, why="Thử", actor=actor)


def test_the_journal_tells_who_voted_and_never_what(meeting):
    held = voting(meeting)
    vote_all(meeting, held, (1, 0, 0, 0, 0))
    entries = AuditEntry.objects.filter(verb="clusters.cast_vote")
    assert entries.count() == 5
    assert {tuple(one.after) for one in entries} == {("voter",)}


def test_a_block_is_asked_about_its_khoi_whoever_prepares_the_vote(db):
    meeting = make_meeting()
    Cluster.objects.filter(pk=meeting.year.cluster_id).update(kind=ClusterKind.KHOI)
    with translation.override("vi"):
        assert prepared(meeting, purpose=BallotPurpose.HEAD).ballot.question == "Bầu khối trưởng năm 2024"
