"""What a list says by its columns, by a no, by a line through a cell and by a ditto mark: heard, or asked."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
import xlsxwriter

from awards.models import Award
from awards.rows.rules.reading import GivenForList
from emulation.core.errors import Refusal
from tests.awards.lists.dry_runs import dry_run, read_names
from tests.awards.lists.workbooks import book

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 1)
GIVEN = GivenForList(way="regular", decision_date=DAY)
PEOPLE = replace(GIVEN, subject_kind="individual")
FIGHTER, MERIT = "Chiến sĩ thi đua cơ sở", "Bằng khen của Chủ tịch UBND thành phố"
EMULATOR = "Lao động tiên tiến"
EXCELLENT = "Tập thể lao động xuất sắc"
NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Họa")
HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu")


def problems(batch, **asked):
    return list(batch.problems.filter(**asked).order_by("row").values_list("row", "column", "code", "seen"))


def table_of(headings, *rows):
    return book({"DS": [headings, *((number, *row) for number, row in enumerate(rows, 1))]})


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        pytest.param(("Người được khen", "Đơn vị", "Danh hiệu"), lambda name: (name, "Sở Thử"), id="awarded"),
        pytest.param(("Danh sách cá nhân", "Đơn vị", "Danh hiệu"), lambda name: (name, "Sở Thử"), id="list"),
        *(
            pytest.param((heading, "Đơn vị công tác", "Danh hiệu"), lambda name: (name, "Sở Thử"), id=said)
            for heading, said in (("Đối tượng", "subject"), ("Danh sách", "list alone"), ("Họ và tên mẹ", "mother"))
        ),
        pytest.param(("Ông (bà)", "Đơn vị", "Danh hiệu"), lambda name: (name, "Sở Thử"), id="either"),
        pytest.param(
            ("Ông", "Bà", "Đơn vị", "Danh hiệu"),
            lambda name: (*(("", name) if "Thị" in name else (name, "")), "Sở Thử"),
            id="two",
        ),
        pytest.param(
            ("Nam", "Nữ", "Chức vụ", "Danh hiệu"),
            lambda name: (*(("", name) if "Thị" in name else (name, "")), "Giáo viên"),
            id="sexes",
        ),
        *(
            pytest.param(
                ("Họ và tên", heading, "Đơn vị", "Danh hiệu"),
                lambda name, beside=beside: (name, beside(name), "Sở Thử"),
                id=said,
            )
            for said, heading, beside in (
                ("post without a heading", "", lambda name: "Giáo viên"),
                ("sex without a heading", "", lambda name: "Nữ" if "Thị" in name else "Nam"),
                ("people without a heading", "", lambda name: "Kinh"),
                ("key to sort by", "Tên", lambda name: name.split()[-1]),
            )
        ),
        pytest.param(
            ("Tên", "Họ và tên đệm", "Đơn vị", "Danh hiệu"),
            lambda name: (name.split()[-1], " ".join(name.split()[:-1]), "Sở Thử"),
            id="given first",
        ),
        pytest.param(("Họ", "Đệm", "Tên", "Danh hiệu"), lambda name: name.split(), id="three parts"),
    ],
)
def test_people_are_found_under_any_heading(city, headings, cells):
    rows = [(*cells(name), FIGHTER) for name in NAMES]
    batch = dry_run(table_of(("STT", *headings), *rows), city, given=PEOPLE)
    assert (read_names(batch), batch.good) == (list(NAMES), 3)
    assert set(batch.rows.values_list("unit", flat=True)) == (
        {"Sở Thử"} if {"Đơn vị", "Đơn vị công tác"}.intersection(headings) else {""}
    )


@pytest.mark.parametrize(
    ("headings", "cells", "told"),
    [
        (("Họ và tên", ""), ("Nguyễn Văn", "Mẫu"), ("cột C", "column_guessed", "Mẫu", "name")),
        (("Họ và tên", ""), (NAMES[0], "Giáo viên"), ("cột C", "beside_names_unread", "Giáo viên", "")),
        (("Họ và tên", "Mốc"), (NAMES[0], "05/03/1980"), ("Mốc", "column_guessed", "05/03/1980", "birth")),
        (
            ("Họ và tên", "Ngày trao"),
            (NAMES[0], "01/02/2023"),
            ("Ngày trao", "column_guessed", "01/02/2023", "decision_date"),
        ),
    ],
)
def test_what_is_guessed_of_a_column_is_told(city, headings, cells, told):
    batch = dry_run(table_of(("STT", *headings, "Danh hiệu"), (*cells, FIGHTER)), city, given=PEOPLE)
    assert (read_names(batch), batch.good) == ([NAMES[0]], 1)
    assert list(batch.problems.values_list("column", "code", "seen", "expected")) == [told]


def test_a_name_of_which_a_part_is_missing_is_asked(city):
    rows = [(*name.rsplit(" ", 1), FIGHTER) for name in NAMES] + [("Lê Văn", "", FIGHTER), ("", "An", FIGHTER)]
    batch = dry_run(table_of(("STT", "Họ và chữ đệm", "Tên", "Danh hiệu"), *rows), city, given=PEOPLE)
    assert batch.good == 3
    assert problems(batch) == [
        (5, "Tên", "name_part_missing", "Lê Văn"),
        (6, "Họ và chữ đệm", "name_part_missing", "An"),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("STT", "Họ và tên mẹ", "Năm sinh", "Họ và tên liệt sĩ", "Quan hệ"),
        ("STT", "Mẹ Việt Nam anh hùng", "Năm sinh", "Liệt sĩ", "Quan hệ"),
        ("STT", "Họ và tên", "Năm sinh", "Tên liệt sĩ (chồng, con)", "Quan hệ"),
        ("STT", "Họ và tên mẹ", "Năm sinh", "Họ tên liệt sĩ", "Năm hy sinh"),
        ("STT", "Họ và tên", "Năm sinh", "Họ và tên liệt sĩ", "Ngày, tháng, năm hy sinh"),
    ],
)
def test_mothers_are_honoured_and_not_their_martyrs(city, headings):
    title = ("DANH SÁCH ĐƯỢC TẶNG DANH HIỆU BÀ MẸ VIỆT NAM ANH HÙNG",)
    mothers = [(1, "Nguyễn Thị Mẫu", "1930", NAMES[0], "Con"), (2, "Lê Thị Thử", "1932", NAMES[2], "Chồng")]
    rows = [
        title,
        headings,
        mothers[0],
        ("", "", "", "Trần Văn Hai", "Con"),
        ("", "", "", "Trần Văn Ba", ""),
        mothers[1],
    ]
    batch = dry_run(book({"DS": rows}), city, given=GIVEN)
    found = batch.rows.order_by("id").values_list("name", "unit", "award__code", "state")
    assert list(found) == [(name, "", "DH_BMVNAH", "good") for name in ("Nguyễn Thị Mẫu", "Lê Thị Thử")]
    assert (2, headings[3], "names_unread", NAMES[0]) in problems(batch)


@pytest.mark.parametrize(
    ("heads", "born", "births"),
    [
        (
            [("Ngày sinh", "", ""), ("Ngày", "Tháng", "Năm")],
            [(5, 3, 1980), ("", "", 1985)],
            [(date(1980, 3, 5), 1980), (None, 1985)],
        ),
        ([("Ngày", "Tháng", "Năm")], [(5, 3, 1980), (31, 2, 1985)], [(date(1980, 3, 5), 1980), "birth_not_a_date"]),
        (
            [("Nam", "Nữ", "Ghi chú")],
            [(1980, "", ""), ("", "07/12/1985", "")],
            [(None, 1980), (date(1985, 12, 7), 1985)],
        ),
        ([("Nam", "Nữ", "Ghi chú")], [("x", "", ""), ("", "x", "")], [(None, None), (None, None)]),
    ],
    ids=["beneath “Ngày sinh”", "by themselves", "by sex", "marks of the sexes"],
)
def test_births_in_columns_of_their_own(city, heads, born, births):
    first, *lower = heads
    named = [("STT", "Họ và tên", *first, "Đơn vị"), *(("", "", *row) for row in lower)]
    rows = [(number, NAMES[number - 1], *cells, "Sở Thử") for number, cells in enumerate(born, 1)]
    content = book({"DS": [("DANH SÁCH LAO ĐỘNG TIÊN TIẾN NĂM 2022",), *named, *rows]})
    batch = dry_run(content, city, given=GIVEN)
    found = batch.rows.order_by("id").values_list("birth_date", "birth_year", "achievement_year", "state", "row")
    told = dict(batch.problems.filter(refuses=True).values_list("row", "code"))
    assert [told.get(row) or (day, year) for day, year, _of, _state, row in found] == births
    assert {of for _day, _year, of, _state, _row in found} == {2022}


def test_a_unit_in_the_first_row_of_its_group_only_is_told(city):
    heads = ("STT", "Đơn vị", "Họ và tên", "Danh hiệu")
    rows = [("Sở Thử", NAMES[0], FIGHTER), ("", NAMES[1], FIGHTER), ("Sở Mẫu", NAMES[2], FIGHTER)]
    batch = dry_run(table_of(heads, *rows), city, given=PEOPLE)
    told = batch.problems.values_list("row", "code", "expected", "refuses")
    assert (batch.good, list(told)) == (3, [(3, "unit_above_only", "Sở Thử", False)])


def test_names_and_awards_in_columns_that_are_not_read_are_told(city):
    heads = ("STT", "Đơn vị", "Người đại diện", "Danh hiệu", "Ghi chú")
    rows = [("Sở Thử", NAMES[0], EXCELLENT, ""), ("Sở Mẫu", NAMES[1], EXCELLENT, MERIT)]
    batch = dry_run(table_of(heads, *rows), city, given=GIVEN)
    assert (read_names(batch), batch.good) == (["Sở Thử", "Sở Mẫu"], 2)
    assert problems(batch) == [
        (1, "Người đại diện", "names_unread", NAMES[0]),
        (3, "Ghi chú", "award_unread", MERIT),
    ]


@pytest.mark.parametrize(
    "award",
    [
        "Bằng khen của Chủ tịch UBND huyện Minh Họa",
        "Bằng khen của Chủ tịch UBND tỉnh Hậu Giang",
        "Bằng khen của UBND thành phố Vị Thanh",
        "Bằng khen Tỉnh đoàn",
        "Bằng khen của Bộ Chỉ huy Quân sự tỉnh",
        "Cờ thi đua của UBND quận Minh Họa",
        "Cờ thi đua của Chủ tịch UBND TP Cao Lãnh",
        "Chiến sĩ thi đua cấp tỉnh Vĩnh Long",
    ],
)
def test_an_award_of_another_body_is_asked(city, award):
    titled = [(f"DANH SÁCH ĐƯỢC TẶNG {award.upper()}",), HEADINGS[:3], (1, NAMES[0], "Sở Thử")]
    batch = dry_run(table_of(HEADINGS, (NAMES[0], "Sở Thử", award), (NAMES[1], "Sở Thử", f"{MERIT} Cần Thơ")), city)
    refused = batch.rows.get(row=2)
    assert (refused.state, refused.award) == ("refused", None)
    assert batch.rows.get(row=3).award.code == "BK_TINH"
    assert not dry_run(book({award[:25]: titled}), city, given=PEOPLE).good


def test_a_city_of_a_province_gives_no_award_of_the_province(city):
    city.kind, city.name = "province", "Minh Họa"
    city.save()
    rows = [
        (name, "Sở Thử", award)
        for name, award in zip(NAMES[:2], (MERIT, "Bằng khen của UBND tỉnh Minh Họa"), strict=True)
    ]
    batch = dry_run(table_of(HEADINGS, *rows), city, given=PEOPLE)
    assert problems(batch, refuses=True) == [(2, "Danh hiệu", "award_of_other_body", MERIT)]


def test_a_no_is_heard(city):
    heads = (*HEADINGS, "Ghi chú")
    rows = [
        (NAMES[0], "Sở Thử", FIGHTER, "Không đủ điều kiện"),
        (NAMES[1], "Sở Thử", "Không đề nghị", ""),
        (NAMES[2], "Sở Thử", f"{FIGHTER} (không đạt)", ""),
        ("Hồ Văn Mẫu", "Sở Thử", FIGHTER, "Không có khuyết điểm"),
    ]
    batch = dry_run(table_of(heads, *rows), city, given=replace(PEOPLE, award=award_id("CSTDCS")))
    assert list(batch.rows.filter(state="good").values_list("name", flat=True)) == ["Hồ Văn Mẫu"]
    assert problems(batch, refuses=True) == [
        (2, "Ghi chú", "denied", "Không đủ điều kiện"),
        (3, "Danh hiệu", "denied", "Không đề nghị"),
        (4, "Danh hiệu", "denied", f"{FIGHTER} (không đạt)"),
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        *(("Danh hiệu", f"{FIGHTER}{no}") for no in (": không", " (hoãn)", " - rút")),
        *(
            ("Ghi chú", text)
            for text in (
                "không đủ ĐK",
                "ko đủ điều kiện",
                "đang bị kỷ luật",
                "không được duyệt",
                "không trình",
                "hoãn khen thưởng",
                "loại",
                "Thu hồi",
                "rút",
                "Trượt",
                "trùng dòng 3, bỏ",
                "để lại năm sau",
                "chuyển sang kỳ sau",
                "Trả hồ sơ",
            )
        ),
        *(("Kết quả", text) for text in ("K", "0", "Không", "Chưa đủ", "Hỏng")),
        ("Không đạt", "x"),
        ("Ý kiến của Hội đồng", "Ko"),
    ],
)
def test_a_no_in_few_words_is_heard(city, heading, text):
    heads = HEADINGS if heading == "Danh hiệu" else (*HEADINGS, heading)
    no = (NAMES[0], "Sở Thử", text) if heading == "Danh hiệu" else (NAMES[0], "Sở Thử", FIGHTER, text)
    batch = dry_run(table_of(heads, no, (NAMES[1], "Sở Thử", FIGHTER)), city, given=PEOPLE)
    assert (problems(batch, refuses=True), batch.good) == ([(2, heading, "denied", text)], 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chưa được khen thưởng lần nào", []),
        ("Chưa đề nghị khen cấp trên", []),
        ("Không giữ chức vụ", []),
        ("Xếp loại A", []),
        ("không xét thi đua năm 2020", ["remark_unsure"]),
        ("đơn thư đang xác minh", ["remark_unsure"]),
        ("trùng tên", ["remark_unsure"]),
        ("Hạ xuống LĐTT", ["remark_unsure"]),
        ("Chỉ xét LĐTT", ["remark_unsure"]),
        ("Chỉ LĐTT", ["remark_unsure"]),
        ("Chuyển sang Bằng khen Bộ", ["remark_unsure"]),
        ("Thiếu hồ sơ", ["remark_unsure"]),
        ("Đề nghị CSTĐCS", ["remark_unsure"]),
        ("0/15 phiếu", ["remark_unsure"]),
        ("12/15 phiếu", []),
        ("Chưa có sáng kiến", ["remark_unsure"]),
        ("Sai tên, đúng là Lê Văn Thử", ["remark_unsure"]),
        ("Thiếu tá, chuyển sang công tác khác", []),
    ],
)
def test_a_remark_that_is_no_sure_no_takes_no_honour_and_what_may_be_one_is_told(city, text, told):
    batch = dry_run(table_of((*HEADINGS, "Ghi chú"), (NAMES[0], "Sở Thử", FIGHTER, text)), city, given=PEOPLE)
    assert (batch.good, [problem[2] for problem in problems(batch)]) == (1, told)


def test_a_line_of_its_own_that_takes_an_award_back_is_told_as_a_no(city):
    line = ("", "Thu hồi danh hiệu của bà Lê Thị Thử", "", "")
    rows = [(1, NAMES[0], "Sở Thử", FIGHTER), line, ("", "Khối các trường"), (2, NAMES[1], "Sở Thử", FIGHTER)]
    batch = dry_run(book({"DS": [HEADINGS, *rows]}), city, given=PEOPLE)
    assert (batch.good, problems(batch)[0]) == (2, (3, HEADINGS[1], "remark_unsure", line[1]))


def test_a_section_of_those_put_off_gives_no_honour(city):
    rows = [HEADINGS, (1, NAMES[0], "Sở Thử", FIGHTER), ("Tạm hoãn, chờ xác minh",), (2, NAMES[1], "Sở Thử", FIGHTER)]
    batch = dry_run(book({"DS": rows}), city, given=PEOPLE)
    assert problems(batch, refuses=True) == [(4, "Danh hiệu", "denied", "Tạm hoãn, chờ xác minh")]


@pytest.mark.parametrize("words", ["TRƯỢT", "TẠM HOÃN TẶNG", "BỊ TƯỚC", "VẮNG MẶT NHẬN"])
def test_a_title_of_those_who_got_none_gives_none(city, words):
    batch = dry_run(
        book({"DS": [(f"DANH SÁCH CÁ NHÂN {words} {MERIT.upper()}",), HEADINGS[:3], (1, NAMES[0], "Sở Thử")]}),
        city,
        given=replace(PEOPLE, award=award_id("BK_TINH")),
    )
    assert (batch.good, {problem.code for problem in batch.problems.filter(refuses=True)}) == (0, {"denied"})


def test_a_second_person_to_the_right_gives_no_award_to_the_first(city):
    rows = [HEADINGS]
    rows += [(number, name, "Sở Thử", FIGHTER, "", "Vũ Văn Mẫu", EMULATOR) for number, name in enumerate(NAMES, 1)]
    batch = dry_run(book({"DS": rows}), city, given=PEOPLE)
    good = batch.rows.filter(state="good").values_list("name", "award__code")
    assert list(good) == [(name, "CSTDCS") for name in NAMES]
    assert {problem[2] for problem in problems(batch)} <= {"name_not_alone", "award_unread", "names_unread"}


def test_a_body_is_not_taken_for_the_people_beside_it(city):
    rows = [("Lê Văn Chồng", "Trần Thị Vợ", "Sở Thử", FIGHTER), ("Hồ Văn Chồng", "Đỗ Thị Vợ", "Sở Mẫu", FIGHTER)]
    batch = dry_run(table_of(("STT", "Chồng", "Vợ", "Đơn vị", "Danh hiệu"), *rows), city, given=PEOPLE)
    assert (batch.good, {problem[2] for problem in problems(batch, refuses=True)}) == (0, {"name_and_unit_swapped"})


@pytest.mark.parametrize(
    ("office", "good"),
    [
        ("Chủ tịch UBND tỉnh An Giang", 0),
        ("Chủ tịch UBND thành phố Đà Nẵng", 0),
        ("Chủ tịch UBND thành phố Cần Thơ", 1),
        ("Chủ tịch UBND thành phố", 1),
        ("Chủ tịch UBND tỉnh", 1),
    ],
)
def test_a_signer_of_another_province_gives_no_award_of_this_one(city, office, good):
    heads = (*HEADINGS, "Người ký")
    batch = dry_run(table_of(heads, (NAMES[0], "Sở Thử", MERIT, office)), city, given=PEOPLE)
    assert (batch.good, [problem[1:3] for problem in problems(batch, refuses=True)]) == (
        good,
        [] if good else [("Người ký", "signer_of_other_body")],
    )


def test_as_above_means_no_row_that_is_crossed_out_or_hidden(city):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet, crossed = workbook.add_worksheet("DS"), workbook.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, HEADINGS)
        for row in (1, 3, 5):
            sheet.write_row(row, 0, (row, NAMES[0], "Sở Thử", FIGHTER))
            sheet.write_row(row + 1, 0, (row + 1, NAMES[1], "nt", FIGHTER))
        sheet.write_row(1, 0, (1, NAMES[0], "Sở Thử", FIGHTER), crossed)
        sheet.write(3, 2, "Sở Thử", crossed)
        sheet.set_row(5, options={"hidden": True})
    batch = dry_run(out.getvalue(), city, given=PEOPLE)
    assert list(batch.rows.filter(state="refused").order_by("row").values_list("row", flat=True)) == [3, 4, 5, 7]
    assert {problem[2] for problem in problems(batch, refuses=True)} == {"ditto_of_nothing", "cell_struck"}


@pytest.mark.parametrize("sign", ["\u00ad", "\u2060", "\u200b"])
def test_a_sign_that_nobody_sees_joins_no_names(city, sign):
    batch = dry_run(table_of(HEADINGS, (f"Nguyễn{sign}Văn{sign}Hai", "Sở Thử", FIGHTER)), city, given=PEOPLE)
    assert read_names(batch) == ["Nguyễn Văn Hai"]


def test_who_fetches_the_award_is_no_part_of_the_name(city):
    heads = (*HEADINGS, "Họ tên người được ủy quyền nhận")
    batch = dry_run(table_of(heads, (NAMES[0], "Sở Thử", FIGHTER, "Mẫu")), city, given=PEOPLE)
    assert (read_names(batch), batch.good) == ([NAMES[0]], 1)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (f"DANH SÁCH KHÔNG ĐƯỢC TẶNG {MERIT.upper()}", "denied"),
        (f"DANH SÁCH CÁ NHÂN CHƯA ĐỦ ĐIỀU KIỆN TẶNG {MERIT.upper()}", "denied"),
        (
            f"DANH SÁCH CÁ NHÂN ĐÃ ĐƯỢC TẶNG {MERIT.upper()} NĂM 2021, ĐỀ NGHỊ TẶNG HUÂN CHƯƠNG LAO ĐỘNG",
            "award_missing",
        ),
    ],
)
def test_a_title_that_says_no_or_speaks_of_earlier_awards_gives_none(city, title, code):
    batch = dry_run(book({"DS": [(title,), HEADINGS[:3], (1, NAMES[0], "Sở Thử")]}), city, given=PEOPLE)
    assert (batch.good, {problem.code for problem in batch.problems.filter(refuses=True)}) == (0, {code})


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (f"DANH SÁCH CÁ NHÂN {EMULATOR.upper()} NĂM 2022", "LDTT"),
        (f"DANH SÁCH CÁ NHÂN {FIGHTER.upper()} NĂM 2022", "CSTDCS"),
        (f"KẾT QUẢ BÌNH XÉT {EMULATOR.upper()} NĂM 2022", "LDTT"),
        (f"DANH SÁCH KHEN THƯỞNG ĐỘT XUẤT - {MERIT.upper()} NĂM 2022", "BK_TINH"),
        (f"DANH SÁCH KHEN THƯỞNG CHUYÊN ĐỀ: {MERIT.upper()} NĂM 2022", "BK_TINH"),
        (f"DANH SÁCH TẬP THỂ, CÁ NHÂN {EMULATOR.upper()} NĂM 2022", None),
        (f"DANH SÁCH CÁ NHÂN {FIGHTER.upper()} ĐỀ NGHỊ TẶNG {MERIT.upper()}", "BK_TINH"),
    ],
)
def test_a_title_says_its_award(city, title, code):
    batch = dry_run(book({"DS": [(title,), HEADINGS[:3], (1, NAMES[0], "Sở Thử")]}), city, given=PEOPLE)
    assert batch.rows.get().award_id == (code and award_id(code))


@pytest.mark.parametrize(
    ("title", "code", "told"),
    [
        (f"DANH SÁCH ĐƯỢC TẶNG {MERIT.upper()}", "BK_TINH", ("award_by_title", False)),
        (f"DANH SÁCH ĐẠT DANH HIỆU {EMULATOR.upper()}", None, ("award_several", True)),
    ],
)
def test_an_award_that_may_be_several_is_the_one_of_the_title(city, title, code, told):
    heads = (*HEADINGS[:3], "Danh hiệu, hình thức")
    batch = dry_run(book({"DS": [(title,), heads, (1, NAMES[0], "Sở Thử", "Bằng khen")]}), city, given=PEOPLE)
    assert batch.rows.get().award_id == (code and award_id(code))
    assert batch.problems.values_list("code", "refuses").get() == told


def test_a_sheet_named_after_an_award_gives_its_own(city):
    rows = [HEADINGS[:3], (1, NAMES[0], "Sở Thử")]
    marked = [(*HEADINGS[:3], "Danh hiệu"), (1, NAMES[1], "Sở Thử", FIGHTER), (2, NAMES[2], "Sở Thử", "")]
    sheets = {"LĐTT 2022": rows, "CSTĐCS 2022": rows, "LĐTT": marked}
    batch = dry_run(book(sheets), city, given=replace(PEOPLE, award=award_id("BK_TINH")))
    read = list(batch.rows.order_by("id").values_list("award__code", flat=True))
    assert read == ["LDTT", "CSTDCS", "CSTDCS", "BK_TINH"]


def award_id(code):
    return Award.objects.coded(code).get().pk


def test_a_cell_that_is_crossed_out_is_not_taken(city):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet, crossed = workbook.add_worksheet("DS"), workbook.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, (*HEADINGS, "Số quyết định", "Ngày ký"))
        for row, name in enumerate(NAMES, 1):
            sheet.write_row(row, 0, (row, name, "Sở Thử", FIGHTER, "12/QĐ-UBND", "01/03/2023"))
        sheet.write(1, 3, FIGHTER, crossed)
        sheet.write(2, 4, "12/QĐ-UBND", crossed)
    batch = dry_run(out.getvalue(), city, given=replace(PEOPLE, award=award_id("LDTT"), decision_number="13/QĐ-UBND"))
    assert batch.good == 1
    assert problems(batch) == [
        (2, "Danh hiệu", "cell_struck", FIGHTER),
        (3, "Số quyết định", "cell_struck", "12/QĐ-UBND"),
    ]


def test_ditto_marks_are_what_stands_above_and_fillers_are_nothing(city):
    heads = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Số quyết định")
    rows = [
        ("Hồ Văn Mẫu", "nt", "Sở Thử", FIGHTER, "chưa có"),
        (NAMES[0], "-", "-nt-", '"', "12/QĐ-UBND"),
        (NAMES[1], "#", "như trên", "//", "nt"),
        (NAMES[2], "x", "Không", FIGHTER, "-"),
        ("nt", "Giáo viên", "Sở Thử", FIGHTER, "12/QĐ-UBND"),
        ("chưa có", "Giáo viên", "Sở Thử", FIGHTER, "12/QĐ-UBND"),
    ]
    batch = dry_run(table_of(heads, *rows), city, given=PEOPLE)
    good = batch.rows.filter(state="good").order_by("id").values_list("position", "unit", "decision_number")
    assert list(good) == [("", "Sở Thử", "12/QĐ-UBND"), ("", "Sở Thử", "12/QĐ-UBND"), ("", "", "")]
    assert problems(batch, refuses=True) == [
        (2, "Chức vụ", "ditto_of_nothing", "nt"),
        (6, "Họ và tên", "name_missing", "nt"),
        (7, "Họ và tên", "name_missing", "chưa có"),
    ]
    told = problems(batch, code="ditto_filled")
    assert [row for row, *_ in told] == [3, 3, 4, 4, 4]
    assert ("Số quyết định", "ditto_filled", "nt") in [one[1:] for one in told]


def test_bodies_among_people_and_people_among_bodies_are_marked_and_swapped_columns_refused(city):
    rows = [
        ("Phòng Giáo dục Minh Họa", "Sở Thử", "Cá nhân", FIGHTER),
        (NAMES[0], "Sở Thử", "Tập thể", EXCELLENT),
        ("Sở Minh Họa", NAMES[1], "Cá nhân", FIGHTER),
        ("Đoàn Văn Mẫu", "Sở Thử", "Cá nhân", FIGHTER),
        ("Tổ Văn thư", "Sở Thử", "Tập thể", EXCELLENT),
    ]
    heads = ("STT", "Họ và tên", "Đơn vị", "Phân loại khen thưởng", "Danh hiệu")
    batch = dry_run(table_of(heads, *rows), city, given=GIVEN)
    assert problems(batch) == [
        (2, "Họ và tên", "body_as_person", "Phòng Giáo dục Minh Họa"),
        (3, "Họ và tên", "person_as_body", NAMES[0]),
        (4, "Họ và tên", "name_and_unit_swapped", f"Sở Minh Họa | {NAMES[1]}"),
    ]
    assert batch.good == 4


def test_a_second_table_of_bodies_headed_unit_is_seen(city):
    lines = [
        HEADINGS,
        (1, NAMES[0], "Sở Thử", FIGHTER),
        (),
        ("STT", "Đơn vị", "Danh hiệu"),
        (1, "Sở Thử", EXCELLENT),
        (2, "Sở Mẫu", EXCELLENT),
    ]
    batch = dry_run(book({"DS": lines}), city, given=GIVEN)
    found = batch.rows.order_by("id").values_list("name", "unit", "award__code", "state")
    assert list(found) == [
        (NAMES[0], "Sở Thử", "CSTDCS", "good"),
        ("Sở Thử", "", "TTLDXS", "good"),
        ("Sở Mẫu", "", "TTLDXS", "good"),
    ]


def test_a_row_that_comes_twice_in_the_workbook_makes_it_a_damaged_one(city):
    content = table_of(HEADINGS, *((name, "Sở Thử", FIGHTER) for name in NAMES))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w") as written:
        for name in packed.namelist():
            written.writestr(name, packed.read(name).replace(b'<row r="4"', b'<row r="3"'))
    with pytest.raises(Refusal):
        dry_run(out.getvalue(), city, given=PEOPLE)


def test_two_births_of_one_person_are_asked_and_odd_numbers_are_no_years(city):
    heads = ("STT", "Họ và tên", "Năm sinh nam", "Năm sinh nữ", "Danh hiệu", "Năm thành tích", "Số CCCD")
    rows = [
        (NAMES[0], 1980, 1985, FIGHTER, 2022, ""),
        (NAMES[1], "", 1985, FIGHTER, 2022.4, ""),
        (NAMES[2], 1980, "", FIGHTER, -2022, ""),
        ("Hồ\u200bVăn\u200bMẫu", 1980, "", FIGHTER, 2022, "12345678.5"),
    ]
    batch = dry_run(table_of(heads, *rows), city, given=PEOPLE)
    assert problems(batch) == [
        (2, "Năm sinh nam", "birth_twice", "1980 | 1985"),
        (3, "Năm thành tích", "year_unknown", "2022.4"),
        (4, "Năm thành tích", "year_unknown", "-2022"),
        (5, "Số CCCD", "identity_malformed", "… (9)"),
    ]
    assert list(batch.rows.filter(state="good").values_list("name", flat=True)) == ["Hồ Văn Mẫu"]
