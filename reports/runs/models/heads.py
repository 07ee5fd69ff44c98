"""Who makes the report of a cluster's year, and under whose seal it goes out."""

from django.db.models import Q, QuerySet

from clusters.membership.models.heads import head_on
from clusters.models import ClusterYear
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach

YEARS = Reach(cluster_years=("pk",))


def years_to_report(actor: Actor) -> QuerySet[ClusterYear]:
    """Those of which the person may make a report."""
    return ClusterYear.objects.filter(YEARS.seen_by(actor, {"report_draft": Q()}, deed="write"))


def head_of(cluster_year: ClusterYear, on):
    """The member that heads the cluster on the day of the report, and under whose seal it goes out; LookupError if
    none."""
    head = head_on(cluster_year, on)
    if head is None:
        raise LookupError("the cluster year has no head")
    return head
