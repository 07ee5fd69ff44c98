"""Two versions of a report side by side: drafts of one period, what was signed, and its corrections."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404
from reports.document.rules.comparison import changes
from reports.document.rules.document import Document
from reports.document.rules.snapshot import thaw
from reports.runs.models.report import Report
from reports.runs.views.reports import crumbs_of_reports, seen_by, speak_of_report
from reports.versions.words import told

MOST_OFFERED = 30


@door("report")
@require_safe
def compared(request, pk):
    """`?voi=`: the other version; the one before it where none is named."""
    actor = request.actor
    report = record_or_404(seen_by(actor), actor, pk=pk)
    speak_of_report(report)
    others = list(versions_beside(report, actor)[:MOST_OFFERED])
    asked = request.GET.get("voi", "")
    other = next((one for one in others if one.pk < report.pk), others[0] if others else None)
    if asked:
        rows = versions_beside(report, actor)
        other = get_object_or_404(rows, pk=asked if asked.isdecimal() and len(asked) < len(str(2**63)) else 0)
    context = {
        "report": report,
        "others": others,
        "other": other,
        "crumbs": [*crumbs_of_reports(), Crumb(report.heading, report.get_absolute_url())],
    }
    if other is not None and report.document is not None:
        old, new = sorted((report, other), key=lambda one: one.pk)
        context |= {
            "old": old,
            "new": new,
            "changes": [told(one) for one in changes(printed_of(old), printed_of(new))],
        }
    return render(request, "reports/versions/compared.html", context)


def versions_beside(report: Report, actor: Actor):
    """Of the same period, days and units, as far as the person may read them."""
    seen = seen_by(actor).of_the_same_period(report).filter(document__isnull=False)
    return seen.exclude(pk=report.pk).order_by("-pk")


def printed_of(report: Report) -> Document:
    signed = getattr(report, "signed_paper", None)
    return thaw((signed or report).document)
