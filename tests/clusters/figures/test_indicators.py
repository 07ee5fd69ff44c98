"""The catalogue of indicators, what each person is told is due, and a figure through the database."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clusters.duties import duties
from clusters.figures.rules.terms import SheetState
from clusters.indicators.actions import add_indicator, change_indicator, end_indicator
from clusters.indicators.rules.terms import Derivation, Direction, ValueKind
from clusters.models import Cluster, ClusterKind, Figure, Indicator
from clusters.people.models.scope import actor_of
from clusters.reference.actions import load_reference
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.period import Period
from emulation.core.quantity import parse_quantity
from tests.clusters.figures.make import in_state, make_figure, make_indicator, make_two_cities
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.periods import DAY, EVER
from tests.reading import client_in

pytestmark = pytest.mark.django_db
PARTICULARS = {
    "unit": "xã",
    "value_kind": ValueKind.WHOLE,
    "direction": Direction.HIGHER,
    "derivation": Derivation.SUM,
    "declared": False,
    "guidance": "",
    "source": "",
    "verified": True,
    "position": 10,
}


def administrator():
    return actor_for(role=Role.SYSTEM_ADMINISTRATOR)


def add(name="Số xã thử", *, actor=None, during=EVER, **changes):
    return add_indicator(name=name, during=during, actor=actor or administrator(), **(PARTICULARS | changes))


def test_codes_are_made_of_the_name_and_never_twice():
    first = add(during=Period(None, date(2020, 1, 1)))
    second = add(during=Period(date(2020, 1, 1), None))
    assert (first.code, second.code) == ("so-xa-thu", "so-xa-thu-2")


def test_only_an_administrator_extends_the_catalogue():
    with pytest.raises(Refusal):
        add(actor=actor_for(role=Role.OFFICER))
    found = add()
    with pytest.raises(Refusal):
        change_indicator(found, why="sai", name="Khác", actor=actor_for(role=Role.CENTRAL_LEADER))
    with pytest.raises(Refusal):
        end_indicator(found, last_day=DAY, why="thôi", actor=actor_for(role=Role.APPROVER))


def test_the_same_name_at_the_same_time_is_refused_in_words():
    add()
    with pytest.raises(Refusal, match="cùng tên"):
        add()


@pytest.mark.parametrize(
    "wrong",
    [
        {"value_kind": ValueKind.PERCENT, "derivation": Derivation.SUM},
        {"value_kind": ValueKind.WHOLE, "derivation": Derivation.RATIO},
        {"value_kind": ValueKind.WHOLE, "declared": True},
        {"value_kind": ValueKind.RATIO, "derivation": Derivation.AVERAGE},
        {"derivation": Derivation.WEIGHTED},
    ],
)
def test_what_cannot_be_reckoned_is_refused_by_the_database_in_words(wrong):
    with pytest.raises(Refusal) as caught:
        add(**wrong)
    assert str(caught.value)


def test_a_weighted_average_names_its_weight_and_nothing_else_does():
    people = add("Dân số thử", unit="người")
    found = add("Thu nhập thử", derivation=Derivation.WEIGHTED, weighted_by=people)
    with pytest.raises(Refusal, match="trọng số"):
        change_indicator(found, why="sai", derivation=Derivation.AVERAGE, actor=administrator())
    change_indicator(found, why="đổi", derivation=Derivation.AVERAGE, weighted_by=None, actor=administrator())
    assert Indicator.objects.get(pk=found.pk).weighted_by is None


def test_the_form_says_at_the_weight_what_the_database_would(client):
    client.force_login(make_mandate(user=make_user(), role=Role.SYSTEM_ADMINISTRATOR).user)
    said = {"name": "Thu nhập thử", "value_kind": "decimal", "unit": "triệu đồng", "direction": "higher"}
    said |= {"derivation": "weighted", "position": 5}
    answer = client.post(reverse("clusters:indicator-add"), said)
    assert "trọng số" in str(answer.context["form"].errors["weighted_by"])
    answer = client.post(reverse("clusters:indicator-add"), said | {"weighted_by": add("Dân số thử").pk})
    assert answer.status_code == 302
    assert "Dân số thử" in client.get(reverse("clusters:indicators")).content.decode().split("Thu nhập thử")[1]


def test_words_change_at_any_time_and_meaning_only_before_the_first_figure():
    year, _head, member = make_two_cities()
    found = add()
    change_indicator(found, why="đổi đơn vị", unit="phường", actor=administrator())
    make_figure(cluster_year=year, organisation=member.organisation, indicator=found)
    with pytest.raises(Refusal):
        change_indicator(found, why="đổi nữa", unit="xã", actor=administrator())
    change_indicator(found, why="lỗi chính tả", name="Số phường thử", actor=administrator())
    found.refresh_from_db()
    assert (found.unit, found.name) == ("phường", "Số phường thử")


def test_an_ended_indicator_is_no_longer_asked_for():
    year, _head, _member = make_two_cities()
    found = add()
    end_indicator(found, last_day=date(2022, 12, 31), why="thôi báo cáo", actor=administrator())
    assert found not in Indicator.objects.asked_of(year.cluster_id, Period.half_year(2023, 1))
    assert found in Indicator.objects.asked_of(year.cluster_id, Period.half_year(2022, 2))
    with pytest.raises(Refusal):
        end_indicator(found, last_day=date(2024, 1, 1), why="quá hạn", actor=administrator())


def test_an_indicator_of_one_cluster_is_not_asked_in_another():
    year, _head, _member = make_two_cities()
    other, *_rest = make_two_cities()
    own = make_indicator(cluster=year.cluster)
    period = Period.half_year(2023, 1)
    assert own in Indicator.objects.asked_of(year.cluster_id, period)
    assert own not in Indicator.objects.asked_of(other.cluster_id, period)


def test_a_block_with_indicators_of_its_own_reports_on_those_alone():
    """Its departments govern no place; before it has any, and outside their time, the common ones are asked."""
    year, _head, _member = make_two_cities()
    Cluster.objects.filter(pk=year.cluster_id).update(kind=ClusterKind.KHOI)
    common, period = make_indicator(), Period.half_year(2023, 1)
    assert common in Indicator.objects.asked_of(year.cluster_id, period)
    own = make_indicator(cluster=year.cluster, during=Period.year(2023))
    assert set(Indicator.objects.asked_of(year.cluster_id, period)) == {own}
    assert common in Indicator.objects.asked_of(year.cluster_id, Period.half_year(2022, 2))


def test_reference_indicators_are_suggestions_and_load_once():
    before = Indicator.objects.count()
    assert before >= 14
    assert not Indicator.objects.filter(verified=True, code="thu-ngan-sach").exists()
    load_reference(Actor.system("Reference data"))
    assert Indicator.objects.count() == before


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong():
    client = client_in("en")
    user = make_mandate(user=make_user(), role=Role.SYSTEM_ADMINISTRATOR).user
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    said = PARTICULARS | {"name": "Tỷ lệ thử", "value_kind": "percent", "unit": "phần trăm", "first_day": "01/01/2023"}
    answer = client.post(reverse("clusters:indicator-add"), {**said, "declared": "", "last_day": ""})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The unit of a share begins with %." in page
    assert "Shares cannot be added up" in page
    assert 'value="Tỷ lệ thử"' in page


def test_an_administrator_finds_the_way_to_the_catalogue_and_on_and_no_link_leads_nowhere():
    client = client_in("en")
    user = make_mandate(user=make_user(), role=Role.SYSTEM_ADMINISTRATOR).user
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    catalogue = reverse("clusters:indicators")
    assert f'href="{catalogue}"' in client.get(reverse("clusters:clusters")).content.decode()
    pk = Indicator.objects.first().pk
    for url in (catalogue, reverse("clusters:indicator-add"), reverse("clusters:indicator-change", args=[pk])):
        page = client.get(url).content.decode()
        for link in set(re.findall(r'href="(/[^"#?]*)', page)) - {"/dang-xuat/"}:
            if not link.startswith("/static/"):
                assert client.get(link).status_code == 200, (url, link)


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (None, {"officer"}),
        (SheetState.SUBMITTED, {"approver"}),
        (SheetState.APPROVED, {"head"}),
        (SheetState.RETURNED, {"officer"}),
        (SheetState.ACCEPTED, set()),
    ],
)
def test_each_is_told_what_waits_for_them(state, due):
    year, head, member = make_two_cities()
    if state is not None:
        in_state(make_figure(cluster_year=year, organisation=member.organisation).sheet, state)
    people = {"officer": member.officer, "approver": member.approver, "head": head.officer}
    url = reverse("clusters:figure-sheet", args=[year.pk, 1, str(member.organisation.pk)])
    told = {name for name, actor in people.items() if any(duty.url == url for duty in duties(actor, DAY))}
    assert told == due


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (SheetState.DRAFT, {"officer"}),
        (SheetState.SUBMITTED, {"approver"}),
        (SheetState.APPROVED, {"head"}),
        (SheetState.RETURNED, {"officer"}),
        (SheetState.ACCEPTED, set()),
    ],
)
@pytest.mark.parametrize(("year_of", "half"), [(2019, 1), (2019, 0), (2022, 2)])
def test_a_sheet_of_a_past_year_that_somebody_began_waits_for_them_too(state, due, year_of, half):
    year, head, member = make_two_cities()
    past = make_cluster_year(cluster=year.cluster, year=year_of)
    make_post(cluster_year=past, organisation=head.organisation)
    figure = make_figure(cluster_year=past, organisation=member.organisation, half=half)
    in_state(figure.sheet, state)
    people = {"officer": member.officer, "approver": member.approver, "head": head.officer}
    people = {name: actor_of(User.objects.get(pk=actor.user_id), on=DAY) for name, actor in people.items()}
    url = figure.sheet.get_absolute_url()
    assert {name for name, actor in people.items() if any(one.url == url for one in duties(actor, DAY))} == due


def test_a_sheet_of_a_span_that_is_not_over_may_wait_until_it_is_handed_in():
    year, _head, member = make_two_cities()
    sheet = make_figure(cluster_year=year, organisation=member.organisation, half=0).sheet
    url = sheet.get_absolute_url()
    assert not any(one.url == url for one in duties(member.officer, DAY))
    in_state(sheet, SheetState.SUBMITTED)
    assert any(one.url == url for one in duties(member.approver, DAY))


@pytest.mark.parametrize("text", ["trên 3,5%", "9,5% - 10%", "19/20", "khoảng 5", "từ 75% trở lên"])
def test_a_quantity_comes_back_from_the_database_as_it_was(text):
    year, _head, member = make_two_cities()
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    Figure.objects.filter(pk=figure.pk).update(value=parse_quantity(text), value_text=text)
    figure.refresh_from_db()
    assert figure.value == parse_quantity(text)
    assert figure.value.as_printed == text
    assert figure.value.low is None or isinstance(figure.value.low, Decimal)


def test_no_quantity_stands_without_its_text():
    year, _head, member = make_two_cities()
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(value_text="")
