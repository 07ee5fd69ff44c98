"""The signed paper on the page of what it is of: its number, its files, its original, and the original coming in."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.models import Conference, YearResult
from emulation.core.access import door
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper
from reports.signing.actions.originals import attach_original
from reports.signing.forms import OriginalForm
from reports.signing.models import ROW, SignedPaper


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("signed_paper", "write")
def attach(request, pk):
    rows = SignedPaper.objects.select_related("report__cluster_year__cluster", "conference", "result", "organisation")
    paper = record_or_404(rows, request.actor, "write", subject=ROW, pk=pk)
    if paper.thing.cluster_year is not None:
        speak_of(paper.thing.cluster_year.cluster)
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OriginalForm(*bound, replaces=paper.original is not None)
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: attach_original(paper, said["file"], why=said.get("why", ""), actor=request.actor),
        title=_("Attach the signed original"),
        lead=_("%(paper)s. Whoever may read the paper is offered this file first; a file attached before is kept.")
        % {"paper": paper},
        button=_("Attach the file"),
        done=_("The original is attached; its checksum stands beside it."),
        back=paper.get_absolute_url(),
        crumbs=[Crumb(str(paper.thing), paper.get_absolute_url())],
    )


@door("conference")
@require_safe
def minutes_panel(request, pk):
    found = _found(Conference.objects.visible_to(request.actor), pk)
    may_sign = request.actor.may("sign", found, subject="conference_draft")
    return _panel(request, found, "reports:sign-minutes" if may_sign else "")


@door("result")
@require_safe
def result_panel(request, pk):
    found = _found(YearResult.objects.visible_to(request.actor), pk)
    may_sign = request.actor.may("sign", found, subject="result_draft")
    return _panel(request, found, "reports:sign-result" if may_sign else "")


def _found(visible: QuerySet, pk: int):
    found = get_object_or_404(visible.select_related("cluster_year__cluster", "signed_paper"), pk=pk)
    speak_of(found.cluster_year.cluster)
    return found


def _panel(request, thing, sign_url: str):
    """A piece of the thing's page, or a page of its own."""
    signed = getattr(thing, "signed_paper", None)
    return render(
        request,
        "reports/signing/_panel.html" if request.htmx else "reports/signing/panel.html",
        {
            "thing": thing,
            "signed": signed,
            "sign_url": sign_url,
            "may_attach": signed is not None and request.actor.may("write", signed),
            "crumbs": [Crumb(str(thing), thing.get_absolute_url())],
        },
    )
