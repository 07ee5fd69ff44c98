"""Asking for a report: of a cluster year, of a province."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.membership.rules.half_years import half_in_question
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.forms.layouts import OfficeForm
from reports.runs.actions.making import ask_for_report
from reports.runs.forms import MakeProvinceReportForm, MakeReportForm
from reports.runs.models.heads import years_to_report
from reports.runs.models.provinces import provinces_to_report
from reports.runs.models.subject import ProvinceYear, Subject
from reports.runs.views.reports import crumbs_of_reports

OF_MEMBERS = gettext_lazy(
    "It counts the honours decided in the period by members of that day, as the register stands now."
)
OF_UNITS = gettext_lazy(
    "It counts the honours of the province and of its units decided in the period, as the register stands now."
)


@door("report_draft", "write")
def new(request):
    """Defaults as the link says, or from the day: the half-year that ended last."""
    _year, half = half_in_question(clock.today())
    initial = {"half": request.GET.get("ky", half), "cluster_year": request.GET.get("nam")}
    form = MakeReportForm(request.POST or None, years=years_to_report(request.actor), initial=initial)
    return _asked(
        request, form, lambda said: said.pop("cluster_year"), title=_("Make a report of the cluster"), lead=OF_MEMBERS
    )


@door("province_report_draft", "write")
def new_of_province(request):
    """Defaults as the link says, or from the day. For who makes reports of no province the page is not there."""
    year, half = half_in_question(clock.today())
    provinces = provinces_to_report(request.actor)
    first, *others = provinces.sorted() or [None]
    if first is None:
        raise Http404
    initial = {
        "half": request.GET.get("ky", half),
        "year": request.GET.get("nam", year),
        "province": request.GET.get("tinh", None if others else first.pk),
    }
    form = MakeProvinceReportForm(request.POST or None, provinces=provinces, initial=initial)
    return _asked(
        request,
        form,
        lambda said: ProvinceYear(said.pop("province"), said.pop("year")),
        title=_("Make a report of the province"),
        lead=OF_UNITS,
    )


def _asked(request, form: OfficeForm, subject_of: Callable[[dict], Subject], *, title, lead):
    """`subject_of` takes whose report it is out of what was entered."""
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            report = ask_for_report(subject_of(said), **said, actor=request.actor, on=clock.today())
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return redirect(report)
    told = {"form": form, "title": title, "lead": lead, "crumbs": crumbs_of_reports()}
    return render(request, "reports/runs/new.html", told)
