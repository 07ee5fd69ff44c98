"""One source for all indicators of a sheet that name none yet."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.figures.actions.source import give_source
from clusters.figures.forms.source import CommonSourceForm
from clusters.figures.models.figure import Figure
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import place_or_404
from clusters.figures.views.rows import asked_at
from clusters.indicators.words import half_in_words
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted


@door("figures_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def common_source(request, year_pk, half, whose):
    """All of them are chosen beforehand. What somebody gave a source meanwhile may still be sent, and stays."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    if request.method != "POST" and not place.is_writable:
        return redirect(place.url())
    sourced = Figure.objects.filter(sheet=place.sheet).exclude(source="").values("indicator")
    without_source = asked_at(place).exclude(pk__in=sourced)
    who = str(place.organisation or place.cluster_year.cluster)
    return answer(
        request,
        CommonSourceForm(posted(request), indicators=asked_at(place), without_source=without_source),
        lambda said: give_source(place.cluster_year, place.half, place.organisation, actor=request.actor, **said),
        title=_("Common source"),
        button=_("Write the source beside each"),
        done=_("The source stands beside each."),
        back=place.url(),
        crumbs=[*crumbs_of_figures(place.cluster_year, place.half), Crumb(who, place.url())],
        lead=f"{who}, {half_in_words(place.half, place.cluster_year.year)}",
    )
