"""The days on which reports are drafted by themselves: the list, setting one, ending it, and what came of it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import LastDayForm
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404
from reports.runs.models.report import Report
from reports.runs.views.reports import crumbs_of_reports
from reports.schedule.actions import end_day, set_day
from reports.schedule.forms import DraftingDayForm
from reports.schedule.models import ROW, DraftingDay

PAGE = 50


@door("report_schedule")
@require_safe
def schedule(request):
    on = clock.today()
    days = list(DraftingDay.objects.visible_to(request.actor).with_rung(on))
    return render(
        request,
        "reports/schedule/schedule.html",
        {
            "days": [{"day": one, "next": one.next_time(on), "late": one.set_day.made_up_for(on)} for one in days],
            "may_write": request.actor.may_somewhere("write", ROW),
            "crumbs": crumbs_of_reports(),
        },
    )


@door("report_schedule", "write")
def new_day(request):
    form = DraftingDayForm(posted(request), initial={"since": clock.today()})
    return answer(
        request,
        form,
        lambda _said: set_day(**form.said(), actor=request.actor),
        title=_("Set a day for drafts"),
        lead=_("On this day of each year the reports are drafted by themselves and wait with those who finish them."),
        button=_("Set the day"),
        done=_("The day is set."),
        back=DraftingDay.get_absolute_url,
        crumbs=_crumbs(),
    )


@door("report_schedule")
@require_safe
def drafting_day(request, pk):
    """What came of it, newest first; a draft is a link for who may read it."""
    found = _day_or_404(request, pk)
    page = read_page(
        found.drafts.with_report(),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to=f"drafting day {found.pk}",
        size=PAGE,
    )
    reports = [one.report_id for one in page.rows if one.report_id]
    readable = set(Report.objects.visible_to(request.actor).filter(pk__in=reports).values_list("pk", flat=True))
    return render(
        request,
        "reports/schedule/drafting_day.html",
        {
            "day": found,
            "page": page,
            "drafts": [{"draft": one, "is_readable": one.report_id in readable} for one in page.rows],
            "next": found.next_time(clock.today()),
            "late": found.set_day.made_up_for(clock.today()),
            "may_end": found.during.end is None and request.actor.may("write", found),
            "crumbs": _crumbs(),
        },
    )


@door("report_schedule", "write")
def end(request, pk):
    found = _day_or_404(request, pk)
    return answer(
        request,
        LastDayForm(posted(request), initial={"last_day": clock.today()}),
        lambda said: end_day(found, **said, actor=request.actor, on=clock.today()),
        title=_("End this day"),
        lead=_("No drafts are made on this day any more. Those that were made stay."),
        button=_("End this day"),
        done=_("The day has an end now."),
        back=DraftingDay.get_absolute_url,
        crumbs=[*_crumbs(), Crumb(str(found), found.get_absolute_url())],
    )


def _day_or_404(request, pk: int) -> DraftingDay:
    days = DraftingDay.objects.visible_to(request.actor).with_rung(clock.today())
    return record_or_404(days, request.actor, pk=pk)


def _crumbs() -> list[Crumb]:
    return [*crumbs_of_reports(), Crumb(_("Days on which drafts are made"), reverse("reports:schedule"))]
