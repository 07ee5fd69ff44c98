"""The cluster's table of points: what everybody gave, what it comes to, and the points that count."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.organisations.models.names import told_apart
from clusters.regulation.models.criterion import KnockOut
from clusters.regulation.rules.terms import KnockOutKind
from clusters.regulation.words import points_in_words
from clusters.scores.actions.final_points import accept_computed, drop_finding, find_knock_out
from clusters.scores.forms import FindingForm
from clusters.scores.models.board import Board, board_of
from clusters.scores.models.finding import KnockOutFinding
from clusters.scores.models.knock_outs import knock_outs_held
from clusters.scores.models.score import Score, ScoringRound, sight_of
from clusters.scores.models.wording import ROUND_BADGES
from clusters.scores.rules.final_points import concerns
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.scores.views.places import crumbs_inside_table, crumbs_of, scoring_or_404
from clusters.scores.words import concerns_in_words
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted


def may_set(request, scoring: ScoringRound) -> bool:
    is_open = scoring.state == RoundState.FINAL and scoring.cluster_year.closed_on is None
    return is_open and request.actor.may("write", scoring, subject="scores_panel")


@door("scores")
@require_safe
def table(request, year_pk):
    """Empty for who does not see all points yet: the members until they are frozen, anybody before the final points."""
    scoring = scoring_or_404(request, year_pk)
    context = {
        "scoring": scoring,
        "crumbs": crumbs_of(scoring.cluster_year),
        "status": ROUND_BADGES[scoring.state],
    }
    if not sight_of(request.actor, scoring).everything:
        return render(request, "clusters/scores/table.html", context)
    board = board_of(scoring, scores=Score.objects.visible_to(request.actor, scoring), on=clock.today())
    cards = {member.pk: board.final_card(member.pk) for member in board.members}
    held = knock_outs_held(board)
    tray = _tray(board)
    names = told_apart(board.members)
    discussed = {(line.pk, member.pk) for line, member, _words in tray}
    return render(
        request,
        "clusters/scores/table.html",
        context
        | {
            "board": board,
            "members": [
                {
                    "member": names[member.pk],
                    "total": points_in_words(cards[member.pk].total),
                    "lacking": sum(board.points(ScoreKind.FINAL, line, member.pk) is None for line in board.lines),
                    "knock_outs": [{"condition": one, "finding": finding} for one, finding in held[member.pk]],
                }
                for member in board.members
            ],
            "groups": [_group(board, cards, group, discussed) for group in board.scheme.listed],
            "tray": tray,
            "may_set": may_set(request, scoring),
            "judged": any(one.kind == KnockOutKind.JUDGED for one in board.scheme.listed_knock_outs),
        },
    )


def _tray(board: Board):
    """(line, member, why) of what has to be discussed, whether or not final points are set."""
    found = []
    for criterion in board.criteria.values():
        for member in board.members:
            given = board.given(criterion.pk, member.pk)
            why = concerns(board.lines[criterion.pk], given, spread_percent=board.scheme.spread_percent)
            if why:
                found.append((criterion, member, concerns_in_words(why)))
    return found


def _group(board: Board, cards, group, tray) -> dict:
    return {
        "group": group,
        "maximum": points_in_words(group.maximum),
        "sums": [points_in_words(cards[member.pk].groups[group.pk]) for member in board.members],
        "lines": [
            {
                "criterion": line,
                "maximum": points_in_words(line.maximum),
                "cells": [_cell(board, line.pk, member, (line.pk, member.pk) in tray) for member in board.members],
            }
            for line in group.lines
        ],
    }


def _cell(board: Board, line: int, member, is_discussed: bool) -> dict:
    final = board.points(ScoreKind.FINAL, line, member.pk)
    return {
        "member": member,
        "is_set": final is not None,
        "points": points_in_words(board.computed(line, member.pk).points if final is None else final),
        "is_discussed": is_discussed,
    }


@door("scores_panel", "write")
@require_POST
def accept(request, year_pk):
    scoring = scoring_or_404(request, year_pk, "write", subject="scores_panel")
    try:
        number = accept_computed(scoring, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        said = ngettext("%(number)s line is set as computed.", "%(number)s lines are set as computed.", number)
        messages.success(request, said % {"number": number})
    return redirect("clusters:scoring-table", year_pk)


@door("scores_panel", "write")
def finding_add(request, year_pk):
    scoring = scoring_or_404(request, year_pk, "write", subject="scores_panel")
    back = reverse("clusters:scoring-table", args=[year_pk])
    conditions = KnockOut.objects.filter(scheme__cluster_year=year_pk, kind=KnockOutKind.JUDGED)
    members = sat_in(scoring.cluster_year, WHOLE_YEAR)
    return answer(
        request,
        FindingForm(posted(request), conditions=conditions, members=members),
        lambda said: find_knock_out(scoring, actor=request.actor, **said),
        title=_("Record a knock-out"),
        lead=_("Only what the cluster judges; the other conditions follow from what the system holds."),
        button=_("Record a knock-out"),
        done=_("The knock-out is recorded."),
        back=back,
        crumbs=crumbs_inside_table(scoring.cluster_year),
    )


@door("scores_panel", "write")
def finding_drop(request, year_pk, pk):
    scoring = scoring_or_404(request, year_pk, "write", subject="scores_panel")
    finding = get_object_or_404(
        KnockOutFinding.objects.select_related("organisation", "knock_out", "scoring__cluster_year"),
        pk=pk,
        scoring=scoring,
    )
    back = reverse("clusters:scoring-table", args=[year_pk])
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: drop_finding(finding, why=said["why"], actor=request.actor),
        title=_("Take back a knock-out"),
        lead=str(finding),
        button=_("Take back a knock-out"),
        done=_("The knock-out is taken back."),
        back=back,
        crumbs=crumbs_inside_table(scoring.cluster_year),
    )
