"""What a person's mandates of a day reach: the ids an `Actor` is made of."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from clusters.membership.models.cluster import ClusterYear, Membership, Post, PostKind
from clusters.membership.models.heads import with_heads
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import ancestors
from clusters.people.models.mandate import Mandate
from emulation.core.actor import PROVINCIAL, Actor, Role


def actor_of(user, *, on: date) -> Actor:
    """Three queries for a province's person, one for anybody else; an inactive account has no scope."""
    if not user.is_active:
        return Actor.nobody()
    mandates = frozenset(
        (Role(role), organisation)
        for role, organisation in Mandate.objects.on(on).filter(user=user).values_list("role", "organisation_id")
    )
    roots = {organisation for role, organisation in mandates if role in PROVINCIAL}
    councils = {organisation for role, organisation in mandates if role is Role.COUNCIL_SECRETARY}
    if not roots and not councils:
        return Actor(user_id=user.pk, name=user.full_name, mandates=mandates)
    links = lineage()
    secretaried = ancestors(councils, links)
    if not roots:
        return Actor(user_id=user.pk, name=user.full_name, mandates=mandates, secretaried=secretaried)
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
        secretaried=secretaried,
    )


def cluster_years_of(own: frozenset[int], *, on: date) -> tuple[dict[int, int], frozenset[int], frozenset[int]]:
    """({years not closed that one of `own` heads on that day: which one}, years of clusters in which `own` sits, years
    of clusters that one of `own` keeps). Read in one row for each of `own`, however many years the country has."""
    years = ClusterYear.objects.order_by()
    has_headed = Post.objects.filter(kind=PostKind.HEAD, organisation=OuterRef(OuterRef("pk"))).values("cluster_year")
    headed = with_heads(years.filter(closed_on=None, pk__in=has_headed), on).filter(head_id=OuterRef("pk"))
    sits_in = Membership.objects.filter(organisation=OuterRef(OuterRef("pk"))).values("cluster")
    rows = (
        Organisation.objects.filter(pk__in=own)
        .order_by()
        .values_list(
            "pk",
            ArraySubquery(headed.values("pk")),
            ArraySubquery(years.filter(cluster__in=sits_in).values("pk")),
            ArraySubquery(years.filter(cluster__owner=OuterRef("pk")).values("pk")),
        )
    )
    heads: dict[int, int] = {}
    joined: set[int] = set()
    kept: set[int] = set()
    for organisation, headed_years, joined_years, kept_years in rows:
        heads |= dict.fromkeys(headed_years, organisation)
        joined |= set(joined_years)
        kept |= set(kept_years)
    return heads, frozenset(joined), frozenset(kept)
