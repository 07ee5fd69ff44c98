"""What hinders the closing of a year, what is only left undone, and that nothing is left out of the list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.pacts.rules.terms import PactState
from clusters.regulation.rules.terms import SchemeState
from clusters.scores.rules.terms import RoundState
from clusters.year.rules.closing import (
    HINDERING,
    NOTED,
    ClosingFacts,
    Finding,
    Loose,
    Matter,
    MatterStanding,
    SpanFacts,
    checklist,
    hindering,
    never_reported,
    undone,
)

DONE = ClosingFacts(
    scheme=SchemeState.ADOPTED,
    pacts=(PactState.IN_FORCE,),
    scoring=RoundState.FROZEN,
    has_result=True,
    signed_reports=frozenset({0, 1, 2}),
)
IN_FORCE, DRAFT = PactState.IN_FORCE, PactState.DRAFT
names = st.lists(st.sampled_from(["Hải Phòng", "Cần Thơ", "Đà Nẵng"]), unique=True).map(tuple)
spans = st.builds(SpanFacts, sent=names, missing=names)
facts_of_years = st.builds(
    ClosingFacts,
    scheme=st.none() | st.sampled_from(SchemeState),
    pacts=st.lists(st.sampled_from(PactState), max_size=3).map(tuple),
    mid_year=spans,
    second_half=spans,
    year=spans,
    scoring=st.none() | st.sampled_from(RoundState),
    has_result=st.booleans(),
    result_drafted=st.booleans(),
    elected=names,
    open_conferences=names,
    planned_conferences=names,
    signed_reports=st.none() | st.frozensets(st.sampled_from([0, 1, 2])),
)


def loose(facts: ClosingFacts) -> list:
    return [one.loose for one in checklist(facts) if one.loose]


def test_a_year_with_everything_done_is_closed_without_a_reason():
    assert loose(DONE) == []
    assert {one.standing for one in checklist(DONE)} == {MatterStanding.DONE}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"open_conferences": ("Hội nghị thử",)}, [Loose.CONFERENCE_OPEN]),
        ({"pacts": (PactState.SIGNING,)}, [Loose.PACT_SIGNING, Loose.NO_PACT]),
        ({"pacts": (IN_FORCE, PactState.CONSULTED)}, [Loose.PACT_ASKED]),
        ({"second_half": SpanFacts(sent=("Cần Thơ",))}, [Loose.FIGURES_SENT]),
        ({"result_drafted": True}, [Loose.RESULT_DRAFTED]),
        *(({"scoring": state}, [Loose.SCORING_RUNS]) for state in RoundState if state is not RoundState.FROZEN),
    ],
)
def test_what_moves_hinders(changes, expected):
    facts = replace(DONE, **changes)
    assert loose(facts) == expected
    assert hindering(checklist(facts))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"scheme": SchemeState.DRAFT}, [Loose.NO_REGULATION]),
        ({"pacts": ()}, [Loose.NO_PACT]),
        ({"pacts": (DRAFT,)}, [Loose.NO_PACT]),
        ({"pacts": (IN_FORCE, DRAFT)}, [Loose.ADDENDUM_DRAFTED]),
        ({"mid_year": SpanFacts(missing=("Cần Thơ",))}, [Loose.FIGURES_MISSING]),
        ({"scoring": None}, [Loose.NOT_SCORED]),
        ({"has_result": False}, [Loose.NO_RESULT]),
        ({"planned_conferences": ("Hội nghị thử",)}, [Loose.CONFERENCE_NOT_HELD]),
        ({"signed_reports": frozenset({1})}, [Loose.REPORT_UNSIGNED]),
        ({"signed_reports": frozenset({1, 2})}, [Loose.REPORT_UNSIGNED]),
    ],
)
def test_what_is_left_undone_hinders_nothing_and_is_kept(changes, expected):
    found = checklist(replace(DONE, **changes))
    assert [one.loose for one in undone(found)] == expected
    assert not hindering(found)


def test_a_year_of_the_past_that_holds_only_posts_can_be_closed():
    assert not hindering(checklist(ClosingFacts()))


def test_who_was_elected_is_only_noted_for_the_post_is_of_the_next_year():
    found = checklist(replace(DONE, elected=("Cụm trưởng: Cần Thơ",)))
    assert Finding(Matter.ELECTED, Loose.POST_NOT_TAKEN, ("Cụm trưởng: Cần Thơ",)) in found
    assert not hindering(found)
    assert not undone(found)


def test_half_years_without_accepted_figures_are_told_of_the_mid_year_and_the_year_only():
    assert loose(replace(DONE, second_half=SpanFacts(missing=("Cần Thơ",)))) == []


@given(facts_of_years)
def test_every_finding_has_one_standing_and_every_matter_of_the_year_is_there(facts):
    found = checklist(facts)
    assert [one.matter for one in found] == sorted((one.matter for one in found), key=list(Matter).index)
    always = set(Matter) - {Matter.SECOND_HALF, Matter.ELECTED, Matter.CONFERENCES, Matter.REPORTS}
    assert always <= {one.matter for one in found}
    assert len(hindering(found)) + len(undone(found)) == sum(
        one.standing in (MatterStanding.HINDERS, MatterStanding.UNDONE) for one in found
    )
    for matter in {one.matter for one in found if one.standing is MatterStanding.DONE}:
        assert [one.matter for one in found].count(matter) == 1


def test_no_loose_end_is_of_two_kinds():
    assert not HINDERING & NOTED


@pytest.mark.parametrize(
    ("signed", "never"), [({0}, False), ({0, 1}, False), ({1, 2}, True), (set(), True), (None, False)]
)
def test_a_year_without_a_signed_year_end_report_will_never_have_one(signed, never):
    facts = replace(DONE, signed_reports=None if signed is None else frozenset(signed))
    assert never_reported(checklist(facts)) is never
