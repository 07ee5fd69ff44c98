"""The mergers of 2025 applied to the demonstration: two reports, each read by the units of the time and by today's."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from clusters.figures.rules.terms import SheetState
from clusters.models import ClusterYear, Indicator, Membership, Merger, Organisation
from clusters.organisations.rules.units_of_today import Units
from emulation.core.numbers import format_integer
from emulation.core.period import Period
from emulation.desk import demonstration
from emulation.desk.demonstration.counts import BY_LINE
from reports.document.rules.document import Document
from reports.document.rules.tables import UNKNOWN
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.register.make import make_honours
from tests.clusters.figures.make import in_state, make_figure
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.databases import cloned, pointed_at
from tests.reports.six_month.readings import docx_text, pdf_text, row_of, table_of, texts_of

LOADED, MERGED, TODAY = date(2023, 7, 10), date(2025, 7, 1), date(2026, 7, 10)
FIVE_CITIES = ["Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Thành phố Hồ Chí Minh"]
CITY = "Cần Thơ (nay gồm Cần Thơ, Hậu Giang, Sóc Trăng; trong Cụm này: Hậu Giang, Sóc Trăng)"
SOUTH_WEST = {
    "An Giang (nay gồm An Giang, Kiên Giang, đều trong Cụm này)": 5,
    "Cà Mau (nay gồm Bạc Liêu, Cà Mau, đều trong Cụm này)": UNKNOWN,
    CITY: 7,
    "Đồng Tháp (nay gồm Đồng Tháp, Tiền Giang, đều trong Cụm này)": UNKNOWN,
    "Tây Ninh (nay gồm Long An, Tây Ninh; trong Cụm này: Long An)": 4,
    "Vĩnh Long (nay gồm Bến Tre, Trà Vinh, Vĩnh Long, đều trong Cụm này)": UNKNOWN,
}
HONOURS = {"Sóc Trăng": 4, "Hậu Giang": 3, "Kiên Giang": 3, "An Giang": 2, "Long An": 4}
FIGURES = {
    "grdp-toc-do-tang": {"Sóc Trăng": "7,1%", "Hậu Giang": "trên 7,5%", "Kiên Giang": "6,5%", "Long An": "8%"},
    "thu-ngan-sach": {"Sóc Trăng": "3.412,5 tỷ đồng", "Hậu Giang": "2.900 tỷ đồng", "Long An": "14.000 tỷ đồng"},
    "xa-nong-thon-moi": {"Sóc Trăng": "70/80", "Hậu Giang": "40/51", "An Giang": "90/110"},
    "phong-trao-chuyen-de": {"Sóc Trăng": "trên 20", "Hậu Giang": "11", "Kiên Giang": "12", "An Giang": "9"},
}


def both_ways(cluster_year) -> list[Document]:
    """(by the units of the time, by today's)"""
    return [compose(collect(cluster_year, 1, as_of=TODAY, units=units)) for units in Units]


def merge_all_of_2025():
    call_command("merge_organisations", recorded=True, day=MERGED, actor="quantri", stdout=StringIO())
    assert Merger.objects.filter(day=MERGED).count() == 23


@pytest.fixture(scope="module")
def five_cities(demo_template, django_db_blocker):
    """Its report by the units of the time and by today's; what is read of them needs no database."""
    with cloned(demo_template[0]) as name, pointed_at(name, django_db_blocker):
        demonstration.load_demonstration(LOADED, complete=True)
        merge_all_of_2025()
        return both_ways(ClusterYear.objects.select_related("cluster__owner").get(cluster__code="CUM_5TP", year=2023))


@pytest.fixture(scope="module")
def south_west(demo_template, django_db_blocker):
    """The same of the first half of 2025, the last before the merger; the members' honours and accepted figures are
    invented."""
    with cloned(demo_template[0]) as name, pointed_at(name, django_db_blocker):
        return both_ways(year_of_the_south_west())


def year_of_the_south_west() -> ClusterYear:
    sat = Membership.objects.filter(cluster__code="CUM_TNB").select_related("cluster__owner", "organisation")
    members = {row.organisation.name: row.organisation for row in sat}
    cluster_year = make_cluster_year(cluster=sat[0].cluster, year=2025)
    make_post(cluster_year=cluster_year, organisation=members["Kiên Giang"], during=Period.half_year(2025, 1))
    for name, number in HONOURS.items():
        make_honours(members[name], number, decision_date=date(2025, 4, 15), achievement_year=2024)
    indicators = {one.code: one for one in Indicator.objects.filter(code__in=FIGURES)}
    sheets = {}
    for code, figures in FIGURES.items():
        for name, value in figures.items():
            figure = make_figure(
                cluster_year=cluster_year, organisation=members[name], indicator=indicators[code], value=value
            )
            assert figure.value is not None
            sheets[figure.sheet_id] = figure.sheet
    for sheet in sheets.values():
        in_state(sheet, SheetState.ACCEPTED)
    merge_all_of_2025()
    return cluster_year


def test_the_five_cities_of_2023_make_the_same_23735_both_ways(five_cities, tmp_path):
    then, today = five_cities
    by_member = table_of(then, "Khen thưởng theo đơn vị thành viên")
    assert [row.cells[0] for row in by_member.rows] == [*FIVE_CITIES, "Toàn Cụm"]
    by_unit = table_of(today, "Khen thưởng theo đơn vị hành chính hiện nay")
    assert [row.cells[0] for row in by_unit.rows] == [
        "Cần Thơ (nay gồm Cần Thơ, Hậu Giang, Sóc Trăng; trong Cụm này: Cần Thơ)",
        "Đà Nẵng (nay gồm Đà Nẵng, Quảng Nam; trong Cụm này: Đà Nẵng)",
        "Hà Nội",
        "Hải Phòng (nay gồm Hải Dương, Hải Phòng; trong Cụm này: Hải Phòng)",
        "Thành phố Hồ Chí Minh (nay gồm Bà Rịa - Vũng Tàu, Bình Dương, Thành phố Hồ Chí Minh; "
        "trong Cụm này: Thành phố Hồ Chí Minh)",
        "Toàn Cụm",
    ]
    for name in (*FIVE_CITIES, "Toàn Cụm"):
        assert row_of(by_member, name)[1:] == row_of(by_unit, name)[1:]
    assert row_of(by_unit, "Cần Thơ")[4] == sum(cities["92"] for cities in BY_LINE.values())
    for document in (then, today):
        said = docx_text(document)
        assert "Các đơn vị thành viên có 23.735\u00a0lượt khen thưởng" in said
        assert "đều trên 3,5%" in said
    assert "Quảng Nam" not in docx_text(then)
    printed = pdf_text(today, tmp_path)
    assert "Nghị quyết 202/2025/QH15" in printed
    assert "23.735" in printed
    assert any(text.endswith("Không tính Quảng Nam vì trong kỳ không là thành viên Cụm.") for text in texts_of(today))


def test_a_city_s_own_growth_is_not_passed_off_as_that_of_the_unit_it_went_into(five_cities):
    table = five_cities[1].annexes[1].blocks[0]
    growth = row_of(table, "Tốc độ tăng tổng sản phẩm")
    assert "Hải Phòng: trên 3,5%" in growth
    assert "trên 3,5%" in growth, "Hà Nội is what it was"


def test_the_south_west_of_2025_is_joined_and_every_total_stays(south_west, tmp_path):
    then, today = south_west
    by_member = table_of(then, "Khen thưởng theo đơn vị thành viên")
    assert len(by_member.rows) == 12 + 1
    assert {name: row_of(by_member, name)[4] for name in HONOURS} == HONOURS
    by_unit = table_of(today, "Khen thưởng theo đơn vị hành chính hiện nay")
    assert {row.cells[0]: row_of(by_unit, row.cells[0])[4] for row in by_unit.rows[:-1]} == SOUTH_WEST
    assert row_of(by_unit, "Toàn Cụm") == row_of(by_member, "Toàn Cụm")
    assert row_of(by_unit, "Toàn Cụm")[4] == sum(HONOURS.values())
    assert f"{CITY}. Không tính Cần Thơ (trước sắp xếp) vì trong kỳ không là thành viên Cụm." in texts_of(today)
    for document in (then, today):
        total = f"có {format_integer(sum(HONOURS.values()))}\u00a0lượt khen thưởng"
        assert total in docx_text(document)
    printed = pdf_text(today, tmp_path)
    assert "Cần Thơ (Hậu Giang, Sóc Trăng)" in printed
    assert "bản để so sánh, không ký" in printed


def test_in_the_south_west_what_can_be_added_is_and_a_growth_rate_is_not(south_west):
    then, today = south_west
    table = today.annexes[1].blocks[0]
    place = [column.title for column in table.columns].index("Cần Thơ (Hậu Giang, Sóc Trăng)")
    cells = {words: row_of(table, words)[place] for words in ("Tốc độ", "Tổng thu", "Số xã đạt chuẩn", "Số phong trào")}
    assert cells == {
        "Tốc độ": "Hậu Giang: trên 7,5%; Sóc Trăng: 7,1%",
        "Tổng thu": Decimal("6312.5"),
        "Số xã đạt chuẩn": "110/131 (83,97%)",
        "Số phong trào": "trên 31",
    }
    assert "14,6%" not in docx_text(today)
    assert table_of(today, "Kết quả chung của Cụm").rows == table_of(then, "Kết quả chung của Cụm").rows


@pytest.mark.django_db
def test_the_reference_data_alone_says_who_merged():
    old, new = (Organisation.objects.coded("92", day).get() for day in (LOADED, TODAY))
    assert (old.name, new.name) == ("Cần Thơ", "Cần Thơ")
    assert old != new
