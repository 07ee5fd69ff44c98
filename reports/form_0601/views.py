"""Form 0601.N of a province's year: shown, and made as a file as it stands."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_safe

from clusters.models import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404
from reports.document.render import html, xlsx
from reports.form_0601.compose import compose
from reports.form_0601.material import form_0601_material, unmade_of
from reports.form_0601.rules import Unmade
from reports.runs.models.kinds import FileFormat
from reports.runs.views.papers import CONTENT_TYPES, RENDERERS, VIETNAMESE, file_name

WRITES = {**RENDERERS, FileFormat.XLSX: partial(xlsx.render, with_words=True)}

WHY_UNMADE = {
    Unmade.NOT_KNOWN: gettext_lazy(
        "The form of %(year)s is not known to this system; the one it knows holds from 2023 on."
    ),
    Unmade.NOT_BEGUN: gettext_lazy("The year %(year)s has not begun, so it has no form yet. Choose another year."),
    Unmade.DID_NOT_STAND: gettext_lazy("%(province)s did not exist in this period. Choose another year."),
}


@door("province_report_draft")
@require_safe
def form(request, pk, year):
    province = _province_or_404(request, pk)
    unmade = unmade_of(province, year, on=clock.today())
    document = None if unmade else _document(province, year)
    return render(
        request,
        "reports/form_0601/form.html",
        {
            "province": province,
            "year": year,
            "document": html.render(document, top_level=3) if document else None,
            "unmade": WHY_UNMADE[unmade] % {"year": year, "province": province} if unmade else "",
            "formats": list(WRITES),
            "crumbs": [Crumb(province.name, province.get_absolute_url())],
            "title": _("Form 0601.N of %(year)s") % {"year": year},
        },
    )


@door("province_report_draft")
@require_safe
def paper(request, pk, year, form):
    province = _province_or_404(request, pk)
    if form not in WRITES or unmade_of(province, year, on=clock.today()):
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
