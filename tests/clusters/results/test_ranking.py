"""Places from points: the laws of ranking, and each rule for equal points."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.regulation.rules.terms import TieRule
from clusters.results.rules.ranking import Entrant, ranked

POINTS = st.decimals(min_value=0, max_value=3, places=0)
GROUPS = st.lists(POINTS, min_size=2, max_size=2).map(tuple)


@st.composite
def fields(draw):
    keys = draw(st.lists(st.integers(1, 99), unique=True, max_size=8))
    entrants = [Entrant(key, draw(POINTS), draw(GROUPS | st.just(())), draw(POINTS)) for key in keys]
    votes = draw(st.none() | st.fixed_dictionaries({key: st.integers(0, 3) for key in keys}))
    return entrants, votes


def places(entrants, rule, votes=None):
    return {place.key: place for place in ranked(entrants, rule, votes=votes)}


@given(fields(), st.sampled_from(TieRule), st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(field, rule, random):
    entrants, votes = field
    mixed = random.sample(entrants, len(entrants))
    assert places(entrants, rule, votes) == places(mixed, rule, votes)


@given(fields(), st.sampled_from(TieRule))
def test_a_place_is_one_more_than_how_many_stand_before_it(field, rule):
    entrants, votes = field
    found = places(entrants, rule, votes)
    for place in found.values():
        assert place.number == 1 + sum(other.number < place.number for other in found.values())
        same = {key for key, other in found.items() if other.number == place.number}
        assert place.shared_with == same - {place.key}


@given(fields(), st.sampled_from(TieRule))
def test_more_points_always_stand_before_fewer(field, rule):
    entrants, votes = field
    found = places(entrants, rule, votes)
    for one in entrants:
        for other in entrants:
            if one.total > other.total:
                assert found[one.key].number < found[other.key].number


@given(fields(), st.sampled_from(TieRule), st.integers(100, 200))
def test_names_change_nothing(field, rule, shift):
    entrants, votes = field
    renamed = [Entrant(one.key + shift, one.total, one.groups, one.penalty) for one in entrants]
    again = None if votes is None else {key + shift: number for key, number in votes.items()}
    assert {key + shift: place.number for key, place in places(entrants, rule, votes).items()} == {
        key: place.number for key, place in places(renamed, rule, again).items()
    }


@given(fields(), st.sampled_from(TieRule))
def test_only_a_ballot_that_is_still_to_come_leaves_a_place_open(field, rule):
    entrants, votes = field
    for place in ranked(entrants, rule, votes=votes):
        assert place.is_open == (rule is TieRule.BALLOT and votes is None and place.is_shared)


def entrant(key, total, *groups, penalty=0):
    return Entrant(key, Decimal(total), tuple(map(Decimal, groups)), Decimal(penalty))


@pytest.mark.parametrize(
    ("rule", "votes", "expected"),
    [
        (TieRule.GROUPS_IN_ORDER, None, {1: 2, 2: 1, 3: 3}),
        (TieRule.FEWER_PENALTIES, None, {1: 1, 2: 2, 3: 3}),
        (TieRule.SHARED, None, {1: 1, 2: 1, 3: 3}),
        (TieRule.BALLOT, None, {1: 1, 2: 1, 3: 3}),
        (TieRule.BALLOT, {1: 2, 2: 5, 3: 9}, {1: 2, 2: 1, 3: 3}),
        (TieRule.BALLOT, {1: 4, 2: 4}, {1: 1, 2: 1, 3: 3}),
    ],
)
def test_who_stands_first_among_equals(rule, votes, expected):
    field = [entrant(1, 90, 50, 41, -1, penalty=1), entrant(2, 90, 52, 41, -3, penalty=3), entrant(3, 80, 60, 20, 0)]
    assert {key: place.number for key, place in places(field, rule, votes).items()} == expected


def test_a_later_group_decides_when_the_first_are_equal():
    field = [entrant(1, 90, 50, 20, 20), entrant(2, 90, 50, 25, 15)]
    assert places(field, TieRule.GROUPS_IN_ORDER)[2].number == 1


def test_who_is_equal_by_the_rule_too_shares_the_place():
    field = [entrant(1, 90, 50, 40), entrant(2, 90, 50, 40), entrant(3, 70, 50, 20)]
    found = places(field, TieRule.GROUPS_IN_ORDER)
    assert (found[1].number, found[2].number, found[3].number) == (1, 1, 3)
    assert found[1].shared_with == {2}


@pytest.mark.parametrize("rule", [TieRule.GROUPS_IN_ORDER, TieRule.FEWER_PENALTIES])
def test_a_total_set_by_a_later_act_is_not_looked_behind(rule):
    field = [entrant(1, 90, 50, 40), entrant(2, 90, 45, 45), entrant(3, 90)]
    assert {place.number for place in ranked(field, rule)} == {1}
