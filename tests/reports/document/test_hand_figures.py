"""A figure that a person writes into a sentence says a number; one that counted says a whole one."""

from decimal import Decimal

import pytest

from reports.document.rules.hand_figures import as_printed, refuse_what_says_no_number
from reports.document.rules.sentences import Limits, NotWorded, WordingFault
from reports.document.rules.tables import Figure

COUNT, SHARE, FALL = Figure(102, unit="lượt"), Figure(Decimal("76.47"), "percent", places=2), Figure(-3)


def refused(written: str, figure: Figure) -> WordingFault | None:
    try:
        refuse_what_says_no_number(written, figure)
    except NotWorded as fault:
        return fault.fault
    return None


@pytest.mark.parametrize(
    ("written", "figure", "fault"),
    [
        ("một trăm linh hai", COUNT, WordingFault.NO_NUMBER),
        ("-5 lượt khen thưởng", COUNT, WordingFault.NO_COUNT),
        ("19,5 lượt khen thưởng", COUNT, WordingFault.NO_COUNT),
        ("", COUNT, None),
        ("trên 1.250 lượt", COUNT, None),
        ("75,5%", SHARE, None),
        ("-4", FALL, None),
    ],
)
def test_what_stands_in_the_brackets_of_a_sentence(written, figure, fault):
    assert refused(written, figure) is fault


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("1.092,0", "1.092"),
        ("70,00", "70"),
        ("70.00", "70"),
        ("19 117", "19.117"),
        ("19\u00a0117", "19.117"),
        ("0007582", "7.582"),
        ("2,5", "2,5"),
        ("trên 500", "trên 500"),
        ("1 2", "1 2"),
    ],
)
def test_a_count_typed_in_a_cell_stands_as_others_do(written, stands):
    assert as_printed(f"[{written}]", Limits("lượt", is_whole=True)) == f"[{stands}]"
    assert as_printed(f"[{written}]", Limits("%")) == f"[{written}]"
