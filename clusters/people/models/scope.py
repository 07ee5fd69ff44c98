"""What a person's mandates of a day reach: the ids an `Actor` is made of."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef

from clusters.membership.models.cluster import ClusterYear, Membership, Post, PostKind
from clusters.membership.models.heads import with_heads
from clusters.organisations.models.lineage import LINEAGE, lineage
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import ancestors
from clusters.people.models.mandate import Mandate
from emulation.core.actor import CENTRAL, PROVINCIAL, Actor, Role

MANDATES = "mandates"
THE_DAY = date.min  # stands in a composed statement for the day asked about


def actor_of(user, *, on: date) -> Actor:
    """Three queries for a province's person, one for anybody else; an inactive account has no scope."""
    if not user.is_active:
        return Actor.nobody()
    held = mandates_of(user, on=on)
    mandates = frozenset((Role(one.role), one.organisation_id) for one in held)
    asked: dict[str, Any] = {MANDATES: held}
    roots = {organisation for role, organisation in mandates if role in PROVINCIAL}
    councils = {organisation for role, organisation in mandates if role is Role.COUNCIL_SECRETARY}
    if not roots and not councils:
        return Actor(user_id=user.pk, name=user.full_name, mandates=mandates, _asked=asked)
    links = asked[LINEAGE] = lineage()
    secretaried = ancestors(councils, links)
    if not roots:
        return Actor(user_id=user.pk, name=user.full_name, mandates=mandates, secretaried=secretaried, _asked=asked)
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
        _asked=asked,
    )


def mandates_of(user, *, on: date) -> list[Mandate]:
    """With their organisations. One query."""
    return list(Mandate.objects.on(on).filter(user=user).select_related("organisation").order_by("pk"))


def roles_in_words(actor: Actor, user, *, on: date) -> list[str]:
    """As `actor_of` read them on that day."""
    held = actor.once(MANDATES, lambda: mandates_of(user, on=on))
    return [f"{one.get_role_display()} – {one.organisation}" for one in held]


def works_in(actor: Actor, kinds: Collection[str], *, on: date) -> bool:
    """Whether the person looks into dossiers, or decides on them, for a body of one of the kinds."""
    held = actor.once(MANDATES, lambda: mandates_of(actor.user_id, on=on))
    return any(one.role in PROVINCIAL | CENTRAL and one.organisation.kind in kinds for one in held)


def cluster_years_of(own: frozenset[int], *, on: date) -> tuple[dict[int, int], frozenset[int], frozenset[int]]:
    """({years not closed that one of `own` heads on that day: which one}, years of clusters in which `own` sits, years
    of clusters that one of `own` keeps). Read in one row for each of `own`, however many years the country has."""
    bodies = sorted(own)
    statement, parameters = _years_of(len(bodies))
    given = dict(zip(_places(len(bodies)), bodies, strict=True)) | {THE_DAY: on}
    heads: dict[int, int] = {}
    joined: set[int] = set()
    kept: set[int] = set()
    with connection.cursor() as cursor:
        cursor.execute(statement, [given.get(one, one) for one in parameters])
        for organisation, headed_years, joined_years, kept_years in cursor.fetchall():
            heads |= dict.fromkeys(headed_years, organisation)
            joined |= set(joined_years)
            kept |= set(kept_years)
    return heads, frozenset(joined), frozenset(kept)


def _places(count: int) -> range:
    """Numbers that no organisation has, standing in the statement for those that are asked for."""
    return range(-count, 0)


@lru_cache(maxsize=64)
def _years_of(count: int) -> tuple[str, tuple]:
    """(statement, its parameters) for so many bodies, composed once: it is asked in every request, and composing it
    costs more than its answer."""
    years = ClusterYear.objects.order_by()
    has_headed = Post.objects.filter(kind=PostKind.HEAD, organisation=OuterRef(OuterRef("pk"))).values("cluster_year")
    headed = with_heads(years.filter(closed_on=None, pk__in=has_headed), THE_DAY).filter(head_id=OuterRef("pk"))
    sits_in = Membership.objects.filter(organisation=OuterRef(OuterRef("pk"))).values("cluster")
    rows = (
        Organisation.objects.filter(pk__in=_places(count))
        .order_by()
        .values_list(
            "pk",
            ArraySubquery(headed.values("pk")),
            ArraySubquery(years.filter(cluster__in=sits_in).values("pk")),
            ArraySubquery(years.filter(cluster__owner=OuterRef("pk")).values("pk")),
        )
    )
    return rows.query.sql_with_params()
