"""The points that count, set by the head's office: line by line, or as computed; and the knock-outs that were found.

In the journal these deeds are the cluster owner's: a member's approver reads its own office's journal, and final points
are not the members' to read before they are frozen."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.rules.terms import KnockOutKind
from clusters.regulation.words import points_in_words
from clusters.scores.actions.scores import text_of
from clusters.scores.actions.scoring import locked_scoring, refuse_unless_in
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.finding import KnockOutFinding
from clusters.scores.models.score import LONGEST_NOTE, Score, ScoringRound
from clusters.scores.rules.entry import ScorePart, read_points
from clusters.scores.rules.final_points import concerns
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.words import trouble_in_words
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import REASON_TOO_LONG, fitting, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models.fields import longest
from emulation.core.text import squash


@transaction.atomic
def set_final(
    scoring: ScoringRound,
    *,
    criterion: Criterion,
    scored: Organisation,
    text: str,
    reason: str,
    seen: str,
    actor: Actor,
) -> Score:
    """Points other than the computed ones want a reason; an empty text takes the points away again. `seen`: the points
    that stood there when the person began."""
    scoring = _locked_final(scoring, actor)
    board = board_of(scoring, scores=Score.objects.all(), on=clock.today())
    if criterion.pk not in board.lines or scored.pk not in {member.pk for member in board.members}:
        raise Refusal(_("This line or member is not part of the scoring. Open the page again."))
    line, told = board.lines[criterion.pk], board.computed(criterion.pk, scored.pk).points
    entry = read_points(text, line, by_case=False)
    if entry.trouble:
        raise Refusal(trouble_in_words(entry.trouble, text, line), field="points")
    reason = fitting(reason, most=LONGEST_NOTE, field="reason", sentence=REASON_TOO_LONG)
    score = board.one(ScoreKind.FINAL, criterion.pk, scored.pk)
    before = text_of(score, ScorePart.POINTS)
    if score is None:
        score = Score(scoring=scoring, kind=ScoreKind.FINAL, criterion=criterion, scored=scored)
    if (score.points, score.reason) == (entry.points, reason):
        return score
    if before != squash(seen):
        raise Overtaken(
            _("Somebody else set these points in the meantime. Choose which of the two is to stand."), theirs=before
        )
    if entry.points is not None and entry.points != told and not reason:
        raise Refusal(
            _("These points are other than the computed ones (%(told)s). Give the reason for it.")
            % {"told": points_in_words(told)},
            field="reason",
        )
    stood = {"points": before, "reason": score.reason}
    score.points, score.reason = entry.points, reason
    score.save()
    record(
        actor,
        "clusters.set_final",
        score,
        before=stood,
        after={"points": text_of(score, ScorePart.POINTS), "reason": reason},
        why=reason,
        organisation_id=scoring.cluster_year.cluster.owner_id,
    )
    return score


@transaction.atomic
def accept_computed(scoring: ScoringRound, *, actor: Actor) -> int:
    """Sets every line that has no final points yet as computed, but those to be discussed; how many. One deed."""
    scoring = _locked_final(scoring, actor)
    board = board_of(scoring, scores=Score.objects.all(), on=clock.today())
    open_rows, wanted = {}, []
    for criterion, member in board.without_final():
        given = board.given(criterion.pk, member.pk)
        if concerns(board.lines[criterion.pk], given, spread_percent=board.scheme.spread_percent):
            continue
        row = board.one(ScoreKind.FINAL, criterion.pk, member.pk)
        points = board.computed(criterion.pk, member.pk).points
        if row is None:
            wanted.append(
                Score(scoring=scoring, kind=ScoreKind.FINAL, criterion=criterion, scored=member, points=points)
            )
        else:
            row.points, row.reason = points, ""
            open_rows[row.pk] = row
    if not (wanted or open_rows):
        raise Refusal(_("There is no line left to accept: the others have their points or are to be discussed."))
    Score.objects.bulk_create(wanted)
    Score.objects.bulk_update(open_rows.values(), ["points", "reason"])
    count = len(wanted) + len(open_rows)
    record(
        actor,
        "clusters.accept_computed",
        scoring,
        after={"lines": count, "members": len(board.members)},
        organisation_id=scoring.cluster_year.cluster.owner_id,
    )
    return count


@transaction.atomic
def find_knock_out(
    scoring: ScoringRound, *, knock_out: KnockOut, organisation: Organisation, why: str, actor: Actor
) -> KnockOutFinding:
    """Of a condition that people judge; the others are reckoned from what the system holds."""
    scoring = _locked_final(scoring, actor)
    why = fitting(why, most=longest(KnockOutFinding, "why"), field="why", sentence=REASON_TOO_LONG)
    if not why:
        raise Refusal(_("Say what was found, and by which paper."), field="why")
    if knock_out.scheme.cluster_year_id != scoring.cluster_year_id or knock_out.kind != KnockOutKind.JUDGED:
        raise Refusal(_("This condition is not one that the cluster judges in this year."), field="knock_out")
    if not sat_in(scoring.cluster_year, WHOLE_YEAR).filter(pk=organisation.pk).exists():
        raise Refusal(_("This organisation is not a member of the cluster in this year."), field="organisation")
    with refusing_conflicts():
        finding = KnockOutFinding.objects.create(
            scoring=scoring,
            knock_out=knock_out,
            organisation=organisation,
            why=why,
            found_by_name=actor.name,
            found_at=clock.now(),
        )
    record(
        actor,
        "clusters.find_knock_out",
        finding,
        after={"knock_out": knock_out.title},
        why=why,
        organisation_id=scoring.cluster_year.cluster.owner_id,
    )
    return finding


@transaction.atomic
def drop_finding(finding: KnockOutFinding, *, why: str, actor: Actor) -> None:
    """A finding that was a mistake, while final points are being set."""
    scoring = _locked_final(finding.scoring, actor)
    if not squash(why):
        raise Refusal(_("Say why the finding does not stand."), field="why")
    record(
        actor,
        "clusters.drop_finding",
        finding,
        before={"knock_out": finding.knock_out.title, "why": finding.why},
        why=squash(why),
        organisation_id=scoring.cluster_year.cluster.owner_id,
    )
    finding.delete()


def to_discuss(board: Board) -> list[tuple[int, int]]:
    """(line, member) of those in the tray."""
    return [
        (criterion, member.pk)
        for criterion, line in board.lines.items()
        for member in board.members
        if concerns(line, board.given(criterion, member.pk), spread_percent=board.scheme.spread_percent)
    ]


def _locked_final(scoring: ScoringRound, actor: Actor) -> ScoringRound:
    if not actor.may("write", scoring, subject="scores_panel"):
        raise Refusal(_("Final points are set by an officer of the head of the cluster."))
    scoring = locked_scoring(scoring)
    refuse_unless_in(scoring, ScoreKind.FINAL)
    return scoring
