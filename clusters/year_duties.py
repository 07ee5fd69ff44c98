"""What waits for a person in the years of its clusters: regulation, pact and scores. Asked for all years at once."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conference_duties import conference_duties
from clusters.head_duties import head_duties
from clusters.models import (
    ClusterYear,
    Membership,
    Pact,
    PactAnswer,
    PactSignature,
    Scheme,
    ScoringFinish,
    ScoringRound,
    ScoringTask,
    YearResult,
)
from clusters.models.scope import heads_on
from clusters.rules.pact_terms import PactState
from clusters.rules.result_terms import ResultState
from clusters.rules.scheme_terms import Appraiser, SchemeState
from clusters.rules.score_terms import RoundState, ScoreKind
from emulation.core.duty import Duty


def year_duties(actor, on: date) -> list[Duty]:
    """Of years that are open and not over on `on`, or whose scoring goes on."""
    if not (actor.own or actor.is_central):
        return []
    years = ClusterYear.objects.open().filter(year__in=(on.year - 1, on.year)).select_related("cluster")
    if not actor.is_central:
        years = years.filter(pk__in=actor.joined | actor.headed | actor.kept)
    years = {one.pk: one for one in years}
    if not years:
        return []
    return [
        *_regulations(actor, years, on),
        *_pacts(actor, years, on),
        *_scores(actor, years, on),
        *head_duties(actor, years, on),
        *conference_duties(actor, years, on),
        *_results(actor, years),
    ]


def _regulations(actor, years, on) -> Iterator[Duty]:
    states = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "state"))
    for pk, year in years.items():
        state, url = states.get(pk), reverse("clusters:scheme", args=[pk])
        if pk in actor.headed_entered and state is None and year.year == on.year:
            yield Duty(
                title=_("Draft the regulation of %(year)s") % {"year": year},
                url=url,
                why=_("Your organisation is head of the cluster this year."),
            )
        if pk in actor.headed_approved and state == SchemeState.DRAFT:
            yield Duty(
                title=_("Have the regulation of %(year)s adopted") % {"year": year},
                url=url,
                why=_("Members vote on the draft; the head records the day and the votes."),
            )


def _pacts(actor, years, on) -> Iterator[Duty]:
    pacts = list(Pact.objects.filter(cluster_year__in=years).exclude(state=PactState.IN_FORCE))
    begun = set(Pact.objects.filter(cluster_year__in=years, number=0).values_list("cluster_year", flat=True))
    answered = set(
        PactAnswer.objects.filter(pact__in=pacts, round=F("pact__round")).values_list("pact", "organisation")
    )
    signed = set(
        PactSignature.objects.filter(pact__in=pacts, round=F("pact__round")).values_list("pact", "organisation")
    )
    heads = heads_on({pact.cluster_year_id for pact in pacts}, on)
    members = _own_members(actor, years, on)
    for pk, year in years.items():
        if pk in actor.headed_entered and pk not in begun and year.year == on.year:
            yield Duty(
                title=_("Draft the pact of %(year)s") % {"year": year},
                url=reverse("clusters:pacts", args=[pk]),
                why=_("Your organisation is head of the cluster this year."),
            )
    for pact in pacts:
        for member in members.get(pact.cluster_year_id, ()):
            asked = pact.state == PactState.CONSULTED and (pact.pk, member) not in answered
            if asked and member in actor.entered:
                yield Duty(
                    title=_("Answer the draft: %(pact)s") % {"pact": _name(pact, years)},
                    url=pact.get_absolute_url(),
                    why=_("Every member says whether it agrees before the pact is signed."),
                )
            head = heads.get(pact.cluster_year_id)
            in_turn = pact.state == PactState.SIGNING and (member == head or (pact.pk, head) in signed)
            if in_turn and member in actor.approved and (pact.pk, member) not in signed:
                yield Duty(
                    title=_("Sign: %(pact)s") % {"pact": _name(pact, years)},
                    url=pact.get_absolute_url(),
                    why=_("Your organisation has not signed yet."),
                )


def _name(pact: Pact, years) -> str:
    pact.cluster_year = years[pact.cluster_year_id]
    return str(pact)


def _scores(actor, years, on) -> Iterator[Duty]:
    rounds = list(ScoringRound.objects.filter(cluster_year__in=years).exclude(state=RoundState.FROZEN))
    if not rounds:
        return
    finished = set(ScoringFinish.objects.filter(scoring__in=rounds).values_list("scoring", "kind", "organisation"))
    tasks = set(ScoringTask.objects.filter(scoring__in=rounds).values_list("scoring", "scorer"))
    members = _own_members(actor, years, on)
    appraisers = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "appraiser"))
    for scoring in rounds:
        pk = scoring.cluster_year_id
        year, url = years[pk], reverse("clusters:scoring", args=[pk])
        for own in actor.entered.intersection(members.get(pk, ())):
            if scoring.state == RoundState.SELF and (scoring.pk, ScoreKind.SELF, own) not in finished:
                yield Duty(
                    title=_("Score your own organisation, %(year)s") % {"year": year},
                    url=url,
                    why=_("Every member scores itself first."),
                )
        for own in actor.entered:
            scores = scoring.state == RoundState.CROSS and (scoring.pk, own) in tasks
            if scores and (scoring.pk, ScoreKind.CROSS, own) not in finished:
                yield Duty(
                    title=_("Score the members assigned to you, %(year)s") % {"year": year},
                    url=url,
                    why=_("Others wait for your points; nobody sees them before you finish."),
                )
        by_centre = appraisers.get(pk) == Appraiser.CENTRAL
        appraises = actor.oversees(pk) if by_centre else pk in actor.headed_entered
        if scoring.state == RoundState.APPRAISAL and appraises:
            yield Duty(title=_("Appraise the points of %(year)s") % {"year": year}, url=url, why=_("You appraise."))
        if scoring.state == RoundState.FINAL and pk in actor.headed_approved:
            yield Duty(
                title=_("Freeze the final points of %(year)s") % {"year": year},
                url=url,
                why=_("Your organisation is head of the cluster this year."),
            )


def _own_members(actor, years, on) -> dict[int, list[int]]:
    """{cluster year: those of the person's organisations that sit in its cluster on the day}"""
    clusters = {}
    for pk, year in years.items():
        clusters.setdefault(year.cluster_id, []).append(pk)
    found: dict[int, list[int]] = {}
    rows = Membership.objects.on(on).filter(cluster__in=clusters, organisation__in=actor.own)
    for cluster, organisation in rows.values_list("cluster", "organisation").order_by("organisation"):
        for pk in clusters[cluster]:
            found.setdefault(pk, []).append(organisation)
    return found


def _results(actor, years) -> Iterator[Duty]:
    headed = [pk for pk in years if pk in actor.headed]
    if not headed:
        return
    scored = set(
        ScoringRound.objects.filter(cluster_year__in=headed, state=RoundState.FROZEN).values_list(
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
        if pk in actor.headed_entered and pk not in states:
            yield Duty(
                title=_("Draw up the result of %(year)s") % {"year": years[pk]},
                url=url,
                why=_("The points are frozen; votes and proposals are entered next."),
            )
        if pk in actor.headed_entered and pk in unvoted:
            yield Duty(
                title=_("Enter votes and elections of %(year)s") % {"year": years[pk]},
                url=url,
                why=_("The result cannot be frozen before the minutes of the vote are named."),
            )
        if pk in actor.headed_approved and ResultState.DRAFT in states.get(pk, ()) and pk not in unvoted:
            yield Duty(
                title=_("Have the result of %(year)s frozen") % {"year": years[pk]},
                url=url,
                why=_("It is drawn up; the members read it once it is frozen."),
            )
