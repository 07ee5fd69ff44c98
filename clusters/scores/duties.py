"""What waits for a person with the scores of its clusters."""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.members import members_of, own_members, seated
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.models.score import APPRAISED_BY, Score, ScoringFinish, ScoringRound, ScoringTask
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.actor import Actor
from emulation.core.duty import Duty
from emulation.core.period import Period


def score_duties(actor: Actor, years, on) -> Iterator[Duty]:
    rounds = list(ScoringRound.objects.filter(cluster_year__in=years).exclude(state=RoundState.FROZEN))
    if not rounds:
        return
    finished = set(ScoringFinish.objects.filter(scoring__in=rounds).values_list("scoring", "kind", "organisation"))
    scorers = members_of(ScoringTask.objects.filter(scoring__in=rounds).values_list("scoring", "scorer"))
    members = own_members(actor, years, on)
    appraisers = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "appraiser"))
    for scoring in rounds:
        pk = scoring.cluster_year_id
        year, url = years[pk], reverse("clusters:scoring", args=[pk])
        scoring.cluster_year = year
        for own in members.get(pk, ()):
            scores = scoring.state == RoundState.SELF and _gives(actor, scoring, ScoreKind.SELF, own)
            if scores and (scoring.pk, ScoreKind.SELF, own) not in finished:
                yield Duty(
                    title=_("Score your own organisation, %(year)s") % {"year": year},
                    url=url,
                    why=_("Every member scores itself first."),
                )
        for own in scorers.get(scoring.pk, ()):
            scores = scoring.state == RoundState.CROSS and _gives(actor, scoring, ScoreKind.CROSS, own)
            if scores and (scoring.pk, ScoreKind.CROSS, own) not in finished:
                yield Duty(
                    title=_("Score the members assigned to you, %(year)s") % {"year": year},
                    url=url,
                    why=_("Others wait for your points; nobody sees them before you finish."),
                )
        appraised = Score(scoring=scoring, kind=ScoreKind.APPRAISAL)
        appraises = actor.may("write", appraised, subject=APPRAISED_BY[Appraiser(appraisers[pk])])
        if scoring.state == RoundState.APPRAISAL and appraises:
            yield Duty(title=_("Appraise the points of %(year)s") % {"year": year}, url=url, why=_("You appraise."))
        if scoring.state == RoundState.FINAL and actor.may("freeze", scoring, subject="scores_panel"):
            yield Duty(
                title=_("Freeze the final points of %(year)s") % {"year": year},
                url=url,
                why=_("Your organisation is head of the cluster this year."),
            )


def _gives(actor: Actor, scoring: ScoringRound, kind: ScoreKind, scorer: int) -> bool:
    return actor.may("write", Score(scoring=scoring, kind=kind, scorer_id=scorer))


SCORED_BY_MEMBERS = (RoundState.SELF, RoundState.CROSS)


def step_duties(actor: Actor, years, seats) -> Iterator[Duty]:
    """For the officer: everybody whose points are wanted now has finished."""
    rounds = list(ScoringRound.objects.taken_on_by(actor).filter(cluster_year__in=years, state__in=SCORED_BY_MEMBERS))
    tasks = members_of(ScoringTask.objects.filter(scoring__in=rounds).values_list("scoring", "scorer"))
    finished = set(
        ScoringFinish.objects.filter(scoring__in=rounds, kind=F("scoring__state")).values_list(
            "scoring", "organisation"
        )
    )
    for scoring in rounds:
        year = years[scoring.cluster_year_id]
        asked = seated(seats, year, Period.year(year.year))
        if scoring.state == RoundState.CROSS:
            asked &= tasks.get(scoring.pk, set())
        if all((scoring.pk, member) in finished for member in asked):
            yield Duty(
                title=_("Take the scoring of %(year)s a step on") % {"year": year},
                url=reverse("clusters:scoring", args=[year.pk]),
                why=_("Every member has finished its points."),
            )
