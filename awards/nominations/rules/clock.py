"""How a desk's days run: from when the dossier comes, not while it is back with the nominator or before the Council,
and on from where they stood when it comes again. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol, TypeVar

from awards.nominations.rules.deadlines import APPRAISES, SUBMITS, DueDay, StageDays
from awards.nominations.rules.route import Desk, desk_after, desk_before
from awards.nominations.rules.terms import UNDOING, NominationState
from awards.procedures.rules.terms import DaysCounted, Stage
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered

RUNNING = (NominationState.SUBMITTED, NominationState.REVIEW)
WITH_THE_NOMINATOR = (NominationState.DRAFT, NominationState.PRESENTED)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class StepTakenOn:
    name: str
    target: str
    day: date


@dataclass(frozen=True)
class Stay:
    """The time of a dossier in one state at one desk, None being the nominator; `until` is None while it lasts. `by`:
    the step with which it began."""

    desk: Desk | None
    state: str
    since: date
    until: date | None = None
    by: str = ""


class Named(Protocol):
    @property
    def name(self) -> str: ...


Step = TypeVar("Step", bound=Named)


def without_undone(steps: Iterable[Step]) -> list[Step]:
    """As if what was undone, and its undoing, had not been. The oldest first."""
    left: list[Step] = []
    for step in steps:
        if step.name not in UNDOING:
            left.append(step)
        elif left:
            left.pop()
    return left


def stays_of(steps: Iterable[StepTakenOn], route: tuple[Desk, ...]) -> tuple[Stay, ...]:
    """Of steps as they were taken, the oldest first."""
    stays: list[Stay] = []
    desk: Desk | None = None
    for step in without_undone(steps):
        if stays:
            last = stays[-1]
            stays[-1] = replace(last, until=step.day)
        if step.name == "submit":
            desk = route[0]
        elif step.name == "forward":
            desk = desk_after(route, desk) or desk
        elif step.name == "fetch_back":
            desk = desk_before(route, desk)
        elif step.target in WITH_THE_NOMINATOR:
            desk = None
        stays.append(Stay(desk, step.target, step.day, by=step.name))
    return tuple(stays)


@dataclass(frozen=True)
class DeskClock:
    """`earlier`: times (first day, last day) in which the desk's days ran before; `running_since`: the beginning of the
    present one; `stopped_since`: from when on they stand still, because the dossier is back to be completed."""

    desk: Desk
    earlier: tuple[tuple[date, date], ...] = ()
    running_since: date | None = None
    stopped_since: date | None = None


def clock_of(stays: tuple[Stay, ...], desk: Desk) -> DeskClock:
    runs: list[list[date | None]] = []
    running = False
    for stay in stays:
        runs_now = stay.desk is desk and stay.state in RUNNING
        if runs_now and running:
            runs[-1][1] = stay.until
        elif runs_now:
            runs.append([stay.since, stay.until])
        running = runs_now
    since = runs[-1][0] if running else None
    done = tuple((first, last) for first, last in runs if first is not None and last is not None)
    stopped = done[-1][1] if done and stays[-1].desk is None else None
    return DeskClock(desk, done, since, stopped)


def stopped_desk(stays: tuple[Stay, ...]) -> Desk | None:
    """The desk that has returned the dossier, and whose days stand still until it comes again. One that the nominator
    fetched back by itself stops nobody's days."""
    if not stays or stays[-1].desk is not None:
        return None
    left = [(before.desk, after.by) for before, after in pairwise(stays) if before.desk is not None]
    return left[-1][0] if left and left[-1][1] == "return" else None


def days_used(clock: DeskClock, counted: DaysCounted, calendar: WorkCalendar) -> int | YearNotEntered:
    """In its earlier times."""
    used = 0
    for first, last in clock.earlier:
        days = calendar.between(first, last) if counted is DaysCounted.WORKING else (last - first).days
        if isinstance(days, YearNotEntered):
            return days
        used += days
    return used


def runs_out(asked: StageDays, clock: DeskClock, calendar: WorkCalendar) -> DueDay | YearNotEntered | None:
    """The last day of a clock that runs; before its present time began where it was used up earlier."""
    if clock.running_since is None or asked.days is None:
        return None
    used = days_used(clock, asked.days_counted, calendar)
    if isinstance(used, YearNotEntered):
        return used
    left = asked.days - used
    if asked.days_counted is DaysCounted.CALENDAR:
        return DueDay(clock.running_since + left * ONE_DAY, asked.is_verified)
    since = clock.running_since
    day = calendar.after(since, left) if left >= 0 else calendar.before(since, -left)
    return day if isinstance(day, YearNotEntered) else DueDay(day, asked.is_verified)


@dataclass(frozen=True)
class Forecast:
    """`day`: by which everything that has days is done, None where nothing that has any is left; `uncounted`: stages
    for which the procedure gives none."""

    day: date | None
    uncounted: tuple[StageDays, ...] = ()
    is_verified: bool = True


def stages_ahead(stages: tuple[StageDays, ...], desk: Desk | None, state: str, first: Desk) -> tuple[StageDays, ...]:
    """What the procedure sets after the stage in which the dossier is; with the nominator, after it is sent to the desk
    `first`."""
    if desk is None:
        place = _place(stages, Stage.SUBMIT, SUBMITS[first])
    else:
        place = _place(stages, Stage.APPRAISE, APPRAISES[desk])
        if state not in RUNNING:
            place = next(
                (at for at, one in enumerate(stages) if at > place and one.stage is Stage.CONSIDER), max(place, 0)
            )
    return stages[place + 1 :]


def _place(stages: tuple[StageDays, ...], stage: Stage, body: object) -> int:
    return next((at for at, one in enumerate(stages) if one.stage is stage and one.body is body), -1)


def forecast(
    base: date, ahead: tuple[StageDays, ...], calendar: WorkCalendar, *, counted: bool = False
) -> Forecast | YearNotEntered:
    """From the day `base`, each stage taking all its days, one after the other. `counted`: something before them has
    days too."""
    day, uncounted, is_verified = base, [], True
    for one in ahead:
        if one.days is None:
            uncounted.append(one)
            continue
        is_verified = is_verified and one.is_verified
        if one.days_counted is DaysCounted.CALENDAR:
            day += one.days * ONE_DAY
            continue
        reckoned = calendar.after(day, one.days)
        if isinstance(reckoned, YearNotEntered):
            return reckoned
        day = reckoned
    if not counted and len(uncounted) == len(ahead):
        return Forecast(None, tuple(uncounted), is_verified)
    return Forecast(day, tuple(uncounted), is_verified)
