"""Lists of years: sent in, looked at row by row, taken into the book of records, put aside."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.lists.words import left_out_told
from awards.records.views.subjects import crumbs_of_subjects
from awards.register.access import organisations_of
from awards.year_lists.actions.course import YEAR_LIST
from awards.year_lists.actions.receive import order_check, receive_year_list
from awards.year_lists.actions.take import order_taking, put_aside
from awards.year_lists.forms import TakeForm, YearListForm
from awards.year_lists.models.wording import ROW_BADGES, YEAR_LIST_BADGES
from awards.year_lists.models.year_list import YearList
from awards.year_lists.rules.terms import TAKES, YearListState, YearRowState
from awards.year_lists.words import said_in_words, sum_of_rows, why_refused
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.errors import Refusal
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import refused_to
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_list

PAGE, ROWS = 50, 100
ONLY = {
    "moi": YearRowState.NEW,
    "bo-sung": YearRowState.ADDS,
    "da-co": YearRowState.KNOWN,
    "khong-nhan": YearRowState.REFUSED,
}
READ = (YearListState.CHECKED, YearListState.TAKEN, YearListState.PUT_ASIDE)


def year_list_or_404(request, pk: int, deed: str = "read") -> YearList:
    rows = YearList.objects.visible_to(request.actor).select_related("organisation", "job", "created_by", "proof")
    return record_or_404(rows, request.actor, deed, pk=pk)


def crumbs_of_lists() -> list[Crumb]:
    return [*crumbs_of_subjects(), Crumb(_("Lists of years"), reverse("awards:year-lists"))]


@door("year_record")
@require_safe
def year_lists(request):
    page = read_page(
        YearList.objects.visible_to(request.actor).counted().select_related("organisation", "created_by"),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to="year-lists",
        size=PAGE,
    )
    may_send = request.actor.may_somewhere("write", "year_record")
    rows = [{"list": one, "status": YEAR_LIST_BADGES[YearListState(one.state)]} for one in page.rows]
    context = {"page": page, "rows": rows, "may_send": may_send, "crumbs": crumbs_of_subjects()}
    return render(request, "awards/year_lists/year_lists.html", context)


@limited_upload("LIST_UPLOAD_LIMIT")
@door("year_record", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    """The file is kept at once; what becomes of its rows stands on the list's page once a worker has read it."""
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = YearListForm(*bound, organisations=organisations_of(request.actor))
    refuse_too_large_a_list(request, form)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            return redirect(
                receive_year_list(
                    said["organisation"],
                    year=said["year"],
                    subject_kind=said["subject_kind"],
                    upload=said["file"],
                    file_name=said["file"].name,
                    proof=said["proof"],
                    actor=request.actor,
                )
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "file", refusal.message)
    context = {"form": form, "crumbs": crumbs_of_lists()}
    return render(request, "awards/year_lists/new.html", context, status=422 if form.is_bound else 200)


@door("year_record")
@require_safe
def year_list(request, pk):
    """A page of rows at a time, those of one result where they are asked for."""
    found, actor = year_list_or_404(request, pk), request.actor
    working, job = found.is_working, found.job
    counts = dict(found.rows.order_by().values_list("state").annotate(Count("pk")))
    asked = request.GET.get("loai", "")
    chosen = ONLY.get(asked)
    rows = found.rows.select_related("record") if chosen is None else found.rows.filter(state=chosen)
    page = read_page(
        rows,
        KeysetOrder(("id",)),
        cursor=request.GET.get("trang", ""),
        bound_to=f"year-list|{pk}|{chosen}",
        size=ROWS,
    )
    return render(
        request,
        "awards/year_lists/year_list.html",
        {
            "year_list": found,
            "status": YEAR_LIST_BADGES[YearListState(found.state)],
            "working": working,
            "own_work": working and actor.may("write", job),
            "failed": job if job is not None and job.state == "failed" and found.state in READ else None,
            "reason": job.reason if job is not None else "",
            "is_read": found.state in READ and not working,
            "is_unread": found.state == YearListState.RECEIVED and not working,
            "is_unreadable": found.state == YearListState.UNREADABLE,
            "is_taken": found.state == YearListState.TAKEN,
            "rows": [_told(row) for row in page.rows],
            "page": page,
            "query": f"loai={asked}" if chosen else "",
            "only": chosen,
            "chips": [
                {"key": key, "label": ROW_BADGES[one].word, "count": counts.get(one, 0), "current": one is chosen}
                for key, one in ONLY.items()
                if counts.get(one) or one is chosen
            ],
            "sum": sum_of_rows(counts),
            "takes": sum(counts.get(one, 0) for one in TAKES),
            "left": left_out_told(found.account),
            "may_write": actor.may("write", found),
            "offers": {} if working else {one.name: one for one in offers_of(YEAR_LIST, found, actor=actor)},
            "steps": list(found.steps.all()),
            "crumbs": crumbs_of_lists(),
        },
    )


def _told(row) -> dict:
    return {
        "row": row,
        "status": ROW_BADGES[YearRowState(row.state)],
        "said": said_in_words(row.said),
        "why": why_refused(row) if row.state == YearRowState.REFUSED else "",
    }


@door("year_record")
@require_safe
def original(request, pk):
    """The file as it was sent in."""
    found = year_list_or_404(request, pk)
    return download(
        request,
        found.file,
        checksum=found.checksum,
        name=found.name_to_save,
        back=found.get_absolute_url(),
    )


@door("year_record", "write")
@require_POST
def read(request, pk):
    found = year_list_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: order_check(found, actor=request.actor),
        done=_("The list is being read."),
        back=found.get_absolute_url(),
    )


@door("year_record", "write")
@require_POST
def take(request, pk):
    found = year_list_or_404(request, pk, "write")
    form = TakeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The page was sent incomplete. Look at the list again, then take it."))
        return redirect(found)
    return refused_to(
        request,
        lambda: order_taking(found, seen=form.cleaned_data["seen"], actor=request.actor),
        done=_("The list is being taken into the book of records."),
        back=found.get_absolute_url(),
    )


@door("year_record", "write")
@require_POST
def aside(request, pk):
    found = year_list_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: put_aside(found, actor=request.actor),
        done=_("The list is put aside. The book of records is as it was."),
        back=reverse("awards:year-lists"),
    )
