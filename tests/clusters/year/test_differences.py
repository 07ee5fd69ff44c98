"""In what two years of a cluster differ: nothing from itself, and every member is told once."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.organisations.rules.lineage import Link
from clusters.year.rules.differences import Became, SpanDates, YearState, differences

DAY, LATER = date(2024, 12, 31), date(2025, 12, 31)
MERGED = date(2025, 7, 1)
OLD_CAN_THO, SOC_TRANG, HAU_GIANG, CAN_THO, HUE, DA_NANG = range(1, 7)
MERGER = [Link(one, CAN_THO, MERGED) for one in (OLD_CAN_THO, SOC_TRANG, HAU_GIANG)]
units = st.integers(1, 8)
members = st.frozensets(units)
links = st.lists(st.builds(Link, units, units, st.sampled_from([date(2024, 3, 1), MERGED, date(2026, 1, 1)])))
days = st.dates(date(2023, 1, 1), date(2026, 12, 31))
states = st.builds(
    YearState,
    year=st.just(2024),
    day=st.just(DAY),
    members=members,
    posts=st.dictionaries(st.sampled_from(["head", "deputy"]), st.lists(units, max_size=2).map(tuple)),
    supervisor=st.sampled_from(["", "Ủy ban thử"]),
    dates=st.dictionaries(st.sampled_from([0, 1, 2]), st.builds(SpanDates, days, days)),
    commitments=st.none() | st.integers(0, 9),
    targets=st.none() | st.integers(0, 9),
)


@given(states, links)
def test_a_year_does_not_differ_from_itself(state, lineage):
    found = differences(state, state, lineage)
    assert found.is_same
    assert set(found.stayed) == state.members


@given(members, members, links)
def test_every_member_is_told_exactly_once(before, now, lineage):
    found = differences(YearState(2024, DAY, before), YearState(2025, LATER, now), lineage)
    told = [*found.stayed, *found.left, *found.came]
    told += [one for group in found.became for one in (*group.before, *group.now)]
    assert sorted(told) == sorted(before | now)
    for group in found.became:
        assert set(group.before) <= before - now
        assert set(group.now) <= now


def between(before, now, lineage=MERGER):
    return differences(YearState(2024, DAY, frozenset(before)), YearState(2025, LATER, frozenset(now)), lineage)


def test_provinces_that_merged_are_told_together_by_what_they_are_now():
    found = between({OLD_CAN_THO, SOC_TRANG, HAU_GIANG, HUE}, {CAN_THO, HUE, DA_NANG})
    assert found.became == (Became((OLD_CAN_THO, SOC_TRANG, HAU_GIANG), (CAN_THO,)),)
    assert (found.stayed, found.left, found.came) == ((HUE,), (), (DA_NANG,))


def test_who_merged_into_somebody_outside_the_cluster_left():
    assert between({SOC_TRANG, HUE}, {HUE}).left == (SOC_TRANG,)


def test_who_took_others_in_is_told_with_them():
    found = between({DA_NANG, HUE}, {DA_NANG}, [Link(HUE, DA_NANG, MERGED)])
    assert (found.became, found.stayed) == ((Became((HUE,), (DA_NANG,)),), ())


def test_a_province_that_was_split_became_several():
    found = between(
        {HUE}, {5, 6} - {HUE} | {DA_NANG, CAN_THO}, [Link(HUE, DA_NANG, MERGED), Link(HUE, CAN_THO, MERGED)]
    )
    assert found.became == (Became((HUE,), (CAN_THO, DA_NANG)),)


@pytest.mark.parametrize(
    ("due", "differs"),
    [(date(2025, 7, 15), False), (date(2025, 7, 16), True)],
)
def test_days_a_year_later_are_no_difference(due, differs):
    before = YearState(2024, DAY, dates={1: SpanDates(date(2024, 7, 15), date(2024, 7, 31))})
    now = YearState(2025, LATER, dates={1: SpanDates(due, date(2025, 7, 31))})
    found = differences(before, now, ())
    assert found.dates_differ(found.dates[0]) is differs
    assert found.is_same is not differs


def test_posts_and_promises_are_told_then_and_now():
    before = YearState(2024, DAY, posts={"head": (HUE,)}, commitments=3, targets=None)
    now = replace(before, year=2025, day=LATER, posts={"head": (DA_NANG,), "deputy": (HUE,)}, commitments=5)
    found = differences(before, now, ())
    assert [(one.what, one.before, one.now) for one in found.posts] == [
        ("head", (HUE,), (DA_NANG,)),
        ("deputy", None, (HUE,)),
    ]
    assert found.commitments.differs
    assert not found.targets.differs
