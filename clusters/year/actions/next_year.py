"""The next year of a cluster is opened as a copy of this one; members are not copied, for they are dated themselves."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.figures.models.dates import SheetTerm
from clusters.membership.actions.posts import appoint_post
from clusters.membership.actions.years import created_year, locked_cluster
from clusters.membership.models.cluster import ClusterYear, Post
from clusters.regulation.actions.origins import Origin, fill
from clusters.regulation.actions.schemes import SCHEME
from clusters.regulation.models.scheme import Scheme
from clusters.results.actions.freezing import source_of
from clusters.year.models.next_year import Copy, copy_of, year_after
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator
from emulation.core.actions.walk import keep_beginning
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term


@dataclass(frozen=True)
class NextYear:
    """What was opened with what. `unfit`: why somebody elected does not hold the post; a sentence each."""

    cluster_year: ClusterYear
    terms: int
    scheme: Scheme | None
    posts: tuple[Post, ...]
    unfit: tuple[str, ...]


@transaction.atomic
def open_next_year(cluster_year: ClusterYear, *, actor: Actor) -> NextYear:
    """With the office of the supervisor, the days for figures a year later, the adopted regulation as a draft, and the
    posts of those elected in the standing result. This year may be open or closed: nothing of it changes."""
    require_administrator(actor, "cluster")
    cluster = locked_cluster(cluster_year.cluster)
    year = cluster_year.year + 1
    if not cluster.during.overlaps(Period.year(year)):
        raise Refusal(
            _("%(cluster)s exists %(term)s, so it has no year %(year)s.")
            % {"cluster": cluster, "term": term(cluster.during), "year": year}
        )
    if year_after(cluster_year) is not None:
        raise Refusal(_("The year %(year)s of the cluster is already open. Go on there.") % {"year": year})
    copy = copy_of(cluster_year)
    coming = created_year(cluster, year, copy.supervisor_office)
    SheetTerm.objects.bulk_create(
        SheetTerm(cluster_year=coming, half=one.half, due_on=one.due_on, locks_on=one.locks_on) for one in copy.terms
    )
    scheme = fill(coming, Origin.LAST_YEAR) if copy.scheme else None
    if scheme is not None:
        keep_beginning(SCHEME, scheme, "begin", actor=actor)
    posts, unfit = _posts(copy, coming, actor)
    record(
        actor,
        "clusters.open_next_year",
        coming,
        after={
            "from_year": str(cluster_year.year),
            "supervisor_office": copy.supervisor_office,
            "figure_days": len(copy.terms),
            "regulation": str(scheme or ""),
            "holders": [str(post) for post in posts],
        },
        organisation_id=cluster.owner_id,
    )
    return NextYear(coming, len(copy.terms), scheme, tuple(posts), tuple(unfit))


def _posts(copy: Copy, coming: ClusterYear, actor: Actor) -> tuple[list[Post], list[str]]:
    """A member that leaves before the year is over cannot hold the post for the whole of it: it is recorded by hand."""
    posts: list[Post] = []
    unfit: list[str] = []
    source = source_of(copy.result) if copy.result else ""
    for one in copy.elected:
        try:
            posts.append(
                appoint_post(
                    coming,
                    kind=one.post,
                    organisation=one.organisation,
                    during=Period.year(coming.year),
                    source=source,
                    actor=actor,
                )
            )
        except Refusal as refusal:
            unfit.append(f"{one}: {refusal}")
    return posts, unfit
