from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from awards.register.actions.exports import ask_for_export
from awards.register.forms.register import ExportForm
from awards.register.models.register import ExportFormat, RegisterExport
from awards.register.views.honours import crumbs_of_register
from awards.register.views.register import filter_form
from emulation.core.access import door
from emulation.core.jobs import KINDS
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404

PAGE = 20
CONTENT_TYPES = {
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.CSV: "text/csv; charset=utf-8",
}


@door("honour")
@require_POST
def export(request):
    """Hands what is filtered to a worker, whatever page of it was looked at."""
    wanted = ExportForm(request.POST)
    if not wanted.is_valid():
        messages.error(request, _("Choose XLSX or CSV in the register, then ask again."))
        return redirect("awards:register")
    query = QueryDict(wanted.cleaned_data["loc"], mutable=True)
    query.pop("trang", None)
    form = filter_form(request.actor, query)
    asked = form.asked()
    if form.errors:
        messages.error(request, _("A filter could not be read. Correct it in the register, then ask for the file."))
        return redirect(f"{reverse('awards:register')}?{query.urlencode()}")
    ask_for_export(
        asked,
        actor=request.actor,
        form=wanted.cleaned_data["format"],
        by_name=query.get("xep") == "ten",
        query=query.urlencode(),
        sentence=" · ".join(form.words()) or _("All honours in force"),
    )
    return redirect("awards:exports")


@door("honour")
@require_safe
def exports(request):
    """The files that the person asked for, newest first; those under way with their progress."""
    page = read_page(
        RegisterExport.objects.visible_to(request.actor).select_related("job"),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to=f"exports|{request.actor.user_id}",
        size=PAGE,
    )
    return render(
        request,
        "awards/register/exports.html",
        {
            "page": page,
            "crumbs": crumbs_of_register(),
            "underway": [each.job for each in page.rows if each.job is not None and not each.job.is_finished],
            "unit": KINDS["awards.export_register"].unit,
        },
    )


@door("honour")
@require_safe
def file(request, pk):
    """Only a whole file is offered, and only to who asked for it."""
    found = record_or_404(RegisterExport.objects.exclude(file=""), request.actor, pk=pk)
    return download(
        request,
        found.file,
        checksum=found.checksum,
        name=f"so-khen-thuong-{found.pk}.{found.format}",
        back="awards:exports",
        content_type=CONTENT_TYPES[ExportFormat(found.format)],
    )
