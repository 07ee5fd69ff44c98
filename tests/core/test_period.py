from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation.core.period import Period

days = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@st.composite
def periods(draw):
    start, end = draw(st.none() | days), draw(st.none() | days)
    if start is not None and end is not None:
        if start == end:
            end = None
        elif start > end:
            start, end = end, start
    return Period(start, end)


def test_the_first_day_counts_and_the_last_does_not():
    half = Period.half_year(2023, 1)
    assert half.contains(date(2023, 1, 1))
    assert half.contains(date(2023, 6, 30))
    assert not half.contains(date(2023, 7, 1))
    assert not half.contains(date(2022, 12, 31))


def test_two_halves_make_the_year():
    first, second = Period.half_year(2023, 1), Period.half_year(2023, 2)
    assert first.end == second.start
    assert (first.start, second.end) == (Period.year(2023).start, Period.year(2023).end)


@pytest.mark.parametrize("end", [date(2023, 1, 1), date(2022, 12, 31)])
def test_a_period_must_end_after_it_begins(end):
    with pytest.raises(ValueError, match="ends after it begins"):
        Period(date(2023, 1, 1), end)


@given(st.dates(), st.dates())
def test_days_as_people_say_them_both_count_to_the_end_of_the_calendar(one, other):
    first, last = sorted((one, other))
    said = Period.of_days(first, last)
    assert said.contains(first)
    assert said.contains(last)
    assert last == date.max or said.last_day == last


def test_there_is_no_third_half():
    with pytest.raises(ValueError, match="two halves"):
        Period.half_year(2023, 3)


@given(periods(), periods(), days)
def test_the_intersection_holds_exactly_the_days_of_both(one, other, day):
    both = one.intersection(other)
    assert (one.contains(day) and other.contains(day)) == (both is not None and both.contains(day))


@given(periods(), periods())
def test_overlap_is_mutual_and_is_what_an_intersection_needs(one, other):
    assert one.overlaps(other) == other.overlaps(one) == (one.intersection(other) is not None)


@given(periods(), periods(), days)
def test_what_covers_holds_every_day(one, other, day):
    if one.covers(other) and other.contains(day):
        assert one.contains(day)


def test_periods_that_touch_do_not_overlap():
    assert not Period.half_year(2023, 1).overlaps(Period.half_year(2023, 2))
