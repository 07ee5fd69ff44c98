"""What is known of cluster years at a glance, and what each of their members has still to do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import FigureSheet
from clusters.figures.rules.dates import is_late
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.pacts.models.pact import Pact, PactSignature
from clusters.pacts.rules.terms import PactState
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import SchemeState
from clusters.results.models.result import YearResult
from clusters.results.rules.terms import ResultState
from clusters.scores.models.score import ScoringFinish, ScoringRound, ScoringTask
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.rules.cycle import MemberFacts, Sheets, YearFacts
from clusters.year.rules.parts import MID_YEAR, UNSENT
from emulation.core.period import Period

A_MONTH = timedelta(days=31)
Members = Mapping[int, Mapping[int, str]]


@dataclass(frozen=True)
class Scores:
    """Who has finished which scores of a year, and who was assigned somebody to score."""

    finished: frozenset[tuple[ScoreKind, int]] = frozenset()
    scorers: frozenset[int] = frozenset()

    def done(self, kind: ScoreKind) -> int:
        return sum(one is kind for one, _who in self.finished)

    def of(self, member: int) -> frozenset[ScoreKind]:
        return frozenset(kind for kind, who in self.finished if who == member)


def facts_of(cluster_year: ClusterYear, on: date) -> YearFacts:
    return facts_of_years([cluster_year], on)[cluster_year.pk]


def facts_of_years(cluster_years: Iterable[ClusterYear], on: date) -> dict[int, YearFacts]:
    """{cluster year: what is known of it}, in at most ten queries whatever the number of years and members."""
    years = {one.pk: one for one in cluster_years}
    schemes = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "state"))
    pacts = dict(Pact.objects.filter(cluster_year__in=years, number=0).values_list("cluster_year", "state"))
    signed = _signed(years) if pacts else {}
    rounds = {one.cluster_year_id: one for one in ScoringRound.objects.filter(cluster_year__in=years)}
    scores = _scores(rounds)
    results = dict(YearResult.objects.filter(cluster_year__in=years, number=0).values_list("cluster_year", "state"))
    members = _members(years.values())
    states = _states(years)
    sheets = _sheets(years, members, states, on)
    return {
        pk: YearFacts(
            members=len(members[pk][WHOLE_YEAR]),
            scheme=SchemeState(schemes[pk]) if pk in schemes else None,
            pact=PactState(pacts[pk]) if pk in pacts else None,
            signed=len(signed.get(pk, ())),
            mid_year=sheets[pk][MID_YEAR],
            year=sheets[pk][WHOLE_YEAR],
            scoring=RoundState(rounds[pk].state) if pk in rounds else None,
            finished_self=scores[pk].done(ScoreKind.SELF),
            finished_cross=scores[pk].done(ScoreKind.CROSS),
            result=ResultState(results[pk]) if pk in results else None,
            closed=year.closed_on is not None,
            who=tuple(
                MemberFacts(
                    who,
                    name,
                    has_signed=who in signed.get(pk, ()),
                    sheets={half: states.get((pk, half, who)) for half, sat in members[pk].items() if who in sat},
                    finished=scores[pk].of(who),
                    scores_others=who in scores[pk].scorers,
                )
                for who, name in members[pk][WHOLE_YEAR].items()
            ),
        )
        for pk, year in years.items()
    }


def _signed(years: Iterable[int]) -> dict[int, set[int]]:
    """{cluster year: members that signed its pact in the round that counts}"""
    rows = PactSignature.objects.filter(pact__cluster_year__in=years, pact__number=0, round=F("pact__round"))
    found: dict[int, set[int]] = {}
    for year, who in rows.order_by().values_list("pact__cluster_year", "organisation"):
        found.setdefault(year, set()).add(who)
    return found


def _scores(rounds: Mapping[int, ScoringRound]) -> dict[int, Scores]:
    """{cluster year: who scored}; no question where no scoring is open."""
    found: dict[int, Scores] = defaultdict(Scores)
    if not rounds:
        return found
    year_of = {one.pk: year for year, one in rounds.items()}
    finished: dict[int, set[tuple[ScoreKind, int]]] = defaultdict(set)
    done = ScoringFinish.objects.filter(scoring__in=year_of)
    for scoring, kind, who in done.values_list("scoring", "kind", "organisation"):
        finished[scoring].add((ScoreKind(kind), who))
    scorers: dict[int, set[int]] = defaultdict(set)
    for scoring, who in ScoringTask.objects.filter(scoring__in=year_of).order_by().values_list("scoring", "scorer"):
        scorers[scoring].add(who)
    for scoring, year in year_of.items():
        found[year] = Scores(frozenset(finished[scoring]), frozenset(scorers[scoring]))
    return found


def _members(years: Iterable[ClusterYear]) -> dict[int, Members]:
    """{cluster year: {half: {organisation: its name}}}, in the order of names."""
    seats = defaultdict(list)
    clusters = {one.cluster_id for one in years}
    rows = Membership.objects.filter(cluster__in=clusters).order_by("organisation__sort_key", "organisation")
    bounds = ("during__startswith", "during__endswith")
    for cluster, who, name, start, end in rows.values_list("cluster", "organisation", "organisation__name", *bounds):
        seats[cluster].append((who, name, Period(start, end)))
    return {
        year.pk: {
            half: {who: name for who, name, during in seats[year.cluster_id] if during.overlaps(spanned)}
            for half, spanned in ((half, span(year.year, half)) for half in (MID_YEAR, WHOLE_YEAR))
        }
        for year in years
    }


def _states(years: Iterable[int]) -> dict[tuple[int, int, int], SheetState]:
    """{(cluster year, half, member): how far its figures are}"""
    kept = FigureSheet.objects.filter(cluster_year__in=years, organisation__isnull=False)
    rows = kept.order_by().values_list("cluster_year", "half", "organisation", "state")
    return {(year, half, who): SheetState(state) for year, half, who, state in rows}


def _sheets(
    years: Mapping[int, ClusterYear],
    members: Mapping[int, Members],
    states: Mapping[tuple[int, int, int], SheetState],
    on: date,
) -> dict[int, dict[int, Sheets]]:
    terms = {(term.cluster_year_id, term.half): term for term in SheetTerm.objects.filter(cluster_year__in=years)}
    found: dict[int, dict[int, Sheets]] = {}
    for pk, year in years.items():
        found[pk] = {}
        for half, sat in members[pk].items():
            term = terms.get((pk, half))
            late = [
                name
                for who, name in sat.items()
                if term is not None and is_late(on, term.due_on) and states.get((pk, half, who)) in UNSENT
            ]
            stood = tuple(states.get((pk, half, who), SheetState.DRAFT) for who in sat)
            ends = span(year.year, half).end
            is_asked = ends is not None and on >= ends - A_MONTH
            found[pk][half] = Sheets(stood, term and term.due_on, tuple(late), is_asked)
    return found
