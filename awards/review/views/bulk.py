"""A deed over many dossiers: who and how many is said before it counts; undone until the next stage has opened one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from awards.review.actions.bulk import comments_waiting, do_together, seen_as, undo_together
from awards.review.actions.charge import held_by_others
from awards.review.actions.taking import hand_out, hand_to
from awards.review.models.bulk import BulkDeed
from awards.review.models.review import Review
from awards.review.models.wording import BULK_KINDS
from awards.review.rules.terms import MOST_AT_ONCE, BulkKind
from awards.review.views.places import crumbs_of_queue, kept_query, queue_url
from awards.review.views.queue import CARRIED, next_of
from awards.review.views.rows import rows_shown
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer, parse_id

REMARK = "noi-dung"


@door("review")
@require_POST
def together(request):
    """First the page that names them; with `xac-nhan` the deed. What changed between the two refuses it, and the page
    stands there again with what was typed."""
    kind = request.POST.get("viec", "")
    if kind not in set(BulkKind):
        messages.error(request, _("Choose what is to be done with the dossiers that are ticked."))
        return redirect(queue_url(kept_query(request.POST)))
    seen = request.POST.getlist("chon")
    if "xac-nhan" not in request.POST:
        return _confirm(request, BulkKind(kind), seen)
    opened = _single(request, seen)
    following = next_of(request, opened, request.POST) if opened is not None else queue_url(kept_query(request.POST))
    try:
        with refusing_clashes():
            deed = do_together(BulkKind(kind), seen, remark=request.POST.get(REMARK, "").strip(), actor=request.actor)
    except Refusal as refusal:
        return _confirm(request, BulkKind(kind), seen, refusal=str(refusal))
    number = deed.lines.count()
    done = ngettext(
        "Done: %(deed)s, %(number)s dossier. It can be undone until the next stage has opened it.",
        "Done: %(deed)s, %(number)s dossiers. Each can be undone until the next stage has opened it.",
        number,
    )
    messages.success(request, done % {"deed": BULK_KINDS[BulkKind(kind)], "number": format_integer(number)})
    return redirect(following)


def _single(request, seen: list[str]) -> Review | None:
    chosen = _chosen(request.actor, seen)
    return chosen[0] if len(chosen) == 1 else None


def _chosen(actor, seen: list[str]) -> list[Review]:
    keys = {key for one in seen if (key := parse_id(one.partition(".")[0])) is not None}
    rows = Review.objects.visible_to(actor).filter(pk__in=keys).with_names()
    return list(rows.order_by("due", "id")[: MOST_AT_ONCE + 1])


def _confirm(request, kind: BulkKind, seen: list[str], *, refusal: str = ""):
    """As they are now: what is confirmed is what is shown here."""
    chosen = _chosen(request.actor, seen)
    if not chosen:
        messages.error(request, refusal or _("No dossier is chosen. Tick those that are meant."))
        return redirect(queue_url(kept_query(request.POST)))
    refusal = refusal or held_by_others([one.pk for one in chosen], chosen[0].body_id, request.actor)
    waiting = comments_waiting(chosen, request.actor)
    rows = rows_shown(chosen, request.actor, clock.today(), query=kept_query(request.POST))
    number = len(rows)
    titles = {
        BulkKind.FORWARD: ngettext(
            "Submit %(number)s dossier to the higher level", "Submit %(number)s dossiers to the higher level", number
        ),
        BulkKind.COUNCIL: ngettext(
            "Put %(number)s dossier to the Council", "Put %(number)s dossiers to the Council", number
        ),
        BulkKind.RETURN: ngettext(
            "Return %(number)s dossier to be completed", "Return %(number)s dossiers to be completed", number
        ),
    }
    return render(
        request,
        "awards/review/together.html",
        {
            "kind": kind.value,
            "title": titles[kind] % {"number": format_integer(number)},
            "button": BULK_KINDS[kind],
            "returns": kind is BulkKind.RETURN,
            "remark": request.POST.get(REMARK, ""),
            "remark_name": REMARK,
            "rows": [
                {"shown": row, "waiting": waiting.get(row.review.nomination_id, 0), "seen": seen_as(row.review)}
                for row in rows
            ],
            "warned": sum(bool(row.warnings) for row in rows),
            "unjudged": sum(row.review.judged_on is None for row in rows),
            "apart": sum(row.review.to_discuss for row in rows),
            "refusal": refusal,
            "carried": [(name, request.POST[name]) for name in CARRIED if request.POST.get(name)],
            "back": queue_url(kept_query(request.POST)),
            "crumbs": crumbs_of_queue(),
        },
        status=422 if refusal else 200,
    )


@door("bulk_deed")
@require_safe
def deed(request, pk):
    """What was done to which dossiers, and what of it can still be undone."""
    found = get_object_or_404(BulkDeed.objects.visible_to(request.actor), pk=pk)
    lines = list(found.lines.visible_to(request.actor).select_related("nomination__organisation"))
    return render(
        request,
        "awards/review/deed.html",
        {
            "deed": found,
            "label": BULK_KINDS[BulkKind(found.kind)],
            "lines": lines,
            "standing": sum(one.undone_at is None and one.opened_at is None for one in lines),
            "crumbs": crumbs_of_queue(),
        },
    )


@door("bulk_deed", "undo")
@require_POST
def undo(request, pk):
    found = get_object_or_404(BulkDeed.objects.visible_to(request.actor), pk=pk)
    try:
        with refusing_clashes():
            done = undo_together(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("awards:review-deed", pk=found.pk)
    for nomination, said in done.kept:
        messages.warning(request, f"{nomination}: {said}")
    if done.number:
        said = ngettext("%(number)s dossier is back.", "%(number)s dossiers are back.", done.number)
        messages.success(request, said % {"number": format_integer(done.number)})
    return redirect("awards:review-deed", pk=found.pk)


@door("review", "assign")
@require_POST
def hand(request):
    """Those ticked: to one person, or by load."""
    chosen = _chosen(request.actor, request.POST.getlist("chon"))
    back = queue_url(kept_query(request.POST))
    person = request.POST.get("nguoi", "")
    try:
        if not chosen:
            raise Refusal(_("No dossier is chosen. Tick those that are meant."))
        with refusing_clashes():
            done = (
                hand_to(chosen, parse_id(person) or 0, actor=request.actor)
                if person
                else hand_out(chosen, actor=request.actor)
            )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    messages.success(
        request,
        _("%(number)s dossiers got somebody in charge, %(opinions)s opinions are asked for.")
        % {"number": format_integer(done.in_charge), "opinions": format_integer(done.opinions)},
    )
    if done.left_out:
        messages.warning(
            request,
            _("Nobody could be found for: %(names)s.")
            % {"names": "; ".join(str(one.nomination) for one in done.left_out)},
        )
    return redirect(back)
