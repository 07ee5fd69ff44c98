"""The submission letter of a dossier, and the whole of it as one ZIP, made as it stands whenever it is asked for."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.models import Consultation, Nomination
from awards.nominations.models.names import award_name
from awards.nominations.models.readings import tell_of_reading
from emulation.core import clock
from emulation.core.access import door
from reports.document.rules.document import Document
from reports.nomination.actions import note_export
from reports.nomination.compose import compose, compose_extract
from reports.nomination.material import council_material, nomination_material
from reports.nomination.render.file_set import file_set
from reports.runs.views.papers import RENDERERS, VIETNAMESE, file_name, paper_response

ZIP = "application/zip"


@door("nomination")
@require_safe
def paper(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    nomination = _nomination_or_404(request, pk)
    letter = _letter(request, nomination)
    note_export(nomination, "letter", form, actor=request.actor)
    return paper_response(letter, form, name=_named("Tờ trình đề nghị tặng", nomination))


@door("nomination_minutes")
@require_safe
def extract(request, pk, form):
    """What the minutes of the Council say of the dossier, while a desk holds it and afterwards."""
    if form not in RENDERERS:
        raise Http404
    nomination = _nomination_or_404(request, pk)
    if not request.actor.may("read", nomination, subject="nomination_minutes"):
        raise Http404
    with override(VIETNAMESE):
        document = compose_extract(council_material(nomination, actor=request.actor, on=clock.today()))
    note_export(nomination, "extract", form, actor=request.actor)
    return paper_response(document, form, name=_named("Trích biên bản xét tặng", nomination))


@door("nomination")
@require_safe
def file_set_of(request, pk):
    """The whole dossier as one ZIP."""
    nomination = _nomination_or_404(request, pk)
    tell_of_reading(nomination, request.actor)
    opinions = Consultation.objects.filter(nomination=nomination).visible_to(request.actor).standing().exclude(file="")
    packed = file_set(nomination, _letter(request, nomination), opinions=list(opinions))
    note_export(nomination, "dossier", "zip", actor=request.actor)
    name = file_name(_named("Hồ sơ đề nghị tặng", nomination))
    return FileResponse(packed, as_attachment=True, filename=f"{name}.zip", content_type=ZIP)


def _named(paper: str, nomination: Nomination) -> str:
    """What it is, for whom and which award; whoever has several dossiers keeps them apart by both."""
    with override(VIETNAMESE):
        return f"{paper} {award_name(nomination, on=clock.today())} cho {nomination}"


def _nomination_or_404(request, pk) -> Nomination:
    related = ("organisation__parent", "province", "holder", "award", "place__result__cluster_year__cluster")
    visible = Nomination.objects.visible_to(request.actor).select_related(*related)
    return get_object_or_404(visible, pk=pk)


def _letter(request, nomination: Nomination) -> Document:
    with override(VIETNAMESE):
        return compose(nomination_material(nomination, actor=request.actor, on=clock.today()))
