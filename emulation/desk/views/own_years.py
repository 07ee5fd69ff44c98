"""Beside the duties: where the person's own clusters are this year, and what it was last at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.models import HonourBatch
from clusters.models import ClusterYear
from clusters.scores.rules.terms import RoundState
from clusters.year.models.glance import facts_of_years
from clusters.year.rules.cycle import StageName, YearFacts, next_stage, stages
from clusters.year.rules.parts import SCORES, awaited
from clusters.year.views.stages import COUNTS, SHORT, Squares
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.views.crumbs import Crumb
from reports.models import Report, ReportState

RECENT, LOOKED_AT = 5, 30
MOST_YEARS = 4


@dataclass(frozen=True)
class YearShown:
    """`squares`: of `Squares`; `coming`: the stage that is not done yet,
    `counted` how many members are; `awaited`: whom it waits for."""

    year: ClusterYear
    squares: SafeString
    coming: str
    counted: str
    awaited: tuple[str, ...]
    late: tuple[str, ...]


@dataclass(frozen=True)
class ReportsShown:
    """The newest of a period in its state, and those before it, which fold behind their number."""

    report: Report
    before: tuple[Report, ...]

    @property
    def number(self) -> int:
        return 1 + len(self.before)


@door("home")
@require_safe
def own_years(request):
    """A piece of the home page, or a page of its own."""
    actor, today = request.actor, clock.today()
    return render(
        request,
        "desk/_own_years.html" if request.htmx else "desk/own_years.html",
        {
            "years": [] if actor.is_central else years_of(actor, today),
            "batches": _batches(actor),
            "reads_signed": _reads_signed(actor),
            "reports": _reports(actor),
            "crumbs": [Crumb(_("My work"), "/")],
        },
    )


def years_of(actor: Actor, today: date) -> list[YearShown]:
    """As many questions whatever their number."""
    reached = ClusterYear.objects.reached_by(actor, "year_stages").filter(year=today.year)
    years = list(reached.select_related("cluster").order_by("cluster__position", "cluster")[:MOST_YEARS])
    if not years:
        return []
    facts = facts_of_years(years, today)
    squares = Squares(SHORT)
    return [_shown(one, facts[one.pk], actor, squares) for one in years]


def _shown(year: ClusterYear, facts: YearFacts, actor: Actor, squares: Squares) -> YearShown:
    found = stages(facts)
    coming = None if year.closed_on else next_stage(found)
    late = {name for stage in found for name in stage.late}
    waited_for = awaited(facts, coming.name) if coming and _tells(coming.name, facts, year, actor) else ()
    return YearShown(
        year,
        squares.of(found),
        str(SHORT[coming.name]) if coming else _("Done"),
        COUNTS[coming.name] % {"done": coming.done, "of": coming.of} if coming and coming.of else "",
        tuple(one.name for one in waited_for),
        tuple(one.name for one in facts.who if one.name in late),
    )


def _tells(stage: StageName, facts: YearFacts, year: ClusterYear, actor: Actor) -> bool:
    """Who has not scored is for those who may know it before the points are frozen."""
    return (
        stage not in SCORES or facts.scoring is RoundState.FROZEN or actor.may("read", year, subject="scores_unfrozen")
    )


def _batches(actor: Actor) -> Iterable[HonourBatch]:
    return HonourBatch.objects.visible_to(actor)[:RECENT] if actor.may_somewhere("read", "honour_batch") else ()


def _reads_signed(actor: Actor) -> bool:
    return actor.is_central or actor.is_report_reader


def _reports(actor: Actor) -> list[ReportsShown]:
    """What was signed lately, for whoever reads reports of others; else one's own newest, drafts of a period as one."""
    reports = Report.objects.visible_to(actor).with_subject().select_related("signed_paper")
    if _reads_signed(actor):
        reports = reports.filter(state=ReportState.SIGNED).order_by("-signed_at", "-pk")
    found: dict[tuple[str, str], list[Report]] = {}
    for one in reports[:LOOKED_AT]:
        found.setdefault((str(one), one.state), []).append(one)
    return [ReportsShown(alike[0], tuple(alike[1:])) for alike in list(found.values())[:RECENT]]
