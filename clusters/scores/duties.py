"""What waits for a person with the scores of its clusters."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.duties import Said, Years, nothing_said
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.models.members import members_of, own_members, seated
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.models.score import APPRAISED_BY, Score, ScoringFinish, ScoringRound, ScoringTask
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.actor import CENTRAL, Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.period import Period


class ScoreDuty(DutyKind):
    SELF = "scores.self"
    CROSS = "scores.cross"
    APPRAISE = "scores.appraise"
    FREEZE = "scores.freeze"
    STEP_ON = "scores.step_on"


def score_duties(actor: Actor, years: Years, on: date) -> Said:
    """`years`: {id: cluster year with its head and its cluster} of those that are open."""
    rounds = list(ScoringRound.objects.filter(cluster_year__in=years).exclude(state=RoundState.FROZEN))
    if not rounds:
        return nothing_said
    finished = set(
        ScoringFinish.objects.filter(scoring__in=rounds, organisation__in=actor.own).values_list(
            "scoring", "kind", "organisation"
        )
    )
    scorers = members_of(
        ScoringTask.objects.filter(scoring__in=rounds, scorer__in=actor.own).order_by().values_list("scoring", "scorer")
    )
    members = own_members(actor, years, on)
    appraised = {one.cluster_year_id for one in rounds if one.state == RoundState.APPRAISAL}
    schemes = Scheme.objects.filter(cluster_year__in=appraised).order_by()
    appraisers = {year: Appraiser(whose) for year, whose in schemes.values_list("cluster_year", "appraiser")}

    def said(some: Years) -> Iterator[Duty]:
        for scoring in (one for one in rounds if one.cluster_year_id in some):
            pk = scoring.cluster_year_id
            year, url = years[pk], reverse("clusters:scoring", args=[pk])
            scoring.cluster_year = year
            for own in members.get(pk, ()):
                scores = scoring.state == RoundState.SELF and _gives(actor, scoring, ScoreKind.SELF, own)
                if scores and (scoring.pk, ScoreKind.SELF, own) not in finished:
                    yield Duty(
                        kind=ScoreDuty.SELF,
                        title=_("Score your own organisation, %(year)s") % {"year": year},
                        url=reverse("clusters:scoring-self", args=[pk, own]),
                        why=_("Every member scores itself first."),
                        subject=about(scoring),
                        organisation=own,
                    )
            for own in scorers.get(scoring.pk, ()):
                scores = scoring.state == RoundState.CROSS and _gives(actor, scoring, ScoreKind.CROSS, own)
                if scores and (scoring.pk, ScoreKind.CROSS, own) not in finished:
                    yield Duty(
                        kind=ScoreDuty.CROSS,
                        title=_("Score the members assigned to you, %(year)s") % {"year": year},
                        url=reverse("clusters:scoring-cross", args=[pk, own]),
                        why=_("Others wait for your points; nobody sees them before you finish."),
                        subject=about(scoring),
                        organisation=own,
                    )
            if pk in appraised and _appraises(actor, scoring, appraisers[pk]):
                yield Duty(
                    kind=ScoreDuty.APPRAISE,
                    title=_("Appraise the points of %(year)s") % {"year": year},
                    url=url,
                    why=_("You appraise."),
                    subject=about(scoring),
                    organisation=_appraising(actor, year, appraisers[pk]),
                )
            if scoring.state == RoundState.FINAL and actor.may("freeze", scoring, subject="scores_panel"):
                yield Duty(
                    kind=ScoreDuty.FREEZE,
                    title=_("Freeze the final points of %(year)s") % {"year": year},
                    url=url,
                    why=_("Your organisation is head of the cluster this year."),
                    subject=about(scoring),
                    organisation=year.head_id,
                )

    return said


def _gives(actor: Actor, scoring: ScoringRound, kind: ScoreKind, scorer: int) -> bool:
    return actor.may("write", Score(scoring=scoring, kind=kind, scorer_id=scorer))


def _appraises(actor: Actor, scoring: ScoringRound, appraiser: Appraiser) -> bool:
    return actor.may("write", Score(scoring=scoring, kind=ScoreKind.APPRAISAL), subject=APPRAISED_BY[appraiser])


def _appraising(actor: Actor, year: ClusterYear, appraiser: Appraiser) -> int | None:
    """The head, or else the central board of the person, or who keeps the cluster, as a province its blocks."""
    if appraiser is not Appraiser.CENTRAL:
        return year.head_id
    return actor.body_of(CENTRAL) if actor.is_central else year.cluster.owner_id


SCORED_BY_MEMBERS = (RoundState.SELF, RoundState.CROSS)


def step_duties(actor: Actor, years: Years, seats: Iterable[Membership]) -> Said:
    """For the officer: everybody whose points are wanted now has finished."""
    rounds = list(ScoringRound.objects.taken_on_by(actor).filter(cluster_year__in=years, state__in=SCORED_BY_MEMBERS))
    tasks = members_of(ScoringTask.objects.filter(scoring__in=rounds).values_list("scoring", "scorer"))
    finished = set(
        ScoringFinish.objects.filter(scoring__in=rounds, kind=F("scoring__state")).values_list(
            "scoring", "organisation"
        )
    )

    def said(some: Years) -> Iterator[Duty]:
        for scoring in (one for one in rounds if one.cluster_year_id in some):
            year = years[scoring.cluster_year_id]
            asked = seated(seats, year, Period.year(year.year))
            if scoring.state == RoundState.CROSS:
                asked &= tasks.get(scoring.pk, set())
            if all((scoring.pk, member) in finished for member in asked):
                yield Duty(
                    kind=ScoreDuty.STEP_ON,
                    title=_("Take the scoring of %(year)s a step on") % {"year": year},
                    url=reverse("clusters:scoring", args=[year.pk]),
                    why=_("Every member has finished its points."),
                    subject=about(scoring),
                    organisation=year.head_id,
                )

    return said
