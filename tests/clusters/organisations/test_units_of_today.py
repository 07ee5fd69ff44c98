"""By which unit of today a member of a past period is read: laws first, then cases by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.units_of_today import units_of_today
from clusters.organisations.rules.lineage import Link
from clusters.organisations.rules.units_of_today import rows_of_today, went_into
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.organisations.test_lineage import links
from tests.periods import BEFORE_MERGER, MERGER, SINCE_MERGER

FIRST = date(2000, 1, 1)
MEMBERS = st.lists(st.integers(0, 12), unique=True, max_size=9)
DAYS = st.integers(0, 20).map(lambda days: FIRST + timedelta(days=days))
SINCE, TODAY = date(2025, 1, 1), date(2026, 7, 10)
OLD_CITY, SOUTH, WEST, ALONE, NEW_CITY = range(1, 6)
MERGED = [Link(old, NEW_CITY, MERGER) for old in (OLD_CITY, SOUTH, WEST)]


@given(MEMBERS, links(), DAYS, DAYS)
def test_grouping_neither_loses_nor_doubles_a_member(members, history, day, since):
    rows = rows_of_today(members, history, day=day, since=since)
    assert sorted(member for row in rows for member in row.members) == sorted(members)
    assert len({row.unit for row in rows}) == len(rows)


@given(MEMBERS, links(), DAYS, DAYS, st.randoms())
def test_the_order_of_the_members_changes_only_the_order_of_the_rows(members, history, day, since, chance):
    mixed = members[:]
    chance.shuffle(mixed)
    first, second = (
        {
            row.unit: (set(row.members), row.origins, row.became)
            for row in rows_of_today(m, history, day=day, since=since)
        }
        for m in (members, mixed)
    )
    assert first == second


@given(MEMBERS, links(), DAYS)
def test_before_any_succession_every_member_is_its_own_row(members, history, since):
    day = FIRST - timedelta(days=1)
    for row in rows_of_today(members, history, day=day, since=since):
        assert not row.is_changed


@given(MEMBERS, links(), DAYS, DAYS)
def test_only_what_was_split_stands_without_a_unit_of_today(members, history, day, since):
    for row in rows_of_today(members, history, day=day, since=since):
        if row.became:
            assert row.members == (row.unit,)
            assert len(row.became) > 1


def test_a_merger_joins_the_members_into_one_row_and_leaves_the_others_alone():
    rows = rows_of_today([ALONE, SOUTH, WEST], MERGED, day=TODAY, since=SINCE)
    assert [(row.unit, row.members, row.is_changed) for row in rows] == [
        (ALONE, (ALONE,), False),
        (NEW_CITY, (SOUTH, WEST), True),
    ]
    assert rows[1].origins == {OLD_CITY, SOUTH, WEST}
    assert not rows[1].is_whole
    assert rows[0].is_whole


def test_on_the_eve_of_the_merger_nothing_is_joined():
    rows = rows_of_today([SOUTH, WEST], MERGED, day=MERGER - timedelta(days=1), since=SINCE)
    assert [row.members for row in rows] == [(SOUTH,), (WEST,)]


def test_all_that_merged_make_the_unit_whole():
    (row,) = rows_of_today([OLD_CITY, SOUTH, WEST], MERGED, day=TODAY, since=SINCE)
    assert row.is_whole


def test_the_unit_itself_is_unchanged_once_it_stands():
    (row,) = rows_of_today([NEW_CITY], MERGED, day=TODAY, since=MERGER)
    assert (row.is_changed, row.origins) == (False, {NEW_CITY})


def test_renamed_first_and_merged_later_is_told_by_who_stood_then():
    history = [Link(10, OLD_CITY, date(2024, 1, 1)), *MERGED]
    assert went_into([NEW_CITY], history, on=date(2023, 6, 1)) == {10, SOUTH, WEST}
    assert went_into([NEW_CITY], history, on=SINCE) == {OLD_CITY, SOUTH, WEST}


def test_what_was_split_stays_itself_and_says_what_it_became():
    history = [Link(1, 2, MERGER), Link(1, 3, MERGER), Link(4, 3, MERGER)]
    rows = rows_of_today([1, 4], history, day=TODAY, since=SINCE)
    assert [(row.unit, row.members, row.became) for row in rows] == [(1, (1,), {2, 3}), (3, (4,), frozenset())]


@pytest.mark.django_db
@pytest.mark.parametrize("pairs", [1, 3])
def test_the_bodies_come_sorted_and_in_two_queries(pairs, django_assert_num_queries):
    members = []
    for number in range(pairs):
        new = make_organisation(name=f"Bản Mới {number}", during=SINCE_MERGER)
        for name in ("Thử Sau", "Thử Á"):
            old = make_organisation(name=f"{name} {number}", during=BEFORE_MERGER)
            make_succession(predecessor=old, successor=new, day=MERGER)
            members.append(old)
    with django_assert_num_queries(2):
        rows = units_of_today(members, lineage(), on=TODAY, since=SINCE)
    assert [one.unit.name for one in rows] == [f"Bản Mới {number}" for number in range(pairs)]
    assert [one.name for one in rows[0].members] == ["Thử Á 0", "Thử Sau 0"]
    assert rows[0].elsewhere == ()
