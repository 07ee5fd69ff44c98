"""A sheet of half-year figures: read, and written cell by cell."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.figures.actions.figures import write_cell
from clusters.figures.models.figure import Figure, FigureSheet
from clusters.figures.views.insight import insights_of
from clusters.figures.views.page import figure_page, offered_steps, progress_of
from clusters.figures.views.places import AskedSheet, place_or_404
from clusters.figures.views.rows import FigureCell, asked_at, cell_of
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import FigurePart
from clusters.indicators.words import reading_in_words, trouble_in_words
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.views.autosave import saved


@door("figures")
@require_safe
def sheet(request, year_pk, half, whose):
    return figure_page(request, place_or_404(request, year_pk, half, whose))


@door("figures_draft", "write")
@require_POST
def save(request, year_pk, half, whose):
    """One cell from the page's script, or the whole grid from a page without scripts."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    asked = {one.pk: one for one in asked_at(place)}
    sent = list(_sent(request.POST, asked, place.half))
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx:
        return _saved_one(request, place, sent[0], asked)
    done = [_write(request, place, cell)[0] for cell in sent if cell.text != cell.seen]
    stuck = {cell.key: cell for cell in done if cell.refusal}
    if not stuck:
        messages.success(request, _("All figures are saved."))
        return redirect(place.url())
    return figure_page(request, place_or_404(request, year_pk, half, whose), stuck=stuck, status=409)


def _saved_one(request, place: AskedSheet, cell: FigureCell, asked):
    if "keep" in request.POST:
        figure = place.sheet and place.sheet.figures.filter(indicator=cell.indicator).first()
        context = {"cell": cell_of(cell.indicator, cell.part, figure, half=place.half), "place": place}
        return render(request, "clusters/figures/_cell.html", context)
    cell, sheet = _write(request, place, cell)
    place = replace(place, sheet=sheet)
    figures = list(Figure.objects.filter(sheet=sheet, indicator__in=asked))
    insights = insights_of(place, figures, [cell.indicator.pk], scored=True)
    progress = progress_of(figures, list(asked), insights)
    offers = offered_steps(request.actor, place, progress)
    context = {
        "cell": cell,
        "place": place,
        "progress": progress,
        "offers": offers,
        "insights": insights,
        "insight": insights.lines[cell.indicator.pk],
    }
    return render(request, "clusters/figures/_saved.html", context, status=409 if cell.refusal else 200)


def _sent(posted, asked: dict[int, Indicator], half: int):
    for name, text in posted.items():
        kind, _dash, key = name.partition("-")
        written, _dash, part = key.partition("-")
        pk = parse_id(written)
        if kind == "text" and pk in asked and part in set(FigurePart):
            seen = posted.get(f"seen-{key}", "")
            yield FigureCell(indicator=asked[pk], part=FigurePart(part), half=half, text=text, seen=seen)


def _write(request, place: AskedSheet, cell: FigureCell) -> tuple[FigureCell, FigureSheet | None]:
    """(the cell as it is now, the sheet it was written into; as it was where nothing could be written)"""
    sheet = place.sheet

    def deed():
        nonlocal sheet
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
        sheet = written.sheet
        trouble = trouble_in_words(written.reading, cell.indicator.unit)
        understood = reading_in_words(written.reading)
        return {"text": written.text, "seen": written.text, "trouble": trouble, "understood": understood}

    return saved(cell, deed), sheet
