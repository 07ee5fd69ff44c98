"""Which days a report counts: of the calendar, or up to the cut-offs of periodic reports. Which conference belongs."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters.conferences.rules.periods import belongs_to
from clusters.conferences.rules.terms import ConferenceKind
from clusters.membership.rules.half_years import WHOLE_YEAR, Days, span
from clusters.models import Activity
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from reports.year_end.material import collect_year
from tests.awards.register.make import make_honour
from tests.reports.six_month.world import YEAR, make_headed_year

DAY = date(2024, 1, 10)
CUT_OFFS = [
    (date(2022, 12, 14), None),
    (date(2022, 12, 15), 1),
    (date(2023, 6, 14), 1),
    (date(2023, 6, 15), 2),
    (date(2023, 12, 14), 2),
    (date(2023, 12, 15), None),
]


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Days))
def test_every_day_lies_in_one_half_of_one_year_and_in_that_year(day, days):
    years = range(day.year - 1, day.year + 2)
    (found,) = [(year, half) for year in years for half in (1, 2) if span(year, half, days).contains(day)]
    assert [year for year in years if span(year, WHOLE_YEAR, days).contains(day)] == [found[0]]


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "half"), CUT_OFFS)
def test_by_the_cut_offs_the_half_ends_in_the_middle_of_the_month(day, half):
    year = make_headed_year()
    make_honour(organisation=year.cities[0], decision_date=day, achievement_year=2022)
    counted = [collect(year, each, as_of=DAY, days=Days.CUT_OFF).counted.total for each in (1, 2)]
    whole = collect_year(year, as_of=DAY, days=Days.CUT_OFF).whole.counted.total
    assert [*counted, whole] == [int(half == 1), int(half == 2), int(half is not None)]


@pytest.mark.django_db
def test_the_report_says_which_days_and_reads_activities_by_them():
    year = make_headed_year()
    before = type(year).objects.create(cluster=year.cluster, year=YEAR - 1)
    Activity.objects.create(
        cluster_year=before, kind="exchange", subject="Trao đổi cuối năm", held_on=date(2022, 12, 20), place="Huế"
    )
    texts, held = {}, {}
    for days in Days:
        material = collect(year, 1, as_of=DAY, days=days)
        held[days] = [one.subject for one in material.activities]
        texts[days] = " ".join(getattr(block, "text", "") for block in compose(material).blocks)
    assert held == {Days.CALENDAR: [], Days.CUT_OFF: ["Trao đổi cuối năm"]}
    assert "từ ngày 01/01/2023 đến hết ngày 30/6/2023" in texts[Days.CALENDAR]
    assert "từ ngày 15/12/2022 đến hết ngày 14/6/2023" in texts[Days.CUT_OFF]
    assert ["năm dương lịch" in texts[days] for days in Days] == [True, False]
    assert ["Nghị định số 09/2019/NĐ-CP" in texts[days] for days in Days] == [False, True]


MID_YEAR, YEAR_END = ConferenceKind.MID_YEAR, ConferenceKind.YEAR_END
SIGNING, THEMATIC = ConferenceKind.SIGNING, ConferenceKind.THEMATIC


@pytest.mark.parametrize(
    ("kind", "of", "signs", "held_on", "told_in"),
    [
        (MID_YEAR, 2023, None, date(2023, 8, 4), [(2023, 1), (2023, 0)]),
        (MID_YEAR, 2023, None, date(2023, 6, 20), [(2023, 1), (2023, 0)]),
        (YEAR_END, 2022, None, date(2023, 3, 30), [(2022, 2), (2022, 0)]),
        (YEAR_END, 2022, 2023, date(2023, 3, 30), [(2022, 2), (2022, 0), (2023, 1), (2023, 0)]),
        (SIGNING, 2023, 2023, date(2023, 3, 1), [(2023, 1), (2023, 0)]),
        (THEMATIC, 2023, None, date(2023, 9, 9), [(2023, 2), (2023, 0)]),
    ],
)
def test_the_conference_that_closes_a_period_belongs_to_it_whenever_it_is_held(kind, of, signs, held_on, told_in):
    periods = [(year, half) for year in (2022, 2023) for half in (1, 2, WHOLE_YEAR)]
    found = [
        (year, half)
        for year, half in periods
        if belongs_to(year, half, span(year, half), kind=kind, of=of, signs=signs, held_on=held_on)
    ]
    assert sorted(found) == sorted(told_in)


def test_a_meeting_between_the_two_ends_of_a_half_is_told_by_the_days_chosen():
    held_on = date(2023, 6, 14) + timedelta(days=1)
    told = {
        days: [
            half
            for half in (1, 2)
            if belongs_to(2023, half, span(2023, half, days), kind=THEMATIC, of=2023, signs=None, held_on=held_on)
        ]
        for days in Days
    }
    assert told == {Days.CALENDAR: [1], Days.CUT_OFF: [2]}
