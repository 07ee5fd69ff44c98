"""A province's report says what `expected.py` reckoned by hand, and nothing beneath which there is nothing."""

from datetime import date

import pytest

from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from clusters.models import ClusterLevel, OrganisationKind
from emulation.core.period import Period
from reports.document.render import docx, pdf, xlsx
from reports.document.rules.document import Heading, Table
from reports.province.compose import compose
from reports.province.material.collect import collect
from reports.runs.models.subject import ProvinceYear
from tests.awards.register.make import make_honour
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.reports.province import expected
from tests.reports.province.world import DAY, YEAR, make_bare_province, make_province
from tests.reports.six_month.readings import docx_text, html_text, pdf_text, row_of, table_of, texts_of, xlsx_text
from tests.reports.year_end.test_whole_year import parts_of, under

pytestmark = pytest.mark.django_db


def composed(world, half=WHOLE_YEAR, **said):
    return compose(collect(world.subject, half, as_of=DAY, **said))


def rows_by_name(table: Table, names) -> dict:
    return {name: tuple(row_of(table, name)[1:]) for name in names}


def test_a_whole_year_says_what_was_reckoned_by_hand():
    world = make_province()
    document = composed(world)

    levels = table_of(document, "Khen thưởng theo cấp")
    assert {name: row[:4] for name, row in rows_by_name(levels, expected.BY_LEVEL).items()} == expected.BY_LEVEL
    total = row_of(levels, "Tổng số")
    assert (total[1:5], round(total[5], 2)) == ((2, 5, 0, expected.TOTAL), expected.DIRECT)
    said = under(document, "KHEN THƯỞNG").replace("\xa0", " ")
    assert f"có {expected.TOTAL} lượt khen thưởng, trong đó: 2 lượt tập thể; 5 lượt cá nhân." in said
    own, units = expected.OWN, expected.UNITS
    assert f"Danh sách của thành phố có {own} lượt; danh sách của 1 đơn vị trực thuộc có {units} lượt." in said
    against = table_of(document, "So với năm trước")
    rows = rows_by_name(against, expected.AGAINST_YEAR_BEFORE)
    assert {name: row[:3] for name, row in rows.items()} == expected.AGAINST_YEAR_BEFORE
    assert row_of(against, "Tổng số")[1:4] == (expected.TOTAL, expected.TOTAL_BEFORE, 4)
    assert row_of(table_of(document, "Số liệu kèm theo"), "Sở Thử T")[3] == expected.UNSPLIT
    by_unit = table_of(document, "theo danh sách của từng đơn vị")
    assert row_of(by_unit, "Thành phố Thành Thử")[2:] == expected.BY_UNIT["P"]
    assert row_of(by_unit, "Sở Thử S")[2:] == expected.BY_UNIT["S"]

    own = table_of(document, "Kết quả thực hiện chỉ tiêu")
    assert row_of(own, world.growth.name)[3:] == expected.GROWTH
    assert row_of(own, world.revenue.name)[3:] == expected.REVENUE
    assert row_of(own, world.poor.name)[3:] == expected.POOR
    reached = under(document, "CHỈ TIÊU")
    assert "có hiệu lực từ ngày 05/3/2023, giao thành phố Thành Thử 3 chỉ tiêu: đạt 1; chưa đạt 1" in reached
    assert "chưa có số liệu 1." in reached
    assert "đạt 35,00 điểm, xếp thứ 2 trên 4 thành viên, 1 phiếu suy tôn" in reached
    assert "được đề nghị tặng Bằng khen của Thủ tướng Chính phủ." in reached

    kept = under(document, "CỤM, KHỐI THI ĐUA")
    assert "tổ chức 1 cụm thi đua và 2 khối thi đua, gồm 5 đơn vị thành viên." in kept
    assert "Giao ước thi đua: 1/3 cụm, khối đã có hiệu lực; 1/3 đang ký; 1/3 chưa lập." in kept
    assert "Số liệu năm 2023: {}/{} đơn vị đã nộp và được tiếp nhận.".format(*expected.SHEETS) in kept
    assert "Chấm điểm: 1/3 cụm, khối đã chốt điểm; 1/3 đang tự chấm điểm; 1/3 chưa chấm điểm." in kept
    assert "Kết quả bình xét: {}/{} cụm, khối đã chốt.".format(*expected.RESULTS) in kept
    assert "Khối A: Sở Thử S." in kept
    each = table_of(document, "Tình hình các cụm, khối")
    assert row_of(each, "Khối A")[2:7] == ("Sở Thử S", 2, "Có hiệu lực từ ngày 05/3/2023", "2/2", "Đã chốt điểm")
    assert row_of(each, "Khối A")[7].endswith("; suy tôn Sở Thử S")
    assert row_of(each, "Khối B")[2:] == ("Sở Thử U", 2, "Đang ký", "0/2", "Đang tự chấm điểm", "")
    assert row_of(each, "Cụm C")[2:] == ("Chưa mở năm thi đua", 1, "Chưa lập", "", "", "")

    held = under(document, "HỘI NGHỊ")
    assert "Hội nghị tổng kết năm 2023 ngày 20/02/2024 tại Nơi Thử, do Chủ tịch UBND thành phố chủ trì" in held
    assert "250 đại biểu dự. Kết luận year_end." in held


def test_six_months_say_what_was_reckoned_by_hand():
    world = make_province()
    document = composed(world, half=1)
    levels = table_of(document, "Khen thưởng theo cấp")
    assert {name: row[:4] for name, row in rows_by_name(levels, expected.BY_LEVEL_H1).items()} == expected.BY_LEVEL_H1
    total = row_of(levels, "Tổng số")
    assert (total[4], round(total[5], 2)) == (expected.TOTAL_H1, expected.DIRECT_H1)
    said = under(document, "KHEN THƯỞNG").replace("\xa0", " ")
    units = expected.UNITS_H1
    assert f"Danh sách của thành phố có {expected.OWN_H1} lượt; danh sách của 1 đơn vị trực thuộc có {units}" in said
    against = row_of(table_of(document, "So với cùng kỳ năm trước"), "Tổng số")
    assert against[1:4] == (expected.TOTAL_H1, expected.TOTAL_H1_BEFORE, 1)
    own = table_of(document, "Kết quả thực hiện chỉ tiêu")
    assert row_of(own, world.growth.name)[3:] == (8, 6, "75%")
    assert row_of(own, world.revenue.name)[3:] == (9500, 5000, "")
    reached = under(document, "CHỈ TIÊU")
    assert "3 chỉ tiêu; 6 tháng đầu năm 2023 có số liệu của 2 chỉ tiêu." in reached
    assert "xếp thứ" not in reached
    kept = under(document, "CỤM, KHỐI THI ĐUA")
    assert "Số liệu 6 tháng đầu năm 2023: {}/{} đơn vị".format(*expected.SHEETS_H1) in kept
    held = under(document, "HỘI NGHỊ")
    assert "Hội nghị sơ kết 6 tháng đầu năm 2023 ngày 15/7/2023" in held
    assert "tổng kết" not in held


def test_the_parts_stand_in_the_trade_s_order_under_the_province_s_own_letterhead():
    document = composed(make_province())
    assert parts_of(document) == [
        "I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA",
        "II. CỤM, KHỐI THI ĐUA CỦA THÀNH PHỐ",
        "III. CÔNG TÁC KHEN THƯỞNG",
        "IV. HỘI NGHỊ CỦA THÀNH PHỐ",
        "V. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        f"VI. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM NĂM {YEAR + 1}",
        "VII. GHI CHÚ VỀ SỐ LIỆU",
    ]
    assert [annex.number for annex in document.annexes] == ["Phụ lục I", "Phụ lục II"]
    headings = [block.text[:3] for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == ["1. ", "2. ", "1. ", "2. ", "3. ", "4. ", "5. ", "6. "]
    assert document.letterhead.issuer == "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THÀNH THỬ"
    assert (document.symbol, document.signature.lines) == ("BC-UBND", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))


def test_each_format_is_made_says_the_same_and_is_the_same_to_the_byte(tmp_path):
    world = make_province()
    document, again = composed(world), composed(world)
    for render in (docx.render, pdf.render, xlsx.render):
        assert render(document) == render(again)
    for said in (docx_text(document), pdf_text(document, tmp_path), xlsx_text(document), html_text(document)):
        assert "Khối A" in said
        assert "Sở Thử S" in said


def test_what_is_not_there_is_one_plain_sentence_or_left_out():
    document = composed(make_bare_province())
    assert [part.split(". ")[1] for part in parts_of(document)] == [
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA",
        "CÔNG TÁC KHEN THƯỞNG",
        "GHI CHÚ VỀ SỐ LIỆU",
    ]
    assert (
        under(document, "CHỈ TIÊU")
        .strip()
        .endswith(
            f"Đến ngày báo cáo chưa có giao ước thi đua năm {YEAR} của Cụm đã có hiệu lực để đối chiếu và chưa có số liệu "
            f"chỉ tiêu năm {YEAR} được lãnh đạo thành phố duyệt."
        )
    )
    assert "chưa có lượt khen thưởng nào" in under(document, "KHEN THƯỞNG")
    assert document.annexes == ()
    assert "phương hướng" not in document.subject
    assert pdf.render(document).startswith(b"%PDF")


SAID = {
    "pact": ("Giao ước thi đua năm 2023 có hiệu lực từ ngày 05/3/2023, giao", "không quá 1%", "So với chỉ tiêu"),
    "figures": ("8,5<", "Chỉ tiêu chưa đạt: ", "đã được lãnh đạo thành phố duyệt.", "So với chỉ tiêu"),
    "before": ("7,2<", "Tăng, giảm: để trống", "9.000 tỷ đồng<"),
    "honours": ("7 lượt khen thưởng", "So với năm trước<", "Khen thưởng theo phương thức", "danh sách của từng đơn vị"),
    "year_before": ("So sánh: số lượt của kỳ này", "Tổng số lượt khen thưởng là"),
    "declared": ("Số liệu tổng hợp không có danh sách", "9/BC-SOT"),
    "result": ("xếp thứ 2", "Bằng khen của Thủ tướng Chính phủ"),
    "kept": ("CỤM, KHỐI THI ĐUA CỦA", "Khối A", "Chưa có giao ước có hiệu lực: ", "đếm trên các đơn vị là thành viên"),
    "conference": ("HỘI NGHỊ CỦA", "250 đại biểu"),
    "text": ("Tình hình chung", "TỒN TẠI, HẠN CHẾ", "NHIỆM VỤ TRỌNG TÂM"),
}
DEPENDING = {"pact": {"figures"}, "figures": {"pact", "before"}, "honours": {"year_before"}}


@pytest.mark.parametrize("gap", SAID)
def test_where_nothing_was_laid_its_sentences_are_gone_and_the_others_stay(gap):
    told = html_text(composed(make_province(but=(gap,)))).replace("\xa0", " ")
    assert [words for words in SAID[gap] if words in told] == []
    kept = [part for part in SAID if part != gap and part not in DEPENDING.get(gap, set())]
    assert [words for part in kept for words in SAID[part] if words not in told] == []


def test_the_same_few_questions_whatever_the_number_of_units_honours_and_clusters(django_assert_max_num_queries):
    world = make_province()
    with django_assert_max_num_queries(60) as first:
        collect(world.subject, WHOLE_YEAR, as_of=DAY)
    for number in range(3):
        unit = make_organisation(name=f"Sở Nữa {number}", kind=OrganisationKind.UNIT, parent=world.province)
        make_honour(unit, decision_date=date(YEAR, 4, 1))
        cluster = make_cluster(owner=world.province, level=ClusterLevel.PROVINCE)
        make_membership(cluster=cluster, organisation=unit)
        make_post(cluster_year=make_cluster_year(cluster=cluster, year=YEAR), organisation=unit)
    with django_assert_max_num_queries(len(first.captured_queries)):
        material = collect(world.subject, WHOLE_YEAR, as_of=DAY)
    assert (material.counted.total, len(material.kept)) == (expected.TOTAL + 3, 6)


def test_a_province_counts_only_the_days_on_which_it_existed_and_units_of_what_it_came_from():
    """Both provinces of 2025, merged on 1/7: a unit keeps the parent it had, and changes whose report counts it."""
    merger = date(2025, 7, 1)
    old = make_organisation(name="Tỉnh Cũ", during=Period(None, merger))
    new = make_organisation(name="Tỉnh Mới", during=Period(merger, None))
    make_succession(predecessor=old, successor=new, day=merger)
    unit = make_organisation(name="Sở Chuyển", kind=OrganisationKind.UNIT, parent=old)
    for day in (date(2025, 6, 30), merger, merger):
        make_honour(unit, decision_date=day)
    counted = {
        body: compose(collect(ProvinceYear(body, 2025), WHOLE_YEAR, as_of=date(2026, 1, 5))) for body in (old, new)
    }
    for body, number in ((old, 1), (new, 2)):
        assert row_of(table_of(counted[body], "Khen thưởng theo cấp"), "Tổng số")[4] == number
    notes = " ".join(texts_of(counted[new]))
    assert "tồn tại từ ngày 01/7/2025 đến hết ngày 31/12/2025; báo cáo chỉ tính những ngày đó." in notes
    assert "So với năm trước" not in html_text(counted[new])


def test_the_cut_off_days_count_what_lies_before_them():
    document = composed(make_province(), half=1, days=Days.CUT_OFF)
    levels = table_of(document, "Khen thưởng theo cấp")
    assert row_of(levels, "Tổng số")[4] == 3
    assert "từ ngày 15/12/2022 đến hết ngày 14/6/2023" in " ".join(texts_of(document))


def test_a_figure_opens_exactly_its_rows_with_or_without_those_of_its_units():
    world = make_province(but=("honours",))
    make_honour(world.province, decision_date=date(YEAR, 4, 1))
    assert sources_in(composed(world)) == {f"don-vi={world.province.pk}"}
    make_honour(world.units["S"], decision_date=date(YEAR, 4, 1))
    assert sources_in(composed(world)) == {f"don-vi={world.province.pk}&truc-thuoc=co"}


def sources_in(document) -> set[str]:
    """The filters of bodies behind each figure of the table of levels."""
    rows = table_of(document, "Khen thưởng theo cấp").rows
    return {cell.source.split("&tu=")[0] for row in rows for cell in row.cells if getattr(cell, "source", "")}
