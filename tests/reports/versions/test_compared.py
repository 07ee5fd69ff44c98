"""Two versions side by side: what differs is marked, for those who may read both."""

from datetime import date

import pytest
from django.urls import reverse

from emulation.core.actor import Role
from tests.awards.register.make import make_honour
from tests.clusters.people.make import actor_for
from tests.reports.runs.test_corrections import correction_of
from tests.reports.runs.test_drafts_in_hand import word
from tests.reports.signing.make import made, person, signed
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(YEAR, 7, 10)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON


def at(report, other=None):
    url = reverse("reports:compared", args=[report.pk])
    return url if other is None else f"{url}?voi={other.pk}"


def test_a_signed_report_and_its_correction_stand_side_by_side(client):
    year = make_headed_year()
    officer, approver = (person(year.cities[0], role) for role in (Role.OFFICER, Role.APPROVER))
    make_honour(year.cities[0])
    draft = made(year, officer, on=ON)
    client.force_login(officer)
    assert "Chưa có bản khác" in client.get(at(draft)).content.decode()
    report = signed(draft, actor=actor_for(user=approver), number=7)
    make_honour(year.cities[1])
    correction = correction_of(report, officer)
    word(correction, officer, "Cả Cụm có [2 lượt khen thưởng], gồm [2 lượt cá nhân].")
    page = client.get(at(correction)).content.decode()
    assert "Cả Cụm có 2" in page.replace("\xa0", " ").replace("<ins>", "").replace("</ins>", "")
    assert "<del>Các đơn vị thành viên" in page
    assert "đính chính" in page
    assert "không có" in page
    assert client.get(at(report, correction)).status_code == 200
    assert client.get(at(report, report)).status_code == 404
    assert client.get(f"{at(report)}?voi={'9' * 40}").status_code == 404
    client.force_login(person(year.cities[1], Role.OFFICER))
    assert client.get(at(report, correction)).status_code == 404
    assert "Chưa có bản khác" in client.get(at(report)).content.decode()
