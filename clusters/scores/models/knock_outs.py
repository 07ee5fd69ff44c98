"""Which knock-out conditions hold of which member, as found by the cluster or as the system holds them."""

from decimal import Decimal

from clusters.figures.models.figure import FigureSheet
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.pacts.models.pact import Pact, PactSignature
from clusters.pacts.rules.terms import PactState
from clusters.regulation.models.criterion import KnockOut
from clusters.regulation.rules.terms import KnockOutKind
from clusters.scores.models.board import Board
from clusters.scores.models.finding import KnockOutFinding
from clusters.scores.rules.knock_outs import Condition, Known, knocked_out
from clusters.scores.rules.terms import ScoreKind

Held = dict[int, list[tuple[KnockOut, KnockOutFinding | None]]]


def knock_outs_held(board: Board) -> Held:
    """{member: (condition, the finding where people judged it)}. Four queries, whatever the number of members."""
    listed = {one.pk: one for one in board.scheme.listed_knock_outs}
    conditions = [_condition(one) for one in listed.values()]
    findings = {
        (one.organisation_id, one.knock_out_id): one for one in KnockOutFinding.objects.filter(scoring=board.scoring)
    }
    year = board.scoring.cluster_year_id
    pact = Pact.objects.filter(cluster_year=year, number=0, state=PactState.IN_FORCE).first()
    signed = set()
    if pact is not None:
        signatures = PactSignature.objects.filter(pact=pact, round=pact.round)
        signed = set(signatures.values_list("organisation", flat=True))
    sheets = FigureSheet.objects.sent().of_half(year, WHOLE_YEAR)
    reported = set(sheets.values_list("organisation", flat=True))
    held: Held = {}
    for member in board.members:
        known = Known(
            found=frozenset(key for organisation, key in findings if organisation == member.pk),
            has_signed=None if pact is None else member.pk in signed,
            has_reported=member.pk in reported,
            points={line: board.points(ScoreKind.FINAL, line, member.pk) for line in board.lines},
        )
        held[member.pk] = [(listed[key], findings.get((member.pk, key))) for key in knocked_out(conditions, known)]
    return held


def _condition(one: KnockOut) -> Condition:
    maximum = one.criterion.maximum if one.criterion else Decimal(0)
    return Condition(one.pk, KnockOutKind(one.kind), one.criterion_id, maximum, one.share or 0)
