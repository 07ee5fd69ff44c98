"""The central board's home of a year with 60 clusters of twelve members: all clusters and their stages, late first. The
floor is the same with six clusters.

Rows are rolled back.
"""

from functools import partial

from bench.pages import ask
from bench.table import Table
from bench.turns import in_turns

FEW, MANY, MEMBERS, BOUND = 6, 60, 12, 0.080


def measure_board(table: Table) -> None:
    """Leaves nothing behind."""
    few, many = (_home(number) for number in (FEW, MANY))
    table.head(f"home of the central board in a year of {MANY} clusters; the floor is its bound, then {FEW} clusters")
    table.measured("home of 60 clusters", many[0], floor=BOUND, limit=1)
    table.measured("against six", many[0], floor=few[0])
    if many[1] != few[1]:
        raise SystemExit(f"{few[1]} queries for {FEW} clusters, {many[1]} for {MANY}")


def _home(clusters: int) -> tuple[float, int]:
    """Seconds, and the number of queries."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415  (after django.setup)
    from django.db import connection, transaction  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    centre = Client()
    centre.force_login(get_user_model().objects.get(username="trunguong"))
    with transaction.atomic(), connection.cursor() as cursor:
        make_clusters(clusters)
        cursor.execute("ANALYZE clusters_cluster, clusters_clusteryear, clusters_membership, clusters_organisation")
        home = partial(ask, centre, "/")
        taken = in_turns({"home": home})
        with CaptureQueriesContext(connection) as asked:
            home()
        transaction.set_rollback(True)
    return taken["home"], len(asked)


def make_clusters(number: int) -> None:
    from clusters.models import Cluster, ClusterYear, Membership, Organisation, OrganisationKind  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415
    from emulation.core.period import Period  # noqa: PLC0415

    ever, owner = Period(), Organisation.objects.get(kind=OrganisationKind.CENTRAL_BOARD)
    clusters = Cluster.objects.bulk_create(
        Cluster(code=f"CUM_DO{at}", name=f"Cụm đo {at}", owner=owner, level="central", kind="cum", during=ever)
        for at in range(number)
    )
    bodies = Organisation.objects.bulk_create(
        Organisation(code=f"CQ_DO{at}", name=f"Cơ quan đo {at}", kind=OrganisationKind.UNIT, during=ever)
        for at in range(number * MEMBERS)
    )
    Membership.objects.bulk_create(
        Membership(cluster=clusters[at // MEMBERS], owner=owner, organisation=body, during=ever)
        for at, body in enumerate(bodies)
    )
    ClusterYear.objects.bulk_create(ClusterYear(cluster=cluster, year=clock.today().year) for cluster in clusters)
