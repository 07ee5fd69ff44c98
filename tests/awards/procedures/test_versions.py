"""Which version of a procedure holds: each names the day it is chosen by, and a slow reckoning day by day agrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.procedures.rules.terms import DayKind
from awards.procedures.rules.versions import CaseDays, Transition, Version, choose
from emulation.core.period import Period

SWITCH, SPRING, SUMMER = date(2025, 7, 1), date(2025, 3, 3), date(2025, 8, 8)
OLD, NEW = Period(date(2024, 1, 1), SWITCH), Period(SWITCH)


def two(old=DayKind.RECEIPT, new=DayKind.RECEIPT, transitions=()):
    return [Version(1, OLD, old), Version(2, NEW, new, tuple(transitions))]


def test_the_day_of_receipt_decides_where_both_name_it():
    assert choose(two(), CaseDays(receipt=SPRING, decision=SUMMER)).key == 1
    assert choose(two(), CaseDays(receipt=SWITCH)).key == 2
    assert choose(two(), CaseDays(receipt=SWITCH - timedelta(days=1))).key == 1


def test_what_both_versions_claim_is_the_newers_and_what_neither_claims_the_olders():
    case = CaseDays(receipt=SPRING, decision=SUMMER)
    assert choose(two(old=DayKind.RECEIPT, new=DayKind.DECISION), case).key == 2
    assert choose(two(old=DayKind.DECISION, new=DayKind.RECEIPT), case).key == 1


def test_a_transition_leaves_a_case_with_the_version_before_and_says_so():
    kept = Transition(DayKind.RECEIPT, SWITCH)
    versions = two(old=DayKind.DECISION, new=DayKind.DECISION, transitions=[kept])
    choice = choose(versions, CaseDays(receipt=SPRING, decision=SUMMER))
    assert (choice.key, choice.kept, choice.day) == (1, kept, SUMMER)
    assert choose(versions, CaseDays(receipt=SUMMER, decision=SUMMER)).kept is None


def test_a_day_not_known_yet_is_stood_in_for_by_the_latest_known_and_the_choice_is_provisional():
    choice = choose(two(new=DayKind.DECISION), CaseDays(receipt=SUMMER, achievement_end=SPRING))
    assert (choice.key, choice.is_provisional, choice.day_kind, choice.wanted) == (
        2,
        True,
        DayKind.RECEIPT,
        DayKind.DECISION,
    )


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2031, 1, 1)])
def test_before_the_first_and_in_a_gap_and_after_the_last_no_version_holds(day):
    versions = [
        Version(1, OLD, DayKind.RECEIPT),
        Version(2, Period(date(2026, 1, 1), date(2031, 1, 1)), DayKind.RECEIPT),
    ]
    assert choose(versions, CaseDays(receipt=day)).key is None
    assert choose(versions, CaseDays(receipt=SUMMER)).key is None
    assert choose(versions, CaseDays()).key is None


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
kinds = st.sampled_from(list(DayKind))


@given(st.lists(days, min_size=1, max_size=4, unique=True), st.lists(kinds, min_size=4, max_size=4), days, days, days)
def test_adjacent_versions_take_every_case_that_begins_with_the_first_and_each_only_once(
    starts, named, receipt, decision, end
):
    """Against a plain reckoning: walk the versions from the first on, and move to the next while its day has come."""
    starts = sorted(starts)
    versions = [
        Version(number, Period(start, after), named[number])
        for number, (start, after) in enumerate(zip(starts, [*starts[1:], None], strict=True))
    ]
    case = CaseDays(receipt=receipt, decision=decision, achievement_end=end)
    plain = None
    for version in versions:
        if case.day(version.deciding) >= version.during.start:
            plain = version.key
    assert choose(reversed(versions), case).key == plain
