"""The minutes of a sitting, made as it stands; once it is concluded, always the same bytes."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.models import Sitting
from emulation.core.access import door
from emulation.core.dates import format_long_date
from reports.runs.views.papers import RENDERERS, VIETNAMESE, paper_response
from reports.sitting.actions import note_export
from reports.sitting.compose import compose
from reports.sitting.material import sitting_material


@door("sitting_minutes")
@require_safe
def minutes(request, pk, form):
    """Whole or not at all: not there for who may not judge one of its dossiers, until that is decided."""
    if form not in RENDERERS:
        raise Http404
    rows = Sitting.objects.visible_to(request.actor).select_related("council__body", "presides", "secretary")
    found = get_object_or_404(rows, pk=pk)
    if not found.is_whole_for(request.actor) or not request.actor.may("read", found, subject="sitting_minutes"):
        raise Http404
    with override(VIETNAMESE):
        document = compose(sitting_material(found))
        name = f"Biên bản họp {found.council} {format_long_date(found.held_on)}"
    note_export(found, form, actor=request.actor)
    return paper_response(document, form, name=name)
