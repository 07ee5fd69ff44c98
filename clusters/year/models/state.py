"""A cluster's year as it is held against the one before."""

from datetime import date, timedelta

from clusters.figures.models.dates import SheetTerm
from clusters.membership.models.cluster import ClusterYear, Membership, Post, PostKind
from clusters.pacts.models.pact import Pact, PactCommitment, PactTarget
from clusters.year.rules.differences import SpanDates, YearState
from emulation.core.actor import Actor

ELECTED = (PostKind.HEAD, PostKind.DEPUTY)
ONE_DAY = timedelta(days=1)


def state_of(cluster_year: ClusterYear, actor: Actor) -> YearState:
    """As `actor` may read it: the pact is told of only where it is visible. Six queries."""
    day = last_day_of(cluster_year)
    sitting = Membership.objects.in_cluster(cluster_year.cluster_id).on(day)
    posts: dict[str, tuple[int, ...]] = {}
    for kind, holder in (
        Post.objects.filter(cluster_year=cluster_year, kind__in=ELECTED).ranked().values_list("kind", "organisation")
    ):
        posts[kind] = (*posts.get(kind, ()), holder)
    pacts = Pact.objects.visible_to(actor).of_year(cluster_year).in_force()
    has_pact = pacts.filter(number=0).exists()
    return YearState(
        year=cluster_year.year,
        day=day,
        members=frozenset(sitting.values_list("organisation", flat=True)),
        posts=posts,
        supervisor=cluster_year.supervisor_office,
        dates={
            one.half: SpanDates(one.due_on, one.locks_on)
            for one in SheetTerm.objects.filter(cluster_year=cluster_year).order_by("due_on", "half")
        },
        commitments=PactCommitment.objects.filter(pact__in=pacts).count() if has_pact else None,
        targets=PactTarget.objects.standing(cluster_year).count() if has_pact else None,
    )


def last_day_of(cluster_year: ClusterYear) -> date:
    """On which its members are counted: the last of the year, or of the cluster where that ends within the year."""
    end = date(cluster_year.year + 1, 1, 1)
    ends = cluster_year.cluster.during.end
    return (end if ends is None else min(end, ends)) - ONE_DAY
