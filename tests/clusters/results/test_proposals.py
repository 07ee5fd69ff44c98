"""Who may be acclaimed and proposed, and what hinders the freezing of a result, as pure rules."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.regulation.rules.proposed_awards import OFFERED, ProposedAward
from clusters.results.rules.flow import FLOW, MENDED_BY_A_REASON, ResultCase, ResultHindrance
from clusters.results.rules.proposals import Candidate, ProposalBar, bar_to_acclaim, bar_to_proposal, most_of
from clusters.results.rules.terms import ResultState

WHOLE = ResultCase(has_minutes=True, is_acclaimed=True, has_head=True)


@pytest.mark.parametrize(
    ("candidate", "of", "expected"),
    [
        (Candidate(votes=3), 5, None),
        (Candidate(votes=2), 5, ProposalBar.TOO_FEW_VOTES),
        (Candidate(votes=0), 5, ProposalBar.TOO_FEW_VOTES),
        (Candidate(votes=None), 5, None),
        (Candidate(votes=2), None, None),
        (Candidate(is_knocked_out=True, votes=5), 5, ProposalBar.KNOCKED_OUT),
        (Candidate(is_knocked_out=True), None, ProposalBar.KNOCKED_OUT),
    ],
)
def test_who_may_be_acclaimed(candidate, of, expected):
    assert bar_to_acclaim(candidate, threshold=Decimal(60), of=of) is expected


@given(st.integers(0, 50), st.integers(1, 50), st.decimals(0, 100, places=2))
def test_the_share_of_votes_is_reached_without_rounding(votes, of, threshold):
    bar = bar_to_acclaim(Candidate(votes=votes), threshold=threshold, of=of)
    assert (bar is None) == (Decimal(votes) * 100 >= threshold * of)


@pytest.mark.parametrize("for_acclaimed_only", [True, False])
def test_who_may_be_proposed(for_acclaimed_only):
    def bar(**facts):
        return bar_to_proposal(Candidate(**facts), for_acclaimed_only=for_acclaimed_only)

    assert bar(is_acclaimed=True) is None
    assert bar(is_knocked_out=True) is ProposalBar.KNOCKED_OUT
    assert bar() is (ProposalBar.NOT_ACCLAIMED if for_acclaimed_only else None)


@pytest.mark.parametrize(("leaders", "most"), [(0, 0), (4, 0), (5, 1), (9, 1), (10, 2)])
def test_a_share_of_leaders_is_rounded_down(leaders, most):
    assert most_of(leaders, 20) == most


@given(st.integers(0, 200), st.integers(1, 100))
def test_a_share_never_leaves_room_for_more_and_wastes_no_whole_unit(leaders, percent):
    most = most_of(leaders, percent)
    assert most * 100 <= leaders * percent < (most + 1) * 100
    assert most <= leaders


def test_each_level_offers_the_awards_of_the_state_and_its_own():
    assert all(set(OFFERED["central"]) <= set(awards) for awards in OFFERED.values())
    assert {award for awards in OFFERED.values() for award in awards} == set(ProposedAward)


@pytest.mark.parametrize(
    ("case", "hindrance"),
    [
        (WHOLE, None),
        (replace(WHOLE, open_places=2), ResultHindrance.PLACES_OPEN),
        (replace(WHOLE, has_minutes=False), ResultHindrance.NO_MINUTES),
        (replace(WHOLE, barred=1), ResultHindrance.BARRED_PROPOSAL),
        (replace(WHOLE, is_acclaimed=False), ResultHindrance.NOBODY_ACCLAIMED),
        (replace(WHOLE, has_head=False), ResultHindrance.NO_HEAD_ELECTED),
    ],
)
def test_what_hinders_the_freezing_and_what_a_reason_mends(case, hindrance):
    freeze = FLOW.step("freeze")
    assert freeze.hindrance(case) == hindrance
    explained = freeze.hindrance(replace(case, is_explained=True))
    assert explained == (None if hindrance in MENDED_BY_A_REASON else hindrance)


def test_only_a_later_act_is_withdrawn_and_nothing_leads_out_of_the_end():
    assert FLOW.step("withdraw").hindrance(ResultCase()) == ResultHindrance.NOT_A_LATER_ACT
    assert FLOW.step("withdraw").hindrance(ResultCase(number=1)) is None
    assert not FLOW.open_from(ResultState.FROZEN)
    assert not FLOW.open_from(ResultState.WITHDRAWN)
