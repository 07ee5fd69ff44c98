"""Whose part in a stage is done, whom the stage waits for, and who sees it on the page of the year."""

from dataclasses import replace

import pytest

from clusters.figures.rules.terms import SheetState
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.pacts.rules.terms import PactState
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.rules.cycle import MemberFacts, Sheets, StageName, StageProgress, YearFacts
from clusters.year.rules.parts import MID_YEAR, Part, awaited, part_of
from tests.clusters.figures.make import in_state, make_figure, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.pacts.make import in_force, make_pact
from tests.clusters.regulation.make import adopt, make_scheme
from tests.clusters.scores.make import make_scoring
from tests.periods import DAY

ONE = MemberFacts(1, "Mẫu Một", sheets={MID_YEAR: None, WHOLE_YEAR: None})
TWO = MemberFacts(2, "Mẫu Hai", sheets={WHOLE_YEAR: None})
YEAR = YearFacts(members=2, who=(ONE, TWO))


def test_a_signing_waits_for_those_who_have_not_signed():
    signed = replace(ONE, has_signed=True)
    asked = replace(YEAR, pact=PactState.SIGNING, signed=1, who=(signed, TWO))
    assert part_of(signed, StageName.PACT, asked).progress is StageProgress.DONE
    assert awaited(asked, StageName.PACT) == (TWO,)
    assert awaited(replace(asked, pact=PactState.CONSULTED), StageName.PACT) == ()
    assert awaited(replace(asked, signed=0, who=(ONE, TWO)), StageName.PACT) == (), "the head signs first"


@pytest.mark.parametrize(
    ("state", "part"),
    [
        (None, Part(StageProgress.NOT_BEGUN, is_awaited=True)),
        (SheetState.SUBMITTED, Part(StageProgress.UNDER_WAY, SheetState.SUBMITTED, is_awaited=True)),
        (SheetState.APPROVED, Part(StageProgress.UNDER_WAY, SheetState.APPROVED)),
        (SheetState.ACCEPTED, Part(StageProgress.DONE, SheetState.ACCEPTED)),
    ],
)
def test_figures_are_waited_for_until_they_are_sent(state, part):
    one = replace(ONE, sheets={MID_YEAR: state})
    facts = replace(YEAR, mid_year=Sheets(is_asked=True), who=(one,))
    assert part_of(one, StageName.MID_YEAR, facts) == part
    assert not part_of(one, StageName.MID_YEAR, replace(facts, mid_year=Sheets())).is_awaited


def test_what_is_not_sent_in_time_is_late_whether_begun_or_not():
    facts = replace(YEAR, mid_year=Sheets(late=(ONE.name,)))
    assert part_of(ONE, StageName.MID_YEAR, facts) == Part(StageProgress.LATE, is_awaited=True)


def test_nothing_is_asked_of_a_span_in_which_a_member_did_not_sit():
    assert part_of(TWO, StageName.MID_YEAR, YEAR) == Part(None)


def test_scores_are_waited_for_in_their_round_and_not_in_time_after_it():
    scorer = replace(ONE, scores_others=True, finished=frozenset({ScoreKind.SELF}))
    facts = replace(YEAR, scoring=RoundState.CROSS, who=(scorer, TWO))
    assert part_of(scorer, StageName.SELF, facts).progress is StageProgress.DONE
    assert part_of(TWO, StageName.SELF, facts) == Part(StageProgress.LATE)
    assert awaited(facts, StageName.CROSS) == (scorer,)
    assert part_of(TWO, StageName.CROSS, facts) == Part(None)


@pytest.mark.django_db
def test_the_year_shows_each_member_s_part_and_leads_to_it(settings):
    settings.DEMONSTRATION_DAY = DAY
    year, head, member = make_two_cities()
    adopt(make_scheme(cluster_year=year).scheme)
    in_force(make_pact(year, head), head, [head, member])
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.APPROVED)
    page = words(signed_in(head.officer).get(year.get_absolute_url()))
    assert f"Accept the figures of {member.organisation.name}" in page
    assert f'href="{figure.sheet.get_absolute_url()}"' in page
    assert f"Waiting for: {head.organisation.name}" in page


@pytest.mark.django_db
def test_who_has_not_scored_is_told_to_the_head_and_to_nobody_else_before_the_end(settings):
    settings.DEMONSTRATION_DAY = DAY
    world = make_scoring()
    told = []
    for city in world.cities[:2]:
        page = words(signed_in(city.officer).get(world.year.get_absolute_url()))
        told.append(page[page.index("data-table matrix") :].count("Under way"))
    assert told == [5, 1]
