"""What is known of cluster years at a glance, and what each of their members has still to do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.db.models import F, FilteredRelation, Q

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import FigureSheet
from clusters.figures.rules.dates import is_late
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.pacts.models.pact import PactSignature
from clusters.pacts.rules.terms import PactState
from clusters.regulation.rules.terms import SchemeState
from clusters.results.rules.terms import ResultState
from clusters.scores.models.score import ScoringFinish, ScoringTask
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.rules.cycle import MemberFacts, Sheets, YearFacts
from clusters.year.rules.parts import MID_YEAR, UNSENT
from emulation.core.period import Period

A_MONTH = timedelta(days=31)
Members = Mapping[int, Mapping[int, str]]


@dataclass(frozen=True)
class Papers:
    """How far the papers of a year are, and the number of its round of scoring; None: not begun."""

    scheme: SchemeState | None
    pact: PactState | None
    round: int | None
    scoring: RoundState | None
    result: ResultState | None


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


def facts_of_years(
    cluster_years: Iterable[ClusterYear], on: date, *, with_members: bool = True
) -> dict[int, YearFacts]:
    """{cluster year: what is known of it}, in at most seven queries whatever the number of years and members;
    `with_members`: of each of them too, for whoever asks who is waited for."""
    years = {one.pk: one for one in cluster_years}
    papers = _papers(years)
    signed = _signed([pk for pk, one in papers.items() if one.pact is not None])
    scores = _scores({one.round: pk for pk, one in papers.items() if one.round is not None})
    members = _members(years.values())
    states = _states(years)
    sheets = _sheets(years, members, states, on)
    return {
        pk: YearFacts(
            members=len(members[pk][WHOLE_YEAR]),
            scheme=papers[pk].scheme,
            pact=papers[pk].pact,
            signed=len(signed.get(pk, ())),
            mid_year=sheets[pk][MID_YEAR],
            year=sheets[pk][WHOLE_YEAR],
            scoring=papers[pk].scoring,
            finished_self=scores[pk].done(ScoreKind.SELF),
            finished_cross=scores[pk].done(ScoreKind.CROSS),
            result=papers[pk].result,
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
                for who, name in (members[pk][WHOLE_YEAR].items() if with_members else ())
            ),
        )
        for pk, year in years.items()
    }


def _papers(years: Iterable[int]) -> dict[int, Papers]:
    rows = ClusterYear.objects.filter(pk__in=years).annotate(
        pact=FilteredRelation("pacts", condition=Q(pacts__number=0)),
        result=FilteredRelation("results", condition=Q(results__number=0)),
    )
    states = rows.order_by().values_list(
        "pk", "scheme__state", "pact__state", "scoring", "scoring__state", "result__state"
    )
    return {
        pk: Papers(
            scheme and SchemeState(scheme),
            pact and PactState(pact),
            scoring,
            scored and RoundState(scored),
            result and ResultState(result),
        )
        for pk, scheme, pact, scoring, scored, result in states
    }


def _signed(years: Iterable[int]) -> dict[int, set[int]]:
    """{cluster year: members that signed its pact in the round that counts}"""
    rows = PactSignature.objects.filter(pact__cluster_year__in=years, pact__number=0, round=F("pact__round"))
    found: dict[int, set[int]] = {}
    for year, who in rows.order_by().values_list("pact__cluster_year", "organisation"):
        found.setdefault(year, set()).add(who)
    return found


def _scores(year_of: Mapping[int, int]) -> dict[int, Scores]:
    """{cluster year: who scored}, of rounds with their years; no question where no scoring is open."""
    found: dict[int, Scores] = defaultdict(Scores)
    if not year_of:
        return found
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
    sat = cache(lambda start, end, year, half: Period(start, end).overlaps(span(year, half)))
    seats = defaultdict(list)
    clusters = {one.cluster_id for one in years}
    rows = Membership.objects.filter(cluster__in=clusters).order_by("organisation__sort_key", "organisation")
    bounds = ("during__startswith", "during__endswith")
    for cluster, who, name, start, end in rows.values_list("cluster", "organisation", "organisation__name", *bounds):
        seats[cluster].append((who, name, start, end))
    return {
        one.pk: {
            half: {who: name for who, name, start, end in seats[one.cluster_id] if sat(start, end, one.year, half)}
            for half in (MID_YEAR, WHOLE_YEAR)
        }
        for one in years
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
            is_over = term is not None and is_late(on, term.due_on)
            late = [name for who, name in sat.items() if is_over and states.get((pk, half, who)) in UNSENT]
            stood = tuple(states.get((pk, half, who), SheetState.DRAFT) for who in sat)
            ends = span(year.year, half).end
            is_asked = ends is not None and on >= ends - A_MONTH
            found[pk][half] = Sheets(stood, term and term.due_on, tuple(late), is_asked)
    return found
