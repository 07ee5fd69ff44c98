"""Half-year figures seen from above: whose are due, who has sent, and what they make for the cluster."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from clusters.figures.forms.filters import PeriodFilterForm
from clusters.figures.models.dates import dates_of, dates_of_years
from clusters.figures.models.figure import SENT, WHOLE_CLUSTER, FigureSheet
from clusters.figures.models.punctuality import first_sent
from clusters.figures.models.review import waiting_sheets
from clusters.figures.models.table import MemberSheetState, figure_table, standings
from clusters.figures.models.wording import SHEET_BADGES
from clusters.figures.rules.terms import SheetState
from clusters.figures.views.acceptance import shown_waiting
from clusters.figures.views.dates import crumbs_of_figures, extensions_of
from clusters.figures.views.places import cluster_year_or_404
from clusters.figures.views.side_by_side import side_by_side
from clusters.figures.words.sheets import dates_in_words, rule_in_words
from clusters.indicators.rules.terms import Derivation
from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import SPANS, half_in_question, span
from clusters.membership.views.clusters import year_asked
from clusters.organisations.models.names import told_apart
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor


@door("figures")
@require_safe
def figures(request):
    """The half-year asked for by ?nam= and ?ky=; else the one whose figures are due."""
    year, half = half_asked(request)
    years = ClusterYear.objects.reached_by(request.actor, "figures").filter(year=year).select_related("cluster")
    years = sorted(years, key=lambda one: one.list_key)
    members, dates = standings(years, year, half), dates_of_years(years, half)
    rows = [_summed_up(request.actor, one, members[one.pk], dates[one.pk]) for one in years]
    return render(
        request,
        "clusters/figures/figures.html",
        {
            "rows": rows,
            "year": year,
            "half": half,
            "half_in_words": half_in_words(half, year),
            "form": PeriodFilterForm(year=year, half=half),
        },
    )


def half_asked(request) -> tuple[int, int]:
    year, half = half_in_question(clock.today())
    if request.GET.get("nam"):
        year = year_asked(request)
    asked = request.GET.get("ky", "")
    return year, int(asked) if asked in {str(one) for one in SPANS} else half


def _summed_up(actor: Actor, cluster_year: ClusterYear, members: list[MemberSheetState], dates) -> dict:
    """One cluster year in the list: how many members have sent, by when they are to, and the person's own sheets."""
    return {
        "cluster_year": cluster_year,
        "dates": rule_in_words(dates),
        "members": len(members),
        "accepted": sum(one.state is SheetState.ACCEPTED for one in members),
        "sent": sum(one.state in SENT for one in members),
        "own": [
            {"organisation": one.member, "whose": str(one.member.pk), "status": SHEET_BADGES[one.state]}
            for one in members
            if actor.may("read", one.member, subject="figures_draft")
        ],
    }


@door("figures")
@require_safe
def cluster_figures(request, year_pk, half):
    """Members side by side, with ?don-vi=hien-nay by the units of today. Everybody sees what was accepted; the head and
    the central board also what was sent."""
    cluster_year = cluster_year_or_404(request, year_pk, half)
    actor = request.actor
    looks_on = actor.may("read", cluster_year, subject="figures_submitted")
    table = figure_table(cluster_year, half, sheets=FigureSheet.objects.visible_to(actor).sent())
    states = dict(FigureSheet.objects.of_half(cluster_year, half).values_list("organisation", "state"))
    dates, sent, today = dates_of(cluster_year, half), first_sent(cluster_year, half), clock.today()
    accepts = actor.may("accept", cluster_year, subject="figures_submitted")
    waiting = waiting_sheets(cluster_year, half, dates=dates, sent=sent) if accepts else []
    whole = FigureSheet(cluster_year=cluster_year, half=half)
    names = told_apart(table.members)
    return render(
        request,
        "clusters/figures/cluster_figures.html",
        {
            "cluster_year": cluster_year,
            "crumbs": crumbs_of_figures(cluster_year, half)[:1],
            "half": half,
            "half_in_words": half_in_words(half, cluster_year.year),
            "table": table,
            "members": [
                {
                    "name": names[one.pk],
                    "status": SHEET_BADGES[states.get(one.pk, SheetState.DRAFT)],
                    "opens": one.pk in table.sheets or actor.may("read", one, subject="figures_draft"),
                    "whose": str(one.pk),
                    "dates": dates_in_words(
                        dates, one.pk, sent_on=sent.get(one.pk), is_sent=states.get(one.pk) in SENT, today=today
                    ),
                }
                for one in table.members
            ],
            "side": side_by_side(
                table,
                asked=request.GET.get("don-vi", ""),
                on=today,
                since=span(cluster_year.year, half).start,
            ),
            "shows_states": looks_on,
            "rule": rule_in_words(dates),
            "has_term": dates.term is not None,
            "sets_days": actor.may("write", cluster_year, subject="sheet_dates"),
            "waiting": shown_waiting(waiting) if waiting else None,
            "extensions": extensions_of(cluster_year, half) if looks_on and dates.term else [],
            "whole": {
                "whose": WHOLE_CLUSTER,
                "may_enter": actor.may("write", whole),
                "opens": actor.may("read", whole) or None in table.sheets,
                "status": SHEET_BADGES[states.get(None, SheetState.DRAFT)],
                "is_asked": any(row.indicator.derivation == Derivation.BY_HEAD for row in table.rows),
            },
        },
    )
