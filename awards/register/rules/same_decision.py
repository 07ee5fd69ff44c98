"""Whether two lines tell of one honour that one decision conferred: as a dossier has it, and as a list does. Pure."""

from dataclasses import dataclass
from datetime import date

from awards.rows.rules.person import with_i
from emulation.core.text import accent_key


@dataclass(frozen=True)
class DecidedLine:
    """What tells recipients of one decision for one award apart."""

    name: str
    unit_key: str = ""
    number: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    identity_digest: str = ""


def is_one_honour(one: DecidedLine, other: DecidedLine) -> bool:
    """The same name and number of the decision; the unit, the birth and the identity number do not contradict each
    other: one side may say less, or name the unit with what it belongs to."""
    return (
        with_i(accent_key(one.name)) == with_i(accent_key(other.name))
        and plain_number(one.number) == plain_number(other.number)
        and (one.unit_key in other.unit_key or other.unit_key in one.unit_key)
        and _agree(one.birth_year, other.birth_year)
        and _agree(one.birth_date, other.birth_date)
        and _agree(one.identity_digest, other.identity_digest)
    )


def is_the_very_same(one: DecidedLine, other: DecidedLine) -> bool:
    """Of lines that are one honour: nothing is left open."""
    same_birth = (one.birth_date, one.birth_year) == (other.birth_date, other.birth_year)
    return same_birth and one.unit_key == other.unit_key and one.identity_digest == other.identity_digest


def plain_number(number: str) -> str:
    """QĐ and QD, capitals, blanks and leading zeros tell no decisions apart."""
    return number.replace(" ", "").upper().replace("Đ", "D").lstrip("0")


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other
