"""A cluster's year: opened before it begins, closed when its review is over. The head's rights end with the closing."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.actions.sentences import refusing_conflicts, require_administrator, require_reason
from clusters.models import Cluster, ClusterYear, FigureSheet
from clusters.wording import term
from emulation.core.actions.audit import record
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period


@transaction.atomic
def open_cluster_year(cluster: Cluster, *, year: int, supervisor_office="", actor) -> ClusterYear:
    require_administrator(actor)
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    if not cluster.during.overlaps(Period.year(year)):
        raise Refusal(
            _("%(cluster)s exists %(term)s, not in %(year)s; choose a year of its life.")
            % {"cluster": cluster, "term": term(cluster.during), "year": year},
            field="year",
        )
    with refusing_conflicts(ClusterYear):
        opened = ClusterYear.objects.create(cluster=cluster, year=year, supervisor_office=supervisor_office)
    record(
        actor,
        "clusters.open_cluster_year",
        opened,
        after={"year": year, "supervisor_office": supervisor_office},
        organisation_id=cluster.owner_id,
    )
    return opened


@transaction.atomic
def assign_supervisor(cluster_year: ClusterYear, *, office: str, why="", actor) -> ClusterYear:
    """The office of the Council member who directs the cluster; offices only, no person's name."""
    require_administrator(actor)
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


@transaction.atomic
def close_cluster_year(cluster_year: ClusterYear, *, on: date, why: str, actor) -> ClusterYear:
    require_administrator(actor)
    require_reason(why)
    cluster_year = locked_open_year(cluster_year)
    if on < date(cluster_year.year, 1, 1):
        raise Refusal(
            _("The year %(year)s has not begun on that day; close it on a later day.") % {"year": cluster_year.year},
            field="on",
        )
    # who writes in its sheets ends first
    list(FigureSheet.objects.select_for_update(of=("self",)).filter(cluster_year=cluster_year))
    cluster_year.closed_on = on
    cluster_year.save(update_fields=["closed_on"])
    record(
        actor,
        "clusters.close_cluster_year",
        cluster_year,
        before={"closed_on": None},
        after={"closed_on": on},
        why=why,
        organisation_id=cluster_year.cluster.owner_id,
    )
    return cluster_year


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
