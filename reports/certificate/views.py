"""Certificates and the list of receipts on paper, made as they stand; the same certificates give the same bytes."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from awards.certificates.models.certificate import AT_A_TIME, Certificate, CertificateList, layout_of
from awards.certificates.models.wording import refused_of
from awards.certificates.rules.codes import read
from awards.models import Decision
from emulation.core import clock
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.views.records import record_or_404
from reports.certificate.compose import compose_receipts
from reports.certificate.material import certificates_material, receipts_material, test_print
from reports.decision.actions import note_export
from reports.document.render import certificates
from reports.document.rules.certificates import Printing
from reports.runs.views.papers import RENDERERS, VIETNAMESE, file_name, paper_response

WAYS = {"tron-trang": Printing.WHOLE, "phoi": Printing.BLANK, "in-thu": Printing.TEST}
NAMES = {Printing.WHOLE: "Bằng khen", Printing.BLANK: "Bằng khen in phôi", Printing.TEST: "Bằng khen in thử"}


@door("decision")
@require_safe
def printed(request, pk, way):
    """A part of the list, or the one of a code. What is out of force is left out of a part; asked for alone, it is
    refused in words."""
    if way not in WAYS:
        raise Http404
    found, printing = _decision_or_404(request, pk), WAYS[way]
    layout = layout_of(found.body)
    address = request.build_absolute_uri(f"{reverse('awards:certificate-check')}?ma=")
    if printing is Printing.TEST:
        with override(VIETNAMESE):
            return _file(test_print(found, layout=layout, on=clock.today(), address=address), NAMES[printing])
    kept = get_object_or_404(CertificateList, decision=found)
    rows = kept.certificates.with_names().select_related("line__honour__organisation").in_order()
    name = f"{NAMES[printing]} {found.full_number}"
    back = reverse("awards:decision-certificates", args=[found.pk])
    if "ma" in request.GET:
        one = get_object_or_404(rows, code=read(request.GET["ma"]))
        if refused := refused_of(one.line.honour):
            messages.error(request, refused)
            return redirect(back)
        chosen, name = [one], f"{name} {one}"
    else:
        part = parse_id(request.GET.get("phan", "")) or 1
        listed = list(rows[(part - 1) * AT_A_TIME : part * AT_A_TIME])
        chosen = [one for one in listed if not refused_of(one.line.honour)]
        if not chosen:
            messages.error(request, _("No certificate of this part is of an honour in force."))
            return redirect(back)
    with override(VIETNAMESE):
        material = certificates_material(
            found, chosen, reason=kept.reason, layout=layout, printing=printing, address=address
        )
        answer = _file(material, name)
    note_export(found, "pdf", honours=len(chosen), verb="export_certificates", actor=request.actor)
    return answer


@door("decision")
@require_safe
def receipts(request, pk, form):
    if form not in RENDERERS:
        raise Http404
    found = _decision_or_404(request, pk)
    rows = Certificate.objects.filter(list__decision=get_object_or_404(CertificateList, decision=found).decision)
    with override(VIETNAMESE):
        listed = rows.with_names().select_related("line__honour__organisation").in_order()
        material = receipts_material(found, listed)
        document = compose_receipts(material)
    note_export(found, form, honours=len(material.receipts), verb="export_certificates", actor=request.actor)
    return paper_response(document, form, name=f"Danh sách ký nhận bằng khen {found.full_number}")


def _decision_or_404(request, pk: int) -> Decision:
    rows = Decision.objects.visible_to(request.actor).select_related("body__parent")
    return record_or_404(rows, request.actor, "read", pk=pk)


def _file(material, name: str) -> HttpResponse:
    return HttpResponse(
        certificates.render(material),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{file_name(name)}.pdf"'},
    )
