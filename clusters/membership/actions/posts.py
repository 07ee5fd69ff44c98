"""Head, deputy and hosts of a cluster's year."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.objections import refuse
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear, Membership, Post
from clusters.membership.rules.membership import Sitting, objection_to_post
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, period_of, refusing_conflicts, require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term


@transaction.atomic
def appoint_post(
    cluster_year: ClusterYear, *, kind: str, organisation: Organisation, during: Period, source="", actor: Actor
) -> Post:
    require_administrator(actor, "post")
    cluster_year = locked_open_year(cluster_year)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    _refuse_unfit(cluster_year, kind, organisation, during)
    with refusing_conflicts():
        post = Post.objects.create(
            cluster_year=cluster_year, kind=kind, organisation=organisation, during=during, source=source
        )
    record(
        actor,
        "clusters.appoint_post",
        post,
        after={"cluster_year": str(cluster_year), "kind": kind, **dates(during), "source": source},
    )
    return post


@transaction.atomic
def end_post(post: Post, *, last_day: date, why: str, actor: Actor) -> Post:
    """`last_day` still counts."""
    require_administrator(actor, "post")
    require_reason(why)
    cluster_year = locked_open_year(post.cluster_year)
    post = Post.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=post.pk)
    during = period_of(post.during.start, last_day)
    if not post.during.covers(during):
        raise Refusal(
            _("This post is held %(term)s; to make the term longer, correct it instead.") % {"term": term(post.during)},
            field="last_day",
        )
    _refuse_unfit(cluster_year, post.kind, post.organisation, during, itself=post)
    before, post.during = post.during, during
    post.save(update_fields=["during"])
    record(actor, "clusters.end_post", post, before=dates(before), after=dates(during), why=why)
    return post


@transaction.atomic
def correct_post(
    post: Post, *, organisation: Organisation, during: Period, source: str, why: str, actor: Actor
) -> Post:
    """For an entry that was wrong from the start; a real change of holder is an ending and an appointment."""
    require_administrator(actor, "post")
    require_reason(why)
    cluster_year = locked_open_year(post.cluster_year)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    post = Post.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=post.pk)
    _refuse_unfit(cluster_year, post.kind, organisation, during, itself=post)
    before = {"organisation": str(post.organisation), **dates(post.during), "source": post.source}
    after = {"organisation": str(organisation), **dates(during), "source": source}
    if before == after:
        return post
    post.organisation, post.during, post.source = organisation, during, source
    with refusing_conflicts():
        post.save(update_fields=["organisation", "during", "source"])
    record(actor, "clusters.correct_post", post, before=before, after=after, why=why)
    return post


def _refuse_unfit(cluster_year, kind, organisation, during, *, itself=None):
    memberships = Membership.objects.in_cluster(cluster_year.cluster).of_organisations([organisation.pk])
    holders = (
        Post.objects.filter(cluster_year=cluster_year, kind=kind)
        .exclude(pk=itself.pk if itself else None)
        .select_related("organisation")
    )
    objection = objection_to_post(
        during,
        year=cluster_year.year,
        life=organisation.during,
        cluster_life=cluster_year.cluster.during,
        memberships=[membership.during for membership in memberships],
        holders=[Sitting(str(holder.organisation), holder.during) for holder in holders],
    )
    refuse(objection, unit=organisation, cluster=cluster_year.cluster, year=cluster_year.year)
