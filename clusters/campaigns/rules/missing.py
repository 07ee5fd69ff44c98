"""What a campaign does not say of itself: of one launched elsewhere shown as not stated, of one launched here the first
four hinder the launch. Pure."""

from dataclasses import dataclass

from clusters.campaigns.rules.terms import Part

NEEDED_TO_LAUNCH = (Part.GOAL, Part.UNIT, Part.SOURCE, Part.CHECK_DATE)


@dataclass(frozen=True)
class Said:
    """`goals` there are, and of how many each part is lacking; which other parts are written."""

    goals: int = 0
    without_unit: int = 0
    without_source: int = 0
    without_check_date: int = 0
    written: frozenset[Part] = frozenset()


def what_is_missing(said: Said) -> tuple[Part, ...]:
    """In the order in which they are to be supplied. Without a goal nothing of a goal can be there."""
    lacking = {
        Part.GOAL: not said.goals,
        Part.UNIT: not said.goals or said.without_unit > 0,
        Part.SOURCE: not said.goals or said.without_source > 0,
        Part.CHECK_DATE: not said.goals or said.without_check_date > 0,
    }
    return tuple(part for part in Part if lacking.get(part, part not in said.written))


def hinders_launch(said: Said) -> tuple[Part, ...]:
    return tuple(part for part in what_is_missing(said) if part in NEEDED_TO_LAUNCH)
