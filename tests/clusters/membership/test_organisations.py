"""Organisations of a day and one through time."""

import pytest
from django.urls import reverse

from emulation.core import clock
from tests.clusters.membership.make import make_membership
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.visitors import an_officer
from tests.periods import BEFORE_MERGER, MERGER, SINCE_MERGER

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return an_officer()


def test_a_province_through_time_shows_what_came_before_and_after(officer):
    old, new = make_organisation(during=BEFORE_MERGER), make_organisation(during=SINCE_MERGER)
    make_succession(predecessor=old, successor=new, day=MERGER, legal_basis="Nghị quyết số 1/THU")
    membership = make_membership(organisation=old, during=BEFORE_MERGER)
    for one in (old, new):
        page = officer.get(one.get_absolute_url()).content.decode()
        assert old.name in page
        assert new.name in page
        assert "Nghị quyết số 1/THU" in page
    assert membership.cluster.name in officer.get(new.get_absolute_url()).content.decode()


def test_organisations_of_a_day_are_found_without_accents_and_by_code(officer):
    old = make_organisation(name="Xứ Đoài Thử", code="X9", during=BEFORE_MERGER)
    listed = reverse("clusters:organisations")
    for search in ("xu doai", "X9", "ĐOÀI"):
        page = officer.get(listed, {"q": search, "ngay": "30/06/2025"})
        assert [row.pk for row in page.context["rows"]] == [old.pk], search
    page = officer.get(listed, {"q": "xu doai", "ngay": "01/07/2025"})
    assert page.context["rows"] == []
    assert "01/07/2025" in page.content.decode()


def test_a_day_that_is_none_is_said_and_nothing_is_lost(officer):
    page = officer.get(reverse("clusters:organisations"), {"q": "ha", "ngay": "31/02/2025"})
    assert page.status_code == 200
    assert "31/02/2025" in page.content.decode()
    assert page.context["day"] == clock.today()
