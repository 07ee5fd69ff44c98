"""One line of the cluster's table: for each member what everybody gave, what it comes to, and the points that count."""

from dataclasses import dataclass
from hashlib import sha256

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.attachments.models import Paper
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.words import function_in_words, points_in_words
from clusters.scores.actions.final_points import set_final
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.evidence import papers_beside
from clusters.scores.models.score import Score, ScoringRound, sight_of
from clusters.scores.models.wording import ROUND_BADGES
from clusters.scores.rules.final_points import concerns, mean, spread
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.views.places import crumbs_inside_table, line_or_404, scoring_or_404
from clusters.scores.views.table import may_set
from clusters.scores.words import computed_in_words, concerns_in_words, points_for_input
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Overtaken, Refusal


@dataclass(frozen=True)
class Typed:
    """What a person sent and could not be kept, with the sentence why."""

    points: str
    reason: str
    refusal: str
    theirs: str | None = None


@dataclass(frozen=True)
class FinalRow:
    member: Organisation
    own: str
    own_reason: str
    mean: str
    spread: str
    cross: list[tuple[str, str]]
    appraisal: str
    computed: str
    why: str
    to_discuss: str
    papers: list[Paper]
    points: str
    shown: str
    reason: str
    seen: str
    typed: Typed | None


@door("scores")
@require_safe
def final_line(request, year_pk, line):
    scoring = scoring_or_404(request, year_pk)
    criterion = line_or_404(scoring, line)
    if not sight_of(request.actor, scoring).everything:
        return redirect("clusters:scoring-table", year_pk)
    return _page(request, scoring, criterion)


@door("scores_panel", "write")
@require_POST
def final_set(request, year_pk, line, pk):
    """One member's points; on to the page with what was typed where they are refused."""
    scoring = scoring_or_404(request, year_pk, "write", subject="scores_panel")
    criterion = line_or_404(scoring, line)
    member = get_object_or_404(sat_in(scoring.cluster_year, WHOLE_YEAR), pk=pk)
    text, reason = request.POST.get("points", ""), request.POST.get("reason", "")
    try:
        set_final(
            scoring,
            criterion=criterion,
            scored=member,
            text=text,
            reason=reason,
            seen=request.POST.get("seen", ""),
            actor=request.actor,
        )
    except Refusal as refusal:
        if not sight_of(request.actor, scoring).everything:
            messages.error(request, refusal.message)
            return redirect("clusters:scoring-table", year_pk)
        theirs = refusal.theirs if isinstance(refusal, Overtaken) else None
        typed = {member.pk: Typed(text, reason, str(refusal), theirs)}
        return _page(request, scoring, criterion, typed=typed, status=409)
    messages.success(request, _("The final points of %(member)s are set.") % {"member": member})
    return redirect(reverse("clusters:scoring-final-line", args=[year_pk, line]) + f"#don-vi-{member.pk}")


def _page(request, scoring: ScoringRound, criterion: Criterion, *, typed=None, status=200):
    board = board_of(scoring, scores=Score.objects.visible_to(request.actor, scoring), on=clock.today())
    lines = list(board.criteria.values())
    place = [one.pk for one in lines].index(criterion.pk)
    papers = papers_beside(scoring, criterion, [member.pk for member in board.members])
    told_who = request.actor.may("read", scoring, subject="scores_scorers")
    names = {member.pk: str(member) for member in board.members} if told_who else {}
    line = board.lines[criterion.pk]
    return render(
        request,
        "clusters/scores/final.html",
        {
            "scoring": scoring,
            "crumbs": crumbs_inside_table(scoring.cluster_year),
            "status": ROUND_BADGES[scoring.state],
            "criterion": criterion,
            "maximum": points_in_words(line.maximum),
            "way": function_in_words(line),
            "number": place + 1,
            "of": len(lines),
            "before": lines[place - 1] if place else None,
            "following": lines[place + 1] if place + 1 < len(lines) else None,
            "rows": [_row(board, criterion, member, papers, names, typed or {}) for member in board.members],
            "may_set": may_set(request, scoring),
        },
        status=status,
    )


def _row(board: Board, criterion: Criterion, member, papers, names, typed) -> FinalRow:
    line, given = board.lines[criterion.pk], board.given(criterion.pk, member.pk)
    told = board.computed(criterion.pk, member.pk)
    own = board.one(ScoreKind.SELF, criterion.pk, member.pk)
    final = board.one(ScoreKind.FINAL, criterion.pk, member.pk)
    sent = typed.get(member.pk)
    seen = points_for_input(final.points if final else None)
    reason = final.reason if final else ""
    return FinalRow(
        member,
        own=points_in_words(given.own),
        own_reason=own.reason if own else "",
        mean=points_in_words(mean(given.cross)),
        spread=points_in_words(spread(given.cross)),
        cross=_cross(board, criterion, member, names),
        appraisal=points_in_words(given.appraisal),
        computed=points_in_words(told.points),
        why=computed_in_words(told, given, line),
        to_discuss=concerns_in_words(concerns(line, given, spread_percent=board.scheme.spread_percent)),
        papers=papers[member.pk],
        points=sent.points if sent else seen,
        shown=points_in_words(final.points if final else None),
        reason=sent.reason if sent else reason,
        seen=sent.theirs if sent and sent.theirs is not None else seen,
        typed=sent,
    )


def _cross(board: Board, criterion: Criterion, member, names) -> list[tuple[str, str]]:
    """(who, points). Peers are told a number for each scorer, in an order that tells nothing of who it is."""
    rows = [one for one in board.of(ScoreKind.CROSS, criterion.pk, member.pk) if one.points is not None]
    seed = board.scoring.seed
    rows.sort(key=lambda one: sha256(f"{seed}/{member.pk}/{one.scorer_id}".encode()).hexdigest())
    return [
        (names.get(one.scorer_id) or _("Scorer %(number)s") % {"number": number}, points_in_words(one.points))
        for number, one in enumerate(rows, start=1)
    ]
