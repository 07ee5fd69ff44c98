"""What waits for the head of a cluster once the members have done their part: the next step of pact and scores."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.models import ClusterYear, Membership, Pact, PactAnswer, ScoringFinish, ScoringRound, ScoringTask
from clusters.models.pact_contents import signing_day
from clusters.rules.pact_terms import PactState
from clusters.rules.score_terms import RoundState
from emulation.core.duty import Duty
from emulation.core.period import Period

SCORED_BY_MEMBERS = (RoundState.SELF, RoundState.CROSS)


def head_duties(actor, years: Mapping[int, ClusterYear], on: date) -> list[Duty]:
    headed = [year for pk, year in years.items() if pk in actor.headed]
    if not headed:
        return []
    seats = list(Membership.objects.filter(cluster__in={year.cluster_id for year in headed}))
    return [*_signings(actor, years, seats, on), *_steps(actor, years, seats)]


def _signings(actor, years, seats, on) -> Iterator[Duty]:
    """For the approver: everybody who will sign has agreed."""
    asked = list(Pact.objects.filter(cluster_year__in=actor.headed_approved & years.keys(), state=PactState.CONSULTED))
    agreed = _members_of(
        PactAnswer.objects.filter(pact__in=asked, round=F("pact__round"), agreed=True).values_list(
            "pact", "organisation"
        )
    )
    for pact in asked:
        pact.cluster_year = years[pact.cluster_year_id]
        day = signing_day(pact, on)
        signers = _seated(seats, pact.cluster_year, Period(day, day + timedelta(days=1)))
        if signers and signers <= agreed.get(pact.pk, set()):
            yield Duty(
                title=_("Open the signing: %(pact)s") % {"pact": pact},
                url=pact.get_absolute_url(),
                why=_("Every member agrees to the draft."),
            )


def _steps(actor, years, seats) -> Iterator[Duty]:
    """For the officer: everybody whose points are wanted now has finished."""
    rounds = list(
        ScoringRound.objects.filter(cluster_year__in=actor.headed_entered & years.keys(), state__in=SCORED_BY_MEMBERS)
    )
    tasks = _members_of(ScoringTask.objects.filter(scoring__in=rounds).values_list("scoring", "scorer"))
    finished = set(
        ScoringFinish.objects.filter(scoring__in=rounds, kind=F("scoring__state")).values_list(
            "scoring", "organisation"
        )
    )
    for scoring in rounds:
        year = years[scoring.cluster_year_id]
        asked = _seated(seats, year, Period.year(year.year))
        if scoring.state == RoundState.CROSS:
            asked &= tasks.get(scoring.pk, set())
        if all((scoring.pk, member) in finished for member in asked):
            yield Duty(
                title=_("Take the scoring of %(year)s a step on") % {"year": year},
                url=reverse("clusters:scoring", args=[year.pk]),
                why=_("Every member has finished its points."),
            )


def _seated(seats: Iterable[Membership], year: ClusterYear, during: Period) -> set[int]:
    return {one.organisation_id for one in seats if one.cluster_id == year.cluster_id and one.during.overlaps(during)}


def _members_of(pairs) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for pk, member in pairs:
        found.setdefault(pk, set()).add(member)
    return found
