"""What is known of cluster years at a glance, and what each of their members has still to do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, F

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
from clusters.scores.models.score import ScoringFinish, ScoringRound
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.rules.cycle import Sheets, YearFacts

MID_YEAR = 1
UNSENT = (SheetState.DRAFT, SheetState.SUBMITTED, SheetState.RETURNED)
Members = Mapping[int, Mapping[int, str]]


def facts_of(cluster_year: ClusterYear, on: date) -> YearFacts:
    return facts_of_years([cluster_year], on)[cluster_year.pk]


def facts_of_years(cluster_years: Iterable[ClusterYear], on: date) -> dict[int, YearFacts]:
    """{cluster year: what is known of it}, in at most nine queries whatever the number of years and members."""
    years = {one.pk: one for one in cluster_years}
    schemes = dict(Scheme.objects.filter(cluster_year__in=years).values_list("cluster_year", "state"))
    pacts = dict(Pact.objects.filter(cluster_year__in=years, number=0).values_list("cluster_year", "state"))
    signed = _signed(years) if pacts else {}
    rounds = {one.cluster_year_id: one for one in ScoringRound.objects.filter(cluster_year__in=years)}
    finishes = ScoringFinish.objects.filter(scoring__cluster_year__in=years)
    finished = Counter(finishes.values_list("scoring__cluster_year", "kind")) if rounds else Counter()
    results = dict(YearResult.objects.filter(cluster_year__in=years, number=0).values_list("cluster_year", "state"))
    members = _members(years.values())
    sheets = _sheets(years, members, on)
    return {
        pk: YearFacts(
            members=len(members[pk][WHOLE_YEAR]),
            scheme=SchemeState(schemes[pk]) if pk in schemes else None,
            pact=PactState(pacts[pk]) if pk in pacts else None,
            signed=signed.get(pk, 0),
            mid_year=sheets[pk][MID_YEAR],
            year=sheets[pk][WHOLE_YEAR],
            scoring=RoundState(rounds[pk].state) if pk in rounds else None,
            finished_self=finished[pk, ScoreKind.SELF],
            finished_cross=finished[pk, ScoreKind.CROSS],
            result=ResultState(results[pk]) if pk in results else None,
            closed=year.closed_on is not None,
        )
        for pk, year in years.items()
    }


def _signed(years: Iterable[int]) -> dict[int, int]:
    """{cluster year: members that signed its pact in the round that counts}"""
    rows = PactSignature.objects.filter(pact__cluster_year__in=years, pact__number=0, round=F("pact__round"))
    return dict(rows.order_by().values_list("pact__cluster_year").annotate(Count("pk")))


def _members(years: Iterable[ClusterYear]) -> dict[int, Members]:
    """{cluster year: {half: {organisation: its name}}}, in the order of names."""
    seats = defaultdict(list)
    clusters = {one.cluster_id for one in years}
    rows = Membership.objects.filter(cluster__in=clusters).select_related("organisation")
    for seat in rows.order_by("organisation__sort_key", "organisation"):
        seats[seat.cluster_id].append(seat)
    return {
        year.pk: {
            half: {
                seat.organisation_id: seat.organisation.name
                for seat in seats[year.cluster_id]
                if seat.during.overlaps(span(year.year, half))
            }
            for half in (MID_YEAR, WHOLE_YEAR)
        }
        for year in years
    }


def _sheets(years: Iterable[int], members: Mapping[int, Members], on: date) -> dict[int, dict[int, Sheets]]:
    terms = {(term.cluster_year_id, term.half): term for term in SheetTerm.objects.filter(cluster_year__in=years)}
    kept = FigureSheet.objects.filter(cluster_year__in=years, organisation__isnull=False)
    states = {
        (year, half, who): SheetState(state)
        for year, half, who, state in kept.values_list("cluster_year", "half", "organisation", "state")
    }
    found: dict[int, dict[int, Sheets]] = {}
    for year in years:
        found[year] = {}
        for half, sat in members[year].items():
            term = terms.get((year, half))
            late = [
                name
                for who, name in sat.items()
                if term is not None
                and is_late(on, term.due_on)
                and states.get((year, half, who), SheetState.DRAFT) in UNSENT
            ]
            stood = tuple(states.get((year, half, who), SheetState.DRAFT) for who in sat)
            found[year][half] = Sheets(stood, term and term.due_on, tuple(late))
    return found
