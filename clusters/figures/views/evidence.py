"""The papers of one figure: opened, added, withdrawn. A page of its own, for it works without scripts."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clusters.figures.actions.evidence import attach_evidence, withdraw_evidence
from clusters.figures.forms.evidence import EvidenceForm
from clusters.figures.models.figure import FigureEvidence
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import AskedSheet, place_or_404
from clusters.figures.views.rows import asked_at
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import refused_to
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("figures_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request, year_pk, half, whose, indicator):
    place, measured = _place(request, year_pk, half, whose, indicator)
    form = EvidenceForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    refuse_too_large_a_paper(request, form)
    if form.is_bound and form.is_valid():
        try:
            attach_evidence(
                place.cluster_year,
                place.half,
                place.organisation,
                indicator=measured,
                upload=form.cleaned_data["file"],
                actor=request.actor,
            )
        except Refusal as refusal:
            form.add_error("file" if refusal.field == "file" else None, str(refusal))
        else:
            messages.success(request, _("The paper stands beside the figure."))
            return redirect(_url(place, measured))
    shown = FigureEvidence.objects.filter(
        figure__sheet=place.sheet, figure__indicator=measured, withdrawn_at__isnull=True
    ).select_related("paper")
    return render(
        request,
        "clusters/figures/evidence.html",
        {
            "place": place,
            "indicator": measured,
            "form": form,
            "papers": shown if place.sheet else [],
            "crumbs": _crumbs(place),
        },
        status=422 if form.is_bound else 200,
    )


def _crumbs(place: AskedSheet) -> list[Crumb]:
    _figures, cluster = crumbs_of_figures(place.cluster_year, place.half)
    return [cluster, Crumb(str(place.organisation), place.url())]


@door("figures_draft", "write")
@require_POST
def withdraw(request, year_pk, half, whose, indicator, pk):
    place, measured = _place(request, year_pk, half, whose, indicator)
    found = get_object_or_404(
        FigureEvidence.objects.select_related("figure__sheet__cluster_year", "figure__sheet__organisation"),
        pk=pk,
        figure__sheet=place.sheet,
        figure__indicator=measured,
    )
    return refused_to(
        request,
        lambda: withdraw_evidence(found, actor=request.actor),
        done=_("The paper no longer stands beside the figure."),
        back=_url(place, measured),
    )


def _place(request, year_pk, half, whose, indicator):
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    if place.organisation is None:
        raise Http404
    return place, get_object_or_404(asked_at(place), pk=indicator)


def _url(place: AskedSheet, indicator) -> str:
    return reverse("clusters:figure-evidence", args=[place.cluster_year.pk, place.half, place.whose, indicator.pk])
