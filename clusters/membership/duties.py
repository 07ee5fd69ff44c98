"""What waits for an administrator: years to open, heads to record, clusters to enter. Each is about many at once."""

from collections.abc import Callable, Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.membership.models.cluster import Cluster, ClusterYear
from emulation.core.actor import Actor, Role
from emulation.core.duty import Duty, DutyKind

Years = dict[int, ClusterYear]
Said = Callable[[Years], Iterable[Duty]]
"""What a room says of some of the years that it has asked for: clusters and blocks have words of their own."""


def nothing_said(_some: Years) -> Iterable[Duty]:
    return ()


ADMINISTRATOR = frozenset({Role.SYSTEM_ADMINISTRATOR})


class MembershipDuty(DutyKind):
    OPEN_YEARS = "membership.open_years"
    RECORD_HEADS = "membership.record_heads"
    ENTER_CLUSTERS = "membership.enter_clusters"


def years_to_open(actor: Actor, on: date) -> Duty | None:
    waiting = Cluster.objects.on(on).exclude(years__year=on.year).count()
    if not waiting:
        return None
    return Duty(
        kind=MembershipDuty.OPEN_YEARS,
        title=ngettext(
            "Open the year %(year)s of %(number)s cluster",
            "Open the year %(year)s of %(number)s clusters",
            waiting,
        )
        % {"year": on.year, "number": waiting},
        url=reverse("clusters:clusters") + f"?nam={on.year}",
        why=_("Posts and reports of a cluster hang on its year."),
        organisation=actor.body_of(ADMINISTRATOR),
    )


def heads_to_record(actor: Actor, on: date) -> Duty | None:
    waiting = ClusterYear.objects.open().filter(year=on.year).without_head().count()
    if not waiting:
        return None
    return Duty(
        kind=MembershipDuty.RECORD_HEADS,
        title=ngettext(
            "Record the head of %(number)s cluster for %(year)s",
            "Record the heads of %(number)s clusters for %(year)s",
            waiting,
        )
        % {"year": on.year, "number": waiting},
        url=reverse("clusters:clusters") + f"?nam={on.year}",
        why=_("Without a head nobody can make the cluster's report."),
        organisation=actor.body_of(ADMINISTRATOR),
    )


def clusters_to_enter(actor: Actor, on: date) -> Duty | None:
    if Cluster.objects.on(on).exists():
        return None
    return Duty(
        kind=MembershipDuty.ENTER_CLUSTERS,
        title=_("Enter the clusters and their members"),
        url=reverse("clusters:clusters"),
        why=_("No cluster is recorded for today; take them from the Council's decision."),
        organisation=actor.body_of(ADMINISTRATOR),
    )
