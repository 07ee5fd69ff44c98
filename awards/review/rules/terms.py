"""The fixed terms of a body's review of a dossier; their words stand in `models.wording`."""

from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a dossier is, seen from one body that has it or had it."""

    ARRIVED = "arrived"
    REVIEW = "review"
    COUNCIL = "council"
    RETURNED = "returned"
    LEFT = "left"


class FirstDeed(StrEnum):
    """What a person of the desk does first with a dossier that is being appraised there, before any step of it."""

    TAKE = "take"
    OPINION = "opinion"


class AppraisalState(StrEnum):
    ASKED = "asked"
    WRITING = "writing"
    DONE = "done"


class Conclusion(StrEnum):
    PROPOSE = "propose"
    DECLINE = "decline"
    DISCUSS = "discuss"


class BulkKind(StrEnum):
    """Deeds over many dossiers at once, by the name of the step that each of them takes."""

    FORWARD = "forward"
    COUNCIL = "put_to_council"
    RETURN = "return"


class FeedbackLine(StrEnum):
    STRONGEST = "strongest"
    WEAKEST = "weakest"
    MISSING = "missing"


WAITING = (Standing.ARRIVED, Standing.REVIEW)
STILL_TO_GIVE = (AppraisalState.ASKED, AppraisalState.WRITING)
AT_THE_DESK = (*WAITING, Standing.COUNCIL)
NO_DAY = date(9999, 12, 31)
WANTED, MOST = 2, 3
MOST_AT_ONCE = 500
LONGEST_OPINION, LONGEST_REASON, LONGEST_NOTE, LONGEST_FEEDBACK = 4_000, 500, 2_000, 500
