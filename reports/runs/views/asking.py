"""Asking for a report: of a cluster year, of a province."""

from collections.abc import Callable

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.membership.rules.half_years import half_in_question
from clusters.models import ClusterYear, PostKind
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
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
CLOSED = gettext_lazy(
    "Your organisation was head of %(years)s, which is closed: no new report of it is made. If a signed report of it "
    "is wrong, open that report and make a correction."
)
HEADS_NONE = gettext_lazy(
    "Your organisation heads no cluster in an open year. The head makes the report of its cluster; if your "
    "organisation was elected head, ask the system administrator to record the post."
)
MAKES_NONE = gettext_lazy(
    "Reports are made by the organisation that heads a cluster, and by a province for itself. You may read those that "
    "are signed."
)
NOT_ITS_OFFICER = gettext_lazy("Within an organisation its officers and its approver make reports.")
NO_PROVINCE = gettext_lazy(
    "A province's report is made by its own officers and approver, while the province exists. Your mandate is of no "
    "such province."
)
NAMED = 3
OF_UNITS = gettext_lazy(
    "It counts the honours of the province and of its units decided in the period, as the register stands now."
)


@door("report")
def new(request):
    """Defaults as the link says, or from the day: the half-year that ended last. Who heads no open year is told why
    nothing can be made here, and what else there is."""
    years = years_to_report(request.actor)
    if not years.exists():
        return _nothing_to_make(request, title=_("Make a report of the cluster"), told=why_no_year(request.actor))
    _year, half = half_in_question(clock.today())
    initial = {"half": request.GET.get("ky", half), "cluster_year": request.GET.get("nam")}
    form = MakeReportForm(request.POST or None, years=years, initial=initial)
    return _asked(
        request, form, lambda said: said.pop("cluster_year"), title=_("Make a report of the cluster"), lead=OF_MEMBERS
    )


@door("report")
def new_of_province(request):
    """Defaults as the link says, or from the day. Who makes reports of no province is told whose they are."""
    year, half = half_in_question(clock.today())
    provinces = provinces_to_report(request.actor)
    first, *others = provinces.sorted() or [None]
    if first is None:
        return _nothing_to_make(request, title=_("Make a report of the province"), told=[str(NO_PROVINCE)])
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


def why_no_year(actor: Actor) -> list[str]:
    """In sentences, the nearest reason first."""
    own = ClusterYear.objects.filter(
        posts__kind=PostKind.HEAD, posts__organisation__in=actor.own, closed_on__isnull=False
    )
    closed = [str(year) for year in own.select_related("cluster").distinct().order_by("-year", "cluster")[:NAMED]]
    told = []
    if closed:
        told.append(str(CLOSED) % {"years": "; ".join(closed)})
    elif actor.own:
        told.append(str(HEADS_NONE))
    else:
        told.append(str(MAKES_NONE))
    if actor.own and not (actor.is_officer or actor.is_approver):
        told.append(str(NOT_ITS_OFFICER))
    return told


def _nothing_to_make(request, *, title, told: list[str]):
    actor = request.actor
    ways = [(_("Read the reports"), reverse("reports:reports"))]
    if provinces_to_report(actor).exists():
        ways.insert(0, (_("Make a report of the province"), reverse("reports:new-of-province")))
    elif years_to_report(actor).exists():
        ways.insert(0, (_("Make a report of the cluster"), reverse("reports:new")))
    if actor.may_somewhere("read", "cluster"):
        ways.append((_("Who heads which cluster"), reverse("clusters:clusters")))
    context = {"title": title, "told": told, "ways": ways, "crumbs": crumbs_of_reports()}
    return render(request, "reports/runs/nothing_to_make.html", context)


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
