"""What several years have in common: stated, never judged; units followed by lineage."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clusters.organisations.rules.lineage import Link
from clusters.results.rules.year_facts import FEWEST_YEARS, FactKind, YearFact, YearOutcome, facts_of

MERGED = date(2025, 7, 1)


def years(*acclaimed, start=2020, heads=()):
    return [
        YearOutcome(start + at, frozenset() if unit is None else frozenset({unit}), unit, (*heads, *[None] * 99)[at])
        for at, unit in enumerate(acclaimed)
    ]


def of(kind, outcomes, links=()):
    return [fact for fact in facts_of(outcomes, links) if fact.kind is kind]


def test_with_few_years_nothing_is_said_of_turns():
    assert facts_of(years(1, 2, 1), ()) == (YearFact(FactKind.TOO_FEW_YEARS, (2020, 2021, 2022)),)
    assert facts_of([], ()) == (YearFact(FactKind.TOO_FEW_YEARS, ()),)
    assert of(FactKind.TOO_FEW_YEARS, years(1, 2, 1, 2)) == []


def test_the_head_at_the_first_place_is_stated_with_its_years():
    found = of(FactKind.HEAD_IS_FIRST, years(1, 2, 3, 1, heads=(1, 1, 3, 1)))
    assert found == [
        YearFact(FactKind.HEAD_IS_FIRST, (2020, 2023), (1,)),
        YearFact(FactKind.HEAD_IS_FIRST, (2022,), (3,)),
    ]


def test_a_head_that_shares_the_first_place_is_first_and_need_not_be_acclaimed():
    outcome = YearOutcome(2023, frozenset({1, 2}), 2, head=1)
    assert of(FactKind.HEAD_IS_FIRST, [outcome])
    assert of(FactKind.HEAD_IS_ACCLAIMED, [outcome]) == []


def test_the_same_unit_in_years_that_follow_each_other():
    found = of(FactKind.ACCLAIMED_AGAIN, years(1, 1, 2, 1, 1, 1))
    assert found == [
        YearFact(FactKind.ACCLAIMED_AGAIN, (2020, 2021), (1,)),
        YearFact(FactKind.ACCLAIMED_AGAIN, (2023, 2024, 2025), (1,)),
    ]


def test_a_year_between_without_result_breaks_the_chain():
    rows = [*years(1), *years(1, start=2022)]
    assert of(FactKind.ACCLAIMED_AGAIN, rows) == []


def test_a_merged_unit_goes_on_what_its_predecessor_began():
    links = [Link(1, 3, MERGED), Link(2, 3, MERGED)]
    assert of(FactKind.FIRST_AGAIN, years(1, 3), links) == [YearFact(FactKind.FIRST_AGAIN, (2020, 2021), (3,))]
    assert of(FactKind.FIRST_AGAIN, years(1, 2, 3), links) == [YearFact(FactKind.FIRST_AGAIN, (2021, 2022), (3,))]


def test_units_that_take_turns_are_named_in_their_order():
    assert of(FactKind.IN_TURN, years(9, 1, 2, 1, 2)) == [YearFact(FactKind.IN_TURN, (2021, 2022, 2023, 2024), (1, 2))]
    assert of(FactKind.IN_TURN, years(1, 2, 3, 1, 2, 3, 1)) == [
        YearFact(FactKind.IN_TURN, tuple(range(2020, 2027)), (1, 2, 3))
    ]


def test_turns_go_on_through_a_merger():
    links = [Link(1, 5, MERGED), Link(4, 5, MERGED)]
    assert of(FactKind.IN_TURN, years(1, 2, 5, 2), links) == [
        YearFact(FactKind.IN_TURN, tuple(range(2020, 2024)), (1, 2))
    ]


def test_what_is_no_turn_is_not_called_one():
    for row in ((1, 1, 1, 1), (1, 2, 3, 4), (1, 2, 3, 1), (1, 2, 2, 1), (1, 2, 1, None), (1, 2, None, 1, 2)):
        assert of(FactKind.IN_TURN, years(*row)) == []


@given(st.permutations([1, 2, 3]), st.integers(0, 3), st.integers(2, 3))
def test_any_set_that_really_takes_turns_is_found(units, strange, size):
    turn = units[:size]
    row = [*[9, 8, 7][:strange], *turn, *turn]
    assert of(FactKind.IN_TURN, years(*row))[0].units == tuple(turn)


@given(st.lists(st.none() | st.integers(1, 3), max_size=9), st.randoms(use_true_random=False))
def test_facts_do_not_depend_on_the_order_and_name_only_years_there_are(row, random):
    outcomes = years(*row)
    facts = facts_of(outcomes, ())
    assert facts == facts_of(random.sample(outcomes, len(outcomes)), ())
    known = {one.year for one in outcomes}
    assert all(set(fact.years) <= known and list(fact.years) == sorted(fact.years) for fact in facts)
    assert (len(outcomes) < FEWEST_YEARS) == any(fact.kind is FactKind.TOO_FEW_YEARS for fact in facts)
