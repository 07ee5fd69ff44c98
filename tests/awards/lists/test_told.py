"""What was once taken, or left out, without a word: now it is read as it stands, or refused by name."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import date

import pytest
import xlsxwriter

from awards.rows.rules.reading import GivenForList
from tests.awards.lists.dry_runs import dry_run, left_out, read_names
from tests.awards.lists.old_books import ods_book, xls_book
from tests.awards.lists.workbooks import book

pytestmark = pytest.mark.django_db
HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Ngày quyết định")
FIGHTER, DAY = "Chiến sĩ thi đua cơ sở", "01/03/2023"
EXCELLENT = "Tập thể lao động xuất sắc"
PEOPLE = GivenForList(way="regular", decision_date=date(2023, 3, 1), subject_kind="individual")
BODIES = GivenForList(way="regular", decision_date=date(2023, 3, 1))


def test_several_things_in_one_cell_and_what_no_paper_holds_are_refused_by_name(city):
    rows = [
        ("Nguyễn Văn Mẫu\nTrần Thị Thử", FIGHTER, DAY),
        ("Lê Văn Mẫu và Phạm Thị Thử", FIGHTER, DAY),
        ("Hồ Văn Mẫu", f"{FIGHTER}, Bằng khen của Chủ tịch UBND thành phố", DAY),
        ("Đỗ Văn 😀", FIGHTER, DAY),
        ("12345", FIGHTER, DAY),
        ("Vũ Văn Mẫu", FIGHTER, "31/12/9999"),
        ("3. Ngô Văn\nMẫu", FIGHTER, DAY),
        ("Vũ Văn Thử\tĐỗ Thị Mẫu", FIGHTER, DAY),
        ("Bùi Văn Thử\nGiáo viên", FIGHTER, DAY),
    ]
    table = [(number, name, "Sở Thử", award, day) for number, (name, award, day) in enumerate(rows, 1)]
    batch = dry_run(book({"DS": [HEADINGS, *table]}), city, given=PEOPLE)
    told = {problem.row: problem.code for problem in batch.problems.filter(refuses=True)}
    assert told == {
        2: "name_not_alone",
        3: "name_not_alone",
        4: "award_several",
        5: "not_on_paper",
        6: "name_missing",
        7: "date_not_a_date",
        9: "name_not_alone",
    }
    assert batch.problems.filter(code="name_not_alone", row=2, seen="Trần Thị Thử").exists()
    assert batch.problems.get(code="not_on_paper").expected == "“😀”"
    good = batch.rows.filter(state="good").order_by("id").values_list("name", "position")
    assert list(good) == [("Ngô Văn Mẫu", ""), ("Bùi Văn Thử", "Giáo viên")]


def test_a_sheet_named_with_signs_that_no_table_takes_and_texts_that_a_copy_could_stumble_over(city):
    rows = [(1, "Nguyễn Văn\\nMẫu", "C:\\tmp\\N", FIGHTER, DAY), (2, "'Trần Thị Thử", "Sở Thử", FIGHTER, DAY)]
    named = book({"DSACH": [HEADINGS, *rows], "HAI": [HEADINGS, (1, "Lê Văn Mẫu", "Sở Thử", FIGHTER, DAY)]})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(named)) as packed, zipfile.ZipFile(out, "w") as written:
        for name in packed.namelist():
            written.writestr(name, packed.read(name).replace(b'name="DSACH"', b'name="DS_x0000__x0001_CH"'))
    batch = dry_run(out.getvalue(), city, given=PEOPLE)
    assert (batch.good, read_names(batch)) == (3, ["Nguyễn Văn\\nMẫu", "Trần Thị Thử", "Lê Văn Mẫu"])
    assert batch.rows.earliest("id").unit == "C:\\tmp\\N"
    assert set(batch.rows.values_list("sheet", flat=True)) == {"DSCH", "HAI"}


def test_a_body_whose_name_ends_like_a_sum_is_no_total(city):
    names = ("Tổng công ty Thử (Xí nghiệp: 2)", "Tổng kho Thử: 3 người")
    table = [(number, name, "Sở Thử", "Tập thể lao động xuất sắc", DAY) for number, name in enumerate(names, 1)]
    batch = dry_run(book({"DS": [HEADINGS, *table, ("", "Cộng huyện Thử: 2", "", "", "")]}), city, given=BODIES)
    assert read_names(batch) == list(names)
    assert ("DS", "total", "4") in left_out(batch)


def test_no_mark_under_an_award_is_lost(city):
    table = [
        ("STT", "Họ và tên", "Đơn vị", FIGHTER, "Lao động tiên tiến"),
        (1, "Nguyễn Văn Mẫu", "Sở Thử", "x", "☑"),
        (2, "Trần Thị Thử", "Sở Thử", "×", ""),
        (3, "Lê Văn Mẫu", "Sở Thử", "không", "xem phụ lục"),
    ]
    batch = dry_run(book({"DS": table}), city, given=PEOPLE)
    found = [(row.row, row.award and row.award.code) for row in batch.rows.order_by("id").select_related("award")]
    assert found == [(2, "CSTDCS"), (2, "LDTT"), (3, "CSTDCS"), (4, None)]
    assert batch.problems.get(refuses=True).seen == "xem phụ lục"


def test_a_problem_names_the_column_of_awards_that_it_stands_in(city):
    table = [
        ("STT", "Họ và tên", "Đơn vị", "Danh hiệu thi đua", "Hình thức khen thưởng"),
        (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, "Giấy không có"),
        (2, "Trần Thị Thử", "Sở Thử", FIGHTER, "#N/A"),
        (3, "Lê Văn Mẫu", "Sở Thử", "Danh không có", "Bằng khen của Chủ tịch UBND thành phố"),
    ]
    batch = dry_run(book({"DS": table}), city, given=PEOPLE)
    told = batch.problems.filter(refuses=True).order_by("row")
    assert list(told.values_list("row", "column", "seen")) == [
        (2, "Hình thức khen thưởng", "Giấy không có"),
        (3, "Hình thức khen thưởng", "#N/A"),
        (4, "Danh hiệu thi đua", "Danh không có"),
    ]
    good = batch.rows.filter(state="good").order_by("id").values_list("row", "award__code")
    assert list(good) == [(2, "CSTDCS"), (3, "CSTDCS"), (4, "BK_TINH")]


def test_a_span_of_years_above_a_column_of_awards_is_told_and_the_year_of_one_column_is_read(city):
    heads = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu năm học 2021-2022", "Hình thức khen thưởng năm 2020, 2022")
    table = [heads, (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, "Bằng khen của Chủ tịch UBND thành phố")]
    batch = dry_run(book({"DS": table}), city, given=PEOPLE)
    assert list(batch.rows.order_by("nth").values_list("achievement_year", flat=True)) == [2022, None]
    told = batch.problems.filter(code="year_of_span").values_list("column", "seen", "expected", "refuses")
    assert list(told) == [(heads[3], "2021-2022", "2022", False)]
    one = [(*heads[:3], "Danh hiệu thi đua năm 2021"), (1, "Lê Văn Mẫu", "Sở Thử", FIGHTER)]
    for said, year in ((PEOPLE, 2021), (replace(PEOPLE, achievement_year=2022), 2022)):
        assert dry_run(book({f"DS {year}": one}), city, given=said).rows.get().achievement_year == year


def test_collectives_under_a_heading_of_one_word_in_a_table_of_their_own(city):
    table = [
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
        (1, "Nguyễn Văn Mẫu", "Giáo viên", "Sở Thử", FIGHTER),
        (),
        ("STT", "Tập thể", "Hình thức khen thưởng"),
        (1, "Phòng Tổng hợp", "Bằng khen của Chủ tịch UBND thành phố"),
    ]
    batch = dry_run(book({"DS": table}), city, given=BODIES)
    assert [(row.name, row.subject_kind, row.state) for row in batch.rows.order_by("id")] == [
        ("Nguyễn Văn Mẫu", "individual", "good"),
        ("Phòng Tổng hợp", "collective", "good"),
    ]


def test_a_table_of_sums_by_unit_is_no_list(city):
    sums = [("STT", "Đơn vị", "Danh hiệu", "Số lượng"), (1, "Sở Thử", FIGHTER, 5)]
    content = book({"DS": [HEADINGS, (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, DAY)], "Tổng hợp": sums})
    batch = dry_run(content, city, given=PEOPLE)
    assert (read_names(batch), ("Tổng hợp", "unread_sheet", "1–2") in left_out(batch)) == (["Nguyễn Văn Mẫu"], True)


@pytest.mark.parametrize(
    ("above", "left"),
    [
        ([("BẢNG TỔNG HỢP",), ("STT", "Danh hiệu", "Số lượng"), (1, FIGHTER, 5), ("", "Cộng", 5)], [("title", "1")]),
        ([("STT", "Đơn vị", "Danh hiệu", "Số lượng"), (1, "Sở Thử", "Giấy khen", 5), ("Tổng cộng: 5",)], []),
        ([("STT", "Đơn vị", "Số lượng", ""), ("", "", "Tập thể", "Cá nhân"), (1, "Sở Thử", 5, 1)], []),
    ],
)
def test_counts_above_a_list_are_told_as_such_and_say_nothing_of_its_rows(city, above, left):
    listed = [HEADINGS, (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, DAY)]
    batch = dry_run(book({"DS": [*above, (), *listed]}), city, given=GivenForList(way="regular"))
    assert (batch.good, batch.said_once.award, batch.said_once.subject_kind) == (1, None, "")
    first = len(left) + 1
    assert [(why, rows) for _sheet, why, rows in left_out(batch) if why != "heading"] == [
        *left,
        ("summary", f"{first}–{len(above)}"),
    ]


def test_a_row_with_its_award_above_the_headings_printed_again_is_no_title(city):
    heads = ("Họ và tên", "Chức vụ", "Danh hiệu", "Loại")
    rows = [heads, ("Cộng đồng Thử", "", EXCELLENT, "TT"), heads, ("Phòng Thử", "", EXCELLENT, "TT")]
    batch = dry_run(book({"DS": rows}), city, given=BODIES)
    assert (read_names(batch), batch.good) == (["Cộng đồng Thử", "Phòng Thử"], 2)


def test_what_is_crossed_out_within_a_cell_is_left_out_and_told(city):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        crossed, plain = workbook.add_format({"font_strikeout": True}), workbook.add_format()
        sheet = workbook.add_worksheet("DS")
        for number, cells in enumerate([HEADINGS, (1, "", "Sở Thử", FIGHTER, DAY), (2, "", "Sở Thử", FIGHTER, DAY)]):
            sheet.write_row(number, 0, cells)
        sheet.write_rich_string(1, 1, crossed, "Nguyễn Văn Sai", plain, " Trần Văn Mẫu")
        sheet.write_rich_string(2, 1, crossed, "Lê Văn", crossed, " Thử")
    batch = dry_run(out.getvalue(), city, given=PEOPLE)
    assert read_names(batch) == ["Trần Văn Mẫu"]
    problem = batch.problems.get()
    assert (problem.code, problem.seen, problem.refuses) == ("partly_struck", "Nguyễn Văn Sai Trần Văn Mẫu", False)
    assert ("DS", "struck", "3") in left_out(batch)


def test_a_year_of_a_heading_that_is_not_the_rows_own_is_asked(city):
    heads = [("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "", "Năm"), ("", "", "", "Năm 2021", "Năm 2022", "")]
    rows = [
        (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, "Lao động tiên tiến", ""),
        (2, "Trần Thị Thử", "Sở Thử", FIGHTER, FIGHTER, ""),
        (3, "Lê Văn Mẫu", "Sở Thử", FIGHTER, "Lao động tiên tiến", "2022"),
    ]
    batch = dry_run(book({"DS": [*heads, *rows]}), city, given=PEOPLE)
    found = batch.rows.order_by("id").values_list("row", "award__code", "achievement_year", "state")
    assert list(found) == [
        (3, "CSTDCS", 2021, "good"),
        (3, "LDTT", 2022, "good"),
        (4, "CSTDCS", 2021, "good"),
        (4, "CSTDCS", 2022, "good"),
        (5, "CSTDCS", 2022, "refused"),
        (5, "LDTT", 2022, "good"),
    ]
    told = batch.problems.filter(code="year_differs").values_list("row", "column", "seen", "expected")
    assert list(told) == [(5, "Danh hiệu Năm 2021", "2021", "2022")]
    single = [("STT", "Họ và tên", "Đơn vị", "Danh hiệu năm 2021", "Năm"), (1, "Lê Văn Mẫu", "Sở Thử", FIGHTER, "2022")]
    said = replace(PEOPLE, achievement_year=2022)
    assert dry_run(book({"Một": single}), city, given=said).problems.get(refuses=True).code == "year_differs"


@pytest.mark.parametrize(
    ("asked", "result", "rows", "honours", "told"),
    [
        (
            "Hội đồng đề nghị",
            "Kết quả xét",
            [(FIGHTER, "Lao động tiên tiến"), (FIGHTER, "Không đạt"), (FIGHTER, "")],
            [(2, "LDTT")],
            {(3, "denied"), (4, "award_missing")},
        ),
        (
            "Danh hiệu đề nghị",
            "Kết quả",
            [(FIGHTER, "Đồng ý"), (FIGHTER, ""), (FIGHTER, "Lao động tiên tiến"), (FIGHTER, FIGHTER), (FIGHTER, "Đạt")],
            [(2, "CSTDCS"), (5, "CSTDCS"), (6, "CSTDCS")],
            {(3, "result_missing"), (4, "result_differs")},
        ),
        ("Đơn vị đề nghị", "Hội đồng đề nghị", [(FIGHTER, "Lao động tiên tiến")], [(2, "LDTT")], set()),
        (
            "Danh hiệu đề nghị",
            "Hình thức khen thưởng đề nghị",
            [(FIGHTER, "Bằng khen của Chủ tịch UBND thành phố")],
            [(2, "CSTDCS"), (2, "BK_TINH")],
            set(),
        ),
        (
            "Danh hiệu đề nghị",
            "Danh hiệu được công nhận",
            [(FIGHTER, "Lao động tiên tiến"), (FIGHTER, "")],
            [(2, "LDTT")],
            {(3, "award_missing")},
        ),
        (
            "Đề nghị khen thưởng",
            "Khen thưởng",
            [(FIGHTER, "Lao động tiên tiến"), (FIGHTER, "")],
            [(2, "LDTT")],
            {(3, "award_missing")},
        ),
        ("Đề nghị", "Quyết định", [(FIGHTER, "Lao động tiên tiến")], [(2, "LDTT")], set()),
        ("Tự đánh giá", "Cấp trên duyệt", [(FIGHTER, "Lao động tiên tiến")], [(2, "LDTT")], set()),
        (
            "Danh hiệu đăng ký",
            "Được tặng",
            [(FIGHTER, "x"), (FIGHTER, ""), (FIGHTER, "")],
            [(2, "CSTDCS")],
            {(3, "result_missing")},
        ),
    ],
)
def test_what_was_decided_comes_before_what_was_proposed(city, asked, result, rows, honours, told):
    names = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Mẫu", "Phạm Thị Thử", "Hồ Văn Mẫu")
    table = [(number, names[number - 1], "Sở Thử", *row) for number, row in enumerate(rows, 1)]
    content = book({"DS": [("STT", "Họ và tên", "Đơn vị", asked, result), *table]})
    batch = dry_run(content, city, given=PEOPLE)
    good = batch.rows.filter(state="good").order_by("id").values_list("row", "award__code")
    assert list(good) == honours
    assert set(batch.problems.filter(refuses=True).values_list("row", "code")) == told


def test_the_award_of_the_title_is_no_result(city):
    heads = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu đề nghị", "Danh hiệu được tặng")
    rows = [(1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, FIGHTER), (2, "Trần Thị Thử", "Sở Thử", FIGHTER, "")]
    batch = dry_run(book({"DS": [("DANH SÁCH TẶNG CHIẾN SĨ THI ĐUA CƠ SỞ",), heads, *rows]}), city, given=PEOPLE)
    assert list(batch.problems.filter(refuses=True).values_list("row", "code")) == [(4, "result_missing")]


def small_png() -> bytes:
    """One white dot."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\xff")),
        (b"IEND", b""),
    ]
    signed = (
        struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said)) for kind, said in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(signed)


def test_comments_text_boxes_drawings_and_charts_are_named_with_their_place(city):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("DS")
        for number, cells in enumerate([HEADINGS, (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, DAY)]):
            sheet.write_row(number, 0, cells)
        sheet.write_comment("B2", "Đã nghỉ việc, không xét")
        sheet.insert_textbox("H5", "Kèm 5 người ở phụ lục")
        sheet.write("B2", "Nguyễn Văn Mẫu", workbook.add_format({"num_format": ";;;"}))
        workbook.add_worksheet("Phụ lục").insert_textbox("A1", "Danh sách 5 người")
        for place in (lambda chart: sheet.insert_chart("J2", chart), workbook.add_chartsheet("Biểu đồ").set_chart):
            chart = workbook.add_chart({"type": "column"})
            chart.add_series({"values": "=DS!$A$2:$A$2"})
            place(chart)
        sheet.insert_image("K9", "dấu.png", {"image_data": io.BytesIO(small_png()), "object_position": 3})
    batch = dry_run(out.getvalue(), city, given=PEOPLE)
    assert (batch.good, batch.problems.filter(refuses=True).count()) == (1, 0)
    assert set(batch.problems.values_list("sheet", "row", "column", "code", "seen")) == {
        ("", 2, "cột B", "comment_unread", "Đã nghỉ việc, không xét"),
        ("", 2, "cột B", "unseen_read", "Nguyễn Văn Mẫu"),
        ("", 5, "cột H", "text_box_unread", "Kèm 5 người ở phụ lục"),
        ("", 2, "cột J", "drawing_unread", "Chart 2"),
        ("", 9, "cột K", "drawing_unread", "Picture 1"),
        ("Phụ lục", 1, "cột A", "text_box_unread", "Danh sách 5 người"),
        ("Biểu đồ", 1, "", "chart_unread", ""),
    }


@pytest.mark.parametrize(
    ("made", "more"),
    [
        (
            lambda rows, **beside: xls_book(rows, chart="Bieu", hidden=(3,), **beside),
            {("Danh", 1, "", "looks_unread", ""), ("Bieu", 1, "", "chart_unread", "")},
        ),
        (lambda rows, **beside: ods_book(rows, hidden=(3,), **beside), {("Danh", 1, "", "looks_unread", "")}),
    ],
    ids=["xls", "ods"],
)
def test_what_stands_beside_the_cells_of_other_workbooks_is_named_and_read_into_no_cell(city, made, more):
    rows = [HEADINGS, (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER, DAY), (2, "Trần Thị Thử", "Sở Thử", FIGHTER, DAY)]
    content = made(
        [*rows, (3, "Lê Văn Mẫu", "Sở Thử", FIGHTER, DAY)],
        comments=[(1, 1, "Đã nghỉ việc")],
        boxes=[(2, 1, "Kèm 5 người")],
    )
    batch = dry_run(content, city, given=PEOPLE)
    assert (read_names(batch), batch.good) == (["Nguyễn Văn Mẫu", "Trần Thị Thử"], 2)
    assert left_out(batch)[-1] == ("Danh", "hidden", "4")
    told = {
        (sheet or "Danh", *said)
        for sheet, *said in batch.problems.values_list("sheet", "row", "column", "code", "seen")
    }
    assert told == more | {
        ("Danh", 2, "cột B", "comment_unread", "Đã nghỉ việc"),
        ("Danh", 3, "cột B", "text_box_unread", "Kèm 5 người"),
    }


def test_merged_cells_and_tabs_of_an_ods_are_read_as_they_are_shown(city):
    rows = [HEADINGS, (1, "Nguyễn<text:tab/>Văn Mẫu", "Sở Thử", FIGHTER, DAY), (2, "Trần Thị Thử", "", FIGHTER, DAY)]
    batch = dry_run(ods_book(rows, spans={(1, 2): (2, 1)}), city, given=PEOPLE)
    assert list(batch.rows.order_by("id").values_list("name", "unit", "state")) == [
        ("Nguyễn Văn Mẫu", "Sở Thử", "good"),
        ("Trần Thị Thử", "Sở Thử", "good"),
    ]


@pytest.mark.parametrize(
    ("below", "left", "told"),
    [
        (["Tổng số: 1", "Trong đó:", "- Cá nhân: 1", "Nam: 1", "+ CSTĐCS: 1 người"], ("4–7", "3"), []),
        (["Tổng số: 1", "Trong đó: Nam: 0, Nữ: 1", "Tập thể: 0; cá nhân: 1"], ("4–5", "3"), []),
        (["Tổng số: 1", "- Cá nhân: 3"], ("4", "3"), [("count_differs", "- Cá nhân: 3")]),
        (["Thống kê:", (1, FIGHTER, "1"), (2, "Lao động tiên tiến", "0"), (3, "Tổng cộng", "1")], ("3–5", "6"), []),
        (["Tổng số: 1", "01 cá nhân", "Cần Thơ, ngày 05 tháng 3 năm 2023", "Lê Văn Ký"], ("4", "3"), []),
        ([(2, "Tổng cộng", "", "1 người")], (None, "3"), []),
        ([(2, "Cộng", "", "CSTĐCS: 1")], (None, "3"), []),
        (["Cộng: 1", "II. TẬP THỂ: 1", (1, "Phòng Thử", "Sở Thử", EXCELLENT)], (None, "3"), []),
    ],
)
def test_counts_beneath_a_list_are_no_rows_of_it(city, below, left, told):
    rows = [("", line, "", "") if isinstance(line, str) else line for line in below]
    content = book({"DS": [HEADINGS[:4], (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER), *rows]})
    batch = dry_run(content, city, given=replace(BODIES, subject_kind=""))
    assert batch.refused == 0
    assert list(batch.problems.values_list("code", "seen")) == told
    found = {why: rows for _sheet, why, rows in left_out(batch)}
    assert (found.get("summary"), found.get("total")) == left


@pytest.mark.parametrize(
    ("below", "left"),
    [
        ([("", "GIÁM ĐỐC"), (), ("", "Trần Văn Ký")], [("signature", "3, 5")]),
        ([("", "GIÁM ĐỐC"), (2, "Trần Thị Thử", "Sở Thử", FIGHTER)], [("section", "3")]),
        ([("-----",), ("Hết",)], [("note", "3–4")]),
        ([("", "*** Khối các trường ***"), (2, "Trần Thị Thử", "", FIGHTER)], [("section", "3")]),
        ([("", "TM. Ban Thử nghiệm", "", "Tập thể lao động xuất sắc")], []),
        ([("PHỤ LỤC 2",)], [("title", "3")]),
        ([(2, "UBND quận Thử"), ("2.1", "Trần Thị Thử", "", FIGHTER)], [("section", "3")]),
        ([(2, "UBND quận Thử"), (1, "Trần Thị Thử", "", FIGHTER)], [("section", "3")]),
        ([("", "2 UBND quận Thử"), (1, "Trần Thị Thử", "", FIGHTER)], [("section", "3")]),
        ([(2, "UBND quận Thử"), (3, "Trần Thị Thử", "Sở Thử", FIGHTER)], []),
        ([("", "I. Nguyễn Văn Ích"), (2, "Trần Thị Thử", "Sở Thử", FIGHTER)], [("section", "3")]),
    ],
)
def test_a_row_left_out_is_told_for_what_it_is(city, below, left):
    first = (1, "Nguyễn Văn Mẫu", "Sở Thử", FIGHTER)
    batch = dry_run(book({"DS": [HEADINGS[:4], first, *below]}), city, given=BODIES)
    assert [(why, rows) for _sheet, why, rows in left_out(batch) if why != "heading"] == left
    for unit in ("Khối các trường", "UBND quận Thử"):
        if unit in str(below) and left:
            assert batch.rows.get(row=4).unit == unit
    assert batch.problems.filter(code="read_as_section", seen="I. Nguyễn Văn Ích").exists() is ("Ích" in str(below))
