"""What is missing of a campaign, and how far its life has come."""

from dataclasses import replace
from datetime import date

import pytest

from clusters.campaigns.rules.life import LifeDates, life, only_launched, sleeps
from clusters.campaigns.rules.missing import Said, hinders_launch, what_is_missing
from clusters.campaigns.rules.terms import Part, Stage, StageState
from emulation.core.period import Period
from tests.periods import YEAR_2023

TODAY = date(2023, 7, 10)
COMPLETE = Said(goals=1, written=frozenset(set(Part) - {Part.GOAL, Part.UNIT, Part.SOURCE, Part.CHECK_DATE}))


def test_without_a_goal_nothing_of_a_goal_is_there_and_each_lack_is_named():
    assert what_is_missing(Said()) == tuple(Part)
    assert hinders_launch(Said()) == (Part.GOAL, Part.UNIT, Part.SOURCE, Part.CHECK_DATE)
    assert what_is_missing(COMPLETE) == ()
    assert hinders_launch(replace(COMPLETE, without_source=1)) == (Part.SOURCE,)
    assert hinders_launch(replace(COMPLETE, written=frozenset())) == ()  # a plan may come later


def states(**dates):
    return {seen.stage: seen.state for seen in life(LifeDates(**{"during": YEAR_2023, **dates}), TODAY)}


def test_silence_is_no_zero_and_what_is_due_is_late_only_after_its_day():
    fresh = states()
    assert fresh[Stage.LAUNCHED] is StageState.UNKNOWN
    assert {fresh[Stage.JOINED], fresh[Stage.REPORTED]} == {StageState.SILENT}
    assert {fresh[Stage.CHECKED], fresh[Stage.SUMMED_UP]} == {StageState.TO_COME}
    late = states(checked_by=date(2023, 7, 9), during=Period(None, TODAY))
    assert {late[Stage.CHECKED], late[Stage.SUMMED_UP]} == {StageState.LATE}
    assert states(checked_by=TODAY)[Stage.CHECKED] is StageState.TO_COME
    names = {"launched", "joined", "reported", "checked", "summed_up"}
    assert set(states(**dict.fromkeys(names, TODAY)).values()) == {StageState.DONE}


@pytest.mark.parametrize(
    ("dates", "asleep", "launched_only"),
    [
        ({"launched": date(2023, 4, 11)}, False, False),
        ({"launched": date(2023, 4, 10)}, True, True),
        ({"launched": date(2023, 1, 1), "joined": date(2023, 2, 1)}, True, False),
        ({"launched": date(2023, 1, 1), "joined": date(2023, 2, 1), "heard": date(2023, 6, 1)}, False, False),
        ({}, True, True),
        ({"summed_up": date(2023, 7, 1)}, False, False),
        ({"during": Period.year(2022), "launched": date(2022, 1, 1)}, False, True),
    ],
)
def test_a_quarter_without_a_word_and_it_sleeps(dates, asleep, launched_only):
    found = LifeDates(**{"during": YEAR_2023, **dates})
    assert (sleeps(found, TODAY), only_launched(found, TODAY)) == (asleep, launched_only)
