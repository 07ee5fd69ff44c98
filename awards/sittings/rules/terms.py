"""The fixed terms of a sitting of a Council; their words stand in `models.wording`."""

from enum import StrEnum


class SittingState(StrEnum):
    PREPARED = "prepared"
    OPEN = "open"
    CONCLUDED = "concluded"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """`UNKNOWN`: not recorded yet. `WRITTEN`: absent, but the vote came in writing. Without a meeting a member votes
    `ON_SCREEN`, from the own account, or `ON_PAPER`."""

    UNKNOWN = ""
    PRESENT = "present"
    ABSENT = "absent"
    WRITTEN = "written"
    ON_SCREEN = "on_screen"
    ON_PAPER = "on_paper"


AT_A_MEETING = (Attendance.UNKNOWN, Attendance.PRESENT, Attendance.ABSENT, Attendance.WRITTEN)
WITHOUT_MEETING = (Attendance.ON_SCREEN, Attendance.ON_PAPER)
AWAY = (Attendance.ABSENT, Attendance.WRITTEN)
VOTING = (Attendance.PRESENT, Attendance.WRITTEN, *WITHOUT_MEETING)
BY_TELLERS = (Attendance.WRITTEN, Attendance.ON_PAPER)
"""Whose votes both tellers enter."""


class ItemOutcome(StrEnum):
    """What the sitting concluded on a dossier; `PENDING` until it has. `LEFT_OUT`: taken off, or the sitting was
    cancelled."""

    PENDING = ""
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    LEFT_OUT = "left_out"


MOST_ITEMS = 300
