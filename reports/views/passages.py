"""The parts of a report that are in the head's own words, each saved as it is left."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.models import ClusterYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Overtaken, Refusal
from reports.actions.passages import write_passage
from reports.models import Passage
from reports.models.passage import PLACES
from reports.rules.passages import LONGEST, Place


@dataclass(frozen=True)
class Part:
    """One part as its field shows it; `seen` stands in the database, `before` in the half-year before."""

    place: Place
    text: str
    seen: str
    before: str = ""
    trouble: str = ""
    theirs: str | None = None
    refusal: str = ""
    saved_at: str = ""

    @property
    def key(self) -> str:
        return self.place.value

    @property
    def label(self) -> str:
        return PLACES[self.place]

    @property
    def most(self) -> int:
        return LONGEST


@door("report_draft", "write")
@require_safe
def passages(request, year_pk, half):
    return _page(request, _year_or_404(request, year_pk, half), half)


@door("report_draft", "write")
@require_POST
def save(request, year_pk, half):
    """One part from the page's script, or all of them from a page without scripts."""
    cluster_year = _year_or_404(request, year_pk, half)
    sent = {
        place: (request.POST[f"text-{place}"], request.POST.get(f"seen-{place}", ""))
        for place in Place
        if f"text-{place}" in request.POST
    }
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx and "keep" in request.POST:
        kept = next(part for part in _parts(cluster_year, half) if part.place in sent)
        return render(request, "reports/partials/_passage.html", {"cell": kept})
    done = {
        place: _written(cluster_year, half, place, text, seen, request.actor) for place, (text, seen) in sent.items()
    }
    stuck = {place: part for place, part in done.items() if part.refusal}
    if request.htmx:
        part = next(iter(done.values()))
        return render(request, "components/cell_state.html", {"cell": part}, status=409 if stuck else 200)
    if not stuck:
        messages.success(request, _("The text is saved. The next report of this half-year prints it."))
        return redirect("reports:passages", year_pk, half)
    return _page(request, cluster_year, half, stuck=stuck, status=409)


def _written(cluster_year, half, place, text, seen, actor) -> Part:
    try:
        stands = write_passage(cluster_year, half, place=place, text=text, seen=seen, actor=actor)
    except Overtaken as overtaken:
        return Part(place, text, seen, theirs=overtaken.theirs, refusal=overtaken.message)
    except Refusal as refusal:
        return Part(place, text, seen, refusal=refusal.message)
    return Part(place, stands, stands, saved_at=f"{timezone.localtime(clock.real_now()):%H:%M}")


def _year_or_404(request, year_pk, half) -> ClusterYear:
    if half not in (1, 2) or year_pk not in request.actor.headed:
        raise Http404
    return get_object_or_404(ClusterYear.objects.select_related("cluster"), pk=year_pk)


def _parts(cluster_year, half) -> list[Part]:
    kept = dict(Passage.objects.of_half(cluster_year, half).values_list("place", "text"))
    before: dict[str, str] = {}
    for place, text in Passage.objects.before(cluster_year, half).written().values_list("place", "text"):
        before.setdefault(place, text)
    return [Part(place, kept.get(place, ""), kept.get(place, ""), before.get(place, "")) for place in Place]


def _page(request, cluster_year, half, *, stuck=None, status=200):
    parts = [(stuck or {}).get(part.place, part) for part in _parts(cluster_year, half)]
    return render(
        request,
        "reports/passages.html",
        {"cluster_year": cluster_year, "half": half, "parts": parts},
        status=status,
    )
