"""The fixed terms of scoring. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class RoundState(StrEnum):
    """Where the scoring of a cluster's year is."""

    SELF = "self"
    CROSS = "cross"
    APPRAISAL = "appraisal"
    FINAL = "final"
    FROZEN = "frozen"


class ScoreKind(StrEnum):
    """Whose points they are: of the member itself, of another member, of the panel, or those that count."""

    SELF = "self"
    CROSS = "cross"
    APPRAISAL = "appraisal"
    FINAL = "final"
