"""The head accepts several members' figures in one go, after a page that names them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.figures.actions.sheets_together import accept_together
from clusters.figures.models.dates import dates_of
from clusters.figures.models.punctuality import first_sent
from clusters.figures.models.review import Waiting, waiting_sheets
from clusters.figures.views.dates import crumbs_of_figures
from clusters.figures.views.places import cluster_year_or_404
from clusters.figures.words.sheets import warned_in_words
from clusters.indicators.words import half_in_words
from emulation.core.access import door
from emulation.core.numbers import parse_id

SEEN = "da-xem-"


@door("figures_submitted", "accept")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_many(request, year_pk, half):
    """Chosen by ?don-vi=, once each; all that have no warnings by ?tat-ca=."""
    cluster_year = cluster_year_or_404(request, year_pk, half, "accept", subject="figures_submitted")
    back = reverse("clusters:cluster-figures", args=[cluster_year.pk, half])
    if request.method == "POST":
        _tell(request, accept_together(cluster_year, half, seen=_seen(request.POST), actor=request.actor))
        return redirect(back)
    waiting = waiting_sheets(
        cluster_year, half, dates=dates_of(cluster_year, half), sent=first_sent(cluster_year, half)
    )
    asked = set(request.GET.getlist("don-vi"))
    if "tat-ca" not in request.GET:
        waiting = [one for one in waiting if str(one.member.pk) in asked]
    return render(
        request,
        "clusters/figures/figures_accept.html",
        {
            "cluster_year": cluster_year,
            "half": half,
            "half_in_words": half_in_words(half, cluster_year.year),
            "crumbs": crumbs_of_figures(cluster_year, half),
            "back": back,
            **shown_waiting(waiting),
        },
    )


def shown_waiting(waiting: list[Waiting]) -> dict:
    """Those without warnings and those with them, as the pages show them."""
    return {
        "chosen": [_shown(one) for one in waiting if not one.warned],
        "warned": [_shown(one) for one in waiting if one.warned],
    }


def _shown(one: Waiting) -> dict:
    return {
        "member": one.member,
        "url": one.sheet.get_absolute_url(),
        "figures": len(one.sheet.kept),
        "field": f"{SEEN}{one.member.pk}",
        "seen": one.seen,
        "warnings": warned_in_words(one.warned, one.indicators),
    }


def _seen(posted) -> dict[int, int]:
    keys = {parse_id(name.removeprefix(SEEN)): parse_id(step) for name, step in posted.items() if name.startswith(SEEN)}
    return {pk: step for pk, step in keys.items() if pk is not None and step is not None}


def _tell(request, outcomes) -> None:
    accepted = [str(one.member) for one in outcomes if not one.refusal]
    if accepted:
        messages.success(request, _("Accepted: %(names)s.") % {"names": ", ".join(accepted)})
    for one in outcomes:
        if one.refusal:
            messages.error(request, _("%(who)s: %(why)s") % {"who": one.member, "why": one.refusal})
    if not outcomes:
        messages.warning(request, _("No member was chosen, so nothing was accepted."))
