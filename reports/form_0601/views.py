"""Form 0601.N of a province's year: shown, and made as a file as it stands."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404
from reports.document.render import html, xlsx
from reports.form_0601.compose import compose
from reports.form_0601.material import form_0601_material
from reports.form_0601.rules import form_of
from reports.runs.models.kinds import FileFormat
from reports.runs.views.papers import CONTENT_TYPES, RENDERERS, VIETNAMESE, file_name

WRITES = {**RENDERERS, FileFormat.XLSX: partial(xlsx.render, with_words=True)}


@door("province_report_draft")
@require_safe
def form(request, pk, year):
    province = _province_or_404(request, pk)
    document = _document(province, year) if form_of(year) else None
    return render(
        request,
        "reports/form_0601/form.html",
        {
            "province": province,
            "year": year,
            "document": html.render(document, top_level=3) if document else None,
            "formats": list(WRITES),
            "crumbs": [Crumb(province.name, province.get_absolute_url())],
            "title": _("Form 0601.N of %(year)s") % {"year": year},
        },
    )


@door("province_report_draft")
@require_safe
def paper(request, pk, year, form):
    province = _province_or_404(request, pk)
    if form not in WRITES or form_of(year) is None:
        raise Http404
    name = file_name(f"Biểu 0601 số phong trào thi đua năm {year} {province.name}")
    return HttpResponse(
        WRITES[FileFormat(form)](_document(province, year)),
        content_type=CONTENT_TYPES[FileFormat(form)],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def _document(province: Organisation, year: int):
    with override(VIETNAMESE):
        return compose(form_0601_material(province, year, as_of=clock.today()))


def _province_or_404(request, pk: int) -> Organisation:
    return record_or_404(
        Organisation.objects.provinces(), request.actor, "read", subject="province_report_draft", pk=pk
    )
