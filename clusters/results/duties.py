"""What waits for the head of a cluster with the result of its year."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.results.models.result import YearResult
from clusters.results.rules.terms import ResultState
from clusters.scores.models.score import ScoringRound
from clusters.scores.rules.terms import RoundState
from emulation.core.actor import Actor
from emulation.core.duty import Duty


def result_duties(actor: Actor, years) -> Iterator[Duty]:
    drafted = {pk for pk, year in years.items() if actor.may("write", year, subject="result_draft")}
    frozen = {pk for pk, year in years.items() if actor.may("freeze", year, subject="result_draft")}
    if not drafted | frozen:
        return
    scored = set(
        ScoringRound.objects.filter(cluster_year__in=drafted | frozen, state=RoundState.FROZEN).values_list(
            "cluster_year", flat=True
        )
    )
    states: dict[int, set[str]] = {}
    for pk, state in YearResult.objects.filter(cluster_year__in=scored).values_list("cluster_year", "state"):
        states.setdefault(pk, set()).add(state)
    unvoted = set(
        YearResult.objects.filter(
            cluster_year__in=scored, state=ResultState.DRAFT, minutes="", conference__isnull=True
        ).values_list("cluster_year", flat=True)
    )
    for pk in scored:
        url = reverse("clusters:year-results", args=[pk])
        if pk in drafted and pk not in states:
            yield Duty(
                title=_("Draw up the result of %(year)s") % {"year": years[pk]},
                url=url,
                why=_("The points are frozen; votes and proposals are entered next."),
            )
        if pk in drafted and pk in unvoted:
            yield Duty(
                title=_("Enter votes and elections of %(year)s") % {"year": years[pk]},
                url=url,
                why=_("The result cannot be frozen before the minutes of the vote are named."),
            )
        if pk in frozen and ResultState.DRAFT in states.get(pk, ()) and pk not in unvoted:
            yield Duty(
                title=_("Have the result of %(year)s frozen") % {"year": years[pk]},
                url=url,
                why=_("It is drawn up; the members read it once it is frozen."),
            )
