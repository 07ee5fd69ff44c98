from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from awards.procedures import words
from awards.procedures.actions.calendar import begin_year, close_year, enter_days, reopen_year, take_day_off_list
from awards.procedures.forms import CalendarDayForm, CalendarSourceForm, CalendarYearForm, WorkingDaysForm
from awards.procedures.models.calendar import CalendarDay, CalendarYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted, refused_to


@door("work_calendar")
@require_safe
def calendar(request):
    """Years whose days off are entered, and a reckoning of working days by them."""
    form = WorkingDaysForm(request.GET)
    form.is_valid()
    start, number = form.cleaned_data.get("tu"), form.cleaned_data.get("so_ngay")
    asked = start is not None and number is not None
    reckoned = CalendarYear.objects.calendar().after(start, number) if asked else None
    years = list(CalendarYear.objects.visible_to(request.actor).prefetch_related("days"))
    this_year = clock.today().year
    return render(
        request,
        "awards/procedures/calendar.html",
        {
            "form": form,
            "answer": words.due(reckoned) if asked else "",
            "years": years,
            "missing": None if any(year.year == this_year and year.entered for year in years) else this_year,
            "may_write": request.actor.may("write", CalendarYear()),
        },
    )


@door("work_calendar")
@require_safe
def year(request, number):
    found = get_object_or_404(CalendarYear.objects.visible_to(request.actor), year=number)
    return render(
        request,
        "awards/procedures/calendar_year.html",
        {
            "year": found,
            "days": found.days.all(),
            "may_write": request.actor.may("write", found),
            "crumbs": _crumbs(),
        },
    )


@door("work_calendar", "write")
@administrators_only
def add_year(request):
    return answer(
        request,
        CalendarYearForm(posted(request), initial={"year": clock.today().year}),
        lambda said: begin_year(said["year"], actor=request.actor),
        title=_("Enter the days off of a year"),
        button=_("Begin the year"),
        done=_("Enter its days off now; nothing is reckoned by the year until it is confirmed."),
        back=CalendarYear.get_absolute_url,
        crumbs=_crumbs(),
    )


@door("work_calendar", "write")
@administrators_only
def add_days(request, number):
    found = get_object_or_404(CalendarYear, year=number)
    return answer(
        request,
        CalendarDayForm(posted(request)),
        lambda said: enter_days(found, actor=request.actor, **said),
        title=_("Add days off in %(year)s") % {"year": found},
        button=_("Add the days"),
        done=_("The days are added."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("work_calendar", "write")
@require_POST
@administrators_only
def drop_day(request, number, pk):
    found = get_object_or_404(CalendarDay.objects.select_related("year"), pk=pk, year=number)
    return refused_to(
        request,
        lambda: take_day_off_list(found, actor=request.actor),
        done=_("The day is taken off the list."),
        back=found.year.get_absolute_url(),
    )


@door("work_calendar", "write")
@administrators_only
def close(request, number):
    found = get_object_or_404(CalendarYear, year=number)
    return answer(
        request,
        CalendarSourceForm(posted(request), initial={"source": found.source}),
        lambda said: close_year(found, source=said["source"], actor=request.actor),
        title=_("Confirm the days off of %(year)s") % {"year": found},
        button=_("Confirm the days off"),
        done=_("The days off are confirmed; deadlines in this year are reckoned by them."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
        lead=_("Confirm only when every day off of the year stands in the list."),
    )


@door("work_calendar", "write")
@administrators_only
def reopen(request, number):
    found = get_object_or_404(CalendarYear, year=number)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: reopen_year(found, why=said["why"], actor=request.actor),
        title=_("Open %(year)s for changes") % {"year": found},
        button=_("Open for changes"),
        done=_("The year is open for changes; until it is confirmed again no deadline is reckoned by it."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


def _crumbs(found: CalendarYear | None = None) -> list[Crumb]:
    above = [Crumb(_("Days off"), reverse("awards:calendar"))]
    return above if found is None else [*above, Crumb(str(found), found.get_absolute_url())]
