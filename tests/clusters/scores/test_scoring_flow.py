"""A scoring is opened on an adopted regulation and walks on; each wrong state, person and lack is refused."""

from functools import partial

import pytest
from django.utils import translation

from clusters.membership.models.cluster import Cluster, ClusterKind, ClusterYear
from clusters.models import Membership, ScoringRound, ScoringStep, ScoringTask
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.actions.scoring import open_scoring, take_step, unfinished_members
from clusters.scores.rules.assignment import assign
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.actions.closing import close_cluster_year
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.scores.make import all_scored, finish, give, make_scored_year, make_scoring, move_to
from tests.clusters.year.whole_years import close_year
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("today")
SELF, CROSS, APPRAISAL, FINAL, FROZEN = RoundState


def test_opening_draws_who_scores_whom_and_keeps_with_what():
    year, cities, _lines = make_scored_year(members=5)
    scoring = open_scoring(year, actor=cities[0].officer)
    pairs = set(ScoringTask.objects.values_list("scorer", "scored"))
    assert (scoring.state, scoring.cross_scorers, scoring.exception) == (SELF, 2, "")
    assert pairs == assign([city.organisation.pk for city in cities], 2, scoring.seed).pairs
    assert len(pairs) == 10
    assert ScoringStep.objects.get().name == "open_self"
    entry = AuditEntry.objects.get(verb="clusters.open_scoring")
    assert scoring.seed not in str(entry.after)


@pytest.mark.parametrize(("members", "k", "words"), [(3, 1, "each is scored by 1"), (2, 0, "nobody is scored")])
def test_a_cluster_too_small_is_scored_by_fewer_and_it_is_recorded(members, k, words):
    year, cities, _lines = make_scored_year(members=members)
    scoring = open_scoring(year, actor=cities[0].officer)
    assert scoring.cross_scorers == k
    assert words in scoring.exception
    assert ScoringStep.objects.get().why == scoring.exception
    assert ScoringTask.objects.count() == members * k


def test_what_is_kept_of_a_block_speaks_of_a_block_whoever_opens_it():
    year, cities, _lines = make_scored_year(members=2)
    Cluster.objects.filter(pk=year.cluster_id).update(kind=ClusterKind.KHOI)
    with translation.override("vi"):
        scoring = open_scoring(ClusterYear.objects.get(pk=year.pk), actor=cities[0].officer)
    assert scoring.exception.startswith("Khối có 2 đơn vị")


def refused(deed, sentence):
    with pytest.raises(Refusal, match=sentence):
        deed()


def test_opening_wants_an_adopted_regulation():
    year, cities, _lines = make_scored_year(adopted=False)
    refused(lambda: open_scoring(year, actor=cities[0].officer), "Have the regulation of this year adopted first")
    assert not ScoringRound.objects.exists()


def test_opening_is_for_the_heads_officer_alone():
    year, (head, member, *_), _lines = make_scored_year()
    others = [head.approver, member.officer, actor_for(role=Role.CENTRAL_LEADER), make_administrator()]
    for actor in others:
        refused(lambda actor=actor: open_scoring(year, actor=actor), "Only an officer of the head")
    assert not ScoringRound.objects.exists()


def test_opening_wants_two_members():
    year, (head, member), _lines = make_scored_year(members=2)
    Membership.objects.filter(organisation=member.organisation).delete()
    refused(lambda: open_scoring(year, actor=head.officer), "at least two members")


def test_opening_twice_and_in_a_closed_year_is_refused():
    year, (head, *_), _lines = make_scored_year()
    open_scoring(year, actor=head.officer)
    refused(lambda: open_scoring(year, actor=head.officer), "open already")
    closing = partial(close_cluster_year, year, on=DAY, why="hết năm", actor=make_administrator())
    refused(closing, "The scoring is under way")
    close_year(year)
    refused(lambda: open_scoring(year, actor=head.officer), "was closed on")
    refused(lambda: take_step(ScoringRound.objects.get(), "open_cross", actor=head.officer), "was closed on")


STEPS = {"open_cross": SELF, "open_appraisal": CROSS, "open_final": APPRAISAL, "freeze": FINAL}


@pytest.mark.parametrize("state", RoundState)
@pytest.mark.parametrize("name", STEPS)
def test_each_step_is_taken_from_its_own_state_only(name, state):
    world = make_scoring(state=state, members=3)
    actor = world.head.approver if name == "freeze" else world.head.officer
    if STEPS[name] == state:
        with pytest.raises(Refusal) as refusal:  # something is missing still, but the state is right
            take_step(world.scoring, name, actor=actor)
        assert "no longer possible" not in str(refusal.value)
    else:
        refused(lambda: take_step(world.scoring, name, why="x", actor=actor), "no longer possible")


@pytest.mark.parametrize("name", [*STEPS, "go_back"])
def test_each_step_is_refused_to_everybody_else(name):
    world = make_scoring(state=STEPS.get(name, FINAL))
    mine = world.head.approver if name == "freeze" else world.head.officer
    others = [
        world.head.officer if name == "freeze" else world.head.approver,
        world.cities[1].officer,
        world.cities[1].approver,
        actor_for(role=Role.CENTRAL_LEADER),
        actor_for(role=Role.REPORT_READER),
        make_administrator(),
        actor_for(),
    ]
    for actor in others:
        refused(lambda actor=actor: take_step(world.scoring, name, why="x", actor=actor), "not yours to take")
    assert mine not in others


def test_going_on_without_somebody_wants_a_reason_and_never_without_the_head():
    world = make_scoring(members=3)
    officer = world.head.officer
    assert len(unfinished_members(world.scoring)) == 3
    refused(lambda: take_step(world.scoring, "open_cross", why="gấp", actor=officer), "not finished its own scores")
    finish(world, ScoreKind.SELF, world.head)
    refused(lambda: take_step(world.scoring, "open_cross", why="  ", actor=officer), "say why you go on without")
    take_step(world.scoring, "open_cross", why="Hai đơn vị bị bão", actor=officer)
    assert ScoringStep.objects.first().why == "Hai đơn vị bị bão"
    assert AuditEntry.objects.get(verb="clusters.open_cross_scoring").why == "Hai đơn vị bị bão"
    refused(
        lambda: take_step(ScoringRound.objects.get(), "open_appraisal", why="gấp", actor=officer),
        "not finished its own scores",
    )


def test_a_reason_longer_than_the_journal_takes_is_refused_not_cut():
    world = make_scoring(state=CROSS)
    refused(lambda: take_step(world.scoring, "go_back", why="x" * 501, actor=world.head.officer), "at most 500")


def test_final_points_wait_for_the_appraisal_or_a_reason():
    world = make_scoring(state=APPRAISAL, members=2)
    refused(lambda: take_step(world.scoring, "open_final", actor=world.head.officer), "not appraised yet")
    for city in world.cities:
        give(world, ScoreKind.APPRAISAL, scored=city, scorer=None, points=0)
    take_step(world.scoring, "open_final", actor=world.head.officer)
    assert ScoringRound.objects.get().state == FINAL


def test_frozen_only_when_every_line_of_every_member_has_final_points():
    world = make_scoring(state=FINAL, members=2)
    first, second = world.cities
    give(world, ScoreKind.FINAL, scored=first, scorer=None, points=0)
    give(world, ScoreKind.FINAL, scored=second, scorer=None, points=0, lines=world.lines[1:])
    refused(lambda: take_step(world.scoring, "freeze", actor=world.head.approver), "no final points yet")
    give(world, ScoreKind.FINAL, scored=second, scorer=None, points=0, lines=world.lines[:1])
    take_step(world.scoring, "freeze", actor=world.head.approver)
    refused(
        lambda: take_step(ScoringRound.objects.get(), "go_back", why="x", actor=world.head.officer),
        "no longer possible",
    )


def test_going_back_wants_a_reason_and_who_has_seen_all_points_gives_none_any_more():
    world = make_scoring(members=3)
    all_scored(world)
    officer = world.head.officer
    refused(lambda: take_step(world.scoring, "go_back", actor=officer), "Say why the scoring is taken back")
    take_step(world.scoring, "go_back", why="Bổ sung", actor=officer)
    assert ScoringRound.objects.get().state == CROSS
    move_to(world, FINAL)
    take_step(world.scoring, "go_back", why="Thẩm định lại", actor=officer)
    refused(lambda: take_step(ScoringRound.objects.get(), "go_back", why="x", actor=officer), "have been seen already")


def test_going_back_leaves_what_was_finished_standing():
    world = make_scoring(members=3)
    all_scored(world)
    take_step(world.scoring, "go_back", why="Bổ sung", actor=world.head.officer)
    assert world.scoring.finishes.filter(kind=ScoreKind.CROSS).count() == 3


def test_where_the_central_board_appraises_the_head_still_takes_the_steps():
    world = make_scoring(state=APPRAISAL, members=2, appraiser=Appraiser.CENTRAL)
    take_step(world.scoring, "open_final", why="Ban không thẩm định", actor=world.head.officer)
    assert ScoringRound.objects.get().state == FINAL
