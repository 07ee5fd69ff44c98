"""The life of a list: what leads where, and what stands in the way."""

from dataclasses import replace

import pytest

from awards.lists.rules.flow import FLOW, BatchCase, BatchHindrance
from awards.lists.rules.terms import BatchState

CLEAN = BatchCase(is_mapped=True, good=5, refused=0, repeated=0)


def test_only_a_checked_list_can_be_accepted():
    assert [state for state in BatchState if FLOW.leads_from(state, "accept")] == [BatchState.CHECKED]


@pytest.mark.parametrize("state", [BatchState.UNREADABLE, BatchState.UNDONE, BatchState.DISCARDED])
def test_nothing_leads_on_from_the_end(state):
    assert FLOW.open_from(state) == ()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, None),
        ({"good": 0}, BatchHindrance.NOTHING_TO_TAKE),
        ({"refused": 2}, BatchHindrance.REFUSED_NOT_SEEN),
        ({"refused": 2, "refused_seen": 1}, BatchHindrance.REFUSED_NOT_SEEN),
        ({"refused": 2, "refused_seen": 2}, None),
        ({"repeated": 3}, BatchHindrance.REPEATED_NOT_SEEN),
        ({"repeated": 3, "repeated_seen": 3}, None),
        ({"file_taken": True}, BatchHindrance.FILE_TAKEN),
    ],
)
def test_what_hinders_acceptance(changed, reason):
    assert FLOW.step("accept").hindrance(replace(CLEAN, **changed)) == reason


def test_work_that_goes_on_hinders_changing_and_putting_aside():
    for name in ("map", "discard"):
        assert FLOW.step(name).hindrance(replace(CLEAN, working=True)) == BatchHindrance.WORK_GOES_ON
