"""What a cell holds is judged: errors, formulas, lost letters, days that cannot be, one thing written in many ways."""

import io
import itertools
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from awards.models import Honour
from tests.awards.lists.old_books import xls_book
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db
HEADINGS = {
    "name": "Họ và tên",
    "birth": "Ngày sinh",
    "unit": "Đơn vị công tác",
    "award": "Danh hiệu thi đua/Hình thức khen thưởng",
    "subject": "Phân loại khen thưởng",
    "way": "Phương thức khen thưởng",
    "year": "Năm thành tích",
    "number": "Số quyết định",
    "day": "Ngày quyết định",
    "identity": "Số CCCD",
}
WHOLE = {
    "name": "Nguyễn Văn Mẫu",
    "birth": "05/03/1985",
    "unit": "Sở Minh Họa 1",
    "award": "Chiến sĩ thi đua cấp cơ sở",
    "subject": "Cá nhân",
    "way": "Thường xuyên",
    "year": 2022,
    "number": "11/QĐ-UBND",
    "day": "15/03/2023",
    "identity": "",
}


def line(**cells):
    return tuple((WHOLE | cells).values())


def by_excel(*rows) -> bytes:
    """A workbook whose "=…" are formulas without a value and whose "#N/A" are errors."""
    workbook, out = openpyxl.Workbook(), io.BytesIO()
    for row in (tuple(HEADINGS.values()), *rows):
        workbook.active.append(row)
    workbook.save(out)
    return out.getvalue()


def in_text(*rows) -> bytes:
    table = [tuple(HEADINGS.values()), *rows]
    return "\r\n".join(";".join(str(cell) for cell in row) for row in table).encode()


@pytest.fixture
def sent(tmp_path, city):
    """sent(bytes, *options) -> (exit status, what was printed, by the command)."""
    make_mandate(user=make_user(username="thu_canbo"), organisation=city)
    numbers = itertools.count()

    def run(content, *options):
        path = tmp_path / f"danh-sach-{next(numbers)}"
        path.write_bytes(content)
        out = io.StringIO()
        order = ("import_honours", path, "--organisation", "92", "--actor", "thu_canbo", "--accept-good", *options)
        try:
            call_command(*order, stdout=out)
        except SystemExit as end:
            return end.code, out.getvalue()
        except CommandError as error:
            return error.returncode, out.getvalue() + str(error)
        return 0, out.getvalue()

    return run


def told(said: str, row: int) -> str:
    """The lines about a row; one problem of several rows is one line."""
    lines = [(re.match(r"Dòng ([\d, –]+), cột", line), line) for line in said.splitlines()]
    return "\n".join(line for rows, line in lines if rows and str(row) in re.split(", ", rows[1]))


def test_a_moment_of_world_time_is_the_day_in_viet_nam_and_a_bare_one_is_asked(sent):
    status, said = sent(
        by_excel(
            line(birth="1985-03-04T17:00:00.000Z", day="2022-12-30T17:00:00.000Z"),
            line(name="Lê Mẫu", birth=datetime(1985, 3, 4, 17), day=datetime(2023, 3, 14, 17)),
            line(name="Hồ Mẫu", birth=datetime(1985, 3, 5, 8, 30)),
        )
    )
    assert status == 1
    assert {(honour.birth_date, honour.decision_date) for honour in Honour.objects.all()} == {
        (date(1985, 3, 5), date(2022, 12, 31)),
        (date(1985, 3, 5), date(2023, 3, 15)),
    }
    assert "“04/03/1985 17:00”" in told(said, 3)
    assert "“14/03/2023 17:00”" in told(said, 3)


def test_errors_and_formulas_without_a_value_are_told_by_cell_and_name(sent):
    status, said = sent(
        by_excel(
            line(number="#N/A"),
            line(name="#REF!"),
            line(unit="#VALUE!"),
            line(award='=VLOOKUP("CSTDCS",Z1:Z2,1,0)'),
            line(name='=UPPER("mẫu")', identity="=B9"),
            line(birth="#DIV/0!"),
        )
    )
    assert status == 1
    for row, (column, seen) in enumerate(
        [("Số quyết định", "#N/A"), ("Họ và tên", "#REF!"), ("Đơn vị công tác", "#VALUE!")], start=2
    ):
        assert f"cột “{column}”, bị từ chối: đang ghi “{seen}”" in told(said, row)
        assert told(said, row).count("\n") == 0
    assert '“=VLOOKUP("CSTDCS",Z1:Z2,1,0)”' in told(said, 5)
    assert "công thức không có giá trị" in told(said, 5)
    assert told(said, 6).count("công thức không có giá trị") == 2
    assert "“#DIV/0!”" in told(said, 7)
    assert not Honour.objects.exists()


def test_formulas_with_a_value_are_their_values(sent):
    content = by_excel(line(name="=A9"))
    assert sent(_with_value(content, "Nguyễn Văn Mẫu"))[0] == 0
    assert Honour.objects.get().name == "Nguyễn Văn Mẫu"


def _with_value(content: bytes, value: str) -> bytes:
    """The formula of A2 as a spreadsheet saves it after it was calculated."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as there, zipfile.ZipFile(out, "w") as made:
        for member in there.infolist():
            text = there.read(member).decode()
            calculated = f'<c r="A2" t="str"><f>A9</f><v>{value}</v>'
            made.writestr(member, text.replace('<c r="A2"><f>A9</f><v></v>', calculated))
    return out.getvalue()


def test_errors_of_text_files_and_old_workbooks_are_told_too(sent):
    assert "“#N/A”" in told(sent(in_text(line(name="#N/A")))[1], 2)
    rows = [tuple(HEADINGS.values()), line(number="#REF!")]
    assert "“#REF!”" in told(sent(xls_book(rows))[1], 2)


@pytest.mark.parametrize("number", [date(2023, 5, 12), "12/05/2023", "2023-05-12", "12-May", "thg 5-23"])
def test_a_day_is_no_number_of_a_decision(sent, number):
    status, said = sent(by_excel(line(number=number)))
    assert status == 1
    assert "bị từ chối" in told(said, 2)
    assert "12/QĐ-UBND" in told(said, 2)


def test_a_day_is_no_name_and_no_unit(sent):
    status, said = sent(by_excel(line(unit=date(2023, 4, 30)), line(name=date(2023, 4, 30)), line(unit="Tổ 30/4")))
    assert status == 1
    assert "“30/04/2023”" in told(said, 2)
    assert "“30/04/2023”" in told(said, 3)
    assert Honour.objects.get().unit == "Tổ 30/4"


@pytest.mark.parametrize(
    "written",
    ["Nguy?n Th? H??ng", "Nguy\ufffdn Th\ufffd Hoa", "Tr?n V?n D", "Nguyá»n Thá» Mẫu", "Ph\uf0b7m Mẫu", "L□ Mẫu"],
)
def test_lost_letters_are_refused(sent, written):
    status, said = sent(by_excel(line(name=written)))
    assert status == 1
    assert "chữ đã mất" in told(said, 2)


def twice(text: str, times: int = 1) -> str:
    for _time in range(times):
        text = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in text.encode())
    return text


@pytest.mark.parametrize("name", ["Nguyên Văn Mẫu", "Đặng Thị Hà", "Trần Đình Lưỡng", "LÝ VĂN MẪU"])
@pytest.mark.parametrize("times", [1, 2])
def test_letters_encoded_twice_are_put_right_and_it_is_told(sent, name, times):
    status, said = sent(by_excel(line(name=twice(name, times))))
    assert status == 0, said
    assert Honour.objects.get().name == name
    assert f"đọc là “{name}”" in told(said, 2)


def test_letters_of_windows_1258_taken_for_1252_are_put_right(sent):
    status, said = sent(by_excel(line(name="NguyêÞn Thiò Hýõ\u00ccng")))
    assert status == 0, said
    assert Honour.objects.get().name == "Nguyễn Thị Hường"


def test_a_text_file_encoded_twice_is_read_as_it_was_meant(sent):
    status, said = sent(twice(in_text(line()).decode()).encode())
    assert status == 0, said
    honour = Honour.objects.get()
    assert (honour.name, honour.unit, honour.decision_number) == ("Nguyễn Văn Mẫu", "Sở Minh Họa 1", "11/QĐ-UBND")
    assert told(said, 2).count("\n") == 0


def test_headings_without_their_letters_are_named_as_such(sent):
    status, said = sent(in_text(line()).decode().encode("cp1252", "replace"))
    assert status == 2
    assert "“H? và tên”" in said


def test_capitals_before_a_closing_quotation_mark_are_whole(sent):
    status, said = sent(by_excel(line(unit="“PHƯỜNG, XÔ".replace("Ô", "Ã”"))))
    assert status == 0, said
    assert Honour.objects.get().unit == "“PHƯỜNG, XÃ”"


def test_single_cells_in_an_old_font_are_put_right_and_only_they(sent):
    rows = [line(name=f"Nguyễn Thị Mẫu {place}", birth="") for place in ("Một", "Hai", "Ba", "Bốn", "Năm")]
    status, said = sent(by_excel(*rows, line(name="TrÇn V¨n MÉu"), line(name="Leâ Thò Maãu", unit="Phòng 3×4")))
    assert status == 0, said
    assert [honour.name for honour in Honour.objects.order_by("id")][5:] == ["Trần Văn Mẫu", "Lê Thị Mẫu"]
    assert ("đọc là “Trần Văn Mẫu”" in told(said, 7), "đọc là “Lê Thị Mẫu”" in told(said, 8)) == (True, True)
    assert Honour.objects.get(name="Lê Thị Mẫu").unit == "Phòng 3×4"


def test_of_a_birth_whose_day_or_month_nobody_knows_the_year_is_taken(sent):
    births = ["??/??/1980", "00/00/1981", "…/5/1982", "xx/xx/1983", "05/1984"]
    status, said = sent(
        by_excel(*(line(name=f"Mẫu {letter}", birth=birth) for letter, birth in zip("ABCDE", births, strict=True)))
    )
    assert status == 0, said
    found = Honour.objects.order_by("id").values_list("birth_date", "birth_year")
    assert list(found) == [(None, year) for year in range(1980, 1985)]
    _status, said = sent(by_excel(line(day="??/??/2023")))
    assert "đây chỉ là năm" in told(said, 2)


def test_a_proposals_number_is_no_decisions(sent):
    numbers = {"Lê Mẫu": "Tờ trình số 45/TTr-SNV", "Hồ Mẫu": "45/TTr-UBND", "Võ Mẫu": "123/BB-HĐTĐ"}
    status, said = sent(by_excel(*(line(name=name, number=number) for name, number in numbers.items())))
    assert status == 1
    assert ["số tờ trình" in told(said, row) for row in (2, 3, 4)] == [True, True, True]


def test_births_and_years_that_cannot_be(sent):
    status, said = sent(
        by_excel(
            line(birth="05/03/2021"),
            line(name="Lê Mẫu", birth=date(1905, 6, 7)),
            line(name="Hồ Mẫu", birth="07/06/1905"),
            line(name="Võ Mẫu", year=1988),
            line(name="Đỗ Mẫu", year=1923, birth=""),
            line(name="Bùi Mẫu", year=date(1905, 7, 14)),
            line(name="Ngô Mẫu", day=date(1905, 7, 14)),
            line(name="Lý Mẫu", day="15/03/1923", year=""),
            line(name="Vũ Mẫu", birth="1985", year=2009),
        )
    )
    assert status == 1
    for row, seen in {2: "ít nhất 5 năm", 3: "năm 1985", 5: "sinh năm 1985", 6: "1925", 8: "đây chỉ là năm"}.items():
        assert "bị từ chối" in told(said, row), row
        assert seen in told(said, row), row
    assert "02/09/1945" in told(said, 9)
    for row, seen in {4: "117 tuổi", 7: "được đọc là năm 2022", 10: "14 năm"}.items():
        assert "bị từ chối" not in told(said, row), row
        assert seen in told(said, row), row
    assert Honour.objects.get(name="Bùi Mẫu").achievement_year == 2022


NUMBERS = ["11/QĐ–UBND", "11/QÐ-UBND", "11 / QĐ - UBND", "11/QĐ-UBND.", "QĐ số 11/QĐ-UBND", "11/qđ-ubnd"] + [
    "11/QĐ\u2011UBND",
    "Quyết định số: 11/QĐ-UBND",
    "011/QD-UBND",
    "11/QĐ-UBND ngày 15/3/2023",
    "11/QĐ-UBND, 15/03/2023",
    "11/QĐ-UBND - 15/03/2023",
    "１１/QĐ-UBND",
    "11/Q\u200bĐ-U\u0412ND",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_decision_is_one_in_every_writing_of_its_number(sent, number):
    sent(by_excel(line()))
    status, said = sent(by_excel(line(number=number)))
    assert status == 0, said
    assert "Đã có trong sổ: 1." in said
    assert Honour.objects.count() == 1


TWINS = [
    ({"name": "Đinh Mẫu"}, {"name": "\u00d0inh Mẫu"}),
    ({"unit": "Sở Nội vụ – Minh Họa"}, {"unit": "Sở Nội vụ - Minh Họa"}),
    ({"name": "Đinh Minh Hoạ"}, {"name": "Đinh Minh Họa"}),
    ({"name": "Hoàng  Thuý  Minh"}, {"name": "HOÀNG THÚY MINH"}),
    ({"name": "Đinh Minh Lý"}, {"name": "Đinh Minh Lí"}),
    ({"name": "Đinh Minh H\u043e\u0430"}, {"name": "Đinh Minh Hoa"}),
    ({"name": "H\u2019Hen Niê"}, {"name": "H'Hen Niê"}),
    ({"identity": "079085000001"}, {"identity": "CCCD: 079 085 000.001"}),
    ({"identity": "079085000001"}, {"identity": 79085000001}),
    ({"identity": "001085000001"}, {"identity": 1085000001}),
    ({"identity": "079085000001"}, {"identity": "079085000001.0"}),
    ({"identity": "079085000001"}, {"identity": "O79085OOOOO1 (cấp ngày 02/05/2021)"}),
    ({"identity": "012345678"}, {"identity": "12345678.0"}),
]


@pytest.mark.parametrize(("first", "second"), TWINS)
def test_a_person_is_one_in_every_writing(sent, first, second):
    sent(by_excel(line(**first)))
    status, said = sent(by_excel(line(**second)))
    assert status == 0, said
    assert "Đã có trong sổ: 1." in said
    assert Honour.objects.count() == 1


def test_a_number_that_a_spreadsheet_shortened_is_left_out_and_told(sent):
    status, said = sent(by_excel(line(identity="7,90850E+10")))
    assert status == 0
    assert "cần xem lại" in told(said, 2)
    assert Honour.objects.get().identity_digest == ""


def test_one_number_under_several_people_is_marked_and_they_are_counted_apart(sent):
    same = {"identity": "079085000000"}
    status, said = sent(
        by_excel(
            line(name="Lâm Mẫu", **same),
            line(name="Phùng Mẫu", birth="07/09/1990", **same),
            line(name="Quách Mẫu", identity="079085000017"),
        )
    )
    assert status == 0
    assert "Lâm Mẫu; Phùng Mẫu" in told(said, 2) == told(said, 3)
    assert told(said, 4) == ""
    assert Honour.objects.values("recipient_key").distinct().count() == 3
    _status, later = sent(by_excel(line(name="Võ Mẫu", day="16/03/2023", **same)))
    assert "đã có trong sổ" in told(later, 2)


def test_a_number_copied_with_its_person_is_no_matter(sent):
    sent(by_excel(line(identity="079085000000")))
    _status, said = sent(by_excel(line(name="NGUYỄN VĂN MẪU", day="16/03/2023", identity="079085000000")))
    assert told(said, 2) == ""
    assert Honour.objects.values("recipient_key").distinct().count() == 1


def test_only_a_sure_form_of_address_is_taken_off(sent):
    names = ["Ông Văn Mẫu", "Ông Nguyễn Văn Mẫu", "Ông Minh Châu", "Đại úy Lê Mẫu", "Bà mẹ VNAH Võ Mẫu"]
    sent(by_excel(*(line(name=name) for name in names)))
    assert list(Honour.objects.order_by("id").values_list("honorific", "name")) == [
        ("", "Ông Văn Mẫu"),
        ("Ông", "Nguyễn Văn Mẫu"),
        ("", "Ông Minh Châu"),
        ("Đại úy", "Lê Mẫu"),
        ("Bà mẹ VNAH", "Võ Mẫu"),
    ]
