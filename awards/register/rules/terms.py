"""Whether an honour counts. Keys are permanent; the words for them stand in `awards.register.models.wording`."""

from enum import StrEnum


class HonourStatus(StrEnum):
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    UNDONE = "undone"
