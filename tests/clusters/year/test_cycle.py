"""Where a cluster's year is: stages in order, what is late, what comes next."""

from dataclasses import replace
from datetime import date

import pytest

from clusters.figures.rules.terms import SheetState
from clusters.pacts.rules.terms import PactState
from clusters.regulation.rules.terms import SchemeState
from clusters.results.rules.terms import ResultState
from clusters.scores.rules.terms import RoundState
from clusters.year.rules.cycle import Sheets, StageName, StageProgress, YearFacts, next_stage, stages

EMPTY = YearFacts(members=3)
ALL_ACCEPTED = Sheets((SheetState.ACCEPTED,) * 3)


def of(facts: YearFacts) -> dict:
    return {stage.name: stage for stage in stages(facts)}


def test_a_year_that_has_not_begun_begins_with_its_regulation():
    found = stages(EMPTY)
    assert [stage.name for stage in found] == list(StageName)
    assert {stage.progress for stage in found} == {StageProgress.NOT_BEGUN}
    assert next_stage(found).name is StageName.REGULATION


def test_a_stage_is_done_by_what_ends_it():
    facts = replace(EMPTY, scheme=SchemeState.DRAFT, pact=PactState.SIGNING, signed=2)
    assert of(facts)[StageName.REGULATION].progress is StageProgress.UNDER_WAY
    pact = of(facts)[StageName.PACT]
    assert (pact.progress, pact.done, pact.of) == (StageProgress.UNDER_WAY, 2, 3)
    facts = replace(facts, scheme=SchemeState.ADOPTED, pact=PactState.IN_FORCE)
    assert next_stage(stages(facts)).name is StageName.MID_YEAR


def test_figures_count_who_has_sent_and_end_with_the_last_acceptance():
    sheets = Sheets((SheetState.ACCEPTED, SheetState.APPROVED, SheetState.RETURNED), date(2023, 7, 15))
    stage = of(replace(EMPTY, mid_year=sheets))[StageName.MID_YEAR]
    assert (stage.progress, stage.done, stage.of, stage.due_on) == (StageProgress.UNDER_WAY, 2, 3, date(2023, 7, 15))
    assert of(replace(EMPTY, mid_year=ALL_ACCEPTED))[StageName.MID_YEAR].progress is StageProgress.DONE
    late = of(replace(EMPTY, mid_year=replace(sheets, late=("Đơn vị Thử",))))[StageName.MID_YEAR]
    assert (late.progress, late.late) == (StageProgress.LATE, ("Đơn vị Thử",))


def test_a_cluster_without_members_has_done_nothing():
    assert of(YearFacts(members=0))[StageName.MID_YEAR].progress is StageProgress.NOT_BEGUN


@pytest.mark.parametrize("state", list(RoundState))
def test_the_stages_of_scoring_follow_each_other(state):
    order = list(RoundState)
    facts = replace(EMPTY, scoring=state, finished_self=3, finished_cross=1)
    progress = [of(facts)[StageName(one.value)].progress for one in order[:-1]]
    reached = order.index(state)
    assert progress == [
        StageProgress.DONE
        if place < reached
        else StageProgress.UNDER_WAY
        if place == reached
        else StageProgress.NOT_BEGUN
        for place in range(len(order) - 1)
    ]
    cross = of(facts)[StageName.CROSS]
    assert (cross.done, cross.of) == (1, 3)
    assert (of(facts)[StageName.APPRAISAL].done, of(facts)[StageName.APPRAISAL].of) == (0, 0)


def test_the_result_comes_after_the_points_and_then_the_closing():
    facts = YearFacts(
        members=3,
        scheme=SchemeState.ADOPTED,
        pact=PactState.IN_FORCE,
        mid_year=ALL_ACCEPTED,
        year=ALL_ACCEPTED,
        scoring=RoundState.FROZEN,
    )
    assert next_stage(stages(facts)).name is StageName.RESULT
    draft = replace(facts, result=ResultState.DRAFT)
    assert of(draft)[StageName.RESULT].progress is StageProgress.UNDER_WAY
    frozen = replace(facts, result=ResultState.FROZEN)
    assert next_stage(stages(frozen)).name is StageName.CLOSING
    assert next_stage(stages(replace(frozen, closed=True))) is None
