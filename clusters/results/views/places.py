"""Which result of a year a page speaks of, who works on it, and the pages above it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.places import crumbs_of_year
from clusters.results.models.result import YearResult
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def result_or_404(request, year_pk: int, number: int, deed: str = "read", *, subject: str = "") -> YearResult:
    """`subject`: the row of the table for a deed that the state does not decide."""
    visible = YearResult.objects.visible_to(request.actor)
    found = visible.select_related("cluster_year__cluster__owner", "changes", "conference")
    result = record_or_404(found, request.actor, deed, subject=subject, cluster_year_id=year_pk, number=number)
    speak_of(result.cluster_year.cluster)
    return result


def drafted_or_404(request, year_pk: int, number: int) -> YearResult:
    """For the head's officer only, whether or not it is still a draft."""
    return result_or_404(request, year_pk, number, "write", subject="result_draft")


def crumbs_of(cluster_year: ClusterYear, *, inside=True) -> list[Crumb]:
    found = crumbs_of_year(cluster_year)
    if inside:
        found.append(Crumb(_("Result of the year"), reverse("clusters:year-results", args=[cluster_year.pk])))
    return found
