"""What a person's mandates of a day reach: the ids an `Actor` is made of."""

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from clusters.models.cluster import ClusterYear, Membership, Post, PostKind
from clusters.models.mandate import Mandate
from clusters.models.organisation import Organisation, Succession
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


def lineage() -> list[Link]:
    return [Link(*row) for row in Succession.objects.values_list("predecessor_id", "successor_id", "day")]


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


def head_on(cluster_year, on) -> Organisation | None:
    """Who heads the cluster year on that day; nobody when the post was never recorded."""
    found = ClusterYear.objects.filter(pk=cluster_year.pk).values_list(_head_on(on), flat=True)
    return Organisation.objects.filter(pk__in=found).first()


def heads_on(cluster_year_ids, on) -> dict[int, int]:
    """{cluster year: its head's id on that day}; years whose head was never recorded are left out."""
    found = ClusterYear.objects.filter(pk__in=cluster_year_ids).values_list("pk", _head_on(on))
    return {pk: head for pk, head in found.order_by() if head is not None}


def _head_on(on):
    """Whose term as head began last, on that day or before it, whether or not it has run out; before the first term,
    who will hold that one. `docs/adr/0007-replaced-head.md` says why."""
    terms = Post.objects.filter(cluster_year=OuterRef("pk"), kind=PostKind.HEAD).values("organisation_id")
    begun = terms.exclude(during__startswith__gt=on).order_by("-during")
    return Coalesce(Subquery(begun[:1]), Subquery(terms.order_by("during")[:1]))
