"""Until when a dossier is to be sent, and until when a desk is to have looked into it. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from awards.nominations.rules.route import Desk
from awards.procedures.rules.terms import Body, DaysCounted, Stage

SUBMITS = {Desk.OWN: Body.UNIT, Desk.PROVINCE: Body.UNIT, Desk.BOARD: Body.PROVINCE_CHAIR}
"""Who submits to the desk, as procedures name it."""
APPRAISES = {Desk.PROVINCE: Body.PROVINCE_OFFICE, Desk.OWN: Body.PROVINCE_OFFICE, Desk.BOARD: Body.CENTRAL_BOARD}


@dataclass(frozen=True)
class StageDays:
    """A row of the procedure: a number of days, or the last day of each year."""

    stage: Stage
    body: Body
    days: int | None = None
    days_counted: DaysCounted = DaysCounted.WORKING
    until_month: int | None = None
    until_day: int | None = None
    is_verified: bool = True


@dataclass(frozen=True)
class DueDay:
    """`was_for_another`: in its time the dossier was sent, but nominated somebody else."""

    day: date
    is_verified: bool
    was_for_another: bool = False


def submission_due(stages: tuple[StageDays, ...], desk: Desk, *, achieved_to: date | None) -> DueDay | None:
    """The procedure's last day of the year that comes first after the achievement has ended; None where the procedure
    sets none, or nobody has said yet when it ended."""
    if achieved_to is None:
        return None
    for one in stages:
        if one.stage is Stage.SUBMIT and one.body is SUBMITS[desk] and one.until_month and one.until_day:
            day = date(achieved_to.year, one.until_month, one.until_day)
            if day <= achieved_to:
                day = date(achieved_to.year + 1, one.until_month, one.until_day)
            return DueDay(day, one.is_verified)
    return None


def appraisal_days(stages: tuple[StageDays, ...], desk: Desk) -> StageDays | None:
    return next(
        (one for one in stages if one.stage is Stage.APPRAISE and one.body is APPRAISES[desk] and one.days), None
    )


def calendar_due(since: date, days: int) -> date:
    """The last of so many calendar days, the first being the one after `since`."""
    return since + timedelta(days=days)
