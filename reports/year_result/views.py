"""A year's result on paper, made as it stands: once it is frozen, always the same bytes; once it is signed, the files
that were filed then."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import YearResult
from emulation.core.access import door
from reports.runs.views.papers import RENDERERS, VIETNAMESE, as_signed_response, paper_response
from reports.year_result.compose import compose, name_of
from reports.year_result.material import result_material


@door("result")
@require_safe
def paper(request, pk, form):
    visible = YearResult.objects.visible_to(request.actor)
    result = get_object_or_404(
        visible.select_related(
            "cluster_year__cluster__owner", "cluster_year__scheme", "changes", "conference", "signed_paper"
        ),
        pk=pk,
    )
    signed = as_signed_response(request, result, form, back=result)
    if signed is not None:
        return signed
    if form not in RENDERERS:
        raise Http404
    with override(VIETNAMESE):
        material = result_material(result)
    return paper_response(compose(material), form, name=f"{name_of(material)} {material.cluster}")
