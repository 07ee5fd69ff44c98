"""The six-month report read both ways: what is joined, what stands apart, and that the totals are the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Indicator, Membership
from clusters.organisations.rules.units_of_today import Units
from emulation.core.period import Period
from reports.agreement.rules.printed import printed_together
from reports.agreement.rules.terms import Verdict
from reports.document.rules.tables import UNKNOWN
from reports.runs.models.kinds import DoesNotAddUp
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.register.make import make_honours
from tests.awards.totals.make import make_total
from tests.clusters.figures.make import make_indicator
from tests.clusters.membership.make import make_membership
from tests.clusters.mergers.merged import BASIS, TODAY, YEAR, make_accepted, make_merged_year
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.periods import BEFORE_MERGER, MERGER, SINCE_MERGER
from tests.reports.six_month.readings import (
    docx_text,
    html_text,
    pdf_text,
    row_of,
    table_of,
    tables_of,
    texts_of,
    xlsx_text,
)

pytestmark = pytest.mark.django_db
LABEL = "Mẫu Thành (nay gồm Mẫu Bắc, Mẫu Nam, Mẫu Thành; trong Cụm này: Mẫu Bắc, Mẫu Nam)"
HEADING = "Mẫu Thành (Mẫu Bắc, Mẫu Nam)"
HOSTILE = "<b>=1+1</b> #import *x* $y$ {{ z }}"


@pytest.fixture
def merged():
    Indicator.objects.all().delete()
    return make_merged_year()


def honour(merged, *, year=YEAR, **counts):
    """{alone, north, south, new_city: how many}"""
    for name, number in counts.items():
        make_honours(getattr(merged, name), number, decision_date=date(year, 3, 1), achievement_year=year - 1)


def material(merged, units, as_of=TODAY):
    return collect(merged.cluster_year, 1, as_of=as_of, units=units)


def both(merged, as_of=TODAY):
    return [compose(material(merged, units, as_of)) for units in Units]


def headings(table):
    return [column.title for column in table.columns]


def test_members_that_merged_stand_in_one_row_that_says_what_it_is_made_of(merged):
    honour(merged, alone=3, north=2, south=4)
    then, today = both(merged)
    by_member = table_of(then, "Khen thưởng theo đơn vị thành viên")
    assert [row.cells[0] for row in by_member.rows] == ["Mẫu Bắc", "Mẫu Nam", "Thử Một Mình", "Toàn Cụm"]
    by_unit = table_of(today, "Khen thưởng theo đơn vị hành chính hiện nay")
    assert [row.cells[0] for row in by_unit.rows] == [LABEL, "Thử Một Mình", "Toàn Cụm"]
    assert row_of(by_unit, "Mẫu Thành")[1:5] == (0, 6, 0, 6)
    assert row_of(by_unit, "Thử Một Mình") == row_of(by_member, "Thử Một Mình")
    assert row_of(by_unit, "Toàn Cụm") == row_of(by_member, "Toàn Cụm")


def test_every_total_is_the_same_both_ways(merged):
    honour(merged, alone=3, north=2, south=4)
    then, today = both(merged)
    for caption in ("theo danh hiệu, hình thức và đối tượng", "theo phương thức", "theo nhóm đối tượng"):
        assert table_of(today, caption) == table_of(then, caption)
    annexes = [document.annexes[0].blocks[0] for document in (then, today)]
    assert [row.cells[-1] for row in annexes[0].rows] == [row.cells[-1] for row in annexes[-1].rows]
    assert headings(annexes[-1])[2:] == [HEADING, "Thử Một Mình", "Tổng số"]
    assert row_of(annexes[-1], "Tổng số")[2:] == (6, 3, 9)


def test_rows_that_lost_a_member_make_no_report(merged):
    honour(merged, north=1)
    read = material(merged, Units.TODAY)
    lines = tuple(line for line in read.today.lines if not line.is_changed)
    with pytest.raises(DoesNotAddUp):
        compose(replace(read, today=replace(read.today, lines=lines)))


def test_it_says_near_the_top_how_it_is_read_and_whom_it_does_not_count(merged):
    then, today = (texts_of(document) for document in both(merged))
    assert not any("đơn vị hiện nay" in text for text in then)
    assert any(BASIS in text and "ngày 10/7/2026" in text and "đúng bằng báo cáo" in text for text in today[:4])
    assert f"{LABEL}. Không tính Mẫu Thành (trước sắp xếp) vì trong kỳ không là thành viên Cụm." in today


def test_it_has_neither_number_nor_recipients_nor_signature(merged):
    then, today = both(merged)
    assert then.signature.lines
    assert then.number_line
    assert (today.signature.lines, today.recipients, today.number_line) == ((), (), "")
    assert "không ký" in today.subject
    assert today.identifier == f"{then.identifier}/today"
    assert all("số liệu theo đơn vị hành chính hiện nay" in today.attachment_line(annex) for annex in today.annexes)


def test_a_single_member_of_a_larger_unit_still_opens_its_rows_and_a_joined_row_opens_none(merged):
    honour(merged, north=1, south=1)
    joined = table_of(both(merged)[1], "theo đơn vị hành chính hiện nay")
    assert joined.rows[0].cells[4] == 2
    Membership.objects.filter(organisation=merged.north).delete()
    alone = table_of(both(merged)[1], "theo đơn vị hành chính hiện nay")
    assert f"don-vi={merged.south.pk}" in alone.rows[0].cells[4].source


def test_indicators_are_added_put_over_their_wholes_or_left_apart(merged):
    def indicator(derivation, kind, unit="", **values):
        made = make_indicator(unit=unit, value_kind=kind, derivation=derivation)
        make_accepted(merged, made, {getattr(merged, name): value for name, value in values.items()})
        return made.name

    campaigns = indicator(Derivation.SUM, ValueKind.WHOLE, "phong trào", alone="7", north="24", south="73")
    money = indicator(Derivation.SUM, ValueKind.DECIMAL, "tỷ đồng", north="trên 100 tỷ đồng", south="50")
    communes = indicator(Derivation.RATIO, ValueKind.RATIO, "xã", north="1/4", south="2/4")
    growth = indicator(Derivation.COMMON_BOUND, ValueKind.PERCENT, "%", alone="5%", north="trên 3,5%", south="4%")
    urban = indicator(Derivation.BY_HEAD, ValueKind.PERCENT, "%", north="40%")
    vague = indicator(Derivation.SUM, ValueKind.WHOLE, north="khoảng 5", south="trên 3")
    half = indicator(Derivation.SUM, ValueKind.WHOLE, south="12")
    then, today = both(merged)
    table = today.annexes[-1].blocks[0]
    assert headings(table)[3:] == [HEADING, "Thử Một Mình"]
    cells = {name: row_of(table, name)[3] for name in (campaigns, money, communes, growth, urban, vague, half)}
    assert cells == {
        campaigns: Decimal(97),
        money: "trên 150",
        communes: "3/8 (37,50%)",
        growth: "Mẫu Bắc: trên 3,5%; Mẫu Nam: 4%",
        urban: "Mẫu Bắc: 40%; Mẫu Nam: …",
        vague: "Mẫu Bắc: khoảng 5; Mẫu Nam: trên 3",
        half: "12 (Mẫu Nam; Mẫu Bắc chưa có số liệu)",
    }
    assert row_of(table, growth)[4] == row_of(then.annexes[-1].blocks[0], growth)[5] == 5
    assert "không cộng được" in table.note
    assert table_of(today, "Kết quả chung của Cụm").rows == table_of(then, "Kết quả chung của Cụm").rows


def test_shares_of_the_plan_are_never_added(merged):
    money = make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    figures = {merged.north: "100", merged.south: "50"}
    make_accepted(merged, money, figures, shares={merged.north: "gần 50%", merged.south: "45%"})
    table = both(merged)[1].annexes[-1].blocks[0]
    assert row_of(table, money.name)[3] == "150 tỷ đồng (KH: Mẫu Bắc gần 50%; Mẫu Nam 45%)"


def renamed(merged):
    old, new = (make_organisation(name=n, during=d) for n, d in (("Tên Cũ", BEFORE_MERGER), ("Tên Mới", SINCE_MERGER)))
    make_membership(cluster=merged.cluster_year.cluster, organisation=old, during=BEFORE_MERGER)
    make_succession(predecessor=old, successor=new, day=MERGER, kind="rename")
    return old


def test_a_renamed_member_keeps_its_figures_word_for_word(merged):
    growth = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    old = renamed(merged)
    make_honours(old, 2, decision_date=date(YEAR, 3, 1))
    make_accepted(merged, growth, {old: "đạt trên 3,5%"})
    today = both(merged)[1]
    assert row_of(table_of(today, "theo đơn vị hành chính hiện nay"), "Tên Mới (trước đây là Tên Cũ)")[4] == 2
    assert row_of(today.annexes[-1].blocks[0], growth.name)[4] == "đạt trên 3,5%"


def test_a_split_member_stays_as_it_was_with_a_word_why(merged):
    split = make_organisation(name="Thử Tách", during=BEFORE_MERGER)
    make_membership(cluster=merged.cluster_year.cluster, organisation=split, during=BEFORE_MERGER)
    for name in ("Phần Một", "Phần Hai"):
        part = make_organisation(name=name, during=SINCE_MERGER)
        make_succession(predecessor=split, successor=part, day=MERGER, kind="split")
    make_honours(split, 2, decision_date=date(YEAR, 3, 1))
    label = "Thử Tách (đã chia tách thành Phần Hai, Phần Một; không xác định được một đơn vị hiện nay)"
    assert row_of(table_of(both(merged)[1], "theo đơn vị hành chính hiện nay"), "Thử Tách")[0] == label


def test_all_that_merged_in_one_cluster_is_said(merged):
    make_membership(cluster=merged.cluster_year.cluster, organisation=merged.old_city, during=BEFORE_MERGER)
    honour(merged, north=1)
    label = "Mẫu Thành (nay gồm Mẫu Bắc, Mẫu Nam, Mẫu Thành, đều trong Cụm này)"
    assert row_of(table_of(both(merged)[1], "theo đơn vị hành chính hiện nay"), "Mẫu Thành")[0] == label


def test_on_the_eve_of_the_merger_both_readings_have_the_same_rows(merged):
    honour(merged, alone=1, north=1)
    then, today = both(merged, as_of=BEFORE_MERGER.last_day)
    assert any("không đơn vị thành viên nào thay đổi" in text for text in texts_of(today))
    assert table_of(today, "Khen thưởng theo đơn vị").rows == table_of(then, "Khen thưởng theo đơn vị").rows


def of_2026(merged, **before):
    """The same cluster a year later: the merged city sits in it; `before`: honours of the first half of 2025."""
    make_membership(cluster=merged.cluster_year.cluster, organisation=merged.new_city, during=SINCE_MERGER)
    merged.cluster_year.year = 2026
    merged.cluster_year.save()
    honour(merged, year=2026, alone=4, new_city=8)
    honour(merged, **before)
    return merged


def test_the_year_before_is_joined_but_compared_only_where_both_years_count_the_same(merged):
    later = of_2026(merged, alone=2, north=1, south=3)
    then, today = both(later)
    assert any("2025 của 1 đơn vị: Mẫu Thành;" in text for text in texts_of(then))
    assert not any("2025 của 1 đơn vị" in text for text in texts_of(today))
    assert not any("theo đơn vị hành chính hiện nay" in table.caption for table in tables_of(then))
    table = table_of(today, "So với cùng kỳ năm trước theo đơn vị hành chính hiện nay")
    assert row_of(table, "Mẫu Thành") == (
        "Mẫu Thành (kỳ này: Mẫu Thành, cùng kỳ năm trước: Mẫu Bắc, Mẫu Nam)",
        8,
        4,
        None,
        None,
    )
    assert row_of(table, "Thử Một Mình") == ("Thử Một Mình", 4, 2, 2, 200)
    assert row_of(table, "Toàn Cụm")[1:4] == (12, 6, 6)
    assert "Mẫu Thành: kỳ này: Mẫu Thành, cùng kỳ năm trước: Mẫu Bắc, Mẫu Nam" in table.note
    assert table_of(today, "Khen thưởng theo đơn vị hành chính hiện nay").rows[0].cells[0] == "Mẫu Thành"


def test_where_all_that_merged_sat_in_the_cluster_both_years_are_compared(merged):
    make_membership(cluster=merged.cluster_year.cluster, organisation=merged.old_city, during=BEFORE_MERGER)
    table = table_of(
        both(of_2026(merged, alone=1, old_city=2, north=1, south=1))[1], "năm trước theo đơn vị hành chính hiện nay"
    )
    assert row_of(table, "Mẫu Thành")[1:] == (8, 4, 4, 200)
    assert table.note == ""


@pytest.mark.parametrize("silent", ["alone", "north"])
def test_a_unit_of_whom_a_year_says_nothing_is_no_zero_and_not_compared(merged, silent, tmp_path):
    honour(merged, **{name: 2 for name in ("alone", "north", "south") if name != silent})
    honour(merged, year=YEAR - 1, alone=1, north=1, south=1)
    document = both(merged)[1]
    table = table_of(document, "năm trước theo đơn vị hành chính hiện nay")
    name, label = getattr(merged, silent).name, {"alone": "Thử Một Mình", "north": "Mẫu Thành"}[silent]
    unknown = {"alone": (UNKNOWN, 1, UNKNOWN, UNKNOWN), "north": (2, 2, UNKNOWN, UNKNOWN)}[silent]
    assert row_of(table, label)[1:] == unknown
    assert row_of(table, "Toàn Cụm")[1:4] == (4, 3, 1)
    by_unit = table_of(document, "Khen thưởng theo đơn vị hành chính hiện nay")
    assert "số tổng chưa gồm đơn vị đó" in by_unit.note
    left_out = f"Số tổng 6 tháng đầu năm {YEAR} chưa gồm {name}, vì"
    assert all(left_out in one.note for one in (table, table_of(document, "So với cùng kỳ năm trước")))
    assert any(f"chưa có số liệu 6 tháng đầu năm {YEAR} của 1 đơn vị: {name};" in one for one in texts_of(document))
    assert [one for one in printed_together(document, year=YEAR) if one.verdict is not Verdict.AGREES] == []
    for said in (docx_text(document), pdf_text(document, tmp_path), html_text(document), xlsx_text(document)):
        assert f"chưa gồm {name}" in " ".join(said.split())


def test_who_left_the_cluster_still_stands_in_the_year_before(merged):
    guest = make_organisation(name="Thử Khách")
    make_membership(cluster=merged.cluster_year.cluster, organisation=guest, during=Period.year(YEAR - 1))
    honour(merged, alone=1)
    make_honours(guest, 5, decision_date=date(YEAR - 1, 3, 1), achievement_year=YEAR - 2)
    table = table_of(both(merged)[1], "năm trước theo đơn vị hành chính hiện nay")
    assert row_of(table, "Thử Khách")[0].startswith("Thử Khách (kỳ này: không là thành viên Cụm, ")
    assert row_of(table, "Thử Khách")[1:] == (0, 5, None, None)


def test_totals_without_names_keep_the_name_of_their_time(merged):
    make_total(merged.north, year=YEAR, count=5)
    today = both(merged)[1]
    assert row_of(table_of(today, "không có danh sách"), "Mẫu Bắc")[3] == 5
    assert any("ghi theo tên đơn vị tại thời điểm báo cáo" in text for text in texts_of(today))


@pytest.mark.parametrize("mergers", [1, 3])
def test_reading_by_today_asks_the_same_number_of_questions(merged, mergers, django_assert_num_queries):
    for _ in range(mergers):
        old, new = (make_organisation(during=during) for during in (BEFORE_MERGER, SINCE_MERGER))
        make_membership(cluster=merged.cluster_year.cluster, organisation=old, during=BEFORE_MERGER)
        make_succession(predecessor=old, successor=new, day=MERGER)
        make_honours(old, 1, decision_date=date(YEAR, 3, 1))
    merged.cluster_year.refresh_from_db()
    with django_assert_num_queries(25):
        material(merged, Units.TODAY)


def test_hostile_names_stay_text_in_all_four_formats(tmp_path):
    Indicator.objects.all().delete()
    merged = make_merged_year(city=HOSTILE)
    honour(merged, north=1, south=2)
    make_accepted(merged, make_indicator(unit="%"), {merged.north: "1", merged.south: "2"})
    today = compose(material(merged, Units.TODAY))
    heading = f"{HOSTILE} (Mẫu Bắc, Mẫu Nam)"
    assert heading in docx_text(today)
    assert heading in xlsx_text(today)
    assert "#import *x* $y$" in pdf_text(today, tmp_path)
    page = html_text(today)
    assert "<b>=1+1" not in page
    assert "&lt;b&gt;=1+1&lt;/b&gt; #import *x* $y$ {{ z }} (Mẫu Bắc, Mẫu Nam)" in page


def test_all_four_formats_say_which_reading_it_is(merged, tmp_path):
    honour(merged, alone=3, north=2, south=4)
    today = compose(material(merged, Units.TODAY))
    for said in (docx_text(today), pdf_text(today, tmp_path), html_text(today), xlsx_text(today)):
        assert "ố liệu theo đơn vị hành chính hiện nay (bản để so sánh, không ký)" in said
    for said in (docx_text(today), html_text(today), xlsx_text(today)):
        assert LABEL in said
    assert "TM. ỦY BAN NHÂN DÂN" not in pdf_text(today, tmp_path)
