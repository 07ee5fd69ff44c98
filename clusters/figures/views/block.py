"""A block of cells pasted from a spreadsheet: shown cell by cell before anything is written."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.figures.actions.block import plan_of_block
from clusters.figures.actions.workbook import Texts
from clusters.figures.forms.block import BlockForm
from clusters.figures.rules.block import read_block
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import place_or_404
from clusters.figures.views.rows import asked_at
from clusters.figures.views.workbook import WAS, plan_page, texts_of
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import FigurePart
from clusters.indicators.words import half_in_words, part_in_words
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.text import squash
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import posted


@door("figures_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request, year_pk, half, whose):
    """From the grid comes, beside the block, what stood in the grid's cells as `seen-<indicator>-<part>`."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    if not place.is_writable:
        return redirect(place.url())
    asked = asked_at(place)
    parts = [(part, part_in_words(part, half)) for part in FigurePart]
    form = BlockForm(posted(request), asked=asked, parts=parts)
    if form.is_valid():
        said, indicators = form.cleaned_data, list(asked)
        try:
            plan = plan_of_block(
                read_block(said["block"]),
                asked=indicators,
                first=said["first"],
                part=said["part"],
                seen=_seen(request.POST, indicators),
                now=texts_of(place),
            )
        except Refusal as refusal:
            form.add_error("block", refusal.message)
        else:
            return plan_page(request, place, plan)
    who = str(place.organisation or place.cluster_year.cluster)
    context = {
        "form": form,
        "title": _("Paste from Excel"),
        "button": _("See what the pasted cells change"),
        "lead": f"{who}, {half_in_words(half, place.cluster_year.year)}",
        "crumbs": [*crumbs_of_figures(place.cluster_year, place.half), Crumb(who, place.url())],
        "back": place.url(),
    }
    return render(request, "core/form.html", context, status=422 if form.is_bound else 200)


def _seen(posted, asked: list[Indicator]) -> Texts:
    named = {(one.pk, part): f"{WAS}{one.pk}-{part.value}" for one in asked for part in FigurePart}
    return {cell: squash(posted[name]) for cell, name in named.items() if name in posted}
