"""Legal bases: which laws a paper of a day names, and which it must not."""

from datetime import date

import pytest

from clusters.regulation.rules.laws import laws_on, not_in_force
from emulation.desk.demonstration import block, year


@pytest.mark.parametrize(
    ("basis", "day", "stands"),
    [
        ("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", date(2023, 3, 30), False),
        ("Luật Thi đua, khen thưởng năm 2022", date(2024, 1, 1), True),
        ("Luật Thi đua, khen thưởng số 06/2022/QH15", date(2023, 12, 31), False),
        ("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", date(2023, 12, 31), True),
        ("Luật Thi đua, khen thưởng và Kế hoạch năm 2022 của Cụm", date(2023, 1, 1), True),
        ("Nghị định số 91/2017/NĐ-CP của Chính phủ", date(2024, 1, 1), False),
        ("Nghị định số 98/2023/NĐ-CP của Chính phủ", date(2025, 7, 1), False),
        ("Quy định của Cụm", date(2023, 1, 1), True),
    ],
)
def test_a_basis_is_in_force_on_the_papers_day(basis, day, stands):
    assert (not not_in_force([basis], day)) == stands


@pytest.mark.parametrize("day", [date(2018, 3, 9), date(2023, 3, 30), date(2024, 3, 13), date(2026, 1, 5)])
def test_what_a_paper_of_a_day_names_by_itself_is_in_force(day):
    assert laws_on(day)
    assert not not_in_force(laws_on(day), day)


def test_the_demonstrations_pacts_name_what_was_in_force():
    assert not not_in_force(year.BASES, year.SIGNED_ON)
    assert not not_in_force(block.BASES, block.ADOPTED_ON)
