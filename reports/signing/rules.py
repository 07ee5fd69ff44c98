"""What a signature adds to a paper, and which days and numbers one may bear. Pure.

Layout: Decree 30/2020/NĐ-CP, Appendix I: numbers below 10 take a zero in front, the capacity stands in capitals above
the signer's name.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reports.document.rules.document import Document, Signature
from reports.document.rules.issuer import Capacity, CapacityCode, Issuer

LARGEST_NUMBER = 99_999
FOR_A_BODY = (CapacityCode.CHIEF, CapacityCode.DEPUTY)


class DayHindrance(StrEnum):
    """Each has one sentence in `reports.signing.words`."""

    TOO_EARLY = "too_early"
    IN_THE_FUTURE = "in_the_future"


@dataclass(frozen=True)
class Signatory:
    """Who signs and as what. `office`: empty where the capacity says it already."""

    capacity: Capacity
    name: str
    office: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """In capitals as printed above the name; an office that the capacity names already is not said twice, and one
        that says it more closely stands in its place."""
        office, said = self.office.upper(), self.capacity.lines
        if not office or office in said:
            return said
        return (*said[:-1], office) if office.startswith(f"{said[-1]} ") else (*said, office)


@dataclass(frozen=True)
class PaperSaid:
    """What is asked before a paper is signed. `signatories`: one for a body's paper, for minutes one in each of their
    capacities."""

    number: int
    dated: date
    place: str
    signatories: tuple[Signatory, ...]


def is_signed_in_one(capacities: tuple[Capacity, ...]) -> bool:
    """Whether one of them is chosen; minutes are signed in all of theirs."""
    return all(capacity.code in FOR_A_BODY for capacity in capacities)


def needs_office(capacity: Capacity) -> bool:
    """In the chair, keeping the minutes: the capacity does not say which office the person holds."""
    return capacity.code not in FOR_A_BODY


def printed_number(number: int) -> str:
    return f"{number:02d}"


def hindrance_of_day(dated: date, *, not_before: date, today: date) -> DayHindrance | None:
    if dated > today:
        return DayHindrance.IN_THE_FUTURE
    return DayHindrance.TOO_EARLY if dated < not_before else None


def as_signed(document: Document, issuer: Issuer, said: PaperSaid) -> Document:
    """The paper as it stands once it is signed: whose it is, its number, place, day, who signed it as what."""
    boxes = tuple(Signature(one.lines, one.name) for one in said.signatories)
    in_one = is_signed_in_one(issuer.capacities)
    return replace(
        document,
        letterhead=issuer.letterhead,
        symbol=issuer.symbol,
        number=printed_number(said.number),
        place=said.place,
        day=said.dated,
        draft="",
        signature=boxes[0] if in_one else Signature(()),
        signers=() if in_one else boxes,
    )
