"""The criterion by which a list knows what the register has, asked about one line."""

from datetime import date

import pytest

from awards.catalogue.rules.terms import SubjectKind
from awards.models import Honour
from awards.register.actions.same import same_in_register
from awards.register.rules.terms import HonourStatus
from tests.awards.register.make import honour_fields, make_honour
from tests.clusters.organisations.make import make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_organisation()


def line(office, **fields):
    return Honour(organisation=office, **honour_fields(**{"name": "Nguyễn Thị Mẫu", **fields}))


def test_the_very_same_line_is_found_whether_saved_or_not(office):
    kept = make_honour(office, name="Nguyễn Thị Mẫu", birth_date=date(1975, 3, 5), birth_year=1975)
    assert same_in_register(line(office, birth_date=date(1975, 3, 5), birth_year=1975)) == ([kept.pk], [])
    assert same_in_register(kept) == ([], [])


def test_a_line_that_differs_by_birth_or_identity_only_may_be_the_same(office):
    kept = make_honour(office, name="Nguyễn Thị Mẫu", identity_digest="a" * 64)
    assert same_in_register(line(office)) == ([], [kept.pk])
    assert same_in_register(line(office, decision_number=" 123 /qđ-ubnd", identity_digest="a" * 64)) == ([kept.pk], [])


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Nguyễn Thị Mậu Hai"},
        {"award": "CSTDCS"},
        {"decision_date": date(2023, 3, 16)},
        {"decision_number": "124/QĐ-UBND"},
        {"subject_kind": SubjectKind.HOUSEHOLD},
        {"unit": "Trường khác"},
    ],
)
def test_anything_else_makes_another_honour(office, other):
    make_honour(office, name="Nguyễn Thị Mẫu")
    assert same_in_register(line(office, **other)) == ([], [])


def test_what_no_longer_counts_or_is_anothers_is_not_there(office):
    make_honour(office, name="Nguyễn Thị Mẫu", status=HonourStatus.REVOKED)
    make_honour(make_organisation(), name="Nguyễn Thị Mẫu")
    assert same_in_register(line(office)) == ([], [])
