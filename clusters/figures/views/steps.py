"""Taking a sheet of half-year figures one step on."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clusters.figures.actions.sheets import accept_sheet, approve_sheet, recall_sheet, return_sheet, submit_sheet
from clusters.figures.models.figure import FigureSheet
from clusters.figures.views.page import figure_page, first_gap
from clusters.figures.views.places import AskedSheet, place_or_404, sheet_or_404
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.numbers import parse_id

REMARK = "remark-"


@door("figures_draft", "write")
@require_POST
def submit(request, year_pk, half, whose):
    """With a gap, back to the grid at its first one."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    gap, reason = first_gap(request.actor, place)
    if gap:
        messages.error(request, reason)
        return redirect(f"{place.url()}#text-{gap}")
    if place.sheet is None:
        raise Http404
    done = _("The figures are submitted; they wait for the approver of your organisation.")
    return _take(request, place, submit_sheet, done)


@door("figures_draft", "write")
@require_POST
def recall(request, year_pk, half, whose):
    place = sheet_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    return _take(request, place, recall_sheet, _("The figures are with you again."))


@door("figures_draft", "approve")
@require_POST
def approve(request, year_pk, half, whose):
    place = sheet_or_404(request, year_pk, half, whose, "approve", subject="figures_draft")
    done = _("The figures are approved and sent to the head of the cluster.")
    return _take(request, place, approve_sheet, done)


@door("figures_submitted", "accept")
@require_POST
def accept(request, year_pk, half, whose):
    place = sheet_or_404(request, year_pk, half, whose, "accept", subject="figures_submitted")
    return _take(
        request, place, accept_sheet, _("The figures are accepted; every member of the cluster may read them.")
    )


@door("figures_draft", "approve")
@require_POST
def return_to_officer(request, year_pk, half, whose):
    return _send_back(request, sheet_or_404(request, year_pk, half, whose, "approve", subject="figures_draft"))


@door("figures_submitted", "accept")
@require_POST
def return_to_member(request, year_pk, half, whose):
    return _send_back(request, sheet_or_404(request, year_pk, half, whose, "accept", subject="figures_submitted"))


def _take(request, place: AskedSheet, deed, done):
    try:
        deed(place.sheet, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(place.url())
    messages.success(request, done)
    return redirect(where_next(request, place))


def _send_back(request, place: AskedSheet):
    """What was typed is kept when the step is refused."""
    said = {
        pk: text
        for name, text in request.POST.items()
        if name.startswith(REMARK) and (pk := parse_id(name.removeprefix(REMARK))) is not None
    }
    why = request.POST.get("why", "")
    try:
        return_sheet(place.sheet, remarks=said, why=why, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return figure_page(request, place, said=said, why=why, status=409)
    messages.success(request, _("The figures are returned with your remarks."))
    if place.is_locked:
        messages.warning(request, needs_extension(place))
    return redirect(where_next(request, place))


def needs_extension(place: AskedSheet) -> str:
    return _("The figures are locked by their days: %(who)s can mend them only with an extension.") % {
        "who": place.organisation or place.cluster_year.cluster
    }


def where_next(request, place: AskedSheet) -> str:
    """The sheet itself, unless the step took it out of the person's sight."""
    if FigureSheet.objects.visible_to(request.actor).filter(pk=place.sheet.pk).exists():
        return place.url()
    return reverse("clusters:cluster-figures", args=[place.cluster_year.pk, place.half])
