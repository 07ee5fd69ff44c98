"""Lists of honours: sending in, saying what the columns mean, looking at the dry run, accepting, putting aside."""

from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.lists import actions as imports
from awards.lists.actions.proposals import proposals_for
from awards.lists.actions.rights import is_working
from awards.lists.forms.columns import ColumnsForm
from awards.lists.forms.sending import AcceptForm, UploadForm
from awards.lists.intake.list_file import letters_sentence
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.terms import BatchState
from awards.lists.views.page import shown_batch
from awards.lists.words import only_names_sentence
from awards.register.access import organisations_of
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import too_large
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload

PAGE = 50
OPEN = (BatchState.UPLOADED, BatchState.CHECKED)


def own_batch(request, pk, deed: str = "read") -> HonourBatch:
    batches = HonourBatch.objects.select_related("organisation", "job", "created_by")
    return record_or_404(batches, request.actor, deed, pk=pk)


@door("honour_batch")
@require_safe
def batches(request):
    page = read_page(
        HonourBatch.objects.visible_to(request.actor).select_related("organisation", "created_by", "job"),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to="batches",
        size=PAGE,
    )
    return render(
        request,
        "awards/lists/batches.html",
        {"page": page, "may_send": may_send(request.actor), "form": upload_form(request)},
    )


def may_send(actor: Actor) -> bool:
    return actor.may_somewhere("write", "honour_batch")


def upload_form(request, *bound):
    organisations = organisations_of(request.actor)
    first = next((where for role, where in request.actor.mandates if role is Role.OFFICER), None)
    return UploadForm(*bound, organisations=organisations, initial={"organisation": first})


@limited_upload("LIST_UPLOAD_LIMIT")
@door("honour_batch", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request):
    if request.method != "POST":
        return render(request, "awards/lists/upload.html", {"form": upload_form(request), "crumbs": crumbs_of_lists()})
    form = upload_form(request, request.POST, request.FILES)
    valid = form.is_valid()
    if request.limited_upload.too_large:
        form.errors.pop("file", None)
        form.add_error("file", too_large(settings.LIST_UPLOAD_LIMIT))
    elif valid:
        sent = form.cleaned_data["file"]
        try:
            batch = imports.send_list(
                sent, organisation=form.cleaned_data["organisation"], file_name=sent.name, actor=request.actor
            )
        except imports.AlreadyTaken as taken:
            context = {"form": form, "taken": taken, "crumbs": crumbs_of_lists()}
            return render(request, "awards/lists/upload.html", context, status=409)
        except Refusal as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            under_check = batch.state == BatchState.UPLOADED and is_working(batch)
            done_here = batch.state == BatchState.CHECKED or under_check
            return redirect(batch if done_here else reverse("awards:batch-columns", args=[batch.pk]))
    return render(request, "awards/lists/upload.html", {"form": form, "crumbs": crumbs_of_lists()}, status=422)


@door("honour_batch")
@require_safe
def batch(request, pk):
    return render(request, "awards/lists/batch.html", page_of(request, own_batch(request, pk)))


def page_of(request, found: HonourBatch) -> dict:
    shown = shown_batch(
        found,
        actor=request.actor,
        only=request.GET.get("loai", ""),
        cursor=request.GET.get("trang", ""),
        today=clock.today(),
    )
    shown["crumbs"] = crumbs_of_lists()
    return shown | ({"form": upload_form(request)} if shown["unreadable"] and may_send(request.actor) else {})


def crumbs_of_lists() -> list[Crumb]:
    return [Crumb(_("Lists of honours sent in"), reverse("awards:batches"))]


def crumbs_of(found: HonourBatch) -> list[Crumb]:
    named = _("List no. %(number)s") % {"number": found.pk}
    return [*crumbs_of_lists(), Crumb(named, found.get_absolute_url())]


@door("honour_batch", "write")
@require_POST
def read(request, pk):
    """Once more, after the reading was cancelled or broke off."""
    found = own_batch(request, pk, "write")
    try:
        imports.order_reading(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


@door("honour_batch", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request, pk):
    found = own_batch(request, pk, "write")
    if found.state == BatchState.RECEIVED:
        return render(request, "awards/lists/batch.html", page_of(request, found))
    if found.state not in OPEN or is_working(found):
        return redirect(found)
    given = found.said_once
    form = ColumnsForm(
        request.POST if request.method == "POST" else None,
        batch=found,
        proposals=proposals_for(found, found.tables),
        initial=asdict(given) | {"award": str(given.award or "")},
        today=given.decision_date or clock.today(),
        actor=request.actor,
        province_kind=KINDS.get(found.organisation.kind, ProvinceKind.ANY),
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                imports.order_check(found, tables=form.confirmed, given=form.given, actor=request.actor)
                return redirect(found)
            except Refusal as refusal:
                form.add_error(None, str(refusal))
        status = 422
    context = {
        "batch": found,
        "crumbs": crumbs_of(found),
        "form": form,
        "failed": found.job if found.job and found.job.state == "failed" else None,
        "letters": letters_sentence(found.tables),
        "only_names": only_names_sentence(found.tables),
    }
    return render(request, "awards/lists/columns.html", context, status=status)


@door("honour_batch", "write")
@require_POST
def accept(request, pk):
    found = own_batch(request, pk, "write")
    form = AcceptForm(request.POST)
    form.is_valid()
    try:
        imports.order_acceptance(
            found,
            refused_seen=form.cleaned_data.get("refused_seen"),
            repeated_seen=form.cleaned_data.get("repeated_seen"),
            actor=request.actor,
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


@door("honour_batch", "write")
@require_POST
def discard(request, pk):
    found = own_batch(request, pk, "write")
    try:
        imports.discard_list(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(found)
    messages.success(
        request, _("The list %(file)s was put aside. The register is as it was.") % {"file": found.file_name}
    )
    return redirect("awards:batches")


@door("honour_batch")
@require_safe
def original(request, pk):
    """The file as it was sent in."""
    found = own_batch(request, pk)
    return download(request, found.file, checksum=found.checksum, name=named_as_kept(found), back=found)


def named_as_kept(found: HonourBatch) -> str:
    """Under the name it came with, its ending being what the file really is."""
    ending = Path(found.file.name).suffix
    endings = (".csv", ".txt", ".tsv") if ending == ".csv" else (ending,)
    return found.file_name if found.file_name.casefold().endswith(endings) else f"{found.file_name}{ending}"


@door("honour_batch")
@require_safe
def refused(request, pk):
    """The refused rows as the office's own workbook, with what to correct beside each."""
    found = own_batch(request, pk)
    if not found.refused_file:
        messages.info(request, _("No row of this list was refused, so there is nothing to correct."))
        return redirect(found)
    name = f"can-sua-{Path(found.file_name).stem}.xlsx"
    return download(request, found.refused_file, checksum=found.refused_checksum, name=name, back=found)
