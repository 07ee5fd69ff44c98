"""The ranking page of a cluster: 12 members in 5 years, each with a frozen result. The floor is the log-in page."""

from datetime import date

from bench.pages import FLOOR, ask
from bench.table import Table
from bench.turns import in_turns

MEMBERS, YEARS, FIRST = 12, 5, 2018
LIMIT = 20


def measure_ranking(table: Table) -> None:
    from django.test import Client  # noqa: PLC0415  (after django.setup)
    from django.utils import timezone  # noqa: PLC0415

    path, officer = _world(timezone.now())
    stranger, visitor = Client(), Client()
    visitor.force_login(officer)
    taken = in_turns({FLOOR: lambda: ask(stranger, FLOOR), path: lambda: ask(visitor, path)})
    table.head(f"ranking: {MEMBERS} members x {YEARS} years; the floor is the log-in page")
    table.measured("ranking of several years", taken[path], floor=taken[FLOOR], limit=LIMIT)


def _world(now):
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    from clusters.models import (  # noqa: PLC0415
        Cluster,
        ClusterYear,
        Mandate,
        Membership,
        Organisation,
        OrganisationKind,
        Post,
        YearPlace,
        YearResult,
    )
    from emulation.core.period import Period  # noqa: PLC0415
    from emulation.core.text import sort_key  # noqa: PLC0415

    council = Organisation.objects.get(kind=OrganisationKind.CENTRAL_COUNCIL)
    ever = Period()
    names = [f"Thành viên xếp hạng {number:02}" for number in range(MEMBERS)]
    members = Organisation.objects.bulk_create(
        Organisation(code=f"XH{at}", name=name, kind=OrganisationKind.UNIT, during=ever, sort_key=sort_key(name))
        for at, name in enumerate(names)
    )
    cluster = Cluster.objects.create(
        code="CUM_XH", name="Cụm thi đua để đo xếp hạng", owner=council, level="central", kind="cum", during=ever
    )
    Membership.objects.bulk_create(
        Membership(cluster=cluster, owner=council, organisation=one, during=ever) for one in members
    )
    for number in range(YEARS):
        year = ClusterYear.objects.create(cluster=cluster, year=FIRST + number)
        Post.objects.create(
            cluster_year=year, kind="head", organisation=members[number], during=Period.year(FIRST + number)
        )
        result = YearResult.objects.create(cluster_year=year, minutes="Đo")
        YearPlace.objects.bulk_create(
            YearPlace(
                result=result,
                organisation=members[(at + number) % MEMBERS],
                points=900 - at,
                rank=at + 1,
                is_acclaimed=at == 0,
            )
            for at in range(MEMBERS)
        )
        frozen = {"state": "frozen", "checksum": "0" * 64, "frozen_at": now, "frozen_by_name": "Đo"}
        YearResult.objects.filter(pk=result.pk).update(**frozen)
        ClusterYear.objects.filter(pk=year.pk).update(closed_on=date(FIRST + number + 1, 3, 1))
    officer = get_user_model().objects.create_user(username="do-xep-hang", full_name="Cán bộ đo xếp hạng")
    Mandate.objects.create(user=officer, organisation=members[0], role="officer", during=ever, legal_basis="Đo")
    return f"/cum/{cluster.code}/xep-hang/", officer
