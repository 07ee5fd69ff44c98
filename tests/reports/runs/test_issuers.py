"""Whose paper it is, read from the register: a block of departments, a cluster whose head changed, nobody's year."""

from datetime import date

import pytest

from clusters.models import ClusterKind, ClusterLevel, OrganisationKind
from emulation.core.period import Period
from reports.document.rules.issuer import Paper
from reports.runs.models.issuers import issuer_of
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_post
from tests.clusters.organisations.make import make_organisation

pytestmark = pytest.mark.django_db
DAY = date(2023, 7, 10)


def department(city, name, **more):
    return make_organisation(name=name, kind=OrganisationKind.UNIT, parent=city, **more)


@pytest.fixture
def city():
    return make_organisation(name="Cần Thơ", kind=OrganisationKind.CITY)


@pytest.fixture
def block(city):
    cluster = make_cluster(name="Khối thi đua thử", owner=city, kind=ClusterKind.KHOI, level=ClusterLevel.PROVINCE)
    year = make_cluster_year(cluster=cluster)
    make_post(cluster_year=year, organisation=department(city, "Sở Tài chính thành phố Cần Thơ"))
    return year


def test_a_block_reports_to_its_city_and_to_the_office_that_stands_there_that_day(city, block):
    department(city, "Sở Nội vụ cũ", during=Period(None, date(2023, 1, 1)))
    assert issuer_of(Paper.REPORT, cluster_year=block, on=DAY).recipients[1] == "Các đơn vị thành viên Khối"
    department(city, "Sở Nội vụ thành phố Cần Thơ")
    issuer = issuer_of(Paper.REPORT, cluster_year=block, on=DAY)
    assert (issuer.superior, issuer.name, issuer.symbol) == (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ",
        "SỞ TÀI CHÍNH",
        "BC-STC",
    )
    assert issuer.recipients[1] == "Sở Nội vụ thành phố Cần Thơ (để báo cáo)"
    result = issuer_of(Paper.RESULT, cluster_year=block, on=DAY)
    assert (result.symbol, result.register) == ("TB-KTĐ", f"cluster/{block.cluster_id}")
    assert result.capacity("chief").lines == ("TM. KHỐI THI ĐUA", "KHỐI TRƯỞNG", "GIÁM ĐỐC SỞ TÀI CHÍNH")


def test_the_head_is_that_of_the_day_unless_a_body_is_named(city):
    year = make_cluster_year()
    first, then = (make_organisation(name=name, kind=OrganisationKind.CITY) for name in ("Hải Phòng", "Đà Nẵng"))
    make_post(cluster_year=year, organisation=first, during=Period(date(2023, 1, 1), date(2023, 6, 1)))
    make_post(cluster_year=year, organisation=then, during=Period(date(2023, 6, 1), date(2024, 1, 1)))
    assert issuer_of(Paper.REPORT, cluster_year=year, on=date(2023, 5, 1)).place == "Hải Phòng"
    assert issuer_of(Paper.REPORT, cluster_year=year, on=DAY).place == "Đà Nẵng"
    assert issuer_of(Paper.REPORT, cluster_year=year, organisation=first, on=DAY).place == "Hải Phòng"
    assert issuer_of(Paper.MINUTES, cluster_year=year, on=DAY, met_with=city).place == "Cần Thơ"


def test_a_provinces_own_report_and_what_nobody_issues(city):
    own = issuer_of(Paper.REPORT, organisation=city, on=DAY)
    assert (own.symbol, own.register) == ("BC-UBND", f"organisation/{city.pk}")
    for asked in ({"cluster_year": make_cluster_year()}, {}):
        with pytest.raises(LookupError):
            issuer_of(Paper.REPORT, on=DAY, **asked)
