"""What the closing of a cluster's year meets, and what was kept of one."""

from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from clusters.figures.models.figure import FigureSheet
from clusters.figures.rules.terms import SheetState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.pacts.models.pact import Pact
from clusters.pacts.rules.terms import PactState
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import SchemeState
from clusters.results.models.result import YearElection, YearResult
from clusters.results.rules.terms import ResultState
from clusters.scores.models.score import ScoringRound
from clusters.scores.rules.terms import RoundState
from clusters.year.rules.closing import ClosingFacts, Finding, Loose, Matter, SpanFacts
from emulation.core.models import AuditEntry
from emulation.core.signed_reports import signed_halves
from emulation.core.text import sort_key

UNDERWAY = (SheetState.SUBMITTED, SheetState.APPROVED)
CLOSING = "clusters.close_cluster_year"


def closing_facts(cluster_year: ClusterYear) -> ClosingFacts:
    """In fifteen queries at most, whatever the number of members."""
    scheme = Scheme.objects.filter(cluster_year=cluster_year).values_list("state", flat=True).first()
    scoring = ScoringRound.objects.filter(cluster_year=cluster_year).values_list("state", flat=True).first()
    pacts = Pact.objects.of_year(cluster_year).order_by("number").values_list("state", flat=True)
    results = set(YearResult.objects.filter(cluster_year=cluster_year).values_list("state", flat=True))
    sheets = list(FigureSheet.objects.filter(cluster_year=cluster_year).select_related("organisation"))
    conferences = list(Conference.objects.of_year(cluster_year).select_related("cluster_year"))
    return ClosingFacts(
        scheme=SchemeState(scheme) if scheme else None,
        pacts=tuple(map(PactState, pacts)),
        mid_year=_span(cluster_year, 1, sheets),
        second_half=_span(cluster_year, 2, sheets),
        year=_span(cluster_year, WHOLE_YEAR, sheets),
        scoring=RoundState(scoring) if scoring else None,
        has_result=ResultState.FROZEN in results,
        result_drafted=ResultState.DRAFT in results,
        elected=_elected(cluster_year),
        open_conferences=tuple(str(one) for one in conferences if one.state == ConferenceState.OPEN),
        planned_conferences=tuple(
            str(one)
            for one in conferences
            if one.state == ConferenceState.PLANNED and one.cluster_year_id == cluster_year.pk
        ),
        has_conferences=bool(conferences),
        signed_reports=signed_halves(cluster_year.pk),
    )


def _span(cluster_year: ClusterYear, half: int, sheets: list[FigureSheet]) -> SpanFacts:
    """What the head sends for the whole cluster bears the cluster's name."""
    of_span = [one for one in sheets if one.half == half]
    accepted = {one.organisation_id for one in of_span if one.state == SheetState.ACCEPTED}
    sent = [one.organisation or cluster_year.cluster for one in of_span if one.state in UNDERWAY]
    missing = [one for one in sat_in(cluster_year, half) if one.pk not in accepted]
    return SpanFacts(sent=tuple(sorted(map(str, sent), key=sort_key)), missing=tuple(map(str, missing)))


def _elected(cluster_year: ClusterYear) -> tuple[str, ...]:
    """Of those elected in the standing result, whose post nobody holds in the next year, which is open."""
    coming = ClusterYear.objects.open().filter(cluster=cluster_year.cluster_id, year=cluster_year.year + 1).first()
    if coming is None:
        return ()
    elections = YearElection.objects.filter(result__in=YearResult.objects.standing().filter(cluster_year=cluster_year))
    waiting = elections.exclude(post__in=coming.posts.values("kind")).select_related("organisation")
    return tuple(str(one) for one in waiting)


def as_kept(found) -> list[dict]:
    """Findings as the journal keeps them."""
    return [
        {"matter": one.matter, "loose": one.loose, "names": list(one.names), "halves": list(one.halves)}
        for one in found
    ]


def left_undone(cluster_year: ClusterYear) -> tuple[tuple[Finding, ...], str]:
    """(what was kept with the closing, its reason); nothing where the journal holds no closing of the year."""
    entries = AuditEntry.objects.filter(subject_kind=ClusterYear._meta.label_lower, subject_id=str(cluster_year.pk))
    entry = entries.filter(verb=CLOSING).first()
    if entry is None:
        return (), ""
    kept = (entry.after or {}).get("left_undone", ())
    return (
        tuple(
            Finding(Matter(one["matter"]), Loose(one["loose"]), tuple(one["names"]), tuple(one["halves"]))
            for one in kept
        ),
        entry.why,
    )
