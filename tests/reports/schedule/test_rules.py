"""On which days drafts are made: what can be set, when a day has come, when it comes next. Pure."""

from datetime import date, timedelta

import pytest

from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from emulation.core.period import Period
from reports.schedule.rules import DayFault, SetDay, fault_of, is_told_still

SINCE = Period(date(2023, 1, 1), None)


def set_day(month, day, *, half=1, days=Days.CALENDAR, years_after=0, during=SINCE) -> SetDay:
    return SetDay(half, days, month, day, years_after, during)


@pytest.mark.parametrize(
    ("half", "days", "day", "fault"),
    [
        (1, Days.CALENDAR, (1, 7, 0), None),
        (1, Days.CALENDAR, (30, 6, 0), DayFault.BEFORE_THE_END),
        (1, Days.CUT_OFF, (15, 6, 0), None),
        (1, Days.CUT_OFF, (14, 6, 0), DayFault.BEFORE_THE_END),
        (WHOLE_YEAR, Days.CALENDAR, (31, 12, 0), DayFault.BEFORE_THE_END),
        (WHOLE_YEAR, Days.CALENDAR, (1, 1, 1), None),
        (WHOLE_YEAR, Days.CUT_OFF, (15, 12, 0), None),
        (2, Days.CALENDAR, (29, 2, 1), DayFault.NOT_IN_EVERY_YEAR),
        (1, Days.CALENDAR, (31, 9, 0), DayFault.NOT_IN_EVERY_YEAR),
    ],
)
def test_a_day_lies_after_its_period_and_in_every_year(half, days, day, fault):
    number, month, years_after = day
    assert fault_of(half=half, days=days, month=month, day=number, years_after=years_after) is fault


def test_a_day_has_come_from_itself_on_and_is_made_up_for_a_month_long():
    first = set_day(7, 5)
    assert first.come_by(date(2023, 7, 4)) == []
    assert first.come_by(date(2023, 7, 5)) == [2023]
    assert first.come_by(date(2023, 8, 5)) == [2023]
    assert first.come_by(date(2023, 8, 6)) == []
    assert set_day(12, 20, days=Days.CUT_OFF, half=WHOLE_YEAR).come_by(date(2024, 1, 3)) == [2023]


def test_until_when_a_past_day_is_made_up_for_is_told():
    first, last = date(2023, 7, 5), date(2023, 8, 5)
    told = [set_day(7, 5).made_up_for(on) for on in (first, date(2023, 7, 6), last, date(2023, 8, 6))]
    assert told == [None, (first, last), (first, last), None]


def test_of_the_year_after_it_drafts_the_year_before():
    assert set_day(1, 5, half=WHOLE_YEAR, years_after=1).come_by(date(2024, 1, 9)) == [2023]


def test_what_no_longer_holds_or_not_yet_on_the_day_drafts_nothing():
    for during in (Period(date(2023, 7, 6), None), Period(date(2022, 1, 1), date(2023, 7, 5))):
        assert set_day(7, 5, during=during).come_by(date(2023, 7, 8)) == []


def test_the_next_time_is_after_today_within_what_holds():
    first = set_day(7, 5)
    assert first.next_after(date(2023, 7, 4)) == date(2023, 7, 5)
    assert first.next_after(date(2023, 7, 5)) == date(2024, 7, 5)
    assert set_day(7, 5, during=Period(date(2030, 1, 1), None)).next_after(date(2023, 7, 5)) == date(2030, 7, 5)
    ended = set_day(7, 5, during=Period(date(2023, 1, 1), date(2023, 7, 5)))
    assert ended.next_after(date(2023, 7, 1)) is None


def test_news_of_what_was_not_made_ages():
    day = date(2023, 7, 5)
    assert [is_told_still(day, day + timedelta(days=days)) for days in (-1, 0, 60, 61)] == [False, True, True, False]
