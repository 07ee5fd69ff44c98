"""Half-year figures from above: what is shown and to whom, and how much is asked for it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.figures.actions.sheets import accept_sheet, approve_sheet, return_sheet, submit_sheet
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart, ValueKind
from clusters.models import FigureSheet
from emulation.core.actor import Role
from emulation.core.period import Period
from emulation.core.quantity import parse_quantity
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator, make_two_cities
from tests.clusters.figures.visiting import at, central, signed_in, signed_in_as, words
from tests.clusters.membership.make import make_membership
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "member_sees", "head_sees", "centre_sees"),
    [
        (SheetState.DRAFT, False, False, False),
        (SheetState.SUBMITTED, False, False, False),
        (SheetState.APPROVED, False, True, True),
        (SheetState.RETURNED, False, False, False),
        (SheetState.ACCEPTED, True, True, True),
    ],
)
def test_figures_are_seen_as_the_table_says(cluster, state, member_sees, head_sees, centre_sees):
    year, head, member = cluster
    other = make_city(cluster_year=year)
    figure = make_figure(cluster_year=year, organisation=member.organisation, value="4711")
    in_state(figure.sheet, state)
    expected = {
        signed_in(member.officer): True,
        signed_in(other.officer): member_sees,
        signed_in(head.officer): head_sees,
        central(): centre_sees,
        signed_in_as(Role.REPORT_READER): False,
    }
    for client, sees in expected.items():
        assert client.get(at("figure-sheet", year, member)).status_code == (200 if sees else 404)
    for client, sees in list(expected.items())[1:4]:
        assert ("4711" in words(client.get(at("cluster-figures", year)))) is sees


def test_who_keeps_the_cluster_reads_what_was_sent_to_its_head_and_accepts_nothing(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    keeper = signed_in(actor_for(organisation=year.cluster.owner))
    for state, sees in ((SheetState.SUBMITTED, False), (SheetState.APPROVED, True), (SheetState.ACCEPTED, True)):
        in_state(figure.sheet, state)
        assert keeper.get(at("figure-sheet", year, member)).status_code == (200 if sees else 404)
        assert keeper.get(at("figures-differences", year, member)).status_code == (200 if sees else 404)
        assert keeper.post(at("figures-accept", year, member)).status_code == 404
    assert keeper.get(at("cluster-figures", year)).status_code == 200
    assert str(year.cluster) in words(keeper.get(reverse("clusters:figures")))


def test_the_cluster_counts_up_its_members_and_says_who_is_missing(cluster):
    year, head, member = cluster
    indicator = make_indicator(unit="phong trào")
    for city, value in ((head, "24"), (member, "73")):
        figure = make_figure(cluster_year=year, organisation=city.organisation, indicator=indicator, value=value)
        in_state(figure.sheet, SheetState.ACCEPTED)
    client = central()
    assert "<strong>97 phong trào</strong>" in words(client.get(at("cluster-figures", year)))
    make_city(cluster_year=year)
    assert "97 phong trào (2 of 3 members)" in words(client.get(at("cluster-figures", year)))


def test_members_of_one_name_in_a_year_are_told_apart(cluster):
    year, _head, _member = cluster
    turned = date(2023, 7, 1)
    for during in (Period(None, turned), Period(turned)):
        body = make_organisation(name="Thử Đổi Tên", during=during)
        make_membership(cluster=year.cluster, organisation=body, during=during)
    page = words(central().get(at("cluster-figures", year, half=0)))
    assert "Thử Đổi Tên (until the year 2023)" in page
    assert "Thử Đổi Tên (from the year 2023)" in page


def test_an_average_and_the_share_of_the_plan_stand_in_the_clusters_column(cluster):
    year, head, member = cluster
    people = make_indicator(unit="người", name="Dân số thử")
    income = make_indicator(
        unit="triệu đồng", value_kind=ValueKind.DECIMAL, derivation=Derivation.WEIGHTED, weighted_by=people
    )
    for city, count, value, share in ((head, "1000", "60", "trên 50%"), (member, "3000", "80", "khoảng 50%")):
        make_figure(cluster_year=year, organisation=city.organisation, indicator=people, value=count)
        figure = make_figure(cluster_year=year, organisation=city.organisation, indicator=income, value=value)
        figure.write(FigurePart.PLAN_SHARE, share, parse_quantity(share))
        figure.save()
        in_state(figure.sheet, SheetState.ACCEPTED)
    make_city(cluster_year=year)
    page = words(signed_in(member.officer, "vi").get(at("cluster-figures", year)))
    assert "bình quân 75 triệu đồng (2/3 đơn vị)" in page
    assert "1/3 tỉnh đạt từ 50% kế hoạch năm trở lên; 1 chưa xác định được; 1 chưa có số liệu" in page


def test_a_declared_share_is_printed_with_its_base_and_whose_word_it_is(cluster):
    year, _head, member = cluster
    indicator = make_indicator(value_kind=ValueKind.RATIO, derivation=Derivation.RATIO, declared=True)
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=indicator, value="1/4")
    in_state(figure.sheet, SheetState.ACCEPTED)
    assert "1/4 (25,00%, theo báo cáo)" in words(signed_in(member.officer, "vi").get(at("cluster-figures", year)))


def test_a_stranger_and_an_unknown_half_are_not_there(cluster):
    year, _head, member = cluster
    client = signed_in(member.officer)
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 3, "1"])).status_code == 404
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 1, "toan-bo"])).status_code == 404
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 1, "99999999"])).status_code == 404
    assert client.get(reverse("clusters:cluster-figures", args=[year.pk, 4])).status_code == 404


@pytest.mark.parametrize("indicators", [1, 3])
def test_the_pages_ask_the_same_number_of_questions_whatever_the_rows(cluster, indicators):
    year, head, member = cluster
    for _ in range(indicators):
        figure = make_figure(cluster_year=year, organisation=member.organisation)
    make_figure(cluster_year=year, organisation=head.organisation, indicator=figure.indicator)
    for sheet in FigureSheet.objects.all():
        in_state(sheet, SheetState.ACCEPTED)
    client = signed_in(head.officer)
    for url, expected in (
        (at("figure-sheet", year, member), 16),
        (at("cluster-figures", year), 15),
        (reverse("clusters:indicators"), 6),
    ):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        assert len(asked) == expected, url


@pytest.mark.parametrize("clusters", [1, 3])
def test_the_list_of_clusters_asks_the_same_number_of_questions(cluster, clusters):
    for _ in range(clusters - 1):
        make_two_cities()
    client = central()
    url = reverse("clusters:figures") + "?nam=2023&ky=1"
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = words(client.get(url))
    assert page.count('<th scope="row"') >= clusters
    assert len(asked) == 7


def test_the_list_says_what_is_empty_and_takes_the_half_from_the_address(cluster):
    year, head, member = cluster
    client = signed_in(member.officer)
    page = words(client.get(reverse("clusters:figures")))
    assert str(year.cluster) in page
    assert "First six months of 2023" in page
    assert "No cluster of yours" in words(client.get(reverse("clusters:figures") + "?nam=2019&ky=2"))


def test_acceptance_opens_the_figures_to_the_members(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    for step, actor in ((submit_sheet, member.officer), (approve_sheet, member.approver)):
        step(figure.sheet, actor=actor)
    figure.sheet.refresh_from_db()
    return_sheet(figure.sheet, remarks={figure.pk: "Sửa"}, why="", actor=head.officer)
    for step, actor in ((submit_sheet, member.officer), (approve_sheet, member.approver), (accept_sheet, head.officer)):
        step(figure.sheet, actor=actor)
    other = make_city(cluster_year=year)
    assert FigureSheet.objects.visible_to(other.officer).exists()
