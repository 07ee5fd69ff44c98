"""The fixed terms of a cluster's conferences and activities. Keys are permanent; words stand in `clusters.models`."""

from enum import StrEnum


class ConferenceKind(StrEnum):
    MID_YEAR = "mid_year"
    YEAR_END = "year_end"
    SIGNING = "signing"
    THEMATIC = "thematic"


# a province signs no pact with itself
PROVINCE_KINDS = (ConferenceKind.MID_YEAR, ConferenceKind.YEAR_END, ConferenceKind.THEMATIC)


class ConferenceState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ActivityKind(StrEnum):
    """What a cluster does besides its conferences."""

    EXCHANGE = "exchange"
    INSPECTION = "inspection"
    JOINT_WORK = "joint_work"
