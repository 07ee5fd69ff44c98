"""What the register holds against an honour that somebody declares. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LEADING = "0"
ADVANCED, FIGHTERS = frozenset({"LDTT", "CSTT"}), frozenset({"CSTDCS"})


class Contradiction(StrEnum):
    """Each has one sentence in `awards.records.words`."""

    IN_REGISTER = "in_register"
    REVOKED = "revoked"
    OTHER_AWARD = "other_award"
    OTHER_DAY = "other_day"
    OTHER_YEAR = "other_year"


@dataclass(frozen=True)
class RegisterLine:
    """A line of the register of the same subject, or any of the office with the declared decision's number (`is_mine`
    False)."""

    pk: int
    award: str
    year: int | None
    number: str
    decided: date
    in_force: bool = True
    is_mine: bool = True


@dataclass(frozen=True)
class DeclaredObjection:
    why: Contradiction
    line: RegisterLine


def number_key(number: str) -> str:
    """QĐ and QD, blanks and leading noughts apart, a number is one number."""
    return number.replace(" ", "").upper().replace("Đ", "D").lstrip(LEADING)


def _of_one_decision(one: str, other: str) -> bool:
    """Who is given CSTĐCS holds LĐTT or CSTT too, often by the same decision."""
    return (one in FIGHTERS and other in ADVANCED) or (one in ADVANCED and other in FIGHTERS)


def contradiction(
    award: str, year: int | None, number: str, decided: date, lines: Iterable[RegisterLine]
) -> DeclaredObjection | None:
    """The gravest first. A title is held once a year of achievement; a number is one decision of its office in its
    year."""
    found = []
    for line in lines:
        same_number = number_key(line.number) == number_key(number) and bool(number_key(number))
        if line.is_mine and line.award == award:
            same_decision = same_number and line.decided == decided
            if not line.in_force:
                if same_decision or (year is not None and line.year == year):
                    found.append(DeclaredObjection(Contradiction.REVOKED, line))
                continue
            if same_decision and year is not None and line.year not in (None, year):
                found.append(DeclaredObjection(Contradiction.OTHER_YEAR, line))
            elif same_decision or (year is not None and line.year == year):
                found.append(DeclaredObjection(Contradiction.IN_REGISTER, line))
        elif (
            line.is_mine
            and line.in_force
            and same_number
            and line.decided == decided
            and not _of_one_decision(line.award, award)
        ):
            found.append(DeclaredObjection(Contradiction.OTHER_AWARD, line))
        if line.in_force and same_number and line.decided != decided and line.decided.year == decided.year:
            found.append(DeclaredObjection(Contradiction.OTHER_DAY, line))
    return min(found, key=lambda one: list(Contradiction).index(one.why), default=None)
