"""The states of a member's sheet of figures; words for them stand in `clusters.figures.models.wording`."""

from enum import StrEnum


class SheetState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    ACCEPTED = "accepted"
