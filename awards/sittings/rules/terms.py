"""The fixed terms of a sitting of a Council; their words stand in `models.wording`."""

from enum import StrEnum


class SittingState(StrEnum):
    PREPARED = "prepared"
    OPEN = "open"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """`UNKNOWN`: not recorded yet. `WRITTEN`: absent, but the vote came in writing."""

    UNKNOWN = ""
    PRESENT = "present"
    ABSENT = "absent"
    WRITTEN = "written"


VOTING = (Attendance.PRESENT, Attendance.WRITTEN)


class ItemOutcome(StrEnum):
    """What the sitting concluded on a dossier; `PENDING` until it has. `LEFT_OUT`: taken off, or the sitting was
    cancelled."""

    PENDING = ""
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    LEFT_OUT = "left_out"


MOST_ITEMS = 300
