"""A cluster's year: opened before it begins, closed when its review is over. The head's rights end with the closing."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.actions.sentences import refusing_conflicts, require_administrator
from clusters.closing_words import named
from clusters.models import Cluster, ClusterYear, FigureSheet
from clusters.models.year_closing import CLOSING, as_kept, closing_facts
from clusters.rules.year_closing import checklist, hindering, undone
from clusters.wording import term
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period


@transaction.atomic
def open_cluster_year(cluster: Cluster, *, year: int, supervisor_office="", actor) -> ClusterYear:
    """A first year, or one after a gap; a year that follows another is opened as its copy."""
    require_administrator(actor)
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
def close_cluster_year(cluster_year: ClusterYear, *, on: date, why: str = "", actor) -> ClusterYear:
    """For ever: there is no opening again. Refused while something moves; what is left undone wants a reason, and is
    kept with the closing."""
    require_administrator(actor)
    cluster_year = locked_open_year(cluster_year)
    if on < date(cluster_year.year, 1, 1):
        raise Refusal(
            _("The year %(year)s has not begun on that day; close it on a later day.") % {"year": cluster_year.year},
            field="on",
        )
    if on > clock.today():
        raise Refusal(_("%(day)s is still to come; close the year on that day.") % {"day": format_date(on)}, field="on")
    # who writes in its sheets ends first
    list(FigureSheet.objects.select_for_update(of=("self",)).filter(cluster_year=cluster_year))
    found = checklist(closing_facts(cluster_year))
    if moving := hindering(found):
        raise Refusal(named(moving[0], cluster_year))
    left = undone(found)
    if left and not why.strip():
        raise Refusal(_("Say why the year is closed with something left undone; the reason is kept."), field="why")
    cluster_year.closed_on = on
    cluster_year.save(update_fields=["closed_on"])
    record(
        actor,
        CLOSING,
        cluster_year,
        before={"closed_on": None},
        after={
            "closed_on": on,
            "left_undone": as_kept(left),
            "left_open": [named(one, cluster_year) for one in left],
        },
        why=why,
        organisation_id=cluster_year.cluster.owner_id,
    )
    return cluster_year


def locked_cluster(cluster: Cluster) -> Cluster:
    """Who opens a year of it waits for others that do."""
    return Cluster.objects.select_for_update().get(pk=cluster.pk)


def created_year(cluster: Cluster, year: int, supervisor_office: str) -> ClusterYear:
    with refusing_conflicts(ClusterYear):
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
