from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.membership.rules.membership import (
    MembershipFault,
    Sitting,
    objection_to_change,
    objection_to_membership,
    objection_to_post,
    reference_day,
)
from emulation.core.period import Period, uncovered
from tests.periods import BEFORE_MERGER, EVER, FIRST_HALF_2023, SINCE_MERGER, YEAR_2023

FIRST = date(2020, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(40)]
bound = st.none() | st.integers(1, 38).map(lambda number: DAYS[number])
periods = st.tuples(bound, bound).filter(lambda pair: None in pair or pair[0] < pair[1]).map(lambda pair: Period(*pair))


@given(periods, st.lists(periods, max_size=6))
def test_a_gap_is_found_exactly_when_some_day_is_not_covered(period, pieces):
    bare = [day for day in DAYS if period.contains(day) and not any(piece.contains(day) for piece in pieces)]
    gap = uncovered(period, pieces)
    assert (gap is None) == (not bare)
    if gap is not None:
        assert period.covers(gap)
        assert bare[0] in [day for day in DAYS if gap.contains(day)]
        assert not any(piece.overlaps(gap) for piece in pieces)


def test_a_unit_must_live_through_its_membership():
    objection = objection_to_membership(EVER, life=BEFORE_MERGER, cluster_life=EVER, elsewhere=[])
    assert (objection.fault, objection.period) == (MembershipFault.UNIT_NOT_ALIVE, BEFORE_MERGER)


def test_a_membership_stays_within_the_clusters_life():
    objection = objection_to_membership(YEAR_2023, life=EVER, cluster_life=SINCE_MERGER, elsewhere=[])
    assert objection.fault is MembershipFault.OUTSIDE_CLUSTER


def test_one_cluster_of_an_owner_at_a_time_and_the_other_is_named():
    elsewhere = [Sitting("Cụm khác", BEFORE_MERGER)]
    objection = objection_to_membership(YEAR_2023, life=EVER, cluster_life=EVER, elsewhere=elsewhere)
    assert (objection.fault, objection.who) == (MembershipFault.SITS_ELSEWHERE, "Cụm khác")
    assert not objection_to_membership(SINCE_MERGER, life=EVER, cluster_life=EVER, elsewhere=elsewhere)


def post(during, **changes):
    case = {"year": 2023, "life": EVER, "cluster_life": EVER, "memberships": [EVER], "holders": []}
    return objection_to_post(during, **(case | changes))


def test_a_sound_term_meets_no_objection():
    assert post(YEAR_2023) is None
    assert post(Period(date(2023, 3, 30), date(2024, 3, 14))) is None


@pytest.mark.parametrize(
    ("during", "changes", "fault"),
    [
        (Period.year(2024), {}, MembershipFault.OUTSIDE_YEAR),
        (YEAR_2023, {"life": FIRST_HALF_2023}, MembershipFault.UNIT_NOT_ALIVE),
        (YEAR_2023, {"cluster_life": FIRST_HALF_2023}, MembershipFault.OUTSIDE_CLUSTER),
        (YEAR_2023, {"memberships": []}, MembershipFault.NOT_A_MEMBER),
        (YEAR_2023, {"memberships": [FIRST_HALF_2023]}, MembershipFault.NOT_A_MEMBER),
        (YEAR_2023, {"holders": [Sitting("Đơn vị khác", FIRST_HALF_2023)]}, MembershipFault.POST_TAKEN),
    ],
)
def test_what_is_objected_to_a_post(during, changes, fault):
    assert post(during, **changes).fault is fault


def test_two_memberships_end_to_end_carry_one_term():
    halves = [Period.half_year(2023, 2), FIRST_HALF_2023]
    assert post(YEAR_2023, memberships=halves) is None


def test_a_membership_is_not_shortened_under_a_post():
    objection = objection_to_change([FIRST_HALF_2023], [Sitting("Cụm trưởng 2023", YEAR_2023)])
    assert (objection.fault, objection.who) == (MembershipFault.POST_LEFT_WITHOUT_MEMBER, "Cụm trưởng 2023")
    assert objection_to_change([EVER], [Sitting("Cụm trưởng 2023", YEAR_2023)]) is None


def test_the_year_is_judged_on_its_last_day():
    assert reference_day(EVER, 2023) == date(2023, 12, 31)


def test_a_unit_that_ended_in_the_year_is_judged_on_its_last_day():
    assert reference_day(BEFORE_MERGER, 2025) == date(2025, 6, 30)
    assert reference_day(BEFORE_MERGER, 2026) is None
    assert reference_day(SINCE_MERGER, 2024) is None


@given(periods, st.integers(2019, 2021))
def test_the_reference_day_is_a_day_of_the_life_and_of_the_year(life, year):
    day = reference_day(life, year)
    if day is not None:
        assert life.contains(day)
        assert day.year == year
    else:
        assert not life.overlaps(Period.year(year))
