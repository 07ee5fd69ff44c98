"""Accounts and their mandates."""

import pytest
from django.urls import reverse

from clusters.models import Mandate
from emulation.core.models import AuditEntry, User
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import PASSWORD, make_mandate
from tests.periods import YEAR_2023

pytestmark = pytest.mark.django_db


def test_more_accounts_ask_no_more(visiting_administrator, django_assert_num_queries):
    listed = reverse("clusters:accounts")
    for _ in range(2):
        with django_assert_num_queries(5):
            visiting_administrator.get(listed)
        for _ in range(2):
            make_mandate()


def test_a_named_account_and_its_mandate_through_the_pages(visiting_administrator):
    unit = make_organisation()
    made = visiting_administrator.post(
        reverse("clusters:account-create"),
        {"full_name": "Người Thử Mới", "username": "thumoi", "password": "mot-mat-khau-dai"},
    )
    person = User.objects.get(username="thumoi")
    assert made.url == reverse("clusters:account", args=[person.pk])
    assert person.check_password("mot-mat-khau-dai")
    visiting_administrator.post(
        reverse("clusters:mandate-grant", args=[person.pk]),
        {"role": "officer", "organisation": unit.pk, "first_day": "01/01/2023", "legal_basis": "QĐ thử"},
    )
    mandate = Mandate.objects.get(user=person)
    assert (mandate.role, mandate.organisation_id) == ("officer", unit.pk)
    visiting_administrator.post(
        reverse("clusters:mandate-end", args=[mandate.pk]), {"last_day": "31/12/2023", "why": "Chuyển công tác"}
    )
    mandate.refresh_from_db()
    assert mandate.during == YEAR_2023
    assert PASSWORD not in str(list(AuditEntry.objects.values_list("after", flat=True)))
    assert "mot-mat-khau-dai" not in str(list(AuditEntry.objects.values_list("after", flat=True)))
