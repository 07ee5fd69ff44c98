"""The submission letter of a dossier, made as it stands whenever it is asked for."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.models import Nomination
from emulation.core.access import door
from reports.nomination.compose import compose
from reports.nomination.material import nomination_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("nomination")
@require_safe
def paper(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    related = ("organisation__parent", "award", "place__result__cluster_year__cluster")
    visible = Nomination.objects.visible_to(request.actor).select_related(*related)
    nomination = get_object_or_404(visible, pk=pk)
    with override(VIETNAMESE):
        material = nomination_material(nomination, actor=request.actor)
    return paper_response(compose(material), form, name=f"to-trinh-ho-so-{nomination.pk}")
