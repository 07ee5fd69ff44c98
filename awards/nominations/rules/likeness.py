"""Which other dossiers and honours may be of the same subject, or for the same achievement, and why. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Likeness(StrEnum):
    """Why something is put beside a dossier; the first that holds is told."""

    SAME_AWARD_AND_PERIOD = "same_award_and_period"
    SAME_FAMILY_AND_PERIOD = "same_family_and_period"
    SAME_AWARD = "same_award"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SAME_NAME_AND_UNIT = "same_name_and_unit"
    SAME_NAME = "same_name"


@dataclass(frozen=True)
class LikeSubject:
    """`body`: of a collective of the house. `key`: of a person, as in the register; empty where nobody can tell."""

    name_key: str
    unit_key: str = ""
    body: int | None = None
    key: str = ""
    birth_year: int | None = None
    award: int = 0
    family: str = ""
    first_day: date | None = None
    last_day: date | None = None


def is_surely_one(one: LikeSubject, other: LikeSubject) -> bool:
    if one.body is not None and one.body == other.body:
        return True
    return bool(one.key) and one.key == other.key


def likeness(one: LikeSubject, other: LikeSubject) -> Likeness | None:
    """None where nothing speaks for one subject, or years of birth speak against it."""
    if not is_surely_one(one, other):
        if not one.name_key or one.name_key != other.name_key:
            return None
        known = one.birth_year is not None and other.birth_year is not None
        if known and one.birth_year != other.birth_year:
            return None
        same_unit = bool(one.unit_key) and one.unit_key == other.unit_key
        if not known and one.unit_key and other.unit_key and not same_unit:
            return Likeness.SAME_NAME
        if not _overlap(one, other):
            if known:
                return Likeness.SAME_NAME_AND_BIRTH
            return Likeness.SAME_NAME_AND_UNIT if same_unit else Likeness.SAME_NAME
    if _overlap(one, other):
        if one.award == other.award:
            return Likeness.SAME_AWARD_AND_PERIOD
        if one.family and one.family == other.family:
            return Likeness.SAME_FAMILY_AND_PERIOD
    return Likeness.SAME_AWARD if one.award == other.award else None


def _overlap(one: LikeSubject, other: LikeSubject) -> bool:
    if None in (one.first_day, one.last_day, other.first_day, other.last_day):
        return False
    return one.first_day <= other.last_day and other.first_day <= one.last_day  # type: ignore[operator]
