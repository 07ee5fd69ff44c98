"""Under whose seal a report goes out."""

from clusters.membership.models.heads import head_on
from clusters.models import ClusterYear


def head_of(cluster_year: ClusterYear, on):
    """The member that heads the cluster on the day of the report, and under whose seal it goes out; LookupError if
    none."""
    head = head_on(cluster_year, on)
    if head is None:
        raise LookupError("the cluster year has no head")
    return head
