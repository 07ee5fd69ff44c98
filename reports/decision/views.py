"""The decision on paper, made as it stands; once it is issued, always the same bytes."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.models import Decision
from emulation.core import clock
from emulation.core.access import door
from reports.decision.compose import compose
from reports.decision.material import decision_material
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response


@door("decision")
@require_safe
def paper(request, pk, form):
    """Whole or not at all, as long as a dossier of it is kept from the person; not of what was made elsewhere."""
    if form not in RENDERERS:
        raise Http404
    rows = Decision.objects.visible_to(request.actor).select_related("body__parent").filter(made_by="")
    found = get_object_or_404(rows, pk=pk)
    if found.lines.count() != found.lines.not_kept_from(request.actor).count():
        raise Http404
    with override(VIETNAMESE):
        document = compose(decision_material(found, on=clock.today()))
    return paper_response(document, form, name=f"Quyết định {found.full_number} {found.subject}")
