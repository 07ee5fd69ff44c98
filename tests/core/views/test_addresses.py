"""Addresses that no page can have."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.clusters.membership.make import make_cluster
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        lambda: reverse("clusters:cluster", args=["\x00"]),
        lambda: reverse("clusters:cluster-year", args=["A\x00", 2023]),
        lambda: reverse("clusters:figure-sheet", args=[1, 1, "\x00"]),
        lambda: reverse("clusters:clusters") + "?nam=2023&don-vi=%00",
        lambda: reverse("awards:register") + "?tim=A%00",
        lambda: "/%00",
    ],
)
def test_with_a_nul_is_not_there(address):
    inside = Client()
    inside.force_login(make_mandate(user=make_user()).user)
    assert inside.get(reverse("clusters:cluster", args=[make_cluster().code])).status_code == 200
    assert [client.get(address()).status_code for client in (inside, Client())] == [404, 404]


@pytest.mark.parametrize("year", [0, 9999, 10**20])
def test_of_a_year_that_is_none_is_not_there(client, year):
    client.force_login(make_mandate(user=make_user()).user)
    assert client.get(reverse("clusters:cluster-year", args=[make_cluster().code, year])).status_code == 404


@pytest.mark.parametrize(
    ("name", "given", "asked", "status"),
    [
        ("clusters:clusters", [], "?nam=2023&don-vi=", 200),
        ("clusters:figure-sheet", [1, 1, "9" * 5_000], "", 404),
    ],
)
def test_a_number_that_no_row_can_have_finds_nothing(client, name, given, asked, status):
    client.force_login(make_mandate(user=make_user()).user)
    address = reverse(name, args=given) + (asked and asked + "9" * 5_000)
    assert client.get(address).status_code == status
