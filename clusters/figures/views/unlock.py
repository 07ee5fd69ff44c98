"""Accepted figures: unlocked by the head with a reason, and what differs when they come again."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clusters.figures.actions.sheets import unlock_sheet
from clusters.figures.models.acceptance import acceptance_before, kept_in, texts_of
from clusters.figures.models.wording import SHEET_BADGES
from clusters.figures.rules.differences import differences
from clusters.figures.rules.terms import SheetState
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import AskedSheet, sheet_or_404
from clusters.figures.views.steps import needs_extension, where_next
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.words import half_in_words, part_in_words
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted


@door("figures_submitted", "accept")
@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request, year_pk, half, whose):
    place = sheet_or_404(request, year_pk, half, whose, "accept", subject="figures_submitted")
    if place.is_locked:
        messages.warning(request, needs_extension(place))
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: unlock_sheet(place.sheet, why=said["why"], actor=request.actor),
        title=_("Unlock the figures of %(who)s") % {"who": name_of(place)},
        button=_("Unlock the figures"),
        done=_("The figures are unlocked; their officer sees the reason and mends them."),
        back=lambda _sheet: where_next(request, place),
        crumbs=_crumbs(place),
        lead=_(
            "They go back to their officer and are submitted, approved and sent again; until you accept them again no "
            "other member reads them and no new report counts them. A report already signed keeps the figures it was "
            "signed with."
        ),
    )


@door("figures_submitted")
@require_safe
def sheet_differences(request, year_pk, half, whose):
    """For the office itself, the head and who oversees the cluster."""
    place = sheet_or_404(request, year_pk, half, whose, "read", subject="figures_submitted")
    before = acceptance_before(place.sheet)
    found = differences(kept_in(before), texts_of(place.sheet)) if before else ()
    named = Indicator.objects.in_bulk({one.indicator for one in found})
    accepts = place.state is SheetState.APPROVED and place.cluster_year.closed_on is None
    return render(
        request,
        "clusters/figures/differences.html",
        {
            "place": place,
            "who": name_of(place),
            "half_in_words": half_in_words(place.half, place.cluster_year.year),
            "crumbs": _crumbs(place),
            "status": SHEET_BADGES[place.state],
            "before": before,
            "unlocking": place.sheet.steps.filter(name="unlock").first(),
            "rows": [
                {
                    "indicator": named[one.indicator],
                    "part": part_in_words(one.part, place.half),
                    "was": one.was,
                    "becomes": one.becomes,
                }
                for one in found
            ],
            "may_accept": accepts and request.actor.may("accept", place.sheet),
        },
    )


def _crumbs(place: AskedSheet) -> list[Crumb]:
    return [*crumbs_of_figures(place.cluster_year, place.half), Crumb(name_of(place), place.url())]


def name_of(place: AskedSheet) -> str:
    return str(place.organisation or place.cluster_year.cluster)
