"""Two people at one scoring in the same moment, with real connections."""

from functools import partial

import pytest

from clusters.models import Score, ScoringFinish, ScoringTask
from clusters.scores.actions.scores import finish_scores, write_score
from clusters.scores.actions.scoring import open_scoring, take_step
from clusters.scores.rules.entry import ScorePart
from clusters.scores.rules.terms import ScoreKind
from tests.at_once import second_while_first
from tests.clusters.scores.make import finish, give, make_scored_year, make_scoring

pytestmark = pytest.mark.usefixtures("own_database")


def writing(world, city, text):
    return partial(
        write_score,
        world.scoring,
        ScoreKind.SELF,
        criterion=world.judged,
        scored=city.organisation,
        scorer=city.organisation,
        part=ScorePart.POINTS,
        text=text,
        seen="",
        actor=city.officer,
    )


def finishing(world, city):
    return partial(finish_scores, world.scoring, ScoreKind.SELF, organisation=city.organisation, actor=city.officer)


def test_of_two_at_one_cell_the_later_is_told():
    world = make_scoring()
    city = world.cities[1]
    given = second_while_first(writing(world, city, "4"), writing(world, city, "5"))
    assert isinstance(given, str)
    assert Score.objects.get().points == 4


def test_nothing_is_written_beside_a_finish_or_a_step():
    world = make_scoring()
    city, other = world.cities[1:3]
    give(world, ScoreKind.SELF, scored=city, scorer=city, points=0)
    assert isinstance(second_while_first(finishing(world, city), writing(world, city, "5")), str)
    finish(world, ScoreKind.SELF, world.head)
    step = partial(take_step, world.scoring, "open_cross", why="gấp", actor=world.head.officer)
    assert isinstance(second_while_first(step, writing(world, other, "5")), str)
    assert not Score.objects.filter(points=5).exists()


def test_two_finishes_at_once_are_one():
    world = make_scoring()
    city = world.cities[1]
    give(world, ScoreKind.SELF, scored=city, scorer=city, points=0)
    assert isinstance(second_while_first(finishing(world, city), finishing(world, city)), str)
    assert ScoringFinish.objects.count() == 1


def test_two_openings_at_once_draw_once():
    year, cities, _lines = make_scored_year()
    opening = partial(open_scoring, year, actor=cities[0].officer)
    assert isinstance(second_while_first(opening, opening), str)
    assert ScoringTask.objects.count() == 10
