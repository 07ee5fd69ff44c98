"""What a person's mandates of a day reach: the ids an `Actor` is made of."""

from django.db.models import Exists, OuterRef

from clusters.membership.models.cluster import ClusterYear, Membership
from clusters.membership.models.heads import _head_on
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import ancestors
from clusters.people.models.mandate import Mandate
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
    heads, joined, kept = cluster_years_of(own, on=on)
    return Actor(
        user.pk,
        user.full_name,
        mandates,
        own,
        entered,
        approved,
        headed=frozenset(heads),
        joined=joined,
        headed_entered=frozenset(year for year, head in heads.items() if head in entered),
        headed_approved=frozenset(year for year, head in heads.items() if head in approved),
        kept=kept,
    )


def cluster_years_of(own, *, on) -> tuple[dict[int, int], frozenset[int], frozenset[int]]:
    """({years not closed that one of `own` heads on that day: which one}, years of clusters in which `own` sits, years
    of clusters that one of `own` keeps)."""
    members = Membership.objects.filter(cluster=OuterRef("cluster"), organisation_id__in=own)
    rows = (
        ClusterYear.objects.annotate(head=_head_on(on), is_member=Exists(members))
        .values_list("pk", "closed_on", "head", "is_member", "cluster__owner")
        .order_by()
    )
    heads, joined, kept = {}, set(), set()
    for pk, closed_on, head, is_member, owner in rows:
        if head in own and closed_on is None:
            heads[pk] = head
        if is_member:
            joined.add(pk)
        if owner in own:
            kept.add(pk)
    return heads, frozenset(joined), frozenset(kept)
