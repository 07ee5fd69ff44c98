"""The life of a campaign, or of one unit's part in it, in five stages: launched, joined, reported, checked, summed up.
Pure. Silence is a state of its own: that nobody reported does not say that nothing was done."""

from dataclasses import dataclass
from datetime import date, timedelta

from clusters.campaigns.rules.terms import Stage, StageState
from emulation.core.period import Period

QUIET_FOR = timedelta(days=90)
"""A quarter without a word makes a campaign sleep: a suggestion of the house, no law sets it; it only reminds."""


@dataclass(frozen=True)
class LifeDates:
    """As the deeds kept them. `checked_by`: the earliest day on which a goal is to be checked."""

    during: Period
    launched: date | None = None
    joined: date | None = None
    reported: date | None = None
    heard: date | None = None
    checked: date | None = None
    summed_up: date | None = None
    checked_by: date | None = None


@dataclass(frozen=True)
class StageSeen:
    """`on`: when it was done; of one to come or late, when it is due, where that is known."""

    stage: Stage
    state: StageState
    on: date | None = None


def life(dates: LifeDates, today: date) -> tuple[StageSeen, ...]:
    return (
        StageSeen(Stage.LAUNCHED, StageState.DONE, dates.launched)
        if dates.launched
        else StageSeen(Stage.LAUNCHED, StageState.UNKNOWN),
        _told(Stage.JOINED, dates.joined),
        _told(Stage.REPORTED, dates.reported),
        _due(Stage.CHECKED, dates.checked, dates.checked_by, today),
        _due(Stage.SUMMED_UP, dates.summed_up, dates.during.last_day, today),
    )


def sleeps(dates: LifeDates, today: date) -> bool:
    """It runs, and nothing was heard of it for a quarter. Of one whose beginning nobody recorded and of which nothing
    was ever heard, it cannot be told since when, so it sleeps."""
    if dates.summed_up or not dates.during.contains(today):
        return False
    last = max((day for day in (dates.launched, dates.joined, dates.heard, dates.checked) if day), default=None)
    return last is None or today - last > QUIET_FOR


def only_launched(dates: LifeDates, today: date) -> bool:
    """Launched a quarter ago or longer, and nobody joined, reported or checked."""
    heard = dates.joined or dates.reported or dates.checked or dates.summed_up
    begun = dates.launched or dates.during.start
    return not heard and begun is not None and today - begun > QUIET_FOR


def _told(stage: Stage, done: date | None) -> StageSeen:
    return StageSeen(stage, StageState.DONE, done) if done else StageSeen(stage, StageState.SILENT)


def _due(stage: Stage, done: date | None, due: date | None, today: date) -> StageSeen:
    if done:
        return StageSeen(stage, StageState.DONE, done)
    return StageSeen(stage, StageState.LATE if due is not None and due < today else StageState.TO_COME, due)
