"""Who can make no report is told why in words, and where else to go, instead of a page that is not there."""

from datetime import date

import pytest
from django.urls import reverse

from clusters.models import ClusterYear
from emulation.core.actor import Role
from reports.models import Report
from tests.clusters.organisations.make import make_organisation
from tests.reports.signing.make import person
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
ON = date(YEAR, 7, 10)


@pytest.fixture(autouse=True)
def demonstration_day(settings):
    settings.DEMONSTRATION_DAY = ON


def page(client, user, **said):
    client.force_login(user)
    answer = client.post(reverse("reports:new"), said) if said else client.get(reverse("reports:new"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_is_told_the_reason_that_is_theirs(client):
    year = make_headed_year()
    head, member = (person(city, Role.OFFICER) for city in year.cities)
    assert "<form" in page(client, head)
    told = page(client, member, cluster_year=year.pk, half=1)
    assert "không là cụm trưởng của năm thi đua nào đang mở" in told
    assert reverse("reports:new-of-province") in told
    assert not Report.objects.exists()
    reader = page(client, person(make_organisation(), Role.REPORT_READER))
    assert "Báo cáo do đơn vị cụm trưởng lập cho cụm" in reader
    assert reverse("reports:reports") in reader
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=ON)
    told = page(client, head)
    assert f"cụm trưởng của {ClusterYear.objects.get(pk=year.pk)}; năm thi đua này đã khóa" in told
    assert "lập đính chính" in told
