"""What a history leaves open, and what would settle it."""

from datetime import date

import pytest

from awards.eligibility.rules.facts import HonourFact
from awards.eligibility.rules.terms import Answer, SettledBy
from awards.procedures.rules.rule_codes import RuleCode as R
from tests.awards.eligibility.make import ME, case, held, judged


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (date(2024, 3, 1), Answer.CANNOT_TELL),
        (date(2023, 12, 1), Answer.CANNOT_TELL),
        (date(2022, 12, 1), Answer.NOT_MET),
    ],
)
def test_an_honour_without_its_year_is_asked_for(decided, expected):
    """It may be of any year up to that of its decision, and of no later one."""
    known = (*held("CSTDCS", 2024, 2025), HonourFact("CSTDCS", ME, None, decided, number="9/QĐ"))
    found = judged(case("CSTD_TINH", honours=known), R.CSTD_TINH_CHAIN).finding
    assert found.answer is expected
    if expected is Answer.CANNOT_TELL:
        assert (found.settle[0].by, found.settle[0].names) == (SettledBy.ENTER_YEAR_OF_HONOUR, ("9/QĐ",))
