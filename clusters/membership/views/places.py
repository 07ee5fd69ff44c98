"""Which cluster year a page speaks of, and the pages above it; for others it is not there."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import ClusterYear
from emulation.core.actor import Actor


def concerns(actor: Actor, cluster_year_id: int) -> bool:
    """Its members, its head, who keeps it and the central board."""
    return actor.oversees(cluster_year_id) or cluster_year_id in actor.joined | actor.headed


def year_or_404(request, year_pk: int) -> ClusterYear:
    if not concerns(request.actor, year_pk):
        raise Http404
    return get_object_or_404(ClusterYear.objects.select_related("cluster"), pk=year_pk)


def crumbs_of_year(cluster_year: ClusterYear):
    """(label, url) of the pages above."""
    return [
        (cluster_year.cluster.name, cluster_year.cluster.get_absolute_url()),
        (_("Year %(year)s") % {"year": cluster_year.year}, cluster_year.get_absolute_url()),
    ]
