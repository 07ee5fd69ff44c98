"""What members declare without names stands in a table of its own, with its document, and moves no other number."""

from datetime import date
from decimal import Decimal

import pytest

from awards.catalogue.rules.terms import Level, SubjectKind
from awards.totals.rules.terms import Measure, TotalState, TotalSubject
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from reports.year_end.compose import compose as compose_year
from reports.year_end.material import collect_year
from tests.awards.register.make import make_honour
from tests.awards.totals.make import make_source, make_total
from tests.clusters.organisations.make import make_organisation
from tests.reports.six_month.readings import table_of, tables_of, texts_of
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.django_db
DAY = date(2023, 7, 10)
OURS = "không có danh sách"


@pytest.fixture
def year():
    return make_headed_year()


def rows_of(document):
    return [row.cells[1:6] for row in table_of(document, OURS).rows]


def test_a_total_stands_beside_the_register_with_its_document_and_moves_nothing_else(year):
    city = year.cities[0]
    make_honour(city)
    before = compose(collect(year, 1, as_of=DAY))
    make_total(city, count=5480, source=make_source(city, number="215/BC-UBND"))
    make_total(make_organisation(), count=9)
    after = compose(collect(year, 1, as_of=DAY))
    assert rows_of(after) == [("Khen thưởng: các danh hiệu, hình thức", "Lượt", 5480, 1, 5479)]
    assert table_of(after, OURS).rows[0].cells[-1] == "215/BC-UBND ngày 05/7/2023"
    others = [table.rows for table in tables_of(after) if OURS not in table.caption]
    assert others == [table.rows for table in tables_of(before)]


def test_shares_and_campaigns_are_told_in_sentences(year):
    city = year.cities[0]
    make_total(city, measure=Measure.DIRECT_SHARE, share=Decimal("81.25"))
    make_total(city, measure=Measure.DIRECT_SHARE, share=Decimal("70.4"), level=Level.STATE)
    make_total(city, measure=Measure.CAMPAIGNS, count=64)
    told = " ".join(texts_of(compose(collect(year, 1, as_of=DAY))))
    assert "tỷ lệ khen thưởng cho người trực tiếp lao động, công tác 81,25%" in told
    assert "tỷ lệ khen thưởng cấp Nhà nước cho người trực tiếp lao động, công tác 70,4%" in told
    assert "64 phong trào thi đua theo chuyên đề" in told


def test_what_the_register_cannot_know_is_left_open(year):
    city = year.cities[0]
    make_honour(city, subject_kind=SubjectKind.COLLECTIVE)
    make_total(city, subject=TotalSubject.COLLECTIVE, count=4)
    make_total(city, subject=TotalSubject.TOGETHER, count=7)
    make_total(city, measure=Measure.HANDED_OVER, subject=TotalSubject.INDIVIDUAL, count=3)
    make_total(city, level=Level.STATE, days=Days.CUT_OFF, count=8)
    assert [row[1:] for row in rows_of(compose(collect(year, 1, as_of=DAY)))] == [
        ("Tập thể", 4, 1, 3),
        ("Tập thể, cá nhân (chưa tách)", 7, None, None),
        ("Cá nhân", 3, None, None),
        ("Lượt", 8, None, None),
    ]


def test_a_year_tells_its_halves_only_where_the_whole_is_not_declared(year):
    city = year.cities[0]
    for half, count in ((1, 10), (2, 20), (WHOLE_YEAR, 40)):
        make_total(city, half=half, count=count)
    make_total(city, half=1, level=Level.STATE, count=5)
    make_total(city, half=2, level=Level.STATE, count=6, state=TotalState.WITHDRAWN)
    document = compose_year(collect_year(year, as_of=date(2024, 1, 10)))
    assert [row[:3] for row in rows_of(document)] == [
        ("Khen thưởng: các danh hiệu, hình thức", "Lượt", 40),
        ("Khen thưởng: cấp Nhà nước (6 tháng đầu năm 2023)", "Lượt", 5),
    ]


@pytest.mark.parametrize("totals", [1, 4])
def test_totals_ask_no_more_the_more_there_are(year, totals, django_assert_num_queries):
    for number in range(totals):
        make_total(year.cities[0], level=list(Level)[number])
    year.refresh_from_db()
    with django_assert_num_queries(20):
        collect(year, 1, as_of=DAY)
