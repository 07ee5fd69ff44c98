"""A cluster's year: opened before it begins, closed when its review is over. The head's rights end with the closing."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import Cluster, ClusterYear
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term


@transaction.atomic
def open_cluster_year(cluster: Cluster, *, year: int, supervisor_office="", actor: Actor) -> ClusterYear:
    """A first year, or one after a gap; a year that follows another is opened as its copy."""
    require_administrator(actor, "cluster")
    cluster = locked_cluster(cluster)
    if not cluster.during.overlaps(Period.year(year)):
        raise Refusal(
            _("%(cluster)s exists %(term)s, not in %(year)s; choose a year of its life.")
            % {"cluster": cluster, "term": term(cluster.during), "year": year},
            field="year",
        )
    if set(cluster.years.filter(year__in=(year - 1, year)).values_list("year", flat=True)) == {year - 1}:
        raise Refusal(
            _("The cluster has the year %(before)s; open %(year)s on its page, as its copy.")
            % {"before": year - 1, "year": year},
            field="year",
        )
    opened = created_year(cluster, year, supervisor_office)
    record(
        actor,
        "clusters.open_cluster_year",
        opened,
        after={"year": year, "supervisor_office": supervisor_office},
        organisation_id=cluster.owner_id,
    )
    return opened


@transaction.atomic
def assign_supervisor(cluster_year: ClusterYear, *, office: str, why="", actor: Actor) -> ClusterYear:
    """The office of the Council member who directs the cluster; offices only, no person's name."""
    require_administrator(actor, "cluster")
    cluster_year = locked_open_year(cluster_year)
    before = cluster_year.supervisor_office
    if before == office:
        return cluster_year
    cluster_year.supervisor_office = office
    cluster_year.save(update_fields=["supervisor_office"])
    record(
        actor,
        "clusters.assign_supervisor",
        cluster_year,
        before={"supervisor_office": before},
        after={"supervisor_office": office},
        why=why,
        organisation_id=cluster_year.cluster.owner_id,
    )
    return cluster_year


def locked_cluster(cluster: Cluster) -> Cluster:
    """Who opens a year of it waits for others that do."""
    return Cluster.objects.select_for_update().get(pk=cluster.pk)


def created_year(cluster: Cluster, year: int, supervisor_office: str) -> ClusterYear:
    with refusing_conflicts():
        return ClusterYear.objects.create(cluster=cluster, year=year, supervisor_office=supervisor_office)


def locked_open_year(cluster_year: ClusterYear) -> ClusterYear:
    """Of the row itself only: the cluster stays free for others."""
    cluster_year = ClusterYear.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=cluster_year.pk)
    refuse_if_closed(cluster_year)
    return cluster_year


def refuse_if_closed(cluster_year: ClusterYear) -> None:
    if cluster_year.closed_on is not None:
        raise Refusal(
            _("%(year)s was closed on %(day)s; nothing of it changes any more.")
            % {"year": cluster_year, "day": format_date(cluster_year.closed_on)}
        )
