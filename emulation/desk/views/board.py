"""The central board's part of the home page: what waits by province and award, what is late and with whom, the weeks,
the clusters of the year. As many questions however much there is."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from awards.models import Award
from awards.review.models.board import WaitingTable, glance_of, weeks_of
from awards.review.models.queue import Tray, desks_of
from awards.review.views.week_chart import sentence, week_chart
from clusters.models import ClusterLevel, ClusterYear
from clusters.year.models.glance import facts_of_years
from clusters.year.rules.cycle import Stage, StageProgress, next_stage, stages
from clusters.year.views.stages import TITLES, Squares
from emulation.core.actor import Actor

MOST_CLUSTERS = 24


@dataclass(frozen=True)
class Cell:
    """A number that leads to its dossiers; empty where there are none."""

    number: int
    url: str


@dataclass(frozen=True)
class ClusterShown:
    """`squares`: of `Squares`. `coming`: the stage that is not done yet."""

    year: ClusterYear
    squares: SafeString
    coming: str
    counted: str
    late: tuple[str, ...]


def board_of(actor: Actor, today: date) -> dict[str, Any] | None:
    """None for whoever judges nothing at the centre."""
    if not actor.is_central or not desks_of(actor):
        return None
    glance = glance_of(actor, today)
    table = glance.table
    weeks = weeks_of(actor, today)
    cell = partial(_cell, reverse("awards:review-queue"))
    return {
        "table": table,
        "headings": _headings(table, today),
        "rows": [
            {
                "province": province,
                "cells": [cell(waiting.by_award.get(award, 0), province.pk, award) for award in table.awards],
                "others": sum(number for award, number in waiting.by_award.items() if award not in table.awards),
                "late": cell(waiting.late, province.pk, tray=Tray.OVERDUE),
                "all": cell(waiting.number, province.pk),
            }
            for province, waiting in table.rows
        ],
        "foot": [cell(table.all.by_award[award], None, award) for award in table.awards],
        "foot_others": sum(number for award, number in table.all.by_award.items() if award not in table.awards),
        "foot_late": cell(table.all.late, tray=Tray.OVERDUE),
        "foot_all": cell(table.all.number),
        "late": glance.late,
        "weeks": weeks,
        "weeks_say": sentence(weeks),
        "chart": week_chart(weeks),
        **_clusters(actor, today),
    }


def _headings(table: WaitingTable, today: date) -> list[str]:
    named = dict(Award.objects.filter(pk__in=table.awards).named(on=today).values_list("pk", "printed_name"))
    return [named[award] for award in table.awards]


def _cell(
    queue: str, number: int, province: int | None = None, award: int | None = None, *, tray: Tray = Tray.WAITING
) -> Cell:
    asked = {"hop": tray.value, "don-vi": province, "danh-hieu": award}
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return Cell(number, f"{queue}?{query}")


def _clusters(actor: Actor, today: date) -> dict[str, Any]:
    """Those of the centre, late ones first. Before the first is opened in a year, those of the year before."""
    reached = ClusterYear.objects.reached_by(actor, "year_stages").filter(cluster__level=ClusterLevel.CENTRAL)
    reached = reached.filter(year__lte=today.year).select_related("cluster")
    last = reached.order_by("-year").values("year")[:1]
    years = list(reached.filter(year=last).order_by("cluster__position", "cluster"))
    facts = facts_of_years(years, today, with_members=False)
    found = [(one, stages(facts[one.pk])) for one in years]
    found.sort(key=lambda row: not any(stage.progress is StageProgress.LATE for stage in row[1]))
    squares = Squares(TITLES)
    return {
        "clusters": [_cluster(one, its_stages, squares) for one, its_stages in found[:MOST_CLUSTERS]],
        "clusters_more": max(len(found) - MOST_CLUSTERS, 0),
        "clusters_year": years[0].year if years else None,
        "stages": list(TITLES.values()),
    }


def _cluster(year: ClusterYear, found: tuple[Stage, ...], squares: Squares) -> ClusterShown:
    coming = None if year.closed_on else next_stage(found)
    late = tuple(name for stage in found if stage.progress is StageProgress.LATE for name in stage.late)
    return ClusterShown(
        year,
        squares.of(found),
        str(TITLES[coming.name]) if coming else _("Done"),
        f"{coming.done}/{coming.of}" if coming and coming.of else "",
        tuple(dict.fromkeys(late)),
    )
