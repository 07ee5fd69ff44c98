"""A cluster's results of several years side by side."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from clusters.models import Cluster, YearResult
from clusters.models.ranking_table import RankingCell, ranking_table
from clusters.result_words import fact_in_words
from clusters.scoring_words import points_in_words
from clusters.views.clusters import crumbs_of
from clusters.views.result_places import reads_ranking
from emulation.core import clock
from emulation.core.access import door


@door("result")
@require_safe
def ranking(request, code):
    cluster = get_object_or_404(Cluster.objects.visible_to(request.actor), code=code)
    if not reads_ranking(request.actor, cluster.years.values_list("pk", flat=True)):
        raise Http404
    visible = YearResult.objects.visible_to(request.actor)
    table = ranking_table(cluster, results=visible, on=clock.today())
    return render(
        request,
        "clusters/ranking.html",
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
