from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clusters.organisations.rules.lineage import (
    Link,
    ancestors,
    answering_for,
    descendants,
    origins_of,
    successors_on,
    told_as_one,
)

FIRST = date(2000, 1, 1)
BODIES = st.integers(0, 12)


@st.composite
def links(draw):
    """A history that can happen: who comes later has the higher number, and each body ends on one day."""
    pairs = draw(st.sets(st.tuples(BODIES, BODIES).filter(lambda pair: pair[0] < pair[1]), max_size=20))
    return [Link(old, new, FIRST + timedelta(days=old)) for old, new in sorted(pairs)]


@given(st.sets(BODIES), links())
def test_everybody_is_of_their_own_lineage(bodies, history):
    assert bodies <= ancestors(bodies, history)
    assert bodies <= descendants(bodies, history)


@given(BODIES, BODIES, links())
def test_ancestors_and_descendants_mirror_each_other(one, other, history):
    assert (one in ancestors([other], history)) == (other in descendants([one], history))


@given(st.sets(BODIES), links())
def test_walking_twice_finds_no_more(bodies, history):
    once = ancestors(bodies, history)
    assert ancestors(once, history) == once


@given(st.sets(BODIES), st.sets(BODIES), links())
def test_two_bodies_have_the_ancestors_of_both(some, others, history):
    assert ancestors(some | others, history) == ancestors(some, history) | ancestors(others, history)


@given(st.sets(BODIES), links())
def test_told_as_one_each_stands_under_who_came_last(bodies, history):
    told = told_as_one(bodies, origins_of(bodies, history))
    assert frozenset().union(*told.values()) == bodies
    assert all(not (descendants([one], history) - {one}) & bodies for one in told)
    assert all(found == ancestors([one], history) & bodies for one, found in told.items())


@given(st.sets(BODIES), links())
def test_who_answers_leaves_nothing_out_and_nothing_of_those_asked_besides(bodies, history):
    answered = answering_for(bodies, history)
    assert frozenset().union(*answered.values()) == ancestors(bodies, history)
    assert all(found & bodies == {one} for one, found in answered.items())


@given(BODIES, links())
def test_before_any_succession_a_body_stands_for_itself(body, history):
    assert successors_on(body, FIRST - timedelta(days=1), history) == {body}


@given(BODIES, st.integers(0, 20), links())
def test_who_stands_on_a_day_descends_and_has_not_ended(body, days, history):
    day = FIRST + timedelta(days=days)
    standing = successors_on(body, day, history)
    assert standing
    assert standing <= descendants([body], history)
    assert not standing & {link.predecessor for link in history if link.day <= day}


def test_a_ring_by_mistake_does_not_hang():
    ring = [Link(1, 2, FIRST), Link(2, 1, FIRST)]
    assert ancestors([1], ring) == {1, 2}


def test_a_province_merged_twice_keeps_all_it_came_from():
    history = [Link(1, 3, FIRST), Link(2, 3, FIRST), Link(3, 5, date(2025, 7, 1)), Link(4, 5, date(2025, 7, 1))]
    assert ancestors([5], history) == {1, 2, 3, 4, 5}
    assert successors_on(1, date(2025, 6, 30), history) == {3}
    assert successors_on(1, date(2025, 7, 1), history) == {5}
