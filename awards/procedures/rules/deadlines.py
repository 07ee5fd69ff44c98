"""By which day a stage must be done. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from awards.procedures.rules.terms import DaysCounted
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered


@dataclass(frozen=True)
class StageDeadline:
    """`days` from the day that the stage began, which does not count itself; or `until`, (month, day) of each year."""

    days: int | None = None
    counted: DaysCounted = DaysCounted.WORKING
    until: tuple[int, int] | None = None

    def due(self, began: date, calendar: WorkCalendar) -> date | YearNotEntered | None:
        """The last day that is in time; None where the procedure sets none."""
        if self.days is not None:
            if self.counted is DaysCounted.CALENDAR:
                return began + timedelta(days=self.days)
            return calendar.after(began, self.days)
        if self.until is None:
            return None
        this_year = date(began.year, *self.until)
        return this_year if began <= this_year else date(began.year + 1, *self.until)
