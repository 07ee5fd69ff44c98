"""Votes of a conference brought into the result of its year."""

import pytest
from django.urls import reverse

from clusters.ballots.actions.into_result import take_votes
from clusters.ballots.models import outcome_in
from clusters.ballots.rules import OutcomeKind
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.models import YearResult
from clusters.regulation.rules.terms import TieRule
from clusters.results.actions.freezing import freeze_result
from emulation.core.errors import Refusal
from tests.clusters.ballots.make import Meeting, counted, prepared
from tests.clusters.conferences.make import opened
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.results.make import OFFICE, drawn, make_frozen

pytestmark = pytest.mark.usefixtures("today")


def meeting_of(world) -> Meeting:
    return Meeting(world.year, opened(world.year, world.head, quorum=3), tuple(world.cities))


def test_acclaim_head_and_deputy_come_from_the_counted_ballots():
    world = make_frozen()
    meeting = meeting_of(world)
    counted(meeting, (1, 0, 0, 0, 0))
    counted(meeting, (1, 2, 1, 1, 1), purpose=BallotPurpose.HEAD)
    counted(meeting, (2, 2, 1, 2, 2), purpose=BallotPurpose.DEPUTY)
    result = take_votes(drawn(world), meeting.conference, actor=world.head.officer)
    assert (result.conference, result.eligible, result.present) == (meeting.conference, 5, 5)
    places = {place.organisation_id: place for place in result.places.all()}
    assert [places[unit.pk].votes_for for unit in meeting.units] == [4, 1, 0, 0, 0]
    assert [place.organisation for place in places.values() if place.is_acclaimed] == [meeting.units[0]]
    elected = dict(result.elections.values_list("post", "organisation"))
    assert elected == {"head": meeting.units[1].pk, "deputy": meeting.units[2].pk}
    assert freeze_result(result, office=OFFICE, why="", actor=world.head.approver).is_frozen


def test_equal_votes_are_parted_by_the_place_in_the_frozen_points():
    world = make_frozen(own_unit_excluded=True)
    held = counted(meeting_of(world), (1, 0, 0, 1, None), candidates=None)
    assert outcome_in(held).kind is OutcomeKind.TOO_FEW
    world = make_frozen(ballot_threshold=40)
    held = counted(meeting_of(world), (1, 0, 0, 1, None))
    told = outcome_in(held)
    assert (told.kind, told.chosen) == (OutcomeKind.CHOSEN_BY_PLACE, world.cities[0].organisation.pk)


def test_places_that_the_regulation_leaves_to_a_ballot_follow_its_votes():
    world = make_frozen(totals=(50, 50, 30, 20, 10), tie_rule=TieRule.BALLOT)
    meeting = meeting_of(world)
    counted(meeting, (1, 0, 1, 1, 1))
    result = take_votes(drawn(world), meeting.conference, actor=world.head.officer)
    ranks = dict(result.places.values_list("organisation", "rank"))
    assert [ranks[unit.pk] for unit in meeting.units] == [2, 1, 3, 4, 5]


def test_who_is_knocked_out_is_not_put_to_the_vote():
    world = make_frozen(found_of=[4])
    meeting = meeting_of(world)
    with pytest.raises(Refusal, match="is knocked out by the points of the year"):
        prepared(meeting)
    assert prepared(meeting, candidates=meeting.units[:4])


def test_a_conference_with_a_vote_on_its_way_gives_none_yet():
    world = make_frozen()
    meeting = meeting_of(world)
    result = drawn(world)
    with pytest.raises(Refusal, match="no vote of the year that is counted"):
        take_votes(result, meeting.conference, actor=world.head.officer)
    counted(meeting, (1, 0, 0, 0, 0))
    prepared(meeting, purpose=BallotPurpose.HEAD)
    with pytest.raises(Refusal, match="one is still on its way"):
        take_votes(result, meeting.conference, actor=world.head.officer)


def test_only_the_heads_officer_takes_them():
    world = make_frozen()
    meeting = meeting_of(world)
    counted(meeting, (1, 0, 0, 0, 0))
    with pytest.raises(Refusal, match="Only an officer of the head"):
        take_votes(drawn(world), meeting.conference, actor=world.head.approver)


def test_the_page_of_the_draft_offers_them():
    world = make_frozen()
    meeting = meeting_of(world)
    result = drawn(world)
    client = signed_in(world.head.officer, "vi")
    assert "Lấy kết quả bỏ phiếu của hội nghị" not in words(client.get(result.get_absolute_url()))
    counted(meeting, (1, 0, 0, 0, 0))
    assert "Lấy kết quả bỏ phiếu của hội nghị ngày 06/07/2023" in words(client.get(result.get_absolute_url()))
    address = reverse("clusters:year-result-take-votes", args=[world.year.pk, 0, meeting.conference.pk])
    page = words(client.post(address, follow=True))
    assert "Đã lấy kết quả bỏ phiếu, bầu cử từ hội nghị." in page
    assert YearResult.objects.get().conference == meeting.conference
