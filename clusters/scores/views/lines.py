"""One page for each line, with the members to be scored in rows: by another member, or by who appraises."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.attachments.models import Paper
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.words import function_in_words, points_in_words, why_in_words
from clusters.scores.actions.scores import FROM_FIGURES, finish_scores, lines_of, scored_by
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.evidence import papers_beside
from clusters.scores.models.score import Score
from clusters.scores.models.wording import ROUND_BADGES
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.views.cells import ScoreAt, ScoreCell, cells_of, counted, save_cells, stuck_in
from clusters.scores.views.places import GivenPoints, crumbs_of, line_or_404, part_or_404, scoring_or_404
from clusters.scores.words import listed
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.deeds import refused_to


@dataclass(frozen=True)
class ScoredRow:
    """`own` and `others`: points that are shown only once one's own are done."""

    member: Organisation
    cells: dict[str, ScoreCell]
    value: str
    target: str
    computed: str
    why: str
    papers: list[Paper]
    own: str
    others: list[str]


@door("scores_own")
@require_safe
def cross(request, year_pk, pk, line=None):
    return _page(request, part_or_404(request, year_pk, ScoreKind.CROSS, pk), line)


@door("scores_own", "write")
@require_POST
def cross_save(request, year_pk, pk, line):
    part = part_or_404(request, year_pk, ScoreKind.CROSS, pk, "write")
    return _save(request, part, line)


@door("scores_own", "write")
@require_POST
def cross_finish(request, year_pk, pk):
    part = part_or_404(request, year_pk, ScoreKind.CROSS, pk, "write")
    return refused_to(
        request,
        lambda: finish_scores(part.scoring, ScoreKind.CROSS, organisation=part.scorer, actor=request.actor),
        done=_("Your cross scores are done; you see now what the members gave themselves."),
        back=reverse("clusters:scoring-cross", args=[year_pk, pk]),
    )


@door("scores_appraisal", "write")
@require_safe
def appraisal(request, year_pk, line=None):
    part = _appraised_by(request, year_pk)
    return _page(request, part, line) if part else _appraised_elsewhere(request, year_pk)


@door("scores_appraisal", "write")
@require_POST
def appraisal_save(request, year_pk, line):
    part = _appraised_by(request, year_pk)
    return _save(request, part, line) if part else _appraised_elsewhere(request, year_pk)


def _appraised_by(request, year_pk) -> GivenPoints | None:
    """None for the central board where the head's panel appraises; for other offices the page is not there."""
    part = GivenPoints(scoring_or_404(request, year_pk), ScoreKind.APPRAISAL, None, is_finished=False)
    if request.actor.may("write", part.record):
        return part
    if not request.actor.may("read", part.record):
        raise Http404
    return None


def _appraised_elsewhere(request, year_pk):
    messages.info(request, _("By the regulation the panel of the head of the cluster appraises."))
    return redirect("clusters:scoring", year_pk)


def _url(part: GivenPoints, line=None, *, save=False) -> str:
    name = f"clusters:scoring-{part.kind.value}" + ("" if line is None else "-save" if save else "-line")
    whose = [] if part.scorer is None else [part.scorer.pk]
    return reverse(name, args=[part.scoring.cluster_year_id, *whose, *([] if line is None else [line])])


def _save(request, part: GivenPoints, line_pk: int):
    """Cells of members that were not assigned are taken up as well, so that they are refused in a sentence."""
    criterion = line_or_404(part.scoring, line_pk)
    board = board_of(part.scoring, scores=Score.objects.none(), on=clock.today())
    targets = {member.pk: ScoreAt(criterion, member, str(member)) for member in board.members}
    scored = scored_by(board, part.kind, part.scorer and part.scorer.pk)
    following = _following(lines_of(board, part.kind), criterion)
    return save_cells(
        request,
        part,
        targets,
        page=lambda stuck: _page(request, part, line_pk, stuck=stuck, status=409),
        progress=lambda: counted(part, lines=len(lines_of(board, part.kind)), members=len(scored), kind=part.kind),
        done_url=_url(part, following.pk if following else line_pk),
    )


def _page(request, part: GivenPoints, line_pk: int | None, *, stuck=None, status=200):
    """Without a line: on to the first that still lacks points."""
    scorer = part.scorer and part.scorer.pk
    board = board_of(part.scoring, scores=Score.objects.visible_to(request.actor, part.scoring), on=clock.today())
    mine = board_of_own(board, part)
    lines, scored = lines_of(board, part.kind), scored_by(board, part.kind, scorer)
    context = {
        "part": part,
        "scoring": part.scoring,
        "is_cross": part.kind is ScoreKind.CROSS,
        "crumbs": crumbs_of(part.scoring.cluster_year),
        "status": ROUND_BADGES[part.scoring.state],
    }
    if part.is_ahead or not lines or not scored:
        return render(request, "clusters/scores/lines_none.html", context)
    lacking = {
        criterion.pk for criterion in lines if any(mine.get((criterion.pk, member.pk)) is None for member in scored)
    }
    if line_pk is None:
        first = next((one for one in lines if one.pk in lacking), lines[0])
        return redirect(_url(part, first.pk))
    criterion = next((one for one in lines if one.pk == line_pk), None)
    if criterion is None:
        raise Http404
    place = lines.index(criterion)
    following = _following(lines, criterion)
    may_write = part.is_open and request.actor.may("write", part.record)
    line = board.lines[criterion.pk]
    unscored = missing_points_of(mine, lines, scored)
    return render(
        request,
        "clusters/scores/line.html",
        context
        | {
            "criterion": criterion,
            "maximum": points_in_words(line.maximum),
            "way": function_in_words(line),
            "number": place + 1,
            "lines": [
                {
                    "criterion": one,
                    "number": position,
                    "url": _url(part, one.pk),
                    "is_here": one.pk == criterion.pk,
                    "is_done": one.pk not in lacking,
                }
                for position, one in enumerate(lines, start=1)
            ],
            "before_url": _url(part, lines[place - 1].pk) if place else "",
            "next_url": _url(part, following.pk) if following else "",
            "save_url": _url(part, criterion.pk, save=True),
            "rows": _rows(board, part, criterion, scored, stuck or {}),
            "may_write": may_write,
            "is_revealed": part.is_finished,
            "progress": {"given": len(lines) * len(scored) - len(unscored), "of": len(lines) * len(scored)},
            "unscored": listed(unscored) if unscored else "",
            "finish_url": (
                reverse("clusters:scoring-cross-finish", args=[part.scoring.cluster_year_id, scorer])
                if part.kind is ScoreKind.CROSS
                else ""
            ),
        },
        status=status,
    )


def _following(lines: list[Criterion], criterion: Criterion) -> Criterion | None:
    place = lines.index(criterion) if criterion in lines else len(lines)
    return lines[place + 1] if place + 1 < len(lines) else None


def board_of_own(board: Board, part: GivenPoints) -> dict:
    """{(line, member): points} that this scorer gave."""
    scorer = part.scorer and part.scorer.pk
    return {
        (criterion, scored): row.points
        for (kind, criterion, scored), rows in board.scores.items()
        if kind is part.kind
        for row in rows
        if row.scorer_id == scorer
    }


def missing_points_of(mine, lines, scored) -> list[str]:
    return [
        f"{criterion} ({member})"
        for criterion in lines
        for member in scored
        if mine.get((criterion.pk, member.pk)) is None
    ]


def _rows(board: Board, part: GivenPoints, criterion: Criterion, scored, stuck) -> list[ScoredRow]:
    papers = papers_beside(part.scoring, criterion, [member.pk for member in scored])
    line, scorer = board.lines[criterion.pk], part.scorer and part.scorer.pk
    rows = []
    for member in scored:
        known, found = board.results[member.pk][criterion.pk], board.reached(criterion.pk, member.pk)
        given = board.of(part.kind, criterion.pk, member.pk)
        mine = next((one for one in given if one.scorer_id == scorer), None)
        rows.append(
            ScoredRow(
                member,
                stuck_in(cells_of(mine, member.pk, str(member)), stuck),
                value=known.value.said if known.value else "",
                target=known.target.said if known.target else "",
                computed=points_in_words(found.points),
                why=why_in_words(found, line) if criterion.function in FROM_FIGURES else "",
                papers=papers[member.pk],
                own=points_in_words(board.points(ScoreKind.SELF, criterion.pk, member.pk)),
                others=[points_in_words(one.points) for one in given if one.scorer_id != scorer],
            )
        )
    return rows
