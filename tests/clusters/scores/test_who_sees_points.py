"""Whose points the database gives to whom; what is hidden is first shown to be there."""

import pytest
from django.urls import reverse

from clusters.models import Score
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.actions.evidence import attach_evidence
from clusters.scores.actions.scores import write_score
from clusters.scores.rules.entry import ScorePart
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.actor import Role
from tests.clusters.attachments.make import upload
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.scores.make import all_scored, finish, give, make_scoring, move_to

pytestmark = pytest.mark.usefixtures("today")
SELF, CROSS, APPRAISAL, FINAL = ScoreKind


def shown(world, actor):
    """{(kind, scored, scorer)} of what the person is given, as places in the circle."""
    places = {city.organisation.pk: place for place, city in enumerate(world.cities)}
    rows = Score.objects.visible_to(actor, world.scoring).values_list("kind", "scored", "scorer")
    return {(ScoreKind(kind), places[scored], places.get(scorer)) for kind, scored, scorer in rows}


@pytest.fixture
def crossing():
    """All have finished their own; each has scored those assigned to it, nobody said it is done."""
    world = make_scoring()
    for city in world.cities:
        give(world, SELF, scored=city, scorer=city, points=3)
        finish(world, SELF, city)
    move_to(world, RoundState.CROSS)
    for city in world.cities:
        for scored in world.scored_by(city):
            give(world, CROSS, scored=scored, scorer=city, points=4)
    return world


def test_nobody_sees_anothers_points_before_its_own_are_done_and_then_those_of_who_is_done(crossing):
    first = crossing.cities[0]
    mine = {(SELF, 0, 0), (CROSS, 1, 0), (CROSS, 2, 0)}
    finish(crossing, CROSS, crossing.cities[1])
    for actor in (first.officer, first.approver):
        assert shown(crossing, actor) == mine
    finish(crossing, CROSS, first)
    assert shown(crossing, first.officer) == mine | {(SELF, 1, 1), (SELF, 2, 2), (CROSS, 2, 1)}


def test_neither_the_head_nor_the_centre_sees_points_while_members_give_them(crossing):
    head = crossing.head
    assert shown(crossing, head.approver) == {(SELF, 0, 0), (CROSS, 1, 0), (CROSS, 2, 0)}
    for role in (Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER):
        assert shown(crossing, actor_for(role=role)) == set()
    move_to(crossing, RoundState.FINAL)
    for actor in (head.officer, actor_for(role=Role.CENTRAL_REVIEWER)):
        assert len(shown(crossing, actor)) == 15


@pytest.mark.parametrize("by_centre", [False, True])
def test_the_appraisal_is_seen_by_who_appraises(by_centre):
    world = make_scoring(appraiser=Appraiser.CENTRAL if by_centre else Appraiser.HEAD_PANEL)
    all_scored(world)
    give(world, APPRAISAL, scored=world.cities[3], scorer=None, points=4)
    centre = actor_for(role=Role.CENTRAL_REVIEWER)
    mine, other = (centre, world.head.officer) if by_centre else (world.head.officer, centre)
    assert (APPRAISAL, 3, None) in shown(world, mine)
    assert (APPRAISAL, 3, None) not in shown(world, other)
    assert (APPRAISAL, 3, None) not in shown(world, world.cities[3].officer)


def test_final_points_reach_the_members_when_they_are_frozen():
    world = make_scoring()
    all_scored(world)
    move_to(world, RoundState.FINAL)
    give(world, FINAL, scored=world.cities[3], scorer=None, points=4)
    member = world.cities[3].approver
    assert (FINAL, 3, None) not in shown(world, member)
    move_to(world, RoundState.FROZEN)
    assert (FINAL, 3, None) in shown(world, member)
    assert len(shown(world, member)) == 16


def test_strangers_readers_and_administrators_see_nothing_even_then():
    world = make_scoring()
    all_scored(world)
    move_to(world, RoundState.FROZEN)
    assert len(shown(world, world.cities[1].officer)) == 15
    for actor in (actor_for(), actor_for(role=Role.REPORT_READER), make_administrator()):
        assert shown(world, actor) == set()


def answer_to(actor, url) -> int:
    response = signed_in(actor).get(url)
    list(response)  # what streams is closed when it was read
    return response.status_code


def test_evidence_is_opened_by_who_scores_the_member_and_by_all_once_frozen():
    world = make_scoring()
    scored, scorer, other = world.cities[2], world.cities[1], world.cities[3]
    paper = attach_evidence(
        world.scoring,
        criterion=world.judged,
        organisation=scored.organisation,
        upload=upload(),
        actor=scored.officer,
    ).paper
    url = reverse("clusters:paper", args=[paper.pk])
    assert answer_to(scorer.officer, url) == 404
    move_to(world, RoundState.CROSS)
    for actor in (scored.approver, scorer.officer, world.head.officer, actor_for(role=Role.CENTRAL_REVIEWER)):
        assert answer_to(actor, url) == 200
    for actor in (other.officer, actor_for(), actor_for(role=Role.REPORT_READER)):
        assert answer_to(actor, url) == 404
    move_to(world, RoundState.FROZEN)
    assert answer_to(other.officer, url) == 200


def test_the_journal_tells_points_to_their_own_office_only():
    world = make_scoring()
    city = world.cities[1]
    place = {"scored": city.organisation, "scorer": city.organisation, "part": ScorePart.POINTS, "seen": ""}
    write_score(world.scoring, SELF, criterion=world.judged, text="7,77", actor=city.officer, **place)
    url = reverse("desk:audit")
    own = words(signed_in(city.approver).get(url))
    leader = words(signed_in(actor_for(role=Role.CENTRAL_LEADER)).get(url))
    assert "7,77" in own
    assert "Gave points" in leader
    assert "7,77" not in leader
