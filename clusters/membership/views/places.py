"""Which cluster year a page speaks of, and the pages above it; for others it is not there."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import Cluster, ClusterYear
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def year_or_404(request, year_pk: int, deed: str = "read", *, subject: str = "year_stages") -> ClusterYear:
    """`subject`: the row of the table that the page stands behind."""
    years = ClusterYear.objects.select_related("cluster")
    found = record_or_404(years, request.actor, deed, subject=subject, pk=year_pk)
    speak_of(found.cluster)
    return found


def cluster_or_404(visible: QuerySet, code: str) -> Cluster:
    found = get_object_or_404(visible, code=code)
    speak_of(found)
    return found


def crumbs_of_year(cluster_year: ClusterYear) -> list[Crumb]:
    return [
        Crumb(cluster_year.cluster.name, cluster_year.cluster.get_absolute_url()),
        Crumb(_("Year %(year)s") % {"year": cluster_year.year}, cluster_year.get_absolute_url()),
    ]
