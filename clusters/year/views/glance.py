"""The cluster's year at a glance: its stages in words, who is late, what comes next and for whom it waits."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from clusters.membership.models.cluster import ClusterYear
from clusters.year.models.glance import facts_of
from clusters.year.rules.cycle import Stage, YearFacts, next_stage, stages
from clusters.year.rules.parts import SCORES, awaited, stages_awaited
from clusters.year.views.matrix import matrix_of, next_deed
from clusters.year.views.stages import BADGES, COUNTS, NEXT, SHORT, TITLES, url_of, url_of_reminding
from emulation.core.actor import Actor
from emulation.core.badges import Badge
from emulation.core.dates import format_date


@dataclass(frozen=True)
class ShownStage:
    """`counted`: “3/5”, as `counted_in_words` says it; `due`: until when it is on time."""

    title: str
    url: str
    status: Badge
    counted: str
    counted_in_words: str
    due: str
    is_next: bool


def glance_of(cluster_year: ClusterYear, on: date, actor: Actor) -> dict[str, Any]:
    facts = facts_of(cluster_year, on)
    found = stages(facts)
    coming = None if cluster_year.closed_on else next_stage(found)
    words, url = next_deed(cluster_year, facts, coming, actor) if coming else ("", "")
    return {
        "stages": [_shown(cluster_year, stage, stage is coming) for stage in found],
        "late": [(TITLES[stage.name], stage.late) for stage in found if stage.late],
        "next": NEXT[coming.name] if coming else "",
        "deed": {"words": words, "url": url} if words else None,
        "awaited": [one.name for one in awaited(facts, coming.name)] if coming and coming.name not in SCORES else [],
        "remind": _reminding(cluster_year, facts, actor),
        "matrix": matrix_of(cluster_year, facts, actor),
    }


def _reminding(cluster_year: ClusterYear, facts: YearFacts, actor: Actor) -> list[dict[str, Any]]:
    """The stages of which this person can remind members now, and how many members of each."""
    if cluster_year.closed_on is not None or not actor.may("write", cluster_year, subject="year_reminder"):
        return []
    return [
        {"words": SHORT[stage], "members": len(members), "url": url_of_reminding(cluster_year, stage)}
        for stage, members in stages_awaited(facts, but=actor.own).items()
    ]


def _shown(cluster_year: ClusterYear, stage: Stage, is_next: bool) -> ShownStage:
    numbers = {"done": stage.done, "of": stage.of}
    return ShownStage(
        title=str(SHORT[stage.name]),
        url=url_of(cluster_year, stage.name),
        status=BADGES[stage.progress],
        counted=f"{stage.done}/{stage.of}" if stage.of else "",
        counted_in_words=COUNTS[stage.name] % numbers if stage.of else "",
        due=_("due on %(day)s") % {"day": format_date(stage.due_on)} if stage.due_on else "",
        is_next=is_next,
    )
