"""A cluster year of 12 members and 60 scored indicators: the grid of members side by side, one member's own grid, and
scoring all lines of all members. Floors: the log-in page for pages; for scoring, one multiplication, one division and
one rounding of a Decimal for each line."""

from datetime import date
from decimal import Decimal
from functools import partial

from bench.pages import FLOOR, ask
from bench.table import Table, say
from bench.turns import in_turns

MEMBERS, INDICATORS, YEAR = 12, 60, 2023
GRID_LIMIT, SCORING_LIMIT = 35, 25


def measure_scoring(table: Table) -> None:
    from django.test import Client  # noqa: PLC0415  (after django.setup)
    from django.utils import timezone  # noqa: PLC0415

    year, members, officer = _world(timezone.now())
    stranger, visitor = Client(), Client()
    visitor.force_login(officer)
    pages = {
        "members side by side": f"/chi-tieu/{year.pk}/0/",
        "one member's own grid": f"/chi-tieu/{year.pk}/0/{members[0].pk}/",
    }
    asked = {title: partial(ask, visitor, path) for title, path in pages.items()}
    taken = in_turns({FLOOR: partial(ask, stranger, FLOOR)} | asked)
    table.head(f"a cluster year: {INDICATORS} indicators x {MEMBERS} members; the floor is the log-in page")
    for title in pages:
        table.measured(title, taken[title], floor=taken[FLOOR], limit=GRID_LIMIT)
    _measure_reckoning(table, year, members)


def _measure_reckoning(table: Table, year, members) -> None:
    from clusters.figures.models.results import results_of  # noqa: PLC0415
    from clusters.membership.rules.half_years import WHOLE_YEAR  # noqa: PLC0415
    from clusters.models import FigureSheet, Scheme  # noqa: PLC0415
    from clusters.regulation.models.pure import pure_scheme  # noqa: PLC0415
    from clusters.regulation.rules.scoring.scorecard import scorecard  # noqa: PLC0415
    from clusters.regulation.rules.scoring.terms import to_points  # noqa: PLC0415

    scheme = Scheme.objects.with_lines().get(cluster_year=year)
    ids = [one.pk for one in members]

    def read():
        counted = FigureSheet.objects.accepted()
        return results_of(year, WHOLE_YEAR, scheme=scheme, members=ids, sheets=counted, shares_on=None)

    results, pure = read(), pure_scheme(scheme)
    value, share = Decimal("7.4"), Decimal("92.5")
    taken = in_turns(
        {
            "products": lambda: [to_points(value * share / 100) for _ in range(MEMBERS * INDICATORS)],
            "scorecards": lambda: [scorecard(pure, results[pk]) for pk in ids],
            "read": read,
        }
    )
    table.head(f"scoring {MEMBERS} x {INDICATORS} lines; the floor is a rounded product for each")
    table.measured("all scorecards", taken["scorecards"], floor=taken["products"], limit=SCORING_LIMIT)
    table.measured("what is known of all, read", taken["read"])
    told = sum(scored.points is not None for pk in ids for scored in scorecard(pure, results[pk]).lines.values())
    say(f"{told} of {MEMBERS * INDICATORS} lines told")
    if told != MEMBERS * INDICATORS:
        table.over.append("scoring: lines not told")


def _world(now):
    """Every member has accepted figures of the year for every indicator, and a target in a pact in force."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    from clusters.models import (  # noqa: PLC0415
        Cluster,
        ClusterYear,
        Indicator,
        Mandate,
        Membership,
        Organisation,
        OrganisationKind,
        Post,
    )
    from emulation.core.period import Period  # noqa: PLC0415
    from emulation.core.text import sort_key  # noqa: PLC0415

    council = Organisation.objects.get(kind=OrganisationKind.CENTRAL_COUNCIL)
    ever = Period()
    names = [f"Thành viên đo {number:02}" for number in range(MEMBERS)]
    members = Organisation.objects.bulk_create(
        Organisation(code=f"DO{at}", name=name, kind=OrganisationKind.UNIT, during=ever, sort_key=sort_key(name))
        for at, name in enumerate(names)
    )
    cluster = Cluster.objects.create(
        code="CUM_DO", name="Cụm thi đua để đo", owner=council, level="central", kind="cum", during=ever
    )
    Membership.objects.bulk_create(
        Membership(cluster=cluster, owner=council, organisation=one, during=ever) for one in members
    )
    year = ClusterYear.objects.create(cluster=cluster, year=YEAR)
    Post.objects.create(cluster_year=year, kind="head", organisation=members[0], during=Period.year(YEAR))
    officer = get_user_model().objects.create_user(username="do", full_name="Cán bộ đo")
    Mandate.objects.create(user=officer, organisation=members[0], role="officer", during=ever, legal_basis="Đo")
    Indicator.objects.filter(cluster__isnull=True).update(during=Period(date(2000, 1, 1), date(2001, 1, 1)))
    indicators = Indicator.objects.bulk_create(
        Indicator(
            code=f"do-{at}",
            name=f"Chỉ tiêu đo {at}",
            unit="%",
            value_kind="percent",
            direction="higher",
            derivation="common_bound",
            cluster=cluster,
            during=ever,
            position=at,
        )
        for at in range(INDICATORS)
    )
    _scheme(year, indicators)
    _figures(year, members, indicators)
    _pact(year, members, indicators, now)
    return year, members, officer


def _scheme(year, indicators) -> None:
    from clusters.models import Criterion, CriterionGroup, Scheme  # noqa: PLC0415

    ways = (
        ("percent_of_target", {}),
        ("bands", {"bands": [{"limit": "5", "points": "5"}, {"limit": "8", "points": "10"}]}),
        ("rank", {"step": "0.5"}),
        ("lower_is_better", {}),
        ("range", {"tolerance": "2"}),
    )
    scheme = Scheme.objects.create(cluster_year=year, maximum=Decimal(10 * len(indicators)))
    group = CriterionGroup.objects.create(scheme=scheme, title="Chỉ tiêu", maximum=scheme.maximum)
    Criterion.objects.bulk_create(
        Criterion(
            scheme=scheme,
            group=group,
            title=indicator.name,
            maximum=Decimal(10),
            function=ways[at % len(ways)][0],
            terms=ways[at % len(ways)][1],
            indicator=indicator,
            position=at,
        )
        for at, indicator in enumerate(indicators)
    )
    scheme.state, scheme.adopted_on, scheme.votes_for, scheme.votes_cast = "adopted", date(YEAR, 3, 1), 12, 12
    scheme.save()


def _figures(year, members, indicators) -> None:
    from clusters.models import Figure, FigureSheet  # noqa: PLC0415
    from emulation.core.quantity import parse_quantity  # noqa: PLC0415

    texts = {tenth: f"{Decimal(tenth) / 10:f}".replace(".", ",") + "%" for tenth in range(40, 120)}
    read = {text: parse_quantity(text, unit="%") for text in texts.values()}
    sheets = FigureSheet.objects.bulk_create(
        FigureSheet(cluster_year=year, organisation=one, half=0) for one in members
    )
    Figure.objects.bulk_create(
        Figure(sheet=sheet, indicator=indicator, value_text=text, value=read[text], source="Đo")
        for row, sheet in enumerate(sheets)
        for column, indicator in enumerate(indicators)
        for text in (texts[40 + (row * 7 + column * 3) % 80],)
    )
    FigureSheet.objects.filter(cluster_year=year).update(state="accepted")


def _pact(year, members, indicators, now) -> None:
    from clusters.models import Pact, PactTarget  # noqa: PLC0415
    from emulation.core.quantity import parse_quantity  # noqa: PLC0415

    pact = Pact.objects.create(cluster_year=year)
    eight = parse_quantity("8%", unit="%")
    PactTarget.objects.bulk_create(
        PactTarget(pact=pact, indicator=indicator, organisation=one, kind="exact", text="8%", value=eight, origin="own")
        for indicator in indicators
        for one in members
    )
    Pact.objects.filter(pk=pact.pk).update(state="in_force", frozen_at=now, checksum="0" * 64)
