"""Who heads a cluster year on a day."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from clusters.membership.models.cluster import ClusterYear, Post, PostKind
from clusters.organisations.models.organisation import Organisation
from emulation.core.actor import Actor


def head_on(cluster_year, on) -> Organisation | None:
    """Who heads the cluster year on that day; nobody when the post was never recorded."""
    found = ClusterYear.objects.filter(pk=cluster_year.pk).values_list(_head_on(on), flat=True)
    return Organisation.objects.filter(pk__in=found).first()


def heads_on(cluster_year_ids, on) -> dict[int, int]:
    """{cluster year: its head's id on that day}; years whose head was never recorded are left out."""
    found = ClusterYear.objects.filter(pk__in=cluster_year_ids).values_list("pk", _head_on(on))
    return {pk: head for pk, head in found.order_by() if head is not None}


def with_heads(years: QuerySet[ClusterYear], on: date) -> QuerySet[ClusterYear]:
    """Adds `head_id`: who heads the year on that day; None where the post was never recorded."""
    return years.annotate(head_id=_head_on(on))


def own_open_years(actor: Actor, on: date) -> list[ClusterYear]:
    """Open years of the clusters that the person's bodies sit in, head or keep, each with its cluster and its head on
    that day; read once a request."""
    return actor.once(f"open years {on}", lambda: _own_open_years(actor, on))


def _own_open_years(actor: Actor, on: date) -> list[ClusterYear]:
    years = ClusterYear.objects.open().filter(pk__in=actor.joined | actor.headed | actor.kept)
    return list(with_heads(years.select_related("cluster"), on))


def _head_on(on):
    """Whose term as head began last, on that day or before it, whether or not it has run out; before the first term,
    who will hold that one. `docs/adr/0007-replaced-head.md` says why."""
    terms = Post.objects.filter(cluster_year=OuterRef("pk"), kind=PostKind.HEAD).values("organisation_id")
    begun = terms.exclude(during__startswith__gt=on).order_by("-during")
    return Coalesce(Subquery(begun[:1]), Subquery(terms.order_by("during")[:1]))
