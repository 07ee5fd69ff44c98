"""A result of the year is frozen by the head's approver; a later act that is not wanted is withdrawn; those elected
take their posts once the next year is open."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.posts import appoint_post
from clusters.membership.models.cluster import ClusterYear, Post
from clusters.results.actions.course import RESULT
from clusters.results.models.result import YearElection, YearResult
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator
from emulation.core.actions.walk import walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.period import Period


def freeze_result(result: YearResult, *, office: str, why="", actor: Actor) -> YearResult:
    """`office` in which the approver freezes it; `why`: of what is left open, where something is."""
    return walk(RESULT, result, "freeze", actor=actor, why=why, office=office)


def withdraw_result(result: YearResult, *, why: str, actor: Actor) -> YearResult:
    """A later act that was begun by mistake; what it would have changed stands."""
    return walk(RESULT, result, "withdraw", actor=actor, why=why)


@transaction.atomic
def install_elected(result: YearResult, *, actor: Actor) -> list[Post]:
    """By an administrator, once the next year is open: those elected take their posts for the whole of it. Posts that
    somebody holds already are left as they are."""
    require_administrator(actor, "post")
    standing = YearResult.objects.standing().filter(pk=result.pk).first()
    if standing is None:
        raise Refusal(_("Only the newest frozen result says who was elected. Open it."))
    coming = next_year_of(result)
    if coming is None:
        raise Refusal(
            _("The year %(year)s of the cluster is not open yet. Open it first.")
            % {"year": result.cluster_year.year + 1}
        )
    wanted = elected_without_post(result, coming)
    if not wanted:
        raise Refusal(_("The posts of that year are held already, or nobody was elected."))
    posts = [
        appoint_post(
            coming,
            kind=one.post,
            organisation=one.organisation,
            during=Period.year(coming.year),
            source=source_of(result),
            actor=actor,
        )
        for one in wanted
    ]
    record(
        actor,
        "clusters.install_elected",
        coming,
        after={"holders": [str(post) for post in posts], "checksum": result.checksum},
        organisation_id=result.cluster_year.cluster.owner_id,
    )
    return posts


def source_of(result: YearResult) -> str:
    """By which paper those elected hold their posts."""
    said = _("Elected: %(result)s, %(minutes)s") % {"result": result, "minutes": result.minutes or result.conference}
    return said[: longest(Post, "source")]


def next_year_of(result: YearResult) -> ClusterYear | None:
    year = result.cluster_year
    return ClusterYear.objects.filter(cluster=year.cluster_id, year=year.year + 1).first()


def elected_without_post(result: YearResult, coming: ClusterYear) -> list[YearElection]:
    """Elected to posts that nobody holds in any part of that year."""
    held = set(coming.posts.values_list("kind", flat=True))
    return [one for one in result.elections.select_related("organisation") if one.post not in held]
