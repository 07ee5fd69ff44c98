"""Rows not taken come back as the office's own workbook, are corrected there, and end in the register once each."""

import io
import tempfile

import openpyxl
import pytest

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch
from tests.awards.lists.clients import at, confirmed, send, work
from tests.awards.lists.workbooks import ABOVE, L1, book, l1_book, numbered, person

pytestmark = pytest.mark.usefixtures("own_database")
WRONG = "Bằng khen vũ trụ"
PROBLEMS, ROW_OF = len(L1), len(L1) + 1


def rows_not_taken(client, batch):
    """(bytes, the sheet)."""
    response = client.get(at("batch-refused", batch))
    content = b"".join(response.streaming_content)
    return content, openpyxl.load_workbook(io.BytesIO(content)).active


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def newest() -> HonourBatch:
    return HonourBatch.objects.first()


def checked(client, content, **given) -> HonourBatch:
    send(client, content)
    confirmed(client, newest(), **given)
    return newest()


def test_refused_rows_stand_beneath_the_offices_own_headings_with_what_to_correct(officer):
    batch = checked(officer, l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", award=WRONG)]))
    sheet = rows_not_taken(officer, batch)[1]
    first, second, headings, row = values(sheet)
    assert [first[0], second[0]] == list(ABOVE)
    assert [heading.replace("\n", " ") for heading in headings[:PROBLEMS]] == [text.replace("\n", " ") for text in L1]
    assert headings[PROBLEMS:] == ["Cần sửa", f"Dòng trong danh sách số {batch.pk}"]
    assert row[2:4] == ["Trần Thị Mẫu", "Giáo viên"]
    assert WRONG in row[PROBLEMS]
    assert row[ROW_OF] == 5
    marked = [cell.column - 1 for cell in sheet[4] if cell.fill.fgColor.rgb == "FFFFE08A"]
    assert marked == [6]


def test_errors_downloaded_corrected_and_sent_in_again_end_in_the_register_once(officer):
    rows = [
        person("Nguyễn Văn Mẫu"),
        person("Trần Thị Mẫu", award=WRONG),
        person("", award=WRONG),
        person("Lê Văn Mẫu"),
    ]
    first = checked(officer, l1_book(rows), decision_number="9/QĐ-UBND")
    officer.post(at("batch-accept", first), {"refused_seen": "2"})
    work()
    assert Honour.objects.count() == 2
    content, _sheet = rows_not_taken(officer, first)
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook.active
    for number in (4, 5):
        sheet.cell(number, 7).value = "Chiến sĩ thi đua cơ sở"
    sheet.cell(5, 3).value = "Phạm Thị Mẫu"
    out = io.BytesIO()
    workbook.save(out)
    send(officer, out.getvalue(), "da-sua.xlsx")
    second = newest()
    assert "Cần sửa" not in [column["heading"] for column in second.headings]
    assert (second.given["way"], second.given["decision_number"]) == ("regular", "9/QĐ-UBND")
    confirmed(officer, second)
    second.refresh_from_db()
    assert (second.good, second.refused, second.known) == (2, 0, 0)
    officer.post(at("batch-accept", second))
    work()
    names = sorted(Honour.objects.values_list("name", flat=True))
    assert names == sorted(["Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Phạm Thị Mẫu", "Lê Văn Mẫu"])
    assert set(Honour.objects.values_list("decision_number", flat=True)) == {"9/QĐ-UBND"}
    response = officer.get(at("batch-refused", second))
    assert response.url == at("batch", second), "no row of it was refused"


def test_sent_in_again_uncorrected_it_gives_the_same_workbook(officer):
    first = checked(officer, l1_book([person("Trần Thị Mẫu", award=WRONG)]))
    content, sheet = rows_not_taken(officer, first)
    again = checked(officer, content)
    assert again.refused == 1
    other = rows_not_taken(officer, again)[1]
    assert values(other)[2][PROBLEMS:] == ["Cần sửa", f"Dòng trong danh sách số {again.pk}"]
    assert [row[:PROBLEMS] for row in values(other)] == [row[:PROBLEMS] for row in values(sheet)]


def test_a_row_emptied_there_is_no_row_though_our_words_still_stand_beside_it(officer):
    first = checked(officer, l1_book([person("Trần Thị Mẫu", award=WRONG), person("Lê Văn Mẫu", award=WRONG)]))
    workbook = openpyxl.load_workbook(io.BytesIO(rows_not_taken(officer, first)[0]))
    sheet = workbook.active
    sheet["G4"] = "Chiến sĩ thi đua cơ sở"
    for cell in sheet[5][:PROBLEMS]:
        cell.value = None
    out = io.BytesIO()
    workbook.save(out)
    again = checked(officer, out.getvalue())
    assert (again.good, again.refused) == (1, 0)


def test_a_text_file_comes_back_as_a_workbook_too(officer):
    lines = "STT;Họ và tên;Đơn vị;Danh hiệu\n1;Nguyễn Văn Mẫu;Phòng Minh Họa;CSTĐCS\n2;Trần Thị Mẫu;Phòng Minh Họa;lạ\n"
    send(officer, lines.encode("utf-8-sig"), "danh-sach.csv")
    batch = newest()
    assert batch.file.name.endswith(".csv")
    assert "sheet “" not in officer.get(at("batch-columns", batch)).content.decode()
    confirmed(officer, batch, decision_date="05/06/2023")
    response = officer.get(at("batch-refused", batch))
    assert 'filename="can-sua-danh-sach.xlsx"' in response["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert [row[1] for row in values(sheet)] == ["Họ và tên", "Trần Thị Mẫu"]


def test_what_the_heading_of_a_section_says_goes_with_its_rows(officer):
    headings = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu")
    rows = [
        ("I", "TẬP THỂ", "", ""),
        (1, "Trường Minh Họa", "", "Tập thể lao động xuất sắc"),
        ("II", "CÁ NHÂN", "", ""),
        (1, "Nguyễn Văn Mẫu", "Phòng Minh Họa", WRONG),
        ("III", "HỘ GIA ĐÌNH", "", ""),
    ]
    first = checked(officer, book({"A": [headings, *rows]}), decision_date="05/06/2023")
    content, sheet = rows_not_taken(officer, first)
    assert [row[1] for row in values(sheet)] == ["Họ và tên", "TẬP THỂ", "CÁ NHÂN", "Nguyễn Văn Mẫu"]
    again = checked(officer, content)
    assert [row.subject_kind for row in again.rows.all()] == ["individual"]


def test_what_looks_like_a_formula_stays_text(officer):
    rows = [person('=cmd|"/c calc"!A1', award=WRONG), person("@SUM(1)", award="+1+1")]
    batch = checked(officer, book({"A": [*((line,) for line in ABOVE), L1, *numbered(rows)]}))
    sheet = rows_not_taken(officer, batch)[1]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {'=cmd|"/c calc"!A1', "@SUM(1)", "+1+1"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_the_workbook_of_an_earlier_check_is_gone(officer, settings):
    batch = checked(officer, l1_book([person("Trần Thị Mẫu", award=WRONG)]))
    assert batch.refused_file
    before = {path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}
    confirmed(officer, batch)
    batch.refresh_from_db()
    after = {path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}
    assert len(before) == len(after) == 3
    assert before != after
    assert batch.state == BatchState.CHECKED


def test_without_room_on_the_disk_the_check_says_so_and_can_be_started_again(officer, monkeypatch):
    send(officer, l1_book([person("Trần Thị Mẫu", award=WRONG)]))
    batch = newest()
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", "/nowhere")
        confirmed(officer, batch)
    batch.refresh_from_db()
    assert (batch.state, batch.refused_file.name, batch.rows.count()) == (BatchState.UPLOADED, "", 0)
    assert "không đọc hoặc ghi được tệp" in officer.get(at("batch", batch)).content.decode()
    confirmed(officer, batch)
    batch.refresh_from_db()
    assert (batch.state, batch.refused) == (BatchState.CHECKED, 1)
