"""Reports of all clusters or provinces made together: the list, one batch with its progress, its files as one ZIP."""

import logging
import zipfile
from tempfile import SpooledTemporaryFile

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import half_in_question
from emulation.core import clock
from emulation.core.access import door
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.storage import StoreSilent
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.polls import last_answer
from emulation.core.views.records import record_or_404
from reports.batches.actions import ask_for_batch, cancel_batch, mark_fetched, retry_batch
from reports.batches.forms import BatchForm
from reports.batches.models import BatchPart, PartState, ReportBatch
from reports.batches.rules import BatchState, contents, name_of_contents, name_of_part, name_of_zip
from reports.runs.views.reports import crumbs_of_reports

logger = logging.getLogger(__name__)
PAGE = 20
IN_MEMORY = 8 * 1024 * 1024


@door("report_batch")
@require_safe
def batches(request):
    page = read_page(
        _seen(request),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to="batches",
        size=PAGE,
    )
    return render(request, "reports/batches/batches.html", {"page": page, "crumbs": crumbs_of_reports()})


@door("report_batch", "write")
def new_batch(request):
    year, half = half_in_question(clock.today())
    return answer(
        request,
        BatchForm(posted(request), initial={"scope": "provinces", "year": year, "half": half}),
        lambda said: ask_for_batch(**said, actor=request.actor, on=clock.today()),
        title=_("Make reports of all together"),
        lead=_("Where a report is signed its file is taken as it is; of the others a copy to read is made."),
        button=_("Make the reports"),
        done=_("The reports are being made; this page shows how far they are."),
        back=lambda made: made.get_absolute_url(),
        crumbs=_crumbs(),
    )


@door("report_batch")
@require_safe
def batch(request, pk):
    """For htmx the progress alone; once the work has ended the page is loaded anew."""
    found = _batch_or_404(request, pk)
    parts = list(found.parts.select_related("report"))
    state = found.state_of(made=found.made, asked=found.asked)
    is_mine = found.created_by_id == request.actor.user_id
    response = render(
        request,
        "reports/batches/_progress.html" if request.htmx else "reports/batches/batch.html",
        {
            "batch": found,
            "parts": parts,
            "is_making": state == BatchState.MAKING,
            "is_whole": state == BatchState.WHOLE,
            "is_nothing": state == BatchState.NOTHING,
            "is_cancelled": state == BatchState.CANCELLED,
            "done": sum(part.state in (PartState.MADE, PartState.UNMADE) for part in parts),
            "may_cancel": state == BatchState.MAKING and is_mine,
            "may_retry": state in (BatchState.CANCELLED, BatchState.BROKEN),
            "crumbs": _crumbs(),
        },
    )
    return last_answer(response) if request.htmx and state != BatchState.MAKING else response


@door("report_batch", "write")
@require_POST
def retry(request, pk):
    found = _batch_or_404(request, pk)
    return refused_to(
        request,
        lambda: retry_batch(found, actor=request.actor),
        done=_("What is not made yet is being made."),
        back=found.get_absolute_url(),
    )


@door("report_batch", "write")
@require_POST
def cancel(request, pk):
    found = _batch_or_404(request, pk)
    return refused_to(
        request,
        lambda: cancel_batch(found, actor=request.actor),
        done=_("The work was cancelled. What was made until then stays, and is given out once the rest is made."),
        back=found.get_absolute_url(),
    )


@door("report_batch")
@require_safe
def files(request, pk):
    """All that is made, with the list of what there is and what is missing; a ZIP of which some could not be made says
    so in its name. Its files are as they were filed, or it is not given out. Of what was cancelled no half is."""
    found = _batch_or_404(request, pk)
    parts = list(found.parts.select_related("report"))
    made = [part for part in parts if part.state == PartState.MADE]
    refused = _why_not_fetched(found.state_of(made=len(made), asked=found.asked), made)
    if refused:
        messages.error(request, refused)
        return redirect(found)
    try:
        packed = _packed(found, parts, made)
    except StoreSilent:
        raise
    except OSError as problem:
        logger.error("batch %s: a file cannot be opened: %s", found.pk, problem)
        messages.error(request, _("The file is no longer on the server. Tell the system administrator."))
        return redirect(found)
    mark_fetched(found)
    name = name_of_zip(f"bao cao {found}", made=len(made), asked=found.asked)
    return FileResponse(packed, as_attachment=True, filename=name, content_type="application/zip")


def _why_not_fetched(state: BatchState, made: list[BatchPart]) -> str:
    """In words; empty where it can be fetched."""
    if state == BatchState.CANCELLED:
        return _("This work was cancelled, so its files are not given out. Make what is missing, then fetch them all.")
    if state == BatchState.NOTHING:
        return _("Nothing is recorded of anybody in this period, so there is no report to fetch.")
    if state == BatchState.MAKING or not made:
        return _("There is nothing to fetch yet. Wait until the work has ended.")
    return ""


def _packed(found: ReportBatch, parts: list[BatchPart], made: list[BatchPart]):
    """The same files give the same bytes: the only day in it is that of the batch."""
    opened = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (the response closes it)
    moment = (*found.day.timetuple()[:3], 0, 0, 0)
    with zipfile.ZipFile(opened, "w") as packed:
        listed = contents(str(found), (part.told for part in parts))
        name = name_of_contents(is_whole=len(made) == found.asked)
        packed.writestr(zipfile.ZipInfo(name, moment), "\ufeff" + listed)
        for part in made:
            with part.file.open("rb") as kept:
                packed.writestr(zipfile.ZipInfo(name_of_part(part.told, found.format), moment), kept.read())
    opened.seek(0)
    return opened


def _seen(request):
    return ReportBatch.objects.visible_to(request.actor).with_counts().select_related("job", "created_by")


def _batch_or_404(request, pk: int) -> ReportBatch:
    return record_or_404(_seen(request), request.actor, pk=pk)


def _crumbs() -> list[Crumb]:
    return [*crumbs_of_reports(), Crumb(_("Reports of all together"), reverse("reports:batches"))]
