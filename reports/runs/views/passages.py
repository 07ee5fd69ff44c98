"""The parts of a report that are in its makers' own words, each saved as it is left."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import SPANS
from clusters.models import ClusterYear, Organisation
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.views.autosave import SavedField, saved
from emulation.core.views.records import record_or_404
from reports.runs.actions.passages import write_passage
from reports.runs.models.kinds import KindEntry, entry_of, kind_of_period
from reports.runs.models.passage import PLACES, Passage
from reports.runs.models.subject import ProvinceYear, Subject, SubjectKind, kind_of_subject
from reports.runs.rules.passages import LONGEST, PassagePlace
from reports.runs.views.reports import crumbs_of_reports
from reports.runs.views.shown import text_url

FIRST_YEAR, LAST_YEAR = 1948, 2200


@dataclass(frozen=True, kw_only=True)
class PassageField(SavedField):
    """`before`: what the report of the same kind before it says there. `is_carried`: whether that is what is sent;
    `carried`: of which report the text stands unchanged."""

    place: PassagePlace
    before: str = ""
    carried: str = ""
    is_carried: bool = False

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


@door("province_report_draft", "write")
@require_safe
def province_passages(request, pk, year, half):
    return _page(request, _province_year_or_404(request, pk, year, half), half)


@door("report_draft", "write")
@require_POST
def save(request, year_pk, half):
    return _saved(request, _year_or_404(request, year_pk, half), half)


@door("province_report_draft", "write")
@require_POST
def save_of_province(request, pk, year, half):
    return _saved(request, _province_year_or_404(request, pk, year, half), half)


def _saved(request, subject: Subject, half: int):
    """One part from the page's script, or all of them from a page without scripts."""
    sent = [
        PassageField(
            place=place,
            text=request.POST[f"text-{place}"],
            seen=request.POST.get(f"seen-{place}", ""),
            is_carried=f"carried-{place}" in request.POST,
        )
        for place in places_of(subject, half)
        if f"text-{place}" in request.POST
    ]
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx and "keep" in request.POST:
        kept = next(part for part in _parts(subject, half) if part.place == sent[0].place)
        return render(request, "reports/runs/_passage.html", {"cell": kept})
    done = [_written(subject, half, part, request.actor) for part in sent]
    stuck = {part.place: part for part in done if part.refusal}
    if request.htmx:
        return render(request, "components/cell_state.html", {"cell": done[0]}, status=409 if stuck else 200)
    if not stuck:
        messages.success(request, _("The text is saved. The next report of this period prints it."))
        return redirect(text_url(subject, half))
    return _page(request, subject, half, stuck=stuck, status=409)


def _written(subject: Subject, half: int, part: PassageField, actor: Actor) -> PassageField:
    def deed():
        said = {"text": part.text, "seen": part.seen, "is_carried": part.is_carried}
        stands = write_passage(subject, half, place=part.place, actor=actor, **said)
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


def _province_year_or_404(request, pk: int, year: int, half: int) -> ProvinceYear:
    if half not in SPANS or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    row = entry_of(kind_of_period(half, SubjectKind.PROVINCE_YEAR)).draft_row
    return ProvinceYear(
        record_or_404(Organisation.objects.provinces(), request.actor, "write", subject=row, pk=pk), year
    )


def places_of(subject: Subject, half: int) -> tuple[PassagePlace, ...]:
    return _entry(subject, half).places


def _entry(subject: Subject, half: int) -> KindEntry:
    return entry_of(kind_of_period(half, kind_of_subject(subject)))


def _parts(subject: Subject, half: int) -> list[PassageField]:
    rows = list(Passage.objects.of_half(subject, half).select_related("carried_from__cluster_year__cluster"))
    kept = {row.place: row.text for row in rows}
    carried = {row.place: period_of_passage(row.carried_from) for row in rows if row.is_as_carried}
    before = dict(Passage.objects.before(subject, half).values_list("place", "text"))
    return [
        PassageField(
            place=place,
            text=kept.get(place, ""),
            seen=kept.get(place, ""),
            before=before.get(place, ""),
            carried=carried.get(place, ""),
        )
        for place in places_of(subject, half)
    ]


def period_of_passage(passage: Passage) -> str:
    """Within a sentence: first six months of 2022."""
    subject = passage.subject
    return str(_entry(subject, passage.half).named[passage.half] % {"year": subject.year})


def _page(request, subject: Subject, half: int, *, stuck=None, status=200):
    is_of_cluster = isinstance(subject, ClusterYear)
    return render(
        request,
        "reports/runs/passages.html",
        {
            "subject": subject,
            "whose": subject.cluster if is_of_cluster else subject.province.official_name,
            "period": _entry(subject, half).named[half] % {"year": subject.year},
            "parts": [(stuck or {}).get(part.place, part) for part in _parts(subject, half)],
            "save_url": text_url(subject, half, save=True),
            "again_url": reverse("reports:new" if is_of_cluster else "reports:new-of-province"),
            "crumbs": crumbs_of_reports(),
        },
        status=status,
    )
