"""What a province's officer reaches, asked at each request: in a country with 4,000 cluster years of blocks of 34
provinces against one with 8. The floor is the same question among 8, divided by a bare query asked in turns with it.
"""

from functools import partial

from bench.table import Table
from bench.turns import in_turns

FEW, MANY, PROVINCES, YEARS, FIRST = 8, 4_000, 34, 10, 2016
LIMIT = 1.5


def measure_scope(table: Table) -> None:
    """Leaves nothing behind."""
    few, many = _measured(FEW), _measured(MANY)
    load = many["a bare query"] / few["a bare query"]
    table.head(f"scope of a province's officer at {MANY:,} cluster years; the floor is the same at {FEW}")
    table.measured("what an officer reaches", many["scope"], floor=few["scope"] * load, limit=LIMIT)


def _measured(cluster_years: int) -> dict[str, float]:
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection, transaction  # noqa: PLC0415

    from clusters.people.models.scope import actor_of  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415

    officer, today = get_user_model().objects.get(username="cantho"), clock.today()
    with transaction.atomic(), connection.cursor() as cursor:
        _blocks(cluster_years, keeper=next(iter(actor_of(officer, on=today).own)))
        cursor.execute("ANALYZE clusters_cluster, clusters_clusteryear, clusters_membership, clusters_post")
        taken = in_turns(
            {
                "a bare query": partial(cursor.execute, "SELECT count(*) FROM clusters_mandate"),
                "scope": lambda: actor_of(officer, on=today),
            }
        )
        transaction.set_rollback(True)
    return taken


def _blocks(cluster_years: int, *, keeper: int) -> None:
    """Blocks of 34 provinces, the measured officer's among them, each with a unit that sits in it and heads it."""
    from clusters.models import (  # noqa: PLC0415
        Cluster,
        ClusterYear,
        Membership,
        Organisation,
        OrganisationKind,
        Post,
    )
    from emulation.core.period import Period  # noqa: PLC0415

    ever = Period()
    others = Organisation.objects.provinces().exclude(pk=keeper).values_list("pk", flat=True)
    keepers = [keeper, *others[: PROVINCES - 1]]
    blocks = range(max(1, cluster_years // YEARS))
    units = Organisation.objects.bulk_create(
        Organisation(code=f"DV_DO{at}", name=f"Đơn vị đo {at}", kind=OrganisationKind.UNIT, during=ever)
        for at in blocks
    )
    clusters = Cluster.objects.bulk_create(
        Cluster(
            code=f"KHOI_DO{at}",
            name=f"Khối đo {at}",
            owner_id=keepers[at % PROVINCES],
            level="province",
            kind="khoi",
            during=ever,
        )
        for at in blocks
    )
    Membership.objects.bulk_create(
        Membership(cluster=cluster, owner_id=cluster.owner_id, organisation=unit, during=ever)
        for cluster, unit in zip(clusters, units, strict=True)
    )
    years = ClusterYear.objects.bulk_create(
        ClusterYear(cluster=cluster, year=FIRST + number)
        for cluster in clusters
        for number in range(min(YEARS, cluster_years))
    )
    heads = {cluster.pk: unit for cluster, unit in zip(clusters, units, strict=True)}
    Post.objects.bulk_create(
        Post(cluster_year=year, kind="head", organisation=heads[year.cluster_id], during=Period.year(year.year))
        for year in years
    )
