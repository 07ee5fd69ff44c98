"""The states of a list and of its rows; words for them stand in `awards.lists.models.wording`."""

from enum import StrEnum


class BatchState(StrEnum):
    RECEIVED = "received"
    UNREADABLE = "unreadable"
    UPLOADED = "uploaded"
    CHECKED = "checked"
    ACCEPTED = "accepted"
    UNDONE = "undone"
    DISCARDED = "discarded"


class RowState(StrEnum):
    """What became of a row of a list in the dry run."""

    GOOD = "good"
    REFUSED = "refused"
    KNOWN = "known"
