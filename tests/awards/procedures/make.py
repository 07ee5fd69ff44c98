"""Builders of procedures and calendars for tests."""

from datetime import date

from awards.models import Award, CalendarDay, CalendarYear, LawVersion, Procedure
from awards.procedures.rules.terms import DayKind, Effect, MeasureKind, PaperKind, Stage
from emulation.core.period import Period
from tests.awards.register.make import make_award


def make_law(*, code="LUAT_THU", during=None, name="Luật thử"):
    """In force long before the first law that ships, so that it overlaps none."""
    return LawVersion.objects.get_or_create(
        code=code, defaults={"name": name, "number": "01/1990/QH", "during": during or Period(None, date(2000, 1, 1))}
    )[0]


def make_procedure(*, award=None, law=None, during=None, deciding_day=DayKind.RECEIPT) -> Procedure:
    """With one of each part, none of it verified."""
    law = law or make_law()
    award = award or make_award("CO_THU")
    found = Procedure.objects.create(
        award=award if isinstance(award, Award) else make_award(award),
        law=law,
        during=during or law.during,
        deciding_day=deciding_day,
    )
    found.stages.create(position=10, stage=Stage.SUBMIT, body="unit")
    found.stages.create(position=20, stage=Stage.DECIDE, body="province_chair")
    found.papers.create(position=10, kind=PaperKind.SUBMISSION_LETTER, effect=Effect.WARNS)
    found.rules.create(position=10, code="common.one_form", effect=Effect.WARNS)
    found.measures.create(kind=MeasureKind.VOTE_SHARE, number=80)
    found.transitions.create(day_kind=DayKind.RECEIPT, before=date(1990, 1, 1))
    return found


def make_calendar_year(year=2023, *, entered=True, off=(date(2023, 9, 4),)) -> CalendarYear:
    found = CalendarYear.objects.create(year=year, source="Thông báo thử", entered=entered)
    CalendarDay.objects.bulk_create([CalendarDay(year=found, day=day, kind="off", name="Nghỉ lễ thử") for day in off])
    return found
