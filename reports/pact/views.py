"""A pact on paper, made as it stands whenever it is asked for: the same contents give the same bytes."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import Pact
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from reports.document.render import html
from reports.pact.compose import compose, name_of
from reports.pact.material import PactMaterial, pact_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("pact")
@require_safe
def paper(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    material = _material(_pact_or_404(request, pk))
    return paper_response(compose(material), form, name=f"{name_of(material)} {material.cluster}")


@door("pact")
@require_safe
def reading(request, pk):
    """Its full text: a piece of the page where it is signed, or a page of its own."""
    pact = _pact_or_404(request, pk)
    shown = html.render(compose(_material(pact)), top_level=3)
    if request.htmx:
        return HttpResponse(shown)
    crumbs = [Crumb(str(pact), pact.get_absolute_url())]
    return render(request, "reports/pact/reading.html", {"pact": pact, "document": shown, "crumbs": crumbs})


def _pact_or_404(request, pk: int) -> Pact:
    visible = Pact.objects.visible_to(request.actor).select_related("cluster_year__cluster__owner")
    return get_object_or_404(visible, pk=pk)


def _material(pact: Pact) -> PactMaterial:
    with override(VIETNAMESE):
        return pact_material(pact)
