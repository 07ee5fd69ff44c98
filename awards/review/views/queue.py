"""The list of dossiers on a desk, with one of them opened beside it."""

from django.db.models import Count, prefetch_related_objects
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from awards.review.forms import asked_for
from awards.review.models import queue
from awards.review.models.bulk import BulkDeed, BulkLine
from awards.review.models.colleagues import colleagues, load_of
from awards.review.models.queue import ORDERS, QueueFilter, Tray
from awards.review.models.review import NOMINATOR, Review
from awards.review.models.wording import BULK_KINDS
from awards.review.rules.terms import MOST_AT_ONCE, BulkKind
from awards.review.views.pane import pane_of
from awards.review.views.places import crumbs_of_queue, kept_query, queue_form, queue_url, review_or_404, review_or_none
from awards.review.views.rows import rows_shown
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor, Role
from emulation.core.models.keyset import read_page
from emulation.core.numbers import format_integer, parse_id

PAGE = 50
DECIDES = frozenset({Role.APPROVER, Role.CENTRAL_LEADER})
CARRIED = ("hop", "tim", "danh-hieu", "don-vi", "sap")
LABELS = {
    Tray.WAITING: lambda: _("To be worked on"),
    Tray.MINE: lambda: _("In my charge"),
    Tray.OPINION: lambda: _("My opinion is asked for"),
    Tray.FREE: lambda: _("With nobody in charge"),
    Tray.OVERDUE: lambda: _("Overdue"),
    Tray.WARNED: lambda: _("With warnings"),
    Tray.CLEAN: lambda: _("Without warnings"),
    Tray.DISCUSS: lambda: _("To be discussed"),
    Tray.RETURNED: lambda: _("Being completed"),
    Tray.COUNCIL: lambda: _("Before the Council"),
}


@door("review")
@require_safe
def queue_page(request):
    """The same number of questions however many dossiers wait. A desk of thousands shows its rows first and its counts
    (`dem`) after them."""
    actor, today = request.actor, clock.today()
    form, asked = queue_form(request.GET), asked_for(request.GET)
    rows = queue.queue_of(actor, asked)
    counts = queue.counts_of(rows, actor, today) if "dem" in request.GET or not queue.is_long(actor) else {}
    came_back = queue.come_back(rows, asked, actor).with_dossiers().defer("nomination__summary")
    chosen = queue.in_the_tray(rows, asked.tray, actor, today).exclude(pk__in=[one.pk for one in came_back])
    page = read_page(
        chosen.with_dossiers().defer("nomination__summary"),
        ORDERS[asked.order],
        cursor=request.GET.get("trang", ""),
        bound_to=f"review|{asked}",
        size=PAGE,
    )
    first = [] if request.GET.get("trang") else list(came_back)
    prefetch_related_objects([*first, *page.rows], NOMINATOR)
    query = kept_query(request.GET)
    opened = _opened(request)
    shown = rows_shown([*first, *page.rows], actor, today, query=query)
    return render(
        request,
        "awards/review/queue.html",
        {
            "form": form,
            "asked": asked,
            "is_filtered": bool(asked.text or asked.award or asked.organisation),
            "chips": _chips(counts, asked),
            "query": kept_query(request.GET, without=("trang",)),
            "carried": [(name, request.GET[name]) for name in CARRIED if request.GET.get(name)],
            "query_without_tray": kept_query(request.GET, without=("trang", "hop")),
            "first": shown[: len(first)],
            "rows": shown[len(first) :],
            "page": page,
            "sentence": _sentence(counts[asked.tray]) if counts else "",
            "none_at_all": bool(counts) and not sum(counts.values()),
            "counts_later": not counts,
            "counts_returned": counts.get(Tray.RETURNED, 0),
            "opened": opened,
            "most": MOST_AT_ONCE,
            "undoable": last_deed(actor),
            "headings": _headings(),
            **_deeds(actor, asked),
            **(pane_of(actor, opened, asked=request.GET) if opened is not None else {}),
        },
    )


@door("review")
@require_safe
def review_page(request, pk):
    """The dossier alone, as it stands beside the list: a piece for the page's script, or a page of its own."""
    review = review_or_404(request, pk)
    shown = {"opened": review, "crumbs": crumbs_of_queue(), **pane_of(request.actor, review, asked=request.GET)}
    return render(request, "awards/review/_pane.html" if request.htmx else "awards/review/review.html", shown)


def next_of(request, review: Review, query_of) -> str:
    """Where the list leads after this dossier: to the next one, else to the list itself."""
    asked = asked_for(query_of)
    query = kept_query(query_of)
    rows = queue.queue_of(request.actor, asked)
    _before, following = queue.neighbours(rows, review, asked, request.actor, clock.today())
    return queue_url(query, opened=following)


def last_deed(actor: Actor) -> dict | None:
    """Today's newest deed of the person that can still be undone, at least in part, counted as far as the person sees
    its dossiers."""
    since = timezone.localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    deeds = BulkDeed.objects.visible_to(actor).filter(made_at__gte=since)
    lines = BulkLine.objects.visible_to(actor).standing().filter(deed__in=deeds)
    newest = lines.values_list("deed", "deed__kind").annotate(Count("pk")).order_by("-deed").first()
    if newest is None:
        return None
    deed, kind, number = newest
    said = ngettext("%(deed)s: %(number)s dossier.", "%(deed)s: %(number)s dossiers.", number) % {
        "deed": BULK_KINDS[BulkKind(kind)],
        "number": format_integer(number),
    }
    return {"deed": deed, "said": said, "url": reverse("awards:review-deed", args=[deed])}


def _opened(request) -> Review | None:
    """The one that the address names; what is not there, or no longer, opens nothing."""
    return review_or_none(request, parse_id(request.GET.get("ho-so", "")))


def _chips(counts: dict[Tray, int], asked: QueueFilter) -> list[dict]:
    always = (Tray.WAITING, Tray.MINE, Tray.OVERDUE, asked.tray)
    return [
        {"key": tray.value, "label": LABELS[tray](), "count": counts.get(tray), "current": tray is asked.tray}
        for tray in Tray
        if not counts or counts[tray] or tray in always
    ]


def _headings() -> dict[str, str]:
    """Of the columns, which each row repeats on a narrow screen: translated once."""
    return {
        "nominated_by": _("Nominated by"),
        "warnings": _("Warnings"),
        "earlier_honours": _("Earlier honours"),
        "opinions": _("Opinions"),
        "in_charge": _("In charge"),
        "days_left": _("Days left"),
    }


def _sentence(number: int) -> str:
    return ngettext("%(count)s dossier", "%(count)s dossiers", number) % {"count": format_integer(number)}


def _deeds(actor: Actor, asked: QueueFilter) -> dict:
    """What the person may do with those ticked; `people`: to whom the leader may hand them."""
    kinds = []
    if asked.tray not in (Tray.RETURNED, Tray.COUNCIL):
        if actor.approved:  # nothing is above the central board
            kinds.append(BulkKind.FORWARD)
        if actor.reviewed:
            kinds += [BulkKind.COUNCIL, BulkKind.RETURN]
    people = []
    if actor.decided and asked.tray not in (Tray.RETURNED, Tray.COUNCIL):
        body = actor.body_of(DECIDES)
        found = colleagues(body, on=clock.today()) if body is not None else []
        load = load_of(found, body, reader=actor) if body is not None else {}
        people = [{"pk": one.pk, "name": one.full_name, "load": load[one.pk]} for one in found]
    return {
        "bulk_kinds": [{"key": kind.value, "label": BULK_KINDS[kind]} for kind in kinds],
        "hands_out": bool(actor.decided) and asked.tray not in (Tray.RETURNED, Tray.COUNCIL),
        "people": people,
    }
