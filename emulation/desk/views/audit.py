from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from emulation.core.access import door
from emulation.core.models import AuditEntry
from emulation.core.numbers import parse_id
from emulation.desk.journal import told_each

PAGE = 50


@door("audit")
@require_safe
def audit(request):
    """Newest first, walked by the number of the last entry seen."""
    entries = AuditEntry.objects.visible_to(request.actor)
    before = parse_id(request.GET.get("truoc", ""))
    if before is not None:
        entries = entries.filter(pk__lt=before)
    rows = list(entries[: PAGE + 1])
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    return render(
        request,
        "desk/audit.html",
        {
            "entries": told_each(rows, reader=request.actor),
            "older": rows[-1].pk if more else None,
            "newest": not before,
            "empty_title": _("Nothing has been written yet"),
            "empty_text": _("Each change will be listed here with who made it and why."),
        },
    )
