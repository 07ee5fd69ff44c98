"""A pact on paper, made as it stands whenever it is asked for: the same contents give the same bytes."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import Pact
from emulation.core.access import door
from reports.pact.compose import compose, name_of
from reports.pact.material import pact_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("pact")
@require_safe
def paper(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    visible = Pact.objects.visible_to(request.actor).select_related("cluster_year__cluster__owner")
    pact = get_object_or_404(visible, pk=pk)
    with override(VIETNAMESE):
        material = pact_material(pact)
    return paper_response(compose(material), form, name=f"{name_of(material)} {material.cluster}")
