"""Years and gaps of a recipient's history; no database."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from awards.register.rules.history import Gap, Received, Year, times_of, years_of
from awards.register.rules.terms import HonourStatus

TODAY = date(2023, 7, 10)


def received(year, award="BK", status=HonourStatus.IN_FORCE, month=3):
    return Received(date(year, month, 15), award, status)


def told(*rows, today=TODAY):
    return [one.year if isinstance(one, Year) else (one.first, one.last) for one in years_of(rows, today=today)]


def test_nobody_has_no_years():
    assert told() == []
    assert times_of([]) == ()


def test_years_without_any_honour_stand_between_those_with():
    assert told(received(2018), received(2022)) == [2022, (2019, 2021), 2018]
    assert told(received(2021), received(2022)) == [2022, 2021]
    assert told(received(2020), received(2022)) == [2022, (2021, 2021), 2020]


def test_years_since_the_last_honour_are_a_gap_but_the_running_year_is_not():
    assert told(received(2020)) == [(2021, 2022), 2020]
    assert told(received(2022)) == [2022]
    assert told(received(2023)) == [2023]


def test_within_a_year_the_newest_stands_first():
    first, second = received(2022, month=1), received(2022, month=9)
    assert years_of([first, second], today=TODAY)[0].received == (second, first)


def test_a_line_that_no_longer_counts_stands_in_its_year_and_in_no_total():
    revoked = received(2021, status=HonourStatus.REVOKED)
    years = years_of([received(2022), revoked], today=TODAY)
    assert [(year.year, year.counts) for year in years] == [(2022, True), (2021, False)]
    assert [(one.award, one.times) for one in times_of([received(2022), revoked])] == [("BK", 1)]


def test_the_most_frequent_award_comes_first_then_the_one_received_last():
    rows = [received(2018, "A"), received(2019, "B"), received(2020, "C"), received(2021, "B")]
    assert [(one.award, one.times) for one in times_of(rows)] == [("B", 2), ("C", 1), ("A", 1)]


@given(st.lists(st.builds(received, st.integers(1950, 2023), st.sampled_from("AB"), st.sampled_from(HonourStatus))))
def test_every_year_from_the_first_to_the_last_that_ended_is_told_once(rows):
    spans = [
        (one.first, one.last) if isinstance(one, Gap) else (one.year, one.year) for one in years_of(rows, today=TODAY)
    ]
    years = [year for first, last in spans for year in range(last, first - 1, -1)]
    years_with = {row.decided.year for row in rows}
    last = max([2022, *years_with])
    assert years == (list(range(last, min(years_with) - 1, -1)) if rows else [])
    assert sum(one.times for one in times_of(rows)) == sum(row.counts for row in rows)
