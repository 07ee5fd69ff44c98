"""A sheet of half-year figures: read, and written cell by cell."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.actions.figures import may_enter, write_cell
from clusters.figure_words import trouble_in_words
from clusters.models import Indicator
from clusters.rules.figure_terms import Part
from clusters.views.figure_page import figure_page, offers_of, progress_of
from clusters.views.figure_places import Place, place_or_404
from clusters.views.figure_rows import Cell, asked_at, cell_of, lines_of
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Overtaken, Refusal


@door("figures")
@require_safe
def sheet(request, year_pk, half, whose):
    return figure_page(request, place_or_404(request, year_pk, half, whose))


@door("figures_draft", "write")
@require_POST
def save(request, year_pk, half, whose):
    """One cell from the page's script, or the whole grid from a page without scripts."""
    place = place_or_404(request, year_pk, half, whose)
    if not may_enter(request.actor, place.cluster_year.pk, place.organisation and place.organisation.pk):
        raise Http404
    asked = {one.pk: one for one in asked_at(place)}
    sent = [cell for cell in _sent(request.POST, asked) if cell is not None]
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx:
        return _saved_one(request, place, sent[0])
    done = [_write(request, place, cell) for cell in sent if cell.text != cell.seen]
    stuck = {cell.key: cell for cell in done if cell.theirs is not None or cell.refusal}
    if not stuck:
        messages.success(request, _("All figures are saved."))
        return redirect(place.url())
    return figure_page(request, place_or_404(request, year_pk, half, whose), stuck=stuck, status=409)


def _saved_one(request, place: Place, cell: Cell):
    if "keep" in request.POST:
        figure = place.sheet and place.sheet.figures.filter(indicator=cell.indicator).first()
        context = {"cell": cell_of(cell.indicator, cell.part, figure), "place": place}
        return render(request, "clusters/partials/_figure_cell.html", context)
    written = _write(request, place, cell)
    place = place_or_404(request, place.cluster_year.pk, place.half, place.whose)
    progress = progress_of(lines_of(place))
    offers = offers_of(request.actor, place, progress)
    context = {"cell": written, "place": place, "progress": progress, "offers": offers}
    stuck = written.theirs is not None or written.refusal
    return render(request, "clusters/partials/_figure_saved.html", context, status=409 if stuck else 200)


def _sent(posted, asked: dict[int, Indicator]):
    for name, text in posted.items():
        kind, _dash, key = name.partition("-")
        pk, _dash, part = key.partition("-")
        if kind == "text" and pk.isdecimal() and int(pk) in asked and part in set(Part):
            yield Cell(asked[int(pk)], Part(part), text, posted.get(f"seen-{key}", ""))


def _write(request, place: Place, cell: Cell) -> Cell:
    try:
        written = write_cell(
            place.cluster_year,
            place.half,
            place.organisation,
            indicator=cell.indicator,
            part=cell.part,
            text=cell.text,
            seen=cell.seen,
            actor=request.actor,
        )
    except Overtaken as overtaken:
        return replace(cell, theirs=overtaken.theirs, refusal=overtaken.message)
    except Refusal as refusal:
        return replace(cell, refusal=refusal.message)
    return replace(
        cell,
        text=written.text,
        seen=written.text,
        trouble=trouble_in_words(written.reading, cell.indicator.unit),
        saved_at=f"{timezone.localtime(clock.real_now()):%H:%M}",
    )
