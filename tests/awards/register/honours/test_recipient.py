"""Everything one recipient received: who belongs together, what is only perhaps the same, who sees what."""

import re
from datetime import date

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import SubjectKind
from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from awards.rows.rules.person import person_key
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.awards.register.honours.typing import logged_in
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation

pytestmark = pytest.mark.django_db
BIRTH = date(1975, 3, 5)


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


def person(office, year, *, key=None, birth=BIRTH, **fields):
    unit = fields.get("unit", "Trường A")
    key = person_key("Nguyễn Thị Mẫu", birth, unit.casefold()) if key is None else key
    return make_honour(
        office,
        **{
            "name": "Nguyễn Thị Mẫu",
            "unit": unit,
            "birth_date": birth,
            "birth_year": birth.year,
            "recipient_key": key,
            "decision_date": date(year, 3, 15),
            "achievement_year": year - 1,
            **fields,
        },
    )


def page_of(client, honour, **asked):
    return client.get(reverse("awards:honour-recipient", args=[honour.pk]), asked)


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def years(response):
    return [(one["gap"].first, one["gap"].last) if "gap" in one else one["year"] for one in response.context["years"]]


def ids(response):
    return {row["honour"].pk for one in response.context["years"] for row in one.get("rows", ())}


def test_a_person_is_followed_through_organisations_year_by_year(client, office):
    logged_in(client, make_organisation())
    elsewhere = make_organisation()
    first, last = person(elsewhere, 2018), person(office, 2022)
    person(office, 2020, key="cccd:khác")
    answer = page_of(client, last)
    assert ids(answer) == {first.pk, last.pk}
    assert years(answer)[-3:] == [2022, (2019, 2021), 2018]
    assert "2019–2021: không có khen thưởng trong sổ" in text(answer)


def test_how_often_each_award_and_no_revoked_one_among_them(client, office):
    logged_in(client, office)
    honour = person(office, 2022)
    person(office, 2021)
    person(office, 2020, status=HonourStatus.REVOKED)
    person(office, 2019, status=HonourStatus.UNDONE)
    answer = page_of(client, honour)
    assert [one["times"] for one in answer.context["times"]] == [2]
    assert answer.context["total"] == 2
    assert years(answer)[-3:] == [2022, 2021, 2020]
    assert "Đã hủy bỏ" in text(answer)


def test_anothers_revoked_honour_is_not_told(client, office):
    honour = person(office, 2022)
    person(office, 2020, status=HonourStatus.REVOKED)
    logged_in(client, make_organisation())
    assert ids(page_of(client, honour)) == {honour.pk}


def test_a_collective_is_its_name_in_its_unit_and_organisation(client, office):
    logged_in(client, office)
    body = {"subject_kind": SubjectKind.COLLECTIVE, "name": "Phòng Tổ chức", "unit": "Sở A"}
    first = make_honour(office, **body)
    second = make_honour(office, **(body | {"name": "PHÒNG  TỔ CHỨC"}))
    make_honour(office, **(body | {"unit": "Sở B"}))
    make_honour(make_organisation(), **body)
    make_honour(office, **(body | {"subject_kind": SubjectKind.HOUSEHOLD}))
    assert ids(page_of(client, first)) == {first.pk, second.pk}


@pytest.mark.parametrize("kind", [SubjectKind.INDIVIDUAL, SubjectKind.HOUSEHOLD])
def test_without_a_key_nothing_is_claimed(client, office, kind):
    logged_in(client, office)
    fields = {"subject_kind": kind, "name": "Trùng Tên", "unit": "Sở A"}
    honour = make_honour(office, **fields)
    make_honour(office, **fields)
    answer = page_of(client, honour)
    assert ids(answer) == {honour.pk}
    assert not answer.context["is_known"]


class TestPerhapsTheSame:
    def names(self, answer):
        return {one["honour"].pk for one in answer.context["perhaps"]}

    def test_same_name_and_year_of_birth_elsewhere_within_the_office(self, client, office):
        logged_in(client, office)
        honour = person(office, 2022)
        moved = person(office, 2020, unit="Trường B", name="NGUYỄN THỊ MẪU")
        person(office, 2019, unit="Trường B", birth=date(1980, 1, 1))
        person(office, 2018)
        answer = page_of(client, honour)
        assert self.names(answer) == {moved.pk}
        assert "Có thể là cùng một người" in text(answer)
        assert moved.pk not in ids(answer)

    def test_an_office_does_not_learn_years_of_birth_of_another(self, client, office):
        honour = person(office, 2022)
        other = make_organisation()
        person(other, 2020, unit="Trường B")
        logged_in(client, office)
        assert self.names(page_of(client, honour)) == set()
        logged_in(client, other)
        assert self.names(page_of(client, honour, rieng="1")) == set()
        assert not AuditEntry.objects.filter(verb="awards.read_personal").exists()

    def test_the_central_board_compares_after_asking_and_that_is_logged(self, client, office):
        honour = person(office, 2022)
        moved = person(make_organisation(), 2020, unit="Trường B")
        logged_in(client, make_organisation(), Role.CENTRAL_REVIEWER)
        assert self.names(page_of(client, honour)) == set()
        assert not AuditEntry.objects.filter(verb="awards.read_personal").exists()
        page_of(client, honour, rieng="1")
        assert not AuditEntry.objects.filter(verb="awards.read_personal").exists(), "no link writes in the journal"
        asked = client.post(reverse("awards:honour-recipient", args=[honour.pk]), {"rieng": "1"})
        assert self.names(asked) == {moved.pk}
        assert AuditEntry.objects.get(verb="awards.read_personal").subject_id == str(honour.pk)

    def test_without_a_year_of_birth_nobody(self, client, office):
        logged_in(client, office)
        honour = make_honour(office, name="Nguyễn Thị Mẫu")
        make_honour(office, name="Nguyễn Thị Mẫu", unit="Trường B")
        assert self.names(page_of(client, honour)) == set()


def test_the_page_never_says_the_birth_date_nor_does_its_address(client, office):
    logged_in(client, office)
    answer = page_of(client, person(office, 2022, identity_tail="6789"))
    assert "1975" not in text(answer)
    assert "6789" not in text(answer)


def test_for_somebody_without_a_mandate_it_is_not_there(client, office):
    honour = person(office, 2022)
    logged_in(client, office)
    assert page_of(client, honour).status_code == 200
    Honour.objects.update(status=HonourStatus.REVOKED)
    logged_in(client, make_organisation())
    assert page_of(client, honour).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_a_constant_number_of_queries(client, office, rows, django_assert_num_queries):
    honour = person(office, 2022)
    for number in range(rows):
        person(office, 2010 + number)
        person(office, 2010 + number, unit="Trường B")
    logged_in(client, office)
    page_of(client, honour)
    with django_assert_num_queries(9):
        page_of(client, honour)
