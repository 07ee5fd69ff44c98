"""Which year's result a page speaks of, who works on it, and the pages above it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.places import concerns, crumbs_of_year
from clusters.results.models.result import YearResult
from clusters.results.rules.terms import ResultState

TONES = {
    ResultState.DRAFT: ("warning", "edit"),
    ResultState.FROZEN: ("good", "check"),
    ResultState.WITHDRAWN: ("", "error"),
}


def year_of_result_or_404(request, year_pk: int) -> ClusterYear:
    actor = request.actor
    if not (concerns(actor, year_pk) or actor.is_report_reader or actor.is_administrator):
        raise Http404
    return get_object_or_404(ClusterYear.objects.select_related("cluster__owner"), pk=year_pk)


def result_or_404(request, year_pk: int, number: int) -> YearResult:
    visible = YearResult.objects.visible_to(request.actor)
    return get_object_or_404(
        visible.select_related("cluster_year__cluster__owner", "changes", "conference"),
        cluster_year_id=year_pk,
        number=number,
    )


def drafted_or_404(request, year_pk: int, number: int) -> YearResult:
    """For the head's officer only, whether or not it is still a draft."""
    if year_pk not in request.actor.headed_entered:
        raise Http404
    return result_or_404(request, year_pk, number)


def status_of(result: YearResult) -> dict:
    tone, icon = TONES[ResultState(result.state)]
    return {"tone": tone, "icon": icon, "word": result.get_state_display()}


def crumbs_of(cluster_year: ClusterYear, *, inside=True):
    found = crumbs_of_year(cluster_year)
    if inside:
        found.append((_("Result of the year"), reverse("clusters:year-results", args=[cluster_year.pk])))
    return found
