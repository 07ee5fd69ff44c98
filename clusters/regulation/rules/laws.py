"""Laws and decrees on emulation and commendation that papers name as their bases, and whether each is in force on the
paper's day. Pure; the days are those of the documents themselves (Law 2022, Article 96; Decrees 91/2017, 98/2023 and
152/2025, their last articles)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from emulation.core.period import Period


@dataclass(frozen=True)
class Law:
    """`printed`: as a basis names it; `known_by`: what tells it from the others in free text."""

    printed: str
    known_by: re.Pattern[str]
    during: Period


def _law(printed: str, known_by: str, start: date, end: date | None) -> Law:
    return Law(printed, re.compile(known_by, re.IGNORECASE), Period(start, end))


LAW = r"Luật Thi đua, khen thưởng(?: số \S+?)?,?(?: ngày \d+ tháng \d+)?(?: năm)?"
LAWS = (
    _law(
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
        rf"15/2003/QH11|{LAW} 2003\b",
        date(2004, 7, 1),
        date(2024, 1, 1),
    ),
    _law(
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 "
        "tháng 11 năm 2013",
        r"47/2005/QH11|39/2013/QH13|Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
        date(2014, 6, 1),
        date(2024, 1, 1),
    ),
    _law(
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        rf"06/2022/QH15|{LAW} 2022\b",
        date(2024, 1, 1),
        None,
    ),
    _law(
        "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của "
        "Luật Thi đua, khen thưởng",
        r"\b91/2017/NĐ-CP",
        date(2017, 10, 1),
        date(2024, 1, 1),
    ),
    _law(
        "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của "
        "Luật Thi đua, khen thưởng",
        r"\b98/2023/NĐ-CP",
        date(2024, 1, 1),
        date(2025, 7, 1),
    ),
    _law(
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        r"\b152/2025/NĐ-CP",
        date(2025, 7, 1),
        None,
    ),
)


def laws_on(day: date) -> tuple[str, ...]:
    """As a paper of that day names them."""
    return tuple(law.printed for law in LAWS if law.during.contains(day))


def laws_begun_on(day: date) -> tuple[str, ...]:
    """Those of the day on which one of them came into force; none of another day."""
    return laws_on(day) if any(law.during.start == day for law in LAWS) else ()


def not_in_force(bases: Iterable[str], day: date) -> list[tuple[str, Law]]:
    """(basis as written, the law it names) for each that names a law not in force on that day. Bases that name none of
    these laws are not judged."""
    return [(base, law) for base in bases for law in LAWS if law.known_by.search(base) and not law.during.contains(day)]
