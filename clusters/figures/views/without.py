"""The indicators of a sheet that nobody answered yet: of all that have none it is said at once."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.figures.actions.without import say_without_figures
from clusters.figures.forms.without import WithoutFiguresForm
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
def without_figures(request, year_pk, half, whose):
    """All of them are chosen beforehand. What somebody answers meanwhile may still be sent, and stays."""
    place = place_or_404(request, year_pk, half, whose, "write", subject="figures_draft")
    if request.method != "POST" and not place.is_writable:
        return redirect(place.url())
    answered = Figure.objects.filter(sheet=place.sheet).exclude(value_text="", note="").values("indicator")
    unanswered = asked_at(place).exclude(pk__in=answered)
    who = str(place.organisation or place.cluster_year.cluster)
    return answer(
        request,
        WithoutFiguresForm(posted(request), indicators=asked_at(place), unanswered=unanswered),
        lambda said: say_without_figures(
            place.cluster_year, place.half, place.organisation, actor=request.actor, **said
        ),
        title=_("No figures"),
        button=_("Say so beside each"),
        done=_("The note beside each says that there are no figures."),
        back=place.url(),
        crumbs=[*crumbs_of_figures(place.cluster_year, place.half), Crumb(who, place.url())],
        lead=f"{who}, {half_in_words(place.half, place.cluster_year.year)}",
    )
