from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from emulation.core.access import door
from emulation.core.actions import jobs
from emulation.core.errors import Refusal
from emulation.core.jobs import KINDS
from emulation.core.models import Job
from emulation.core.views.polls import last_answer
from emulation.core.views.records import record_or_404


@door("job")
@require_safe
def job(request, pk):
    """The whole page, or for htmx the progress alone; with the last of it the page is loaded anew."""
    found = record_or_404(Job.objects.all(), request.actor, pk=pk)
    template = "core/partials/_job.html" if request.htmx else "core/job.html"
    response = render(request, template, {"job": found, "unit": KINDS[found.kind].unit if found.kind in KINDS else ""})
    return last_answer(response) if request.htmx and found.is_finished else response


@door("job", "write")
@require_POST
def cancel(request, pk):
    found = record_or_404(Job.objects.all(), request.actor, "write", pk=pk)
    try:
        jobs.cancel(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, _("The work was cancelled. Nothing was changed."))
    return HttpResponseRedirect(found.return_url or found.get_absolute_url())
