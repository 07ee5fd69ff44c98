"""The minutes of a conference on paper, made as it stands: once it is closed, always the same bytes; once they are
signed, the files that were filed then."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import Conference
from emulation.core.access import door
from emulation.core.dates import format_long_date
from reports.document.rules.conferences import called
from reports.minutes.compose import compose
from reports.minutes.material import minutes_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, as_signed_response, paper_response


@door("conference")
@require_safe
def paper(request, pk, form):
    visible = Conference.objects.visible_to(request.actor)
    related = ("cluster_year__cluster__owner", "host", "signs_year", "signed_paper")
    conference = get_object_or_404(visible.select_related(*related), pk=pk)
    signed = as_signed_response(request, conference, form, back=conference)
    if signed is not None:
        return signed
    if form not in RENDERERS:
        raise Http404
    with override(VIETNAMESE):
        material = minutes_material(conference)
    name = f"Biên bản {called(material)} {format_long_date(material.held_on)} {material.cluster}"
    return paper_response(compose(material), form, name=name)
