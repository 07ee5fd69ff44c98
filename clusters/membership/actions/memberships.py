"""Who sits in a cluster, from when to when. Nothing is deleted: a wrong entry is corrected with its reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.objections import refuse
from clusters.membership.models.cluster import Cluster, Membership, Post
from clusters.membership.rules.membership import Sitting, objection_to_change, objection_to_membership
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, period_of, refusing_conflicts, require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term


@transaction.atomic
def add_member(
    cluster: Cluster, *, organisation: Organisation, during: Period, source="", verified=True, actor: Actor
) -> Membership:
    require_administrator(actor, "cluster")
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    _refuse_unfit(cluster, organisation, during)
    with refusing_conflicts():
        membership = Membership.objects.create(
            cluster=cluster,
            owner_id=cluster.owner_id,
            organisation=organisation,
            during=during,
            source=source,
            verified=verified,
        )
    record(
        actor,
        "clusters.add_member",
        membership,
        after={"cluster": str(cluster), **dates(during), "source": source, "verified": verified},
    )
    return membership


def end_membership(membership: Membership, *, last_day: date, why: str, actor: Actor) -> Membership:
    """`last_day` still counts."""
    require_administrator(actor, "cluster")
    with transaction.atomic():
        membership = _locked(membership)
        during = period_of(membership.during.start, last_day)
        if not membership.during.covers(during):
            raise Refusal(
                _("This membership runs %(term)s; to make it longer, correct its period instead.")
                % {"term": term(membership.during)},
                field="last_day",
            )
        return _rewrite(membership, "clusters.end_membership", why=why, actor=actor, during=during)


def correct_membership_period(
    membership: Membership, *, during: Period, source: str, verified: bool, why: str, actor: Actor
) -> Membership:
    require_administrator(actor, "cluster")
    with transaction.atomic():
        membership = _locked(membership)
        return _rewrite(
            membership,
            "clusters.correct_membership_period",
            why=why,
            actor=actor,
            during=during,
            source=source,
            verified=verified,
        )


def _locked(membership: Membership) -> Membership:
    """The unit's row is the lock of all its memberships and posts, the cluster's of the life they must lie within."""
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    Cluster.objects.select_for_update().get(pk=membership.cluster_id)
    return Membership.objects.select_related("cluster", "organisation").get(pk=membership.pk)


def _rewrite(membership: Membership, verb: str, *, why: str, actor: Actor, **values) -> Membership:
    require_reason(why)
    _refuse_unfit(membership.cluster, membership.organisation, values["during"], itself=membership)
    _refuse_orphaned_posts(membership, values["during"])
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    for name, value in values.items():
        old = getattr(membership, name)
        if old != value:
            before |= dates(old) if name == "during" else {name: old}
            after |= dates(value) if name == "during" else {name: value}
            setattr(membership, name, value)
    if not after:
        return membership
    with refusing_conflicts():
        membership.save(update_fields=list(values))
    record(actor, verb, membership, before=before, after=after, why=why)
    return membership


def _refuse_unfit(cluster, organisation, during, *, itself=None):
    elsewhere = (
        Membership.objects.filter(owner_id=cluster.owner_id, organisation=organisation)
        .exclude(pk=itself.pk if itself else None)
        .select_related("cluster")
    )
    objection = objection_to_membership(
        during,
        life=organisation.during,
        cluster_life=cluster.during,
        elsewhere=[Sitting(other.cluster.name, other.during) for other in elsewhere],
    )
    refuse(objection, unit=organisation, cluster=cluster)


def _refuse_orphaned_posts(membership, during):
    others = Membership.objects.filter(cluster=membership.cluster, organisation=membership.organisation).exclude(
        pk=membership.pk
    )
    posts = Post.objects.filter(
        cluster_year__cluster=membership.cluster, organisation=membership.organisation
    ).select_related("cluster_year")
    objection = objection_to_change(
        [during, *(other.during for other in others)],
        [Sitting(f"{post.get_kind_display()} {post.cluster_year.year}", post.during) for post in posts],
    )
    refuse(objection, unit=membership.organisation, cluster=membership.cluster)
