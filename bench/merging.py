"""All of 01/07/2025 in one transaction: 23 mergers, with people, seats and posts at each of the 63 provinces and
cities, over the honours that the demonstration has. The floor writes as many bare rows in one transaction.
"""

import time
from dataclasses import asdict
from datetime import date

from bench.table import Table, say

DAY = date(2025, 7, 1)
PEOPLE, CLUSTERS = 6, 8
LIMIT = 60


def measure_merging(table: Table) -> None:
    """The reference, the demonstration's accounts and its honours are there; nothing of it is left changed."""
    from django.db import transaction  # noqa: PLC0415  (after django.setup)

    from awards.models import Honour  # noqa: PLC0415
    from clusters.mergers.actions import merge_all, recorded_orders  # noqa: PLC0415
    from clusters.mergers.rules.account import together  # noqa: PLC0415
    from clusters.people.models.scope import actor_of  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415
    from emulation.core.models import User  # noqa: PLC0415

    administrator = actor_of(User.objects.get(username="quantri"), on=clock.today())
    with transaction.atomic():
        _world()
        orders = recorded_orders(DAY)
        honours = Honour.objects.count()
        began = time.perf_counter()
        accounts = merge_all(orders, actor=administrator)
        taken = time.perf_counter() - began
        changed = asdict(together(one.counts for one in accounts))
        floor = _floor(changed, len(accounts))
        transaction.set_rollback(True)
    table.head(f"merger: {len(accounts)} of {DAY:%d/%m/%Y} in one transaction, {honours:,} honours stay")
    table.measured("all mergers of the day", taken, floor=floor, limit=LIMIT)
    say(
        f"{changed['predecessors']} bodies, {changed['memberships']} memberships, {changed['posts']} posts ended; "
        f"{changed['mandates']} mandates passed on; {changed['stays']:,} rows stay"
    )


def _world():
    """Clusters that go on after the day, so that every membership and post has to be ended by the merger."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    from clusters.models import (  # noqa: PLC0415
        Cluster,
        ClusterYear,
        Mandate,
        Membership,
        Organisation,
        OrganisationKind,
        Post,
    )
    from emulation.core.period import Period  # noqa: PLC0415

    board = Organisation.objects.get(kind=OrganisationKind.CENTRAL_BOARD)
    provinces = list(Organisation.objects.provinces().on(date(2025, 6, 30)))
    ever, year = Period(), Period.year(DAY.year)
    people = get_user_model().objects.bulk_create(
        get_user_model()(username=f"do-sap-nhap-{number}", full_name=f"Cán bộ đo sáp nhập {number}")
        for number in range(PEOPLE * len(provinces))
    )
    Mandate.objects.bulk_create(
        Mandate(
            user=user,
            organisation=provinces[number // PEOPLE],
            role="approver" if number % PEOPLE == 0 else "officer",
            during=ever,
            legal_basis="Đo",
        )
        for number, user in enumerate(people)
    )
    clusters = Cluster.objects.bulk_create(
        Cluster(code=f"CUM_SN{at}", name=f"Cụm đo sáp nhập {at}", owner=board, level="central", kind="cum", during=ever)
        for at in range(CLUSTERS)
    )
    Membership.objects.bulk_create(
        Membership(cluster=clusters[at % CLUSTERS], owner=board, organisation=one, during=ever)
        for at, one in enumerate(provinces)
    )
    years = ClusterYear.objects.bulk_create(ClusterYear(cluster=one, year=DAY.year) for one in clusters)
    Post.objects.bulk_create(
        Post(cluster_year=years[at % CLUSTERS], kind=kind, organisation=one, during=year)
        for at, one in enumerate(provinces[: CLUSTERS * 4])
        for place, kind in enumerate(("head", "deputy", "host_mid_year", "host_year_end"))
        if at // CLUSTERS == place
    )


def _floor(total: dict[str, int], mergers: int) -> float:
    """As many rows written bare as the mergers wrote: those ended are updated, those granted and told are inserted."""
    from django.db import connection, transaction  # noqa: PLC0415

    updated = total["memberships"] + total["posts"] + total["mandates_ended"]
    inserted = total["mandates"] + total["predecessors"] + 2 * mergers
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE floor_row (id bigint PRIMARY KEY, owner bigint, during daterange)")
        cursor.execute("INSERT INTO floor_row SELECT n, n, '(,)' FROM generate_series(1, %s) AS n", [updated])
        began = time.perf_counter()
        for number in range(1, updated + 1):
            cursor.execute("UPDATE floor_row SET during = %s WHERE id = %s", [f"(,{DAY})", number])
        for number in range(updated + 1, updated + inserted + 1):
            cursor.execute("INSERT INTO floor_row VALUES (%s, %s, %s)", [number, number, f"[{DAY},)"])
        taken = time.perf_counter() - began
        cursor.execute("DROP TABLE floor_row")
    return taken
