"""What waits for the head of a cluster with the result of its year."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.duties import Said, Years, nothing_said
from clusters.results.models.result import YearResult
from clusters.results.rules.terms import ResultState
from clusters.scores.models.score import ScoringRound
from clusters.scores.rules.terms import RoundState
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, Subject, about


class ResultDuty(DutyKind):
    DRAW_UP = "results.draw_up"
    ENTER_VOTES = "results.enter_votes"
    FREEZE = "results.freeze"


def result_duties(actor: Actor, years: Years) -> Said:
    """`years`: {id: cluster year with its head} of those that are open."""
    if not any(actor.may_somewhere(deed, "result_draft") for deed in ("write", "freeze")):
        return nothing_said
    drafted = {pk for pk, year in years.items() if actor.may("write", year, subject="result_draft")}
    frozen = {pk for pk, year in years.items() if actor.may("freeze", year, subject="result_draft")}
    if not drafted | frozen:
        return nothing_said
    scored = set(
        ScoringRound.objects.filter(cluster_year__in=drafted | frozen, state=RoundState.FROZEN).values_list(
            "cluster_year", flat=True
        )
    )
    drawn_up = YearResult.objects.filter(cluster_year__in=scored)
    begun, drafts = set(), {}
    for pk, result, state in drawn_up.values_list("cluster_year", "pk", "state"):
        begun.add(pk)
        if state == ResultState.DRAFT:
            drafts[pk] = Subject(YearResult._meta.label_lower, result)
    unvoted = set(
        drawn_up.filter(state=ResultState.DRAFT, minutes="", conference__isnull=True).values_list(
            "cluster_year", flat=True
        )
    )

    def said(some: Years) -> Iterator[Duty]:
        for pk in scored & some.keys():
            url = reverse("clusters:year-results", args=[pk])
            if pk in drafted and pk not in begun:
                yield Duty(
                    kind=ResultDuty.DRAW_UP,
                    title=_("Draw up the result of %(year)s") % {"year": years[pk]},
                    url=url,
                    why=_("The points are frozen; votes and proposals are entered next."),
                    subject=about(years[pk]),
                    organisation=years[pk].head_id,
                )
            if pk in drafted and pk in unvoted:
                yield Duty(
                    kind=ResultDuty.ENTER_VOTES,
                    title=_("Enter votes and elections of %(year)s") % {"year": years[pk]},
                    url=url,
                    why=_("The result cannot be frozen before the minutes of the vote are named."),
                    subject=drafts[pk],
                    organisation=years[pk].head_id,
                )
            if pk in frozen and pk in drafts and pk not in unvoted:
                yield Duty(
                    kind=ResultDuty.FREEZE,
                    title=_("Have the result of %(year)s frozen") % {"year": years[pk]},
                    url=url,
                    why=_("It is drawn up; the members read it once it is frozen."),
                    subject=drafts[pk],
                    organisation=years[pk].head_id,
                )

    return said
