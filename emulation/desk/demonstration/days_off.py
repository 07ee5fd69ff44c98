"""Days off of the year that the demonstration stands in, so that its deadlines can be reckoned."""

from datetime import date

from awards.models import CalendarYear
from awards.procedures.actions.calendar import begin_year, close_year, enter_days
from awards.procedures.rules.working_days import DayOffKind
from emulation.core.actor import Actor
from emulation.desk.demonstration.accounts import NAME

YEAR = 2023
DAYS_OFF = (
    ("Tết Dương lịch", date(2023, 1, 2), None),
    ("Tết Nguyên đán", date(2023, 1, 20), date(2023, 1, 26)),
    ("Giỗ Tổ Hùng Vương, Ngày Chiến thắng, Ngày Quốc tế lao động", date(2023, 5, 1), date(2023, 5, 3)),
    ("Quốc khánh", date(2023, 9, 1), date(2023, 9, 4)),
)


def load_days_off(*, actor: Actor) -> None:
    """`actor` has an administrator's rights. A year that is there is left as it is."""
    if CalendarYear.objects.filter(year=YEAR).exists():
        return
    year = begin_year(YEAR, actor=actor)
    for name, first_day, last_day in DAYS_OFF:
        enter_days(year, first_day=first_day, last_day=last_day, kind=DayOffKind.OFF, name=name, actor=actor)
    close_year(year, source=NAME, actor=actor)
