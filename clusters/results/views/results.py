"""The result of a cluster's year: its places, votes, proposals and elections, and the step that comes next."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.conferences.models.ballot import can_give_votes
from clusters.membership.models.heads import head_on
from clusters.membership.views.places import year_or_404
from clusters.organisations.models.names import told_apart
from clusters.regulation.models.award_wording import AWARDS
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.words import points_in_words
from clusters.results.actions.course import RESULT, case_of
from clusters.results.actions.freezing import elected_without_post, next_year_of
from clusters.results.models.board import (
    awards_of,
    bars,
    day_of,
    places_in_order,
    rules_of,
    share_of_leaders,
    voters_of,
)
from clusters.results.models.result import YearResult
from clusters.results.models.wording import RESULT_BADGES
from clusters.results.rules.flow import MENDED_BY_A_REASON, ResultHindrance
from clusters.results.rules.terms import ResultState
from clusters.results.views.places import crumbs_of, result_or_404
from clusters.results.words import bar_in_words, hindrance_in_words
from clusters.scores.models.score import ScoringRound
from clusters.scores.rules.terms import RoundState
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.numbers import format_decimal


@door("result")
@require_safe
def results(request, year_pk):
    """The draft on its way, for those who see it; else the result that stands; else why there is none."""
    cluster_year = year_or_404(request, year_pk, subject="result")
    visible = YearResult.objects.visible_to(request.actor).filter(cluster_year=cluster_year)
    found = visible.exclude(state=ResultState.WITHDRAWN).order_by("-number").first()
    if found is not None:
        return result(request, year_pk, found.number)
    is_scored = ScoringRound.objects.filter(cluster_year=cluster_year, state=RoundState.FROZEN).exists()
    return render(
        request,
        "clusters/results/none.html",
        {
            "cluster_year": cluster_year,
            "crumbs": crumbs_of(cluster_year, inside=False),
            "is_scored": is_scored,
            "may_draw_up": is_scored
            and cluster_year.closed_on is None
            and request.actor.may("write", cluster_year, subject="result_draft"),
        },
    )


@door("result")
@require_safe
def result(request, year_pk, number):
    found = result_or_404(request, year_pk, number)
    cluster_year, actor = found.cluster_year, request.actor
    scheme = Scheme.objects.get(cluster_year=cluster_year)
    places = list(found.places.select_related("organisation"))
    is_open = cluster_year.closed_on is None
    writes = is_open and actor.may("write", found, subject="result_draft")
    drafts = writes and found.is_draft
    versions = list(YearResult.objects.visible_to(actor).filter(cluster_year=cluster_year).order_by("number"))
    standing = next((one for one in reversed(versions) if one.is_frozen), None)
    rows = _rows(found, places, scheme, actor if found == standing else None)
    return render(
        request,
        "clusters/results/year_result.html",
        {
            "result": found,
            "cluster_year": cluster_year,
            "next_year": cluster_year.year + 1,
            "crumbs": crumbs_of(cluster_year, inside=False),
            "status": RESULT_BADGES[found.state],
            "rows": rows,
            "tie_rule": scheme.get_tie_rule_display(),
            "share": format_decimal(scheme.ballot_threshold.normalize() + 0),
            "share_of": scheme.get_ballot_base_display(),
            "opens_conference": found.conference is not None and actor.may("read", found.conference),
            "voters": voters_of(found, scheme),
            "acclaimed": next((place for place in places if place.is_acclaimed), None),
            "elections": found.elections.select_related("organisation"),
            "proposals": _proposals(found, rows),
            "drafts": drafts,
            "voted_at": can_give_votes(cluster_year) if drafts else [],
            **_proposable(found, places),
            "versions": versions if len(versions) > 1 else [],
            "replaced_by": standing if found.is_frozen and standing and standing.pk != found.pk else None,
            **(_next_steps(found, actor) if is_open and found.is_draft else {}),
            "may_change": writes and found == standing and not _drafted(versions),
            "installing": _installing(found, standing, actor),
            "steps": found.steps.all(),
        },
    )


def _rows(found: YearResult, places, scheme, nominates: Actor | None) -> list[dict]:
    """`nominates`: who may begin dossiers from it, where it is the result that counts."""
    order = places_in_order(places, scheme)
    head = head_on(found.cluster_year, clock.today())
    names = told_apart(place.organisation for place in places)
    return [
        {
            "place": place,
            "name": names[place.organisation_id],
            "points": points_in_words(place.points),
            "is_shared": order[place.organisation_id].is_shared,
            "is_open": order[place.organisation_id].is_open,
            "is_head": head is not None and head.pk == place.organisation_id,
            "may_nominate": nominates is not None
            and nominates.may("write", place.organisation, subject="nomination_draft"),
        }
        for place in places
    ]


def _proposals(found: YearResult, rows: list[dict]) -> list[dict]:
    """`place`: from which the person may begin the dossier of whom it proposes."""
    begins = {row["place"].organisation_id: row["place"].pk for row in rows if row["may_nominate"]}
    return [
        {"proposal": one, "place": begins.get(one.organisation_id)}
        for one in found.proposals.select_related("organisation")
    ]


def _proposable(found: YearResult, places) -> dict:
    """For each award: by which provision, who may be proposed, and of the others why not."""
    cluster = found.cluster_year.cluster
    rules, awards = rules_of(cluster, day_of(found, clock.today())), awards_of(cluster)
    barred = bars(places, awards, rules)
    shown = []
    for award in awards:
        why = [(place, barred[place.organisation_id, award]) for place in places]
        shown.append(
            {
                "award": AWARDS[award],
                "rule": rules.get(award),
                "may": [place.organisation for place, bar in why if bar is None],
                "may_not": [
                    (place.organisation, bar_in_words(bar, why=place.knocked_out)) for place, bar in why if bar
                ],
            }
        )
    return {"proposable": shown, "shares": share_of_leaders(found.cluster_year, rules)}


def _next_steps(found: YearResult, actor: Actor) -> dict:
    """`offers`: the person's steps by name. `freezing`: what hinders it, told to whoever waits for it too; `asks`: a
    word why would do."""
    case = case_of(found)
    hindrance = RESULT.flow.step("freeze").hindrance(case)
    return {
        "offers": {one.name: one for one in offers_of(RESULT, found, actor=actor, gathered=case)},
        "freezing": {
            "reason": hindrance_in_words(ResultHindrance(hindrance), case) if hindrance else "",
            "asks": hindrance in MENDED_BY_A_REASON,
        },
    }


def _drafted(versions) -> bool:
    return any(one.is_draft for one in versions)


def _installing(found: YearResult, standing, actor: Actor) -> dict | None:
    """For an administrator: the posts of the next year that those elected could take now, or why not yet."""
    if not actor.may("write", found, subject="post") or found != standing or not found.elections.exists():
        return None
    coming = next_year_of(found)
    if coming is None:
        reason = _("The year %(year)s of the cluster is not open yet. Open it first.")
        year = found.cluster_year
        opening = reverse("clusters:year-open-next", args=[year.cluster.code, year.year])
        return {"reason": reason % {"year": found.cluster_year.year + 1}, "url": opening}
    if coming.closed_on is not None:
        return None
    waiting = elected_without_post(found, coming)
    return {"waiting": waiting} if waiting else None
