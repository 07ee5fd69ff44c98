"""The fixed terms of campaigns. Keys are permanent; the words for them stand in `clusters.campaigns.models.wording`."""

from enum import StrEnum


class CampaignLevel(StrEnum):
    """Who launches it, and with that how far it reaches (Luật TĐKT 2022, Điều 16): the whole country, a province, a
    cluster or block, a unit."""

    STATE = "state"
    PROVINCE = "province"
    CLUSTER = "cluster"
    UNIT = "unit"


class CampaignForm(StrEnum):
    """Regular emulation, or by theme (Luật TĐKT 2022, Điều 16)."""

    REGULAR = "regular"
    THEMATIC = "thematic"


class Drive(StrEnum):
    """Of its own time and strength: a peak drive towards a day, or one called special."""

    ORDINARY = "ordinary"
    PEAK = "peak"
    SPECIAL = "special"


class Addressed(StrEnum):
    """Whom a campaign addresses; two campaigns overlap where they address the same."""

    EVERYBODY = "everybody"
    OFFICIALS = "officials"
    WORKERS = "workers"
    FARMERS = "farmers"
    ENTERPRISES = "enterprises"
    FORCES = "forces"
    SCHOOLS = "schools"
    COMMUNITIES = "communities"


class CampaignState(StrEnum):
    DRAFT = "draft"
    LAUNCHED = "launched"
    DROPPED = "dropped"
    STRUCK_OUT = "struck_out"


NOT_STANDING = (CampaignState.DROPPED, CampaignState.STRUCK_OUT)
"""Not launched after all, or recorded by mistake: its name is free again, and nothing more is done with it."""

CORRECTED = (
    "name",
    "first_day",
    "last_day",
    "criteria",
    "form",
    "drive",
    "addressed",
    "document",
    "plan",
    "parent",
    "directive",
    "launched_on",
)
"""What may be put right, with its reason, while units rely on it; the names of the steps that keep it."""

TOLD = (*CORRECTED, "goal", "goal_out", "phase", "phase_out")
"""Steps of which units that take part are told."""


class ReviewKind(StrEnum):
    """Sơ kết in the middle, tổng kết at the end."""

    MID = "mid"
    FINAL = "final"


class Part(StrEnum):
    """What a campaign should say of itself (Luật TĐKT 2022, Điều 17)."""

    GOAL = "goal"
    UNIT = "unit"
    SOURCE = "source"
    CHECK_DATE = "check_date"
    DOCUMENT = "document"
    FORM = "form"
    ADDRESSED = "addressed"
    CRITERIA = "criteria"
    PERIOD = "period"
    PLAN = "plan"


class Stage(StrEnum):
    LAUNCHED = "launched"
    JOINED = "joined"
    REPORTED = "reported"
    CHECKED = "checked"
    SUMMED_UP = "summed_up"


class StageState(StrEnum):
    """DONE with its day; UNKNOWN: done, but nobody recorded when; SILENT: nothing was heard, which is not nothing done;
    LATE: its day went by; TO_COME: its day is still to come."""

    DONE = "done"
    UNKNOWN = "unknown"
    SILENT = "silent"
    LATE = "late"
    TO_COME = "to_come"
