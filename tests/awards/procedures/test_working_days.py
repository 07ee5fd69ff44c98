"""Working days: laws of the arithmetic over any calendar, and named days of a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.procedures.rules.deadlines import StageDeadline
from awards.procedures.rules.terms import DaysCounted
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered

YEARS = frozenset({2023, 2024})
days = st.dates(date(2023, 1, 1), date(2024, 12, 31))
calendars = st.builds(
    lambda off, worked: WorkCalendar(YEARS, frozenset(off), frozenset(day for day in worked if day.weekday() > 4)),
    st.sets(days, max_size=40),
    st.sets(days, max_size=20),
)
TET = WorkCalendar(YEARS, off=frozenset({date(2023, 1, 2), *(date(2023, 1, day) for day in range(20, 27))}))


@given(calendars, days, st.integers(0, 60))
def test_adding_and_counting_agree(calendar, day, number):
    reached = calendar.after(day, number)
    if not isinstance(reached, YearNotEntered):
        assert calendar.between(day, reached) == number
        assert number == 0 or calendar.is_working(reached) is True


@given(calendars, days, st.integers(0, 40), st.integers(0, 40))
def test_adding_twice_is_adding_the_sum(calendar, day, first, second):
    reached = calendar.after(day, first)
    if not isinstance(reached, YearNotEntered):
        assert calendar.after(reached, second) == calendar.after(day, first + second)


@given(calendars, days, days)
def test_counting_is_what_one_would_count_on_fingers(calendar, first, last):
    first, last = sorted((first, last))
    on_fingers = 0
    for number in range(1, (last - first).days + 1):
        day = first + timedelta(days=number)
        if day in calendar.worked or (day.isoweekday() <= 5 and day not in calendar.off):
            on_fingers += 1
    assert calendar.between(first, last) == on_fingers
    assert calendar.between(last, first) == -on_fingers


@given(calendars, days, st.integers(1, 40))
def test_the_last_day_to_begin_leaves_as_many_working_days(calendar, day, number):
    begun = calendar.before(day, number)
    if not isinstance(begun, YearNotEntered):
        assert calendar.is_working(begun) is True
        assert calendar.between(begun - timedelta(days=1), day - timedelta(days=1)) == number


def test_a_year_that_is_not_entered_is_said_and_never_guessed():
    assert TET.after(date(2024, 12, 30), 5) == YearNotEntered(2025)
    assert TET.before(date(2023, 1, 4), 5) == YearNotEntered(2022)
    assert TET.between(date(2024, 12, 30), date(2025, 1, 3)) == YearNotEntered(2025)
    assert TET.is_working(date(2030, 1, 1)) == YearNotEntered(2030)
    assert WorkCalendar().after(date(2023, 1, 1), 1) == YearNotEntered(2023)


def test_tet_is_not_counted():
    assert TET.after(date(2023, 1, 18), 3) == date(2023, 1, 30)


@pytest.mark.parametrize(
    ("deadline", "began", "due"),
    [
        (StageDeadline(3), date(2023, 1, 18), date(2023, 1, 30)),
        (StageDeadline(3, DaysCounted.CALENDAR), date(2023, 1, 18), date(2023, 1, 21)),
        (StageDeadline(until=(10, 31)), date(2023, 3, 1), date(2023, 10, 31)),
        (StageDeadline(until=(10, 31)), date(2023, 10, 31), date(2023, 10, 31)),
        (StageDeadline(until=(10, 31)), date(2023, 11, 1), date(2024, 10, 31)),
        (StageDeadline(), date(2023, 3, 1), None),
        (StageDeadline(5), date(2024, 12, 30), YearNotEntered(2025)),
    ],
)
def test_a_stage_is_due(deadline, began, due):
    assert deadline.due(began, TET) == due
