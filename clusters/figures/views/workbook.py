"""Figures as a workbook: taken out, brought back, shown cell by cell before anything is written."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.figures.actions.dates import refuse_if_locked
from clusters.figures.actions.figures import reading_of, refuse_unless_writable
from clusters.figures.actions.workbook import (
    CellChange,
    Texts,
    WorkbookPlan,
    apply_workbook,
    plan_of,
    refuse_other_form,
)
from clusters.figures.forms.workbook import FigureWorkbookForm
from clusters.figures.intake.form import FormLine, figure_form, form_number
from clusters.figures.intake.workbook import read_figure_workbook
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import AskedSheet, place_or_404
from clusters.figures.views.rows import asked_at, lines_of
from clusters.indicators.rules.terms import FigurePart
from clusters.indicators.words import half_in_words, part_in_words, reading_in_words
from clusters.membership.actions.years import refuse_if_closed
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import too_large
from emulation.core.numbers import parse_id
from emulation.core.text import search_key
from emulation.core.views.crumbs import Crumb
from emulation.core.views.uploads import limited_upload

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WAS, BECOMES = "seen-", "text-"


@door("figures")
@require_safe
def form(request, year_pk, half, whose):
    """What the person sees of the sheet, to fill in or to keep."""
    place = place_or_404(request, year_pk, half, whose)
    title = _("Figures of %(who)s, %(half)s") % {
        "who": place.organisation or place.cluster_year.cluster,
        "half": half_in_words(place.half, place.cluster_year.year),
    }
    lines, _insights = lines_of(place)
    content = figure_form(title, _number(place), map(_form_line, lines), year=place.cluster_year.year)
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{search_key(title).replace(" ", "-")}.xlsx"'
    return answer


@limited_upload("LIST_UPLOAD_LIMIT")
@door("figures_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request, year_pk, half, whose):
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    if request.method != "POST" or not place.is_writable:
        return _page(request, place, FigureWorkbookForm(), status=409 if request.method == "POST" else 200)
    said = FigureWorkbookForm(request.POST, request.FILES)
    valid = said.is_valid()
    if request.limited_upload.too_large:
        said.errors.pop("file", None)
        said.add_error("file", too_large(settings.LIST_UPLOAD_LIMIT))
    elif valid:
        try:
            return _dry_run(request, place, said.cleaned_data["file"])
        except Refusal as refusal:
            said.add_error("file", refusal.message)
    return _page(request, place, said, status=422)


@door("figures_draft", "write")
@require_POST
def write(request, year_pk, half, whose):
    """What the dry run showed; refused or overtaken, it is shown again with nothing lost."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    name, changes = request.POST.get("name", ""), _changes(request.POST, {one.pk: one for one in asked_at(place)})
    if not changes:
        messages.warning(request, _("Nothing was sent to write. Choose the file again."))
        return redirect(place.url("figures-upload"))
    try:
        done = apply_workbook(
            place.cluster_year, place.half, place.organisation, changes=changes, name=name, actor=request.actor
        )
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return plan_page(request, place, WorkbookPlan(tuple(changes), (), 0), name=name, status=409)
    if done.written:
        words = ngettext("%(number)s cell was written.", "%(number)s cells were written.", done.written)
        messages.success(request, words % {"number": done.written})
    elif not done.overtaken:
        messages.info(request, _("Nothing was changed: every cell holds that already."))
    if done.overtaken:
        messages.warning(request, _("Somebody changed these cells in the meantime. Look at them, then write again."))
        return plan_page(request, place, WorkbookPlan(done.overtaken, (), 0), name=name, status=409)
    return redirect(place.url())


def _dry_run(request, place: AskedSheet, file):
    book = read_figure_workbook(file, limit=settings.LIST_UPLOAD_LIMIT)
    refuse_other_form(book, _number(place))
    asked = {one.code: one for one in asked_at(place)}
    plan = plan_of(book, asked=asked, now=texts_of(place))
    return plan_page(request, place, plan, name=file.name, beside=book.beside)


def texts_of(place: AskedSheet) -> Texts:
    """What stands in the figures."""
    figures = place.sheet.figures.all() if place.sheet else ()
    return {(figure.indicator_id, part): figure.text_of(part) for figure in figures for part in FigurePart}


def plan_page(request, place: AskedSheet, plan: WorkbookPlan, *, name="", beside=(), status=200):
    """`name`: of the workbook, empty where a block was pasted; `beside`: sentences on what of it was not read."""
    context = {
        "place": place,
        "name": name,
        "title": _("What the workbook changes") if name else _("What the pasted cells change"),
        "nothing": _("The workbook changes nothing") if name else _("The pasted cells change nothing"),
        "again": _("Choose another file") if name else _("Paste other cells"),
        "again_url": place.url("figures-upload" if name else "figures-paste"),
        "changes": [
            {
                "row": one.row,
                "indicator": one.indicator,
                "part": part_in_words(one.part, place.half),
                "key": f"{one.indicator.pk}-{one.part.value}",
                "was": one.was,
                "becomes": one.becomes,
                "understood": reading_in_words(reading_of(one.indicator, one.part, one.becomes)),
            }
            for one in plan.changes
        ],
        "problems": plan.problems,
        "same": plan.same,
        "beside": beside,
    }
    return render(request, "clusters/figures/workbook_plan.html", context | _about(place), status=status)


def _page(request, place: AskedSheet, said: FigureWorkbookForm, *, status=200):
    context = {"place": place, "form": said, "hindrance": _hindrance(place)}
    return render(request, "clusters/figures/workbook.html", context | _about(place), status=status)


def _about(place: AskedSheet) -> dict:
    who = place.organisation or place.cluster_year.cluster
    return {
        "who": who,
        "half_in_words": half_in_words(place.half, place.cluster_year.year),
        "crumbs": [*crumbs_of_figures(place.cluster_year, place.half), Crumb(str(who), place.url())],
        "form_url": place.url("figures-form"),
        "upload_url": place.url("figures-upload"),
        "write_url": place.url("figures-apply"),
    }


def _hindrance(place: AskedSheet) -> str:
    """Why nothing may be brought in now, empty where it may."""
    try:
        if place.sheet is not None:
            refuse_unless_writable(place.sheet)
        refuse_if_closed(place.cluster_year)
        refuse_if_locked(place.cluster_year, place.half, place.organisation and place.organisation.pk)
    except Refusal as refusal:
        return str(refusal)
    return ""


def _number(place: AskedSheet) -> str:
    return form_number(place.cluster_year.pk, place.half, place.whose)


def _form_line(line) -> FormLine:
    texts = {} if line.figure is None else {part: line.figure.text_of(part) for part in FigurePart}
    return FormLine(line.indicator.code, line.indicator.name, line.indicator.unit, line.insight.before, texts)


def _changes(posted, asked) -> list[CellChange]:
    found = []
    for name, text in posted.items():
        written, _dash, part = name.removeprefix(BECOMES).partition("-")
        pk = parse_id(written)
        if name.startswith(BECOMES) and pk in asked and part in set(FigurePart):
            row = parse_id(posted.get(f"row-{pk}-{part}", "")) or 0
            was = posted.get(f"{WAS}{pk}-{part}", "")
            found.append(CellChange(asked[pk], FigurePart(part), was, text, row))
    return found
