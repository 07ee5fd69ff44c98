"""The fixed terms of a scoring scheme. Keys are permanent; the words for them stand in `clusters.models`."""

from enum import StrEnum


class SchemeState(StrEnum):
    DRAFT = "draft"
    ADOPTED = "adopted"


class GroupKind(StrEnum):
    """Points of criteria are added up, a bonus is added and a penalty taken off, each group up to its maximum."""

    CRITERIA = "criteria"
    BONUS = "bonus"
    PENALTY = "penalty"


class FunctionKind(StrEnum):
    """How a line's points come from what was reached."""

    PERCENT_OF_TARGET = "percent_of_target"
    BANDS = "bands"
    RANK = "rank"
    YES_NO = "yes_no"
    LOWER_IS_BETTER = "lower_is_better"
    RATIO = "ratio"
    RANGE = "range"
    PANEL = "panel"
    PER_CASE = "per_case"
    FROM_REGISTER = "from_register"


NEEDS_INDICATOR = frozenset(
    {
        FunctionKind.PERCENT_OF_TARGET,
        FunctionKind.BANDS,
        FunctionKind.RANK,
        FunctionKind.LOWER_IS_BETTER,
        FunctionKind.RATIO,
        FunctionKind.RANGE,
    }
)
NEEDS_TARGET = frozenset({FunctionKind.PERCENT_OF_TARGET, FunctionKind.LOWER_IS_BETTER, FunctionKind.RANGE})


class RegisterFigure(StrEnum):
    """What the register and the calendar of reports know of a member, each as a share in per cent."""

    DIRECT_WORKERS = "direct_workers"
    UNSCHEDULED = "unscheduled"
    PUNCTUALITY = "punctuality"
    CAMPAIGNS = "campaigns"
    TASKS = "tasks"


class KnockOutKind(StrEnum):
    """What shuts a member out of acclaim: found by the office, or by the system from what it holds."""

    JUDGED = "judged"
    PACT_UNSIGNED = "pact_unsigned"
    NO_REPORT = "no_report"
    BELOW_SHARE = "below_share"


class TieRule(StrEnum):
    """Who stands first among equals."""

    GROUPS_IN_ORDER = "groups_in_order"
    FEWER_PENALTIES = "fewer_penalties"
    BALLOT = "ballot"
    SHARED = "shared"


class BallotBase(StrEnum):
    """Of whom the share of votes for is taken."""

    ELIGIBLE = "eligible"
    PRESENT = "present"


class Appraiser(StrEnum):
    HEAD_PANEL = "head_panel"
    CENTRAL = "central"
