"""Conferences that a province holds by itself: entered, changed and struck out by its own people on its own page."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.models import OrganisationKind, ProvinceConference
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.clusters.figures.visiting import words
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate
from tests.periods import DAY

pytestmark = pytest.mark.django_db
SAID = {"kind": "year_end", "year": "2022", "held_on": "20/02/2023", "place": "Nơi Thử", "people": "250"}


@pytest.fixture
def city(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_organisation(name="Thành Thử", kind=OrganisationKind.CITY)


@pytest.fixture
def officer(city, client):
    client.force_login(make_mandate(organisation=city, role=Role.OFFICER).user)
    return client


def page_of(city, name="", *more):
    return reverse(f"clusters:province-conference{name}", args=[city.pk, *more])


def test_entered_changed_and_struck_out_with_its_reason(city, officer):
    assert "Chưa nhập hội nghị nào" in words(officer.get(page_of(city, "s")))
    officer.post(page_of(city, "-add"), SAID)
    held = ProvinceConference.objects.get()
    assert (held.year, held.held_on, held.people) == (2022, date(2023, 2, 20), 250)
    officer.post(page_of(city, "", held.pk), SAID | {"conclusion": "Hội nghị nhất trí."})
    assert "Hội nghị nhất trí." in words(officer.get(page_of(city, "s")))
    assert officer.post(page_of(city, "-strike-out", held.pk), {"why": ""}).status_code == 422
    officer.post(page_of(city, "-strike-out", held.pk), {"why": "Nhập nhầm"})
    assert "Hội nghị nhất trí." not in words(officer.get(page_of(city, "s")))
    assert ProvinceConference.objects.get().withdrawn_at is not None
    kept = AuditEntry.objects.filter(verb="clusters.strike_out_province_conference").get()
    assert (kept.why, kept.organisation_id) == ("Nhập nhầm", city.pk)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"held_on": "20/02/2024"}, "tổ chức trong năm đó hoặc năm sau"),
        ({"kind": "thematic"}, "chuyên đề"),
        ({"place": ""}, "Địa điểm"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field_with_the_rest_kept(city, officer, changed, sentence):
    answer = officer.post(page_of(city, "-add"), SAID | changed)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="250"' in words(answer)
    assert not ProvinceConference.objects.exists()


def test_the_same_one_is_not_entered_twice(city, officer):
    officer.post(page_of(city, "-add"), SAID)
    again = officer.post(page_of(city, "-add"), SAID)
    assert "đã được nhập" in words(again)
    assert ProvinceConference.objects.count() == 1


def test_it_is_not_there_for_its_departments_and_for_other_provinces(city, client):
    for body in (make_organisation(kind=OrganisationKind.UNIT, parent=city), make_organisation()):
        client.force_login(make_mandate(organisation=body, role=Role.OFFICER).user)
        assert client.get(page_of(city, "s")).status_code == 404
        assert client.post(page_of(city, "-add"), SAID).status_code == 404
        assert "Hội nghị của tỉnh" not in client.get(city.get_absolute_url()).content.decode()
    assert not ProvinceConference.objects.exists()
