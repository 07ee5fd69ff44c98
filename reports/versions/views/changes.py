"""What changed in the data since a draft was made: each place offered, the new beside the old."""

from django.http import HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import refused_to
from reports.runs.views.deeds import deeds_of
from reports.runs.views.reports import crumbs_of_reports
from reports.runs.views.sentences import of_drafts
from reports.versions.actions.decisions import keep, take
from reports.versions.actions.newer import changes_of, newer_data
from reports.versions.words import told

LOOK, SHORT = "xem", "tom-tat"


@door("report_work", "write")
@require_safe
@of_drafts
def since_draft(request, report):
    """The data are read once the page is there, for that takes a while; `?xem=tom-tat`: how many places, for the page
    of the draft."""
    context = {
        "report": report,
        "url": reverse("reports:changes", args=[report.pk]),
        "crumbs": [*crumbs_of_reports(), Crumb(report.heading, report.get_absolute_url())],
    }
    asked = request.GET.get(LOOK)
    if asked:
        context |= _read(report)
    if asked == SHORT and request.htmx:
        return render(request, "reports/versions/_summary.html", {**context, **deeds_of(report, request.actor)})
    if request.htmx:
        return render(request, "reports/versions/_changes.html", context)
    return render(request, "reports/versions/changes.html", context | {"is_read": bool(asked)})


def _read(report) -> dict:
    try:
        found = changes_of(report, newer_data(report, on=clock.today()))
    except Refusal as refusal:
        return {"refusal": str(refusal)}
    return {"open": [told(one) for one in found.open], "kept": [told(one) for one in found.kept]}


@door("report_work", "write")
@require_POST
@of_drafts
def decide(request, report):
    """`lay`: the new of a place, or of all that are named; `giu`: the old one."""
    seen, taken, kept = (request.POST.get("seen"), request.POST.getlist("lay"), request.POST.get("giu"))
    if not seen or not (taken or kept):
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    said = {"seen": seen, "actor": request.actor, "on": clock.today()}
    if taken:
        deed, done = (lambda: take(report, taken, **said)), _("The new value stands in the draft.")
    else:
        deed, done = (lambda: keep(report, kept, **said)), _("The old value stays in the draft.")
    return refused_to(request, deed, done=done, back=f"{reverse('reports:changes', args=[report.pk])}?{LOOK}=1")
