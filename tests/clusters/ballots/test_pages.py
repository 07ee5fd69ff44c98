"""The pages of a secret vote: shown to whom, done by whom, and what they keep when they refuse."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import activate

from clusters.ballots.actions.ballots import open_voting
from clusters.ballots.actions.votes import count
from clusters.ballots.duties import ballot_duties
from clusters.models import ConferenceBallot
from emulation.core.ballot_flow import BallotState
from emulation.core.models import BallotEnvelope
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
from tests.clusters.figures.make import make_city
from tests.clusters.figures.visiting import central, signed_in, words
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_meeting()


def at(name, held, *more):
    conference = held.conference
    return reverse(f"clusters:ballot{name}", args=[conference.cluster_year_id, conference.pk, held.pk, *more])


def prepare_page(meeting, kind=""):
    return reverse(f"clusters:ballot-prepare{kind}", args=[meeting.year.pk, meeting.conference.pk])


def test_from_preparing_to_the_count_through_the_pages(meeting):
    head = signed_in(meeting.head.officer, "vi")
    form = {
        "purpose": "acclaim",
        "candidates": [unit.pk for unit in meeting.units],
        "first_teller": meeting.tellers[0].user_id,
        "second_teller": meeting.tellers[0].user_id,
    }
    refused = head.post(prepare_page(meeting), form)
    assert refused.status_code == 422
    assert "Hai kiểm phiếu viên phải là hai người khác nhau" in words(refused)
    head.post(prepare_page(meeting), form | {"second_teller": meeting.tellers[1].user_id})
    held = ConferenceBallot.objects.get()
    assert "0/2 kiểm phiếu viên đã đặt mật khẩu" in words(head.get(at("", held)))
    for teller, passphrase in zip(meeting.tellers, (FIRST, SECOND), strict=True):
        client = signed_in(teller, "vi")
        differ = client.post(at("-passphrase", held), {"passphrase": passphrase, "again": "khác"})
        assert "Hai lần nhập khác nhau" in words(differ)
        assert passphrase not in words(differ)
        client.post(at("-passphrase", held), {"passphrase": passphrase, "again": passphrase})
    head.post(at("-open", held))
    for city, choice in zip(meeting.cities, (1, 0, 0, 0, None), strict=True):
        client = signed_in(city.approver, "vi")
        page = words(client.get(at("-vote", held, city.organisation.pk)))
        assert f'value="{city.organisation.pk}"' not in page
        said = {"choice": "0" if choice is None else meeting.units[choice].pk}
        sealed = words(client.post(at("-vote", held, city.organisation.pk), said))
        assert "đã được niêm phong" in sealed
    assert "Đã thu 5/5 phiếu." in words(head.get(at("", held)))
    teller = signed_in(meeting.tellers[0], "vi")
    wrong = teller.post(at("-count", held), {"passphrase_1": FIRST, "passphrase_2": FIRST})
    assert wrong.status_code == 422
    assert "Đây không phải mật khẩu kiểm phiếu của" in words(wrong)
    teller.post(at("-count", held), {"passphrase_1": FIRST, "passphrase_2": SECOND})
    page = words(head.get(at("", held)))
    assert f"{meeting.units[0]} được suy tôn là đơn vị dẫn đầu với 3/5 phiếu." in page
    assert len(re.findall(r"<code>[A-Z2-7-]{19}</code>", page)) == 5


def test_paper_votes_are_entered_and_checked(meeting):
    head = signed_in(meeting.head.officer, "vi")
    form = {
        "purpose": "head",
        "candidates": [unit.pk for unit in meeting.units[:2]],
        "first_teller": "Phó Giám đốc Sở Nội vụ",
        "second_teller": "Trưởng phòng Thi đua",
    }
    head.post(prepare_page(meeting, "-paper"), form)
    held = ConferenceBallot.objects.get()
    numbers = {"eligible": "5", "present": "5", "issued": "5", "collected": "5", "invalid": "1"}
    votes = {f"votes-{unit.pk}": number for unit, number in zip(meeting.units[:2], ("3", "1"), strict=True)}
    for wrong, said in (
        ({"present": "6"}, "Đã nhập 6, nhiều hơn 5"),
        ({"issued": "4", "collected": "5"}, "Đã nhập 5, nhiều hơn 4"),
        ({"collected": "2", "invalid": "0"}, "Thu về 2 phiếu, phải có ít nhất 3 phiếu"),
        ({"invalid": "3"}, "nhiều hơn 2 phiếu hợp lệ"),
        ({f"votes-{meeting.units[0].pk}": "1"}, "Tổng số phiếu của các đơn vị là 2"),
    ):
        refused = head.post(at("-paper-count", held), numbers | votes | wrong)
        assert refused.status_code == 422
        assert said in words(refused)
        assert 'value="5"' in words(refused)
    head.post(at("-paper-count", held), numbers | votes)
    assert fresh(held).state == BallotState.COUNTED
    assert f"{meeting.units[0]} được bầu làm cụm trưởng với 3/5 phiếu." in words(head.get(at("", held)))


def test_a_vote_not_chosen_or_chosen_twice_is_told(meeting):
    held = voting(meeting)
    city = meeting.cities[0]
    client = signed_in(city.approver, "vi")
    address = at("-vote", held, city.organisation.pk)
    refused = words(client.post(address, {}))
    assert "Chọn một đơn vị, hoặc chọn phiếu trắng." in refused
    assert "data-keeps-text" not in refused, "a vote is not kept in the browser"
    client.post(address, {"choice": meeting.units[1].pk})
    again = client.post(address, {"choice": meeting.units[2].pk})
    assert again.status_code == 422
    assert "đã bỏ phiếu; mỗi phiếu chỉ bỏ một lần" in words(again)
    assert "Thành viên này đã bỏ phiếu" in words(client.get(address))
    assert BallotEnvelope.objects.count() == 1


def test_pages_of_voters_and_tellers_are_not_there_for_others(meeting):
    held = voting(meeting)
    head, other = meeting.head, meeting.cities[4]
    for actor in (head.officer, other.approver):
        assert signed_in(actor).get(at("-vote", held, head.organisation.pk)).status_code == 404
        for name in ("-count", "-hand-over", "-passphrase"):
            assert signed_in(actor).get(at(name, held)).status_code == 404
    for actor in (other.officer, head.approver):
        for name in ("-annul", "-open", "-paper-count"):
            assert signed_in(actor).post(at(name, held)).status_code == 404
    stranger = make_city(cluster_year=make_meeting().year)
    assert signed_in(stranger.officer).get(at("", held)).status_code == 404
    assert central().get(at("", held)).status_code == 200


def test_the_page_asks_the_same_number_of_questions_however_many_vote(settings):
    settings.DEMONSTRATION_DAY = DAY
    asked = []
    for members in (3, 6):
        meeting = make_meeting(members=members, quorum=2)
        held = voting(meeting)
        vote_all(meeting, held, (1, *[0] * (members - 1)))
        count(held, passphrases=(FIRST, SECOND), actor=meeting.tellers[0])
        client = signed_in(meeting.head.officer, "vi")
        client.get(at("", held))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at("", held)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_equals_are_put_to_the_vote_again(meeting):
    held = counted(meeting, (1, 0, 0, 1, None))
    client = signed_in(meeting.head.officer, "vi")
    page = words(client.get(at("", held)))
    assert "Chưa đơn vị nào được chọn" in page
    assert f"?lai={held.pk}" in page
    again = words(client.get(prepare_page(meeting) + f"?lai={held.pk}"))
    ticked = re.findall(r'value="(\d+)"[^>]*checked', again) + re.findall(r'checked[^>]*value="(\d+)"', again)
    assert {int(one) for one in ticked} == {unit.pk for unit in meeting.units[:2]}


def test_a_ballot_that_waits_says_so_on_the_page_of_the_conference(meeting):
    held = prepared(meeting)
    page = words(signed_in(meeting.cities[3].officer, "vi").get(meeting.conference.get_absolute_url()))
    assert held.get_absolute_url() in page
    assert "Đang chuẩn bị" in page


def duties_of(actor):
    return [(duty.title.split(":")[0], duty.url) for duty in ballot_duties(actor)]


def test_each_is_told_what_waits(meeting):
    activate("vi")
    held = prepared(meeting)
    teller, voter, city = meeting.tellers[0], meeting.cities[3].approver, meeting.cities[3].organisation
    assert duties_of(teller) == [("Đặt mật khẩu kiểm phiếu", at("-passphrase", held))]
    assert duties_of(voter) == []
    open_voting(with_passphrases(meeting, held), actor=meeting.head.officer)
    held.ballot.refresh_from_db()
    assert duties_of(teller) == []
    assert duties_of(voter) == [(f"Bỏ phiếu của {city}", at("-vote", held, city.pk))]
    (vote,) = ballot_duties(voter)
    assert (vote.is_now, vote.due) == (True, meeting.conference.held_on), "first of the day, before what is due in it"
    vote_all(meeting, held, (1, 0, 0, 0, 0))
    assert duties_of(voter) == []
    assert duties_of(teller) == [("Mở và kiểm phiếu", at("-count", held))]
    count(held, passphrases=(FIRST, SECOND), actor=teller)
    assert duties_of(teller) == []


def test_the_page_shows_the_teller_and_the_voter_their_way(meeting):
    held = prepared(meeting)
    assert at("-passphrase", held) in words(signed_in(meeting.tellers[0], "vi").get(at("", held)))
    open_voting(with_passphrases(meeting, held), actor=meeting.head.officer)
    voter = meeting.cities[3]
    page = words(signed_in(voter.approver, "vi").get(at("", held)))
    assert at("-vote", held, voter.organisation.pk) in page
