"""What is known of a cluster year at a glance, and what each of its members has still to do."""

from datetime import date

from clusters.figures.models.dates import SheetTerm
from clusters.figures.models.figure import FigureSheet
from clusters.figures.rules.dates import is_late
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
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


def facts_of(cluster_year: ClusterYear, on: date) -> YearFacts:
    """In ten queries, whatever the number of members."""
    scheme = Scheme.objects.filter(cluster_year=cluster_year).values_list("state", flat=True).first()
    pact = Pact.objects.filter(cluster_year=cluster_year, number=0).first()
    scoring = ScoringRound.objects.filter(cluster_year=cluster_year).first()
    finished = list(ScoringFinish.objects.filter(scoring=scoring).values_list("kind", flat=True)) if scoring else []
    signed = PactSignature.objects.filter(pact=pact, round=pact.round).count() if pact else 0
    result = YearResult.objects.filter(cluster_year=cluster_year, number=0).values_list("state", flat=True).first()
    members = {half: list(sat_in(cluster_year, half)) for half in (MID_YEAR, WHOLE_YEAR)}
    found = _sheets(cluster_year, members, on)
    return YearFacts(
        members=len(members[WHOLE_YEAR]),
        scheme=SchemeState(scheme) if scheme else None,
        pact=PactState(pact.state) if pact else None,
        signed=signed,
        mid_year=found[MID_YEAR],
        year=found[WHOLE_YEAR],
        scoring=RoundState(scoring.state) if scoring else None,
        finished_self=finished.count(ScoreKind.SELF),
        finished_cross=finished.count(ScoreKind.CROSS),
        result=ResultState(result) if result else None,
        closed=cluster_year.closed_on is not None,
    )


def _sheets(cluster_year, members: dict[int, list[Organisation]], on: date) -> dict[int, Sheets]:
    terms = {term.half: term for term in SheetTerm.objects.filter(cluster_year=cluster_year)}
    kept = FigureSheet.objects.filter(cluster_year=cluster_year, organisation__isnull=False)
    states = {(half, who): SheetState(state) for half, who, state in kept.values_list("half", "organisation", "state")}
    found = {}
    for half, sat in members.items():
        term = terms.get(half)
        late = [
            member.name
            for member in sat
            if term is not None
            and is_late(on, term.due_on)
            and states.get((half, member.pk), SheetState.DRAFT) in UNSENT
        ]
        stood = tuple(states.get((half, member.pk), SheetState.DRAFT) for member in sat)
        found[half] = Sheets(stood, term and term.due_on, tuple(late))
    return found
