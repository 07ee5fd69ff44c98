"""The regulation of a cluster's year on paper, made as it stands: once it is adopted, always the same bytes."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import Scheme
from emulation.core.access import door
from reports.regulation.compose import compose
from reports.regulation.material import regulation_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("scheme")
@require_safe
def paper(request, year_pk, form):
    if form not in RENDERERS:
        raise Http404
    visible = Scheme.objects.visible_to(request.actor).with_lines()
    scheme = get_object_or_404(visible.select_related("cluster_year__cluster__owner"), cluster_year_id=year_pk)
    with override(VIETNAMESE):
        material = regulation_material(scheme)
    return paper_response(
        compose(material), form, name=f"Quy định bình xét thi đua năm {material.year} {material.cluster}"
    )
