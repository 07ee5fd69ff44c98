"""What a conference votes on in secret. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class BallotPurpose(StrEnum):
    ACCLAIM = "acclaim"
    HEAD = "head"
    DEPUTY = "deputy"
