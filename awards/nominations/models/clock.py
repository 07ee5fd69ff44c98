"""The days of a dossier's desk, reckoned from its steps with the days off that are entered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from awards.nominations.models.consultation import Consultation
from awards.nominations.models.desks import appraising_desk, desk_of, route
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.clock import (
    Forecast,
    Stay,
    StepTakenOn,
    clock_of,
    days_used,
    forecast,
    runs_out,
    stages_ahead,
    stays_of,
    stopped_desk,
)
from awards.nominations.rules.deadlines import APPRAISES, DueDay, StageDays, appraisal_days
from awards.nominations.rules.route import Desk
from awards.nominations.rules.terms import ENDED, NominationState
from awards.procedures.models.calendar import CalendarYear
from awards.procedures.rules.terms import DaysCounted, Stage
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered


@dataclass(frozen=True)
class StoppedClock:
    """Of the desk that has returned the dossier. `used` is None where it cannot be reckoned."""

    since: date
    days: int
    used: int | None
    counted: DaysCounted

    @property
    def left(self) -> int | None:
        return None if self.used is None else max(self.days - self.used, 0)


@dataclass(frozen=True)
class DossierClock:
    """`look_by`: last day of the desk that holds it; `unreckoned`: the year whose days off are missing, where that is
    why there is none; `stopped`: while papers are missing."""

    look_by: DueDay | None = None
    unreckoned: int | None = None
    stopped: StoppedClock | None = None


def stays(nomination: Nomination) -> tuple[Stay, ...]:
    """From its steps, asked of `steps` as they may be at hand; of one without steps the present stay alone."""
    taken = sorted(nomination.steps.all(), key=lambda step: step.pk)
    found = stays_of(
        (StepTakenOn(step.name, step.target, timezone.localtime(step.taken_at).date()) for step in taken),
        route(nomination),
    )
    if found and found[-1].state == nomination.state and found[-1].desk is desk_of(nomination):
        return found
    since = timezone.localtime(nomination.held_since).date()
    return (Stay(desk_of(nomination), nomination.state, since),)


def clock_calendar(passed: Iterable[Stay], *, on: date) -> WorkCalendar:
    """Days off of every year that a clock of these may touch. One query."""
    first = min((stay.since for stay in passed), default=on)
    return CalendarYear.objects.calendar(range(first.year, on.year + 3))


def dossier_clock(
    nomination: Nomination, stages: tuple[StageDays, ...], passed: tuple[Stay, ...], calendar: WorkCalendar
) -> DossierClock:
    """The clock of a desk runs from when it gets the dossier, stands still while that is back with the nominator, and
    goes on from there."""
    desk = appraising_desk(nomination)
    asked = appraisal_days(stages, desk) if desk is not None else None
    if desk is not None and asked is not None:
        due = runs_out(asked, clock_of(passed, desk), calendar)
        return DossierClock(unreckoned=due.year) if isinstance(due, YearNotEntered) else DossierClock(due)
    return DossierClock(stopped=_stopped(passed, stages, calendar))


def _stopped(passed: tuple[Stay, ...], stages: tuple[StageDays, ...], calendar: WorkCalendar) -> StoppedClock | None:
    desk = stopped_desk(passed)
    asked = appraisal_days(stages, desk) if desk is not None else None
    if desk is None or asked is None or asked.days is None:
        return None
    clock = clock_of(passed, desk)
    if clock.stopped_since is None:
        return None
    used = days_used(clock, asked.days_counted, calendar)
    return StoppedClock(
        clock.stopped_since, asked.days, None if isinstance(used, YearNotEntered) else used, asked.days_counted
    )


def dossier_forecast(
    nomination: Nomination,
    stages: tuple[StageDays, ...],
    clock: DossierClock,
    asked: tuple[Consultation, ...],
    passed: tuple[Stay, ...],
    *,
    on: date,
    calendar: WorkCalendar,
) -> Forecast | YearNotEntered | None:
    """By when, if each stage takes the days that the procedure gives it, a desk what it has left of them: from the last
    day of the desk and of the bodies it has asked, or from today where those have passed; of one that is not sent, as
    if it were sent today. None without a procedure, once it has ended, and where the desk's own last day cannot be
    reckoned."""
    if not stages or clock.unreckoned is not None or nomination.state in ENDED:
        return None
    way, desk = route(nomination), desk_of(nomination)
    ahead = stages_ahead(stages, desk, nomination.state, way[0])
    days = [on, *([clock.look_by.day] if clock.look_by else [])]
    own = [one for one in asked if one.asker_id == nomination.holder_id]
    days += [one.due_on for one in own if one.is_open]
    if desk is way[-1] and (own or nomination.state == NominationState.COUNCIL):
        ahead = tuple(one for one in ahead if one.stage is not Stage.CONSULT)
    ahead = tuple(_left_of(one, way, passed, calendar) for one in ahead)
    found = forecast(max(days), ahead, calendar, counted=max(days) > on)
    if isinstance(found, Forecast) and clock.look_by is not None and not clock.look_by.is_verified:
        return Forecast(found.day, found.uncounted, is_verified=False)
    return found


def _left_of(one: StageDays, way: tuple[Desk, ...], passed: tuple[Stay, ...], calendar: WorkCalendar) -> StageDays:
    """The stage with what its desk has not used yet, where the dossier lay there before."""
    desk = next((desk for desk in way if one.stage is Stage.APPRAISE and APPRAISES[desk] is one.body), None)
    if desk is None or one.days is None:
        return one
    used = days_used(clock_of(passed, desk), one.days_counted, calendar)
    return one if isinstance(used, YearNotEntered) else replace(one, days=max(one.days - used, 0))
