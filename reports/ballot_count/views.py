"""The minutes of a counted ballot on paper: always the same bytes."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import ConferenceBallot
from emulation.core.access import door
from emulation.core.dates import format_long_date
from reports.ballot_count.compose import compose
from reports.ballot_count.material import ballot_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("ballot")
@require_safe
def paper(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    found = get_object_or_404(
        ConferenceBallot.objects.visible_to(request.actor)
        .counted()
        .select_related(
            "ballot", "conference__cluster_year__cluster__owner", "conference__host", "conference__signs_year"
        ),
        pk=pk,
    )
    with override(VIETNAMESE):
        material = ballot_material(found)
    name = f"Biên bản kiểm phiếu {material.counted.question} {format_long_date(material.held_on)} {material.cluster}"
    return paper_response(compose(material), form, name=name)
