"""A cluster's results of several years side by side."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from clusters.membership.models.cluster import Cluster
from clusters.membership.views.clusters import crumbs_of
from clusters.regulation.words import points_in_words
from clusters.results.models.ranking import RankingCell, ranking_table
from clusters.results.models.result import YearResult
from clusters.results.words import fact_in_words
from emulation.core import clock
from emulation.core.access import door
from emulation.core.block_words import speak_of
from emulation.core.views.records import record_or_404


@door("result")
@require_safe
def ranking(request, code):
    visible = Cluster.objects.visible_to(request.actor).prefetch_related("years")
    cluster = record_or_404(visible, request.actor, subject="result", code=code)
    speak_of(cluster)
    visible = YearResult.objects.visible_to(request.actor)
    table = ranking_table(cluster, results=visible, on=clock.today())
    return render(
        request,
        "clusters/results/ranking.html",
        {
            "cluster": cluster,
            "crumbs": crumbs_of(cluster),
            "results": table.results,
            "rows": [
                {"unit": row.unit, "cells": [[_shown(cell) for cell in held] for held in row.cells]}
                for row in table.rows
            ],
            "facts": [fact_in_words(fact, table.names) for fact in table.facts],
        },
    )


def _shown(cell: RankingCell) -> dict:
    return {
        "rank": cell.place.rank,
        "points": points_in_words(cell.place.points),
        "is_shared": cell.is_shared,
        "is_acclaimed": cell.place.is_acclaimed,
        "is_head": cell.is_head,
        "is_out": bool(cell.place.knocked_out),
        "was_called": cell.was_called,
    }
