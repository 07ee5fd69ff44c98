"""What a person's mandates of a day reach: the ids an `Actor` is made of."""

from django.db.models import Exists, OuterRef

from clusters.models.cluster import ClusterYear, Membership, Post, PostKind
from clusters.models.mandate import Mandate
from clusters.models.organisation import Succession
from clusters.rules.lineage import Link, ancestors
from emulation.core.actor import PROVINCIAL, Actor, Role


def actor_of(user, *, on) -> Actor:
    """Three queries for a province's person, one for anybody else; an inactive account has no scope."""
    if not user.is_active:
        return Actor.nobody()
    mandates = frozenset(
        (Role(role), organisation)
        for role, organisation in Mandate.objects.on(on).filter(user=user).values_list("role", "organisation_id")
    )
    roots = {organisation for role, organisation in mandates if role in PROVINCIAL}
    if not roots:
        return Actor(user_id=user.pk, name=user.full_name, mandates=mandates)
    links = lineage()
    own = ancestors(roots, links)
    entered, approved = (
        ancestors({organisation for held, organisation in mandates if held is role}, links)
        for role in (Role.OFFICER, Role.APPROVER)
    )
    headed, joined = cluster_years_of(own)
    return Actor(user.pk, user.full_name, mandates, own, entered, approved, headed, joined)


def lineage() -> list[Link]:
    return [Link(*row) for row in Succession.objects.values_list("predecessor_id", "successor_id", "day")]


def headed_as(actor: Actor, role: Role) -> frozenset[int]:
    """Cluster years headed by an organisation for which the person holds this very role: who is officer of the head
    and approver elsewhere approves nothing of the head's."""
    offices = {organisation for held, organisation in actor.mandates if held is role}
    if not offices:
        return frozenset()
    return cluster_years_of(ancestors(offices, lineage()))[0] & actor.headed


def cluster_years_of(own) -> tuple[frozenset[int], frozenset[int]]:
    """(years of which one of `own` is head and which are not closed, years of clusters in which `own` sits)."""
    heads = Post.objects.filter(cluster_year=OuterRef("pk"), kind=PostKind.HEAD, organisation_id__in=own)
    members = Membership.objects.filter(cluster=OuterRef("cluster"), organisation_id__in=own)
    rows = (
        ClusterYear.objects.annotate(is_head=Exists(heads), is_member=Exists(members))
        .values_list("pk", "closed_on", "is_head", "is_member")
        .order_by()
    )
    headed, joined = set(), set()
    for pk, closed_on, is_head, is_member in rows:
        if is_head and closed_on is None:
            headed.add(pk)
        if is_member:
            joined.add(pk)
    return frozenset(headed), frozenset(joined)
