"""Agenda, attendance, guests and documents of a conference, entered by the head's officer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clusters.conferences.actions.parts import (
    ITEM_FACTS,
    attendance_mark,
    drop_guest,
    drop_item,
    file_conference_paper,
    invite_guest,
    record_attendance,
    set_item,
    withdraw_conference_paper,
)
from clusters.conferences.forms import AttendanceForm, ConferencePaperForm, GuestForm, ItemForm
from clusters.conferences.models.conference import Attendance, ConferenceItem, ConferencePaper
from clusters.conferences.views.places import crumbs_of, drafted_or_404
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.marks import marked, once_more
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper


@door("conference_draft", "write")
def item(request, year_pk, pk, item=None):
    found = drafted_or_404(request, year_pk, pk)
    point = None if item is None else get_object_or_404(ConferenceItem, pk=item, conference=found)
    if point is None:
        initial = {"position": found.items.count() + 1}
    else:
        initial = {name: getattr(point, name) for name in ("position", "title", "presenter", "conclusion")}
    form = marked(ItemForm(posted(request), initial=initial), point, ITEM_FACTS)
    return answer(
        request,
        form,
        once_more(form, point, ITEM_FACTS, lambda said: set_item(found, point, actor=request.actor, **said)),
        title=_("New point of the agenda") if point is None else _("Point of the agenda"),
        button=_("Save"),
        done=_("The agenda is saved."),
        back=found.get_absolute_url() + "#agenda",
        crumbs=crumbs_of(found),
    )


@door("conference_draft", "write")
@require_POST
def item_drop(request, year_pk, pk, item):
    found = drafted_or_404(request, year_pk, pk)
    point = get_object_or_404(ConferenceItem.objects.select_related("conference"), pk=item, conference=found)
    return refused_to(
        request,
        lambda: drop_item(point, actor=request.actor),
        done=_("The point is taken off the agenda."),
        back=found.get_absolute_url() + "#agenda",
    )


@door("conference_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request, year_pk, pk):
    found = drafted_or_404(request, year_pk, pk)
    kept = {one.organisation_id: one for one in found.attendance.filter(organisation__isnull=False)}
    form = AttendanceForm(posted(request), members=found.members, kept=kept, seen=attendance_mark(found))
    if form.is_bound and form.is_valid():
        try:
            record_attendance(found, form.entered(), seen=form.cleaned_data["seen"], actor=request.actor)
        except Refusal as refusal:
            form.data = form.data.copy()
            form.data["seen"] = attendance_mark(found)
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The attendance is recorded."))
            return redirect(found.get_absolute_url() + "#attendance")
    return render(
        request,
        "clusters/conferences/attendance.html",
        {"conference": found, "crumbs": crumbs_of(found), "form": form},
        status=422 if form.is_bound else 200,
    )


@door("conference_draft", "write")
def guest(request, year_pk, pk):
    found = drafted_or_404(request, year_pk, pk)
    return answer(
        request,
        GuestForm(posted(request)),
        lambda said: invite_guest(found, actor=request.actor, **said),
        title=_("Record a guest"),
        button=_("Record the guest"),
        done=_("The guest is recorded."),
        back=found.get_absolute_url() + "#attendance",
        crumbs=crumbs_of(found),
    )


@door("conference_draft", "write")
@require_POST
def guest_drop(request, year_pk, pk, guest):
    found = drafted_or_404(request, year_pk, pk)
    one = get_object_or_404(
        Attendance.objects.select_related("conference"), pk=guest, conference=found, organisation__isnull=True
    )
    return refused_to(
        request,
        lambda: drop_guest(one, actor=request.actor),
        done=_("The guest is taken off the list."),
        back=found.get_absolute_url() + "#attendance",
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("conference_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request, year_pk, pk):
    found = drafted_or_404(request, year_pk, pk)
    form = ConferencePaperForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    refuse_too_large_a_paper(request, form)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            file_conference_paper(found, title=said["title"], upload=said["file"], actor=request.actor)
        except Refusal as refusal:
            form.add_error("file" if refusal.field == "file" else None, refusal.message)
        else:
            messages.success(request, _("The document is filed."))
            return redirect(found.get_absolute_url() + "#papers")
    return render(
        request,
        "clusters/conferences/paper.html",
        {"conference": found, "crumbs": crumbs_of(found), "form": form},
        status=422 if form.is_bound else 200,
    )


@door("conference_draft", "write")
@require_POST
def paper_withdraw(request, year_pk, pk, paper):
    found = drafted_or_404(request, year_pk, pk)
    one = get_object_or_404(ConferencePaper.objects.select_related("conference"), pk=paper, conference=found)
    return refused_to(
        request,
        lambda: withdraw_conference_paper(one, actor=request.actor),
        done=_("The document is no longer shown."),
        back=found.get_absolute_url() + "#papers",
    )
