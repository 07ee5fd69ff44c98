"""The decision on paper and its honours as a sheet or for machines, made as they stand; once it is issued, always the
same bytes."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.models import Decision
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from reports.decision.actions import note_export
from reports.decision.compose import as_json, compose, compose_sheet
from reports.decision.forms import as_typed
from reports.decision.material import DecisionMaterial, decision_material
from reports.document.render import html, xlsx
from reports.runs.views.papers import CONTENT_TYPES, RENDERERS, VIETNAMESE, file_name

JSON, XLSX = "json", "xlsx"
WRITERS: dict[str, tuple[Callable[[DecisionMaterial], bytes], str]] = {
    **{
        form: (lambda material, render=render: render(compose(material)), CONTENT_TYPES[form])
        for form, render in RENDERERS.items()
    },
    XLSX: (lambda material: xlsx.render(compose_sheet(material)), CONTENT_TYPES[XLSX]),
    JSON: (as_json, "application/json"),
}


@door("decision")
@require_safe
def paper(request, pk, form):
    """Whole or not at all, as long as a dossier of it is kept from the person; no paper of what was made elsewhere."""
    if form not in WRITERS:
        raise Http404
    found = _whole_or_404(request, pk, is_paper=form in RENDERERS)
    with override(VIETNAMESE):
        material = decision_material(found, on=clock.today())
        write, content_type = WRITERS[form]
        content = write(material)
    note_export(found, form, honours=sum(group.number for group in material.groups), actor=request.actor)
    name = file_name(f"Quyết định {found.full_number} {found.subject}")
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


@door("decision")
@require_safe
def reading(request, pk):
    """Its full text: a piece of the page where it is issued, with what is typed there so far; or a page of its own."""
    found = _whole_or_404(request, pk, is_paper=True)
    if found.is_draft:
        found = as_typed(found, request.GET, on=clock.today())
    with override(VIETNAMESE):
        document = compose(decision_material(found, on=clock.today()))
    shown = html.render(document, top_level=3)
    if request.htmx:
        return HttpResponse(shown)
    crumbs = [Crumb(str(found), found.get_absolute_url())]
    context = {"decision": found, "document": shown, "crumbs": crumbs}
    return render(request, "reports/decision/reading.html", context)


def _whole_or_404(request, pk: int, *, is_paper: bool) -> Decision:
    rows = Decision.objects.visible_to(request.actor).select_related("body__parent")
    found = get_object_or_404(rows.filter(made_by="") if is_paper else rows, pk=pk)
    if not found.is_whole_for(request.actor):
        raise Http404
    return found
