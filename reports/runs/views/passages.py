"""The parts of a report that are in the head's own words, each saved as it is left."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import SPANS
from clusters.models import ClusterYear
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.views.autosave import SavedField, saved
from emulation.core.views.records import record_or_404
from reports.runs.actions.passages import write_passage
from reports.runs.models.kinds import entry_of, kind_of_period
from reports.runs.models.passage import PLACES, Passage
from reports.runs.rules.passages import LONGEST, PassagePlace
from reports.runs.views.reports import crumbs_of_reports


@dataclass(frozen=True, kw_only=True)
class PassageField(SavedField):
    """`before`: what the report of the same kind before it says there."""

    place: PassagePlace
    before: str = ""

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
    sent = [
        PassageField(place=place, text=request.POST[f"text-{place}"], seen=request.POST.get(f"seen-{place}", ""))
        for place in places_of(half)
        if f"text-{place}" in request.POST
    ]
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx and "keep" in request.POST:
        kept = next(part for part in _parts(cluster_year, half) if part.place == sent[0].place)
        return render(request, "reports/runs/_passage.html", {"cell": kept})
    done = [_written(cluster_year, half, part, request.actor) for part in sent]
    stuck = {part.place: part for part in done if part.refusal}
    if request.htmx:
        return render(request, "components/cell_state.html", {"cell": done[0]}, status=409 if stuck else 200)
    if not stuck:
        messages.success(request, _("The text is saved. The next report of this period prints it."))
        return redirect("reports:passages", year_pk, half)
    return _page(request, cluster_year, half, stuck=stuck, status=409)


def _written(cluster_year, half, part: PassageField, actor: Actor) -> PassageField:
    def deed():
        stands = write_passage(cluster_year, half, place=part.place, text=part.text, seen=part.seen, actor=actor)
        return {"text": stands, "seen": stands}

    return saved(part, deed)


def _year_or_404(request, year_pk, half) -> ClusterYear:
    if half not in SPANS:
        raise Http404
    years = ClusterYear.objects.select_related("cluster")
    row = entry_of(kind_of_period(half)).draft_row
    found = record_or_404(years, request.actor, "write", subject=row, pk=year_pk)
    speak_of(found.cluster)
    return found


def places_of(half: int) -> tuple[PassagePlace, ...]:
    return entry_of(kind_of_period(half)).places


def _parts(cluster_year, half) -> list[PassageField]:
    kept = dict(Passage.objects.of_half(cluster_year, half).values_list("place", "text"))
    before = dict(Passage.objects.before(cluster_year, half).values_list("place", "text"))
    return [
        PassageField(place=place, text=kept.get(place, ""), seen=kept.get(place, ""), before=before.get(place, ""))
        for place in places_of(half)
    ]


def _page(request, cluster_year, half, *, stuck=None, status=200):
    parts = [(stuck or {}).get(part.place, part) for part in _parts(cluster_year, half)]
    named = entry_of(kind_of_period(half)).named[half] % {"year": cluster_year.year}
    return render(
        request,
        "reports/runs/passages.html",
        {"cluster_year": cluster_year, "half": half, "period": named, "parts": parts, "crumbs": crumbs_of_reports()},
        status=status,
    )
