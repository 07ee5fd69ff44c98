"""Entries from a sheet: each row is shown with what becomes of it before anything is recorded. What was shown travels
signed in the page for an hour and is judged again when it is recorded (docs/adr/0056)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.organisations.models.organisation import Organisation
from clusters.sheets.forms import SheetForm
from clusters.sheets.intake import SheetTable, read_sheet, written_sheet
from clusters.sheets.rules import ReadRow, SheetRow
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import too_large
from emulation.core.views.crumbs import Crumb

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AN_HOUR = 3600
ONLY_OFFICERS = gettext_lazy("Only an officer of the office itself sends its sheets in.")


class Judged(Protocol):
    def __call__(self, organisation: Organisation, rows: list[SheetRow], *, actor: Actor, **given: Any): ...


class Recorded(Protocol):
    def __call__(self, organisation: Organisation, rows: list[Mapping[str, str]], *, actor: Actor, **given: Any): ...


@dataclass(frozen=True)
class SheetPages:
    """What a room says of the sheets it takes. `row`: of the access table, to write; `judged` gives a `ReadRow` each;
    `recorded` how many were recorded; `done`: words with %(number)s; addresses by their names."""

    table: SheetTable
    row: str
    form: type[SheetForm]
    judged: Judged
    recorded: Recorded
    in_words: Callable[[ReadRow], str]
    left_out: frozenset
    crumbs: Callable[[], list[Crumb]]
    title: str | Promise
    lead: str | Promise
    button: str | Promise
    done: str | Promise
    send_in: str
    record: str
    take_out: str
    back: str

    @property
    def salt(self) -> str:
        return f"clusters.sheets.{self.row}"


def taken_out(table: SheetTable, rows, *, more, file: str) -> HttpResponse:
    return HttpResponse(
        written_sheet(table, rows, more=more),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{file}.xlsx"'},
    )


def sent_in(request, pages: SheetPages) -> HttpResponse:
    bound = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = pages.form(*bound, actor=request.actor)
    valid = form.is_valid()
    if request.method == "POST" and request.limited_upload.too_large:
        form.errors.pop("file", None)
        form.add_error("file", too_large(settings.LIST_UPLOAD_LIMIT))
    elif valid:
        try:
            return _shown(request, pages, form)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "file", refusal.message)
    context = {"form": form, "pages": pages, "crumbs": pages.crumbs()}
    return render(request, "clusters/sheets/send_in.html", context, status=422 if form.is_bound else 200)


def _shown(request, pages: SheetPages, form: SheetForm) -> HttpResponse:
    organisation, said = form.cleaned_data["organisation"], form.cleaned_data
    sheet = read_sheet(said["file"], pages.table, limit=settings.LIST_UPLOAD_LIMIT)
    rows = pages.judged(organisation, sheet.rows, actor=request.actor, **form.given)
    told = [(row.place, row.name, pages.in_words(row)) for row in rows if not row.is_taken]
    taken = [row for row in rows if row.is_taken]
    left_out = sum(row.fate in pages.left_out for row in rows)
    chosen = {name: str(getattr(value, "pk", value) or "") for name, value in said.items() if name != "file"}
    kept = signing.dumps([chosen, [row.texts for row in taken]], salt=pages.salt, compress=True)
    return render(
        request,
        "clusters/sheets/sent_in.html",
        {
            "organisation": organisation,
            "pages": pages,
            "taken": [(row.place, row.name, pages.in_words(row)) for row in taken],
            "left_out": left_out,
            "refused": len(told) - left_out,
            "told": told,
            "unread": sheet.unread,
            "beside": sheet.beside,
            "total": len(rows),
            "kept": kept if taken else "",
            "crumbs": pages.crumbs(),
        },
    )


def recorded(request, pages: SheetPages) -> HttpResponse:
    """What was shown an hour ago at most."""
    try:
        chosen, rows = signing.loads(request.POST.get("kept", ""), salt=pages.salt, max_age=AN_HOUR)
    except signing.BadSignature:
        messages.error(request, _("The rows shown are no longer valid. Choose the file again."))
        return redirect(pages.send_in)
    form = pages.form(chosen, actor=request.actor)
    del form.fields["file"]
    try:
        if not form.is_valid():
            raise Refusal(str(ONLY_OFFICERS))
        number = pages.recorded(form.cleaned_data["organisation"], rows, actor=request.actor, **form.given)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(pages.send_in)
    messages.success(request, pages.done % {"number": number})
    return redirect(pages.back)
