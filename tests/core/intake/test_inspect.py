"""What a file really is: harmful, damaged and foreign files are refused in words before anything opens them."""

import io
import struct
import time
import zipfile

import pytest
from django.utils import translation

from emulation.core.errors import Refusal
from emulation.core.intake.inspect import first_sight, kind_of_list
from emulation.core.intake.kinds import Kind
from emulation.core.intake.packed import MOST_MEMBERS
from emulation.core.intake.sheets import read_sheets
from tests.awards.lists.workbooks import book, l1_book, person

LIMIT = 20 * 1024 * 1024


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def refused(content, *, limit=LIMIT) -> str:
    with pytest.raises(Refusal) as refusal:
        kind_of_list(io.BytesIO(content), limit=limit)
    assert refusal.value.field == "file"
    return str(refusal.value)


def archive(members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def test_a_workbook_goes_through():
    stream = io.BytesIO(l1_book([person("Nguyễn Văn Mẫu")]))
    kind_of_list(stream, limit=LIMIT)
    assert stream.tell() == 0


def test_an_empty_file():
    assert "empty" in refused(b"")


def test_a_file_over_the_limit():
    assert "larger than 20 MB" in refused(b"PK\x03\x04" + b"0" * LIMIT)


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", archive({"word/document.xml": "<w/>"})],
)
def test_a_wrong_type_under_a_right_name(content):
    assert "not a list that can be read" in refused(content)


def test_a_damaged_workbook():
    whole = l1_book([person("Nguyễn Văn Mẫu")])
    assert "damaged" in refused(whole[: len(whole) // 2])


def bomb(megabytes) -> bytes:
    return archive({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b"\0" * (megabytes * 1024 * 1024)})


def test_a_bomb_is_found_without_unpacking_all_of_it():
    content = bomb(900)
    assert len(content) < 2 * 1024 * 1024
    began = time.process_time()
    assert "Unpacked" in refused(content)
    assert time.process_time() - began < 3


def test_a_bomb_that_lies_about_its_size():
    content = bytearray(bomb(200))
    for signature, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.rindex(signature)
        content[at + place : at + place + 4] = struct.pack("<I", 100)
    assert "Unpacked" in refused(bytes(content))


def test_a_file_of_thousands_of_members():
    members = {"xl/workbook.xml": ""} | {f"xl/media/{number}.png": "" for number in range(MOST_MEMBERS)}
    assert "Unpacked" in refused(archive(members))


def test_two_cells_at_the_far_corners_are_a_bomb_for_the_reader():
    sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert "Unpacked" in refused(archive({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": sheet}))


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{"<c><v>1</v></c>" * 16384}</row><row r="1048576"><c><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row><row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row><row r="1048576"><c r = "XFD1048576"><v>1</v></c></row>',
        f'<row r="1048576">{"<c/>" * 8}<c r="XFD0001048576"><v>1</v></c></row>',
    ],
    ids=["cells without a place", "small letters", "blanks about the sign", "zeros before the row"],
)
@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/elsewhere.xml"])
def test_a_sheet_cannot_hide_how_far_it_reaches(rows, member):
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    assert "Unpacked" in refused(archive({"xl/workbook.xml": "<w/>", member: sheet}))


def test_a_long_list_whose_cells_say_no_place_is_let_through():
    sheet = (
        "<worksheet><sheetData>" + ("<row>" + "<c><v>1</v></c>" * 14 + "</row>") * 30_000 + "</sheetData></worksheet>"
    )
    content = archive({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": sheet})
    kind_of_list(io.BytesIO(content), limit=LIMIT)


def test_a_picture_beside_the_sheet_does_no_harm():
    picture = "ảnh<" + "\0" * (512 * 1024)
    sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    members = {"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": sheet, "xl/media/image1.emf": picture}
    kind_of_list(io.BytesIO(archive(members)), limit=LIMIT)


def test_a_tag_without_end():
    sheet = '<worksheet><sheetData><row r="1"><c ' + " " * (3 * 1024 * 1024)
    assert "damaged" in refused(archive({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": sheet}))


def test_rows_keep_their_numbers_and_empty_rows_at_the_end_are_cut():
    sheets = read_sheets(io.BytesIO(book({"A": [(), ("x",), (), ("y", None, 3)], "B": []})))
    assert [sheet.name for sheet in sheets] == ["A"]
    assert sheets[0].rows[1][0] == "x"
    assert len(sheets[0].rows) == 4


def sheet_to(rows: int, columns: int, *, filled: bool = True) -> bytes:
    """A sheet whose first and last cells stand so far from each other; the rows between are only formatted."""
    last = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[columns - 1]}{rows}"
    corner = f'<c r="{last}"><v>1</v></c>' if filled else f'<c r="{last}" s="1"/><c s="2"/>'
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{rows}" s="1">{corner}</row>'
    workbook = '<workbook><sheets><sheet name="Danh sách &amp; bảng" sheetId="1" r:id="rId1"/></sheets></workbook>'
    relation = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
    return archive(
        {
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": relation,
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
        }
    )


def test_a_sheet_of_four_million_cells_is_the_longest():
    kind_of_list(io.BytesIO(sheet_to(250_000, 16)), limit=LIMIT)
    said = refused(sheet_to(250_001, 16))
    assert "“Danh sách & bảng” spans 4.000.016 cells, more than the 4.000.000" in said


def test_cells_that_are_only_formatted_make_no_sheet_long():
    kind_of_list(io.BytesIO(sheet_to(1_048_576, 26, filled=False)), limit=LIMIT)


def test_at_first_sight_nothing_is_unpacked():
    stream = io.BytesIO(bomb(900))
    began = time.process_time()
    assert first_sight(stream, limit=LIMIT) == Kind.XLSX
    assert time.process_time() - began < 0.1
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b"%PDF-1.7\n", "not a list"), (b"<html>", "web page"), (b"PK\x03\x04" + b"0" * 99, "damaged")]
    + [(archive({"word/document.xml": "<w/>"}), "not a list"), (archive({"xl/workbook.bin": ""}), "binary")],
)
def test_what_is_no_list_is_told_at_first_sight(content, told):
    with pytest.raises(Refusal, match=told):
        first_sight(io.BytesIO(content), limit=LIMIT)


def test_a_quotation_mark_that_swallows_a_long_list_is_told_by_its_row():
    lines = "".join(f"{number};{'' if number != 5 else chr(34)}Trường Minh Họa {number};Sở\n" for number in range(9000))
    with pytest.raises(Refusal, match="Row 6"):
        read_sheets(io.BytesIO(lines.encode()))


@pytest.mark.parametrize(
    "content",
    [book({"A": [(f"Nguyễn Văn Mẫu {number}",) for number in range(40)]}), "\n".join(map(str, range(99999))).encode()],
    ids=["workbook", "text"],
)
def test_more_different_texts_than_memory_is_given_are_refused(content, monkeypatch):
    assert read_sheets(io.BytesIO(content))
    monkeypatch.setattr("emulation.core.intake.same_texts.MOST_TEXT", 2000)
    with pytest.raises(Refusal, match="different texts"):
        read_sheets(io.BytesIO(content))
