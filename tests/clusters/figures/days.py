"""The days of a span's figures, and a sending on a day, without walking there."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from clusters.models import FigureSheet, SheetStep, SheetTerm

DUE, LOCKS = date(2023, 7, 15), date(2023, 7, 31)


def make_term(year, *, half=1, due_on=DUE, locks_on=LOCKS):
    return SheetTerm.objects.create(cluster_year=year, half=half, due_on=due_on, locks_on=locks_on)


def sent_on(year, city, day, *, half=1, at=12):
    sheet, _made = FigureSheet.objects.get_or_create(cluster_year=year, organisation=city.organisation, half=half)
    moment = datetime(day.year, day.month, day.day, at, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    return SheetStep.objects.create(
        sheet=sheet, name="approve", source="submitted", target="approved", taken_by_name="Thử", taken_at=moment
    )
