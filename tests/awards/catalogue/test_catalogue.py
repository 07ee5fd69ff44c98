"""The catalogue page: names of a day, filters that understand short forms, and what is not verified said aloud."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.models import Organisation, OrganisationKind
from emulation.core.actor import Role
from tests.awards.register.make import make_award
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.reading import client_in

pytestmark = pytest.mark.django_db


def signed_in(role=Role.OFFICER, organisation=None):
    client = client_in("en")
    user = make_mandate(role=role, organisation=organisation).user
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def officer():
    return signed_in(organisation=Organisation.objects.coded("92", date(2023, 7, 10)).get())


def page(client, **asked):
    response = client.get(reverse("awards:catalogue"), asked)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_names_are_those_of_the_day_and_of_the_kind_of_province(officer):
    told = page(officer, ngay="10/07/2023")
    assert "Bằng khen của Chủ tịch UBND thành phố" in told
    assert "Chiến sĩ thi đua cấp thành phố" in told
    assert "Luật Thi đua, khen thưởng 2003" in told
    assert "Chiến sĩ thi đua cấp tỉnh" in page(officer, ngay="10/07/2023", noi="province")
    assert "đặc khu tiêu biểu" in page(officer, ngay="01/07/2025")
    assert "thị trấn tiêu biểu" in page(officer, ngay="30/06/2025")


def test_an_award_not_given_on_that_day_is_not_shown(officer):
    assert "thị trấn tiêu biểu" not in page(officer, ngay="31/12/2023", ho="title")


def test_short_forms_and_words_without_accents_find_it(officer):
    for asked in ("HCLĐ", "huan chuong lao", "Huân chương Lao động"):
        told = page(officer, tim=asked)
        assert "Huân chương Lao động hạng Ba" in told
        assert "Huân chương Độc lập hạng Ba" not in told


def test_families_and_subjects_filter(officer):
    titles = page(officer, ho="title")
    assert "Lao động tiên tiến" in titles
    assert "Giải thưởng Hồ Chí Minh" not in titles
    households = page(officer, doi_tuong="household")
    assert "Lao động tiên tiến" in households, "a filter of another name is no filter"
    households = page(officer, **{"doi-tuong": "household"})
    assert "Gia đình văn hóa" in households
    assert "Lao động tiên tiến" not in households


def test_what_is_not_verified_says_so_in_a_word(officer):
    assert "not verified" in page(officer, tim="Huân chương Kháng chiến chống Mỹ")
    assert "not verified" not in page(officer, tim="Bằng khen của Thủ tướng Chính phủ")


def test_nothing_found_offers_a_way_back(officer):
    told = page(officer, tim="không có danh hiệu này")
    assert "No award is found" in told
    assert reverse("awards:catalogue") in told


def test_a_day_that_is_none_is_named_and_today_is_taken(officer):
    told = page(officer, ngay="31/02/2023")
    assert "is not a day of the calendar" in told
    assert "Lao động tiên tiến" in told


def test_who_has_no_mandate_finds_no_catalogue():
    client = client_in("en")
    client.force_login(make_user(), "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("awards:catalogue")).status_code == 404


def test_central_people_read_general_names():
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    told = page(signed_in(Role.CENTRAL_REVIEWER, board), ngay="10/07/2023")
    assert "Bằng khen của Chủ tịch UBND tỉnh, thành phố" in told


def test_the_same_queries_however_many_awards(officer, django_assert_num_queries):
    page(officer)
    with CaptureQueriesContext(connection) as few:
        page(officer, tim="Chiến sĩ tiên tiến")
    with CaptureQueriesContext(connection) as many:
        page(officer)
    assert len(few) == len(many)
    for number in range(3):
        make_award(code=f"THEM_{number}")
    with django_assert_num_queries(len(many)):
        page(officer)
