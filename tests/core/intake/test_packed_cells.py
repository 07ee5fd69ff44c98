"""The reader of .xlsx, held against another reader, and on what writers of every kind leave in a sheet."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from emulation.core.intake.kept_sheets import keep_sheets
from emulation.core.intake.marked_rows import Marks
from emulation.core.intake.packed_cells import TooManyCells, read_cells
from emulation.core.intake.packed_workbook import PackedWorkbook
from emulation.core.intake.sheet import Aside, AsideKind, Sheet
from emulation.core.intake.sheets import read_all_sheets
from emulation.core.text.damage import MendedText

texts = some.text(
    some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=20
)
days = some.dates(date(1900, 3, 1), date(2100, 1, 1))
cells = some.one_of(
    some.none(),
    texts.filter(lambda text: text.strip() and not text.startswith("_x")),
    some.integers(-(10**12), 10**12),
    some.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    some.booleans(),
    days,
    some.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
)


def written(rows, **options) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, **options}) as book:
        sheet = book.add_worksheet("Danh sách")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": 'dd/mm/yyyy "lúc" hh:mm'})
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, bool):
                    sheet.write_boolean(row, column, value)
                elif isinstance(value, datetime):
                    sheet.write_datetime(row, column, value, moment)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write_number(row, column, value)
    return out.getvalue()


def cells_of(content: bytes, *, most: int = 10_000):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        book = PackedWorkbook(packed)
        return read_cells(book, book.sheets[0], list(book.texts()), text=str, most=most)


def sheet_of(sheet: str, *, styles: str = "", shared: str = "", workbook: str = "", most: int = 10_000):
    """What is read of a sheet written by hand."""
    relations = (
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        sheets = '<sheets><sheet name="a > b" sheetId="1" r:id="rId1"/></sheets>'
        packed.writestr("xl/workbook.xml", f"<workbook>{workbook}{sheets}</workbook>")
        packed.writestr("xl/_rels/workbook.xml.rels", relations)
        packed.writestr("xl/styles.xml", f"<styleSheet>{styles}</styleSheet>")
        packed.writestr("xl/sharedStrings.xml", f"<sst>{shared}</sst>")
        packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{sheet}</worksheet>")
    return cells_of(out.getvalue(), most=most)


def data(rows: str) -> str:
    return f"<sheetData>{rows}</sheetData>"


@settings(max_examples=60, deadline=None)
@given(some.lists(some.lists(cells, max_size=6), max_size=8))
def test_it_reads_what_another_reader_reads(rows):
    content = written(rows)
    ours = cells_of(content).rows
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, row in enumerate(theirs):
        for place, cell in enumerate(row):
            mine = ours[number][place] if number < len(ours) and place < len(ours[number]) else ""
            if isinstance(cell, datetime):
                assert abs(mine - cell) < timedelta(seconds=1)
            else:
                assert mine == cell
                assert type(mine) is type(cell) or isinstance(cell, float)


def test_places_are_kept_where_cells_and_rows_are_not_there():
    rows = '<row r="2"><c r="C2"><v>1</v></c></row><row/><row><c><v>2</v></c><c r="C4" s="1"/><c><v>3</v></c></row>'
    assert sheet_of(data(rows)).rows == [[], ["", "", 1], [], [2, "", "", 3]]


def test_texts_of_every_kind():
    shared = (
        "<si><t>Một &amp; hai</t></si><si/><si><r><rPr><b/></rPr><t>Nguyễn </t></r><r><t xml:space='preserve'>Mẫu</t></r>"
        "<rPh sb='0'><t>bỏ</t></rPh></si><si><t>a_x000D_b</t></si><si><t><![CDATA[1 < 2]]></t></si>"
    )
    rows = "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE"))
    rows += '<c r="F1" t="inlineStr"><is><t>Tr&#7841;m</t></is></c><c r="G1" t="str"><f>A1</f><v>x</v></c>'
    found = sheet_of(data(f'<row r="1">{rows}</row>'), shared=shared).rows[0]
    assert found == ["Một & hai", "", "Nguyễn Mẫu", "a\rb", "1 < 2", "Trạm", "x"]


def test_prefixes_and_other_orders_of_attributes():
    sheet = "<x:sheetData><x:row r='1'><x:c t='n' r='B1'><x:v>7</x:v></x:c></x:row></x:sheetData>"
    assert sheet_of(sheet).rows == [["", 7]]


STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="[Red][>=100]dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="166" formatCode="#,##0 &quot;đồng&quot;"/></numFmts>'
    "<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
    "<cellStyleXfs><xf numFmtId='14' fontId='0'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='14' fontId='0'/><xf numFmtId='164' fontId='1'/>"
    "<xf numFmtId='165' fontId='2'/><xf numFmtId='166' fontId='0'/><xf numFmtId='20' fontId='0'/></cellXfs>"
)


@pytest.mark.parametrize(
    ("style", "serial", "seen"),
    [
        (0, "45000", 45000),
        (1, "45000", date(2023, 3, 15)),
        (1, "45000.7083333333", datetime(2023, 3, 15, 17)),
        (2, "45000", date(2023, 3, 15)),
        (3, "1.5", timedelta(hours=36)),
        (4, "45000", 45000),
        (5, "0.25", time(6)),
        (1, "1", date(1900, 1, 1)),
        (1, "61", date(1900, 3, 1)),
        (1, "-5", -5),
        (1, "99999999", 99999999),
    ],
)
def test_numbers_that_a_style_shows_as_days(style, serial, seen):
    cell = f'<row r="1"><c r="A1" s="{style}"><v>{serial}</v></c></row>'
    assert sheet_of(data(cell), styles=STYLES).rows == [[seen]]


@pytest.mark.parametrize(
    ("form", "held", "seen"),
    [
        ('00"/QĐ-UBND"', 5, "05/QĐ-UBND"),
        ("000000000000", 1085000001, "001085000001"),
        ('"Năm "0', 2022, "Năm 2022"),
        ("0.0%", 0.0762, "7,6%"),
        ("0%", 0.125, "13%"),
        ('#,##0.0" tỷ đồng"', 5.25, "5,25 tỷ đồng"),
        ('#,##0," nghìn"', 23735, "23,735 nghìn"),
        ('#,##0 "₫"', 5000, 5000),
        ("_(* #,##0_);_(* (#,##0);_(@_)", 23735, 23735),
        ("0.00E+00", 5, 5),
        ("General", 5, 5),
        ("#,##0", 23735, 23735),
        ("yyyy", date(1985, 3, 5), "1985"),
        ("mm/yyyy", date(1985, 3, 5), "03/1985"),
        ("d-mmm", date(2023, 3, 1), "01/03/2023"),
        ("mm/dd/yyyy", date(1985, 3, 5), "05/03/1985"),
        ("mm/dd/yyyy", date(1985, 3, 25), date(1985, 3, 25)),
        ("[$-42A]dd/mm/yyyy;@", date(1985, 3, 5), date(1985, 3, 5)),
        ("d mmmm yyyy", date(1985, 3, 5), date(1985, 3, 5)),
    ],
)
def test_what_a_cell_shows_otherwise_than_it_holds(form, held, seen):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        write = book.add_worksheet("A")
        looks = book.add_format({"num_format": form})
        (write.write_datetime if isinstance(held, date) else write.write_number)(0, 0, held, looks)
    found = cells_of(out.getvalue()).rows[0][0]
    assert (found, type(found) is MendedText) == (seen, form in ("d-mmm", "mm/dd/yyyy") and isinstance(seen, str))


@pytest.mark.parametrize(
    ("form", "held", "unseen"),
    [
        (";;;", 5, "5"),
        (";;;", "Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ('"";"";"";""', -5, "-5"),
        ("[Red]_-;;;", 5, "5"),
        (";;", 5, "5"),
        (";;", "Mẫu", None),
        ("0;;;@", -3, "-3"),
        ("0;-0;;@", 0, None),
        ("0;-0;;@", 5, None),
        ('[=0]"";General', 5, None),
        ('"05/"0', 5, None),
        ("", 5, None),
    ],
)
def test_a_value_that_its_format_does_not_show_is_read_and_named(form, held, unseen):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("A").write(1, 2, held, book.add_format({"num_format": form}))
    (sheet,) = read_all_sheets(io.BytesIO(out.getvalue()))
    assert sheet.asides == (() if unseen is None else (Aside(AsideKind.UNSEEN, 1, 2, unseen),))
    assert unseen is None or str(sheet.rows[1][2]) == unseen


def test_days_counted_from_1904():
    cell = '<row r="1"><c r="A1" s="1"><v>43538</v></c></row>'
    assert sheet_of(data(cell), styles=STYLES, workbook='<workbookPr date1904="1"/>').rows == [[date(2023, 3, 15)]]


def test_cells_without_a_value_show_what_stands_there():
    cells = (
        '<c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>SUM(A1:A2)&amp;"x"</f><v></v></c><c r="C1" t="str"><f>A1</f><v></v></c>'
        '<c r="D1"><f>A1</f></c><c r="E1" t="e"/><c r="F1" t="d"><v>2023-03-15</v></c><c r="G1" t="b"><v>1</v></c>'
    )
    found = sheet_of(data(f'<row r="1">{cells}</row>')).rows[0]
    assert found == ["#REF!", '=SUM(A1:A2)&"x"', "", "=A1", "", date(2023, 3, 15), True]


def test_what_is_merged_hidden_and_crossed_out():
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" s="2"><v>45000</v></c></row>'
    found = sheet_of(data(rows) + '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>', styles=STYLES)
    assert found.merged == (((0, 0), (2, 1)),)
    assert (found.hidden, found.struck) == ({0}, {1: {1}})


def test_hidden_columns_and_columns_without_width():
    columns = (
        '<cols><col min="1" max="1" width="9"/><col min="2" max="3" width="9" hidden="1"/><col min="2" max="9" hidden="1"/>'
        '<col min="12" max="12" width="0"/><col min="x" max="2" hidden="1"/><col min="16380" max="99999" hidden="true"/></cols>'
    )
    found = sheet_of(columns + data('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert found.hidden_columns == {*range(1, 9), 11, *range(16_379, 16_384)}


@pytest.mark.parametrize(
    "sheet",
    [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>',
        data('<row r="1048577"><c r="A1"><v>1</v></c></row>'),
        data('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
        data('<row r="1"><c r="A1"><v>một</v></c></row>'),
    ],
)
def test_a_sheet_that_cannot_be_is_no_sheet(sheet):
    with pytest.raises(ValueError, match="broken off|beyond|could not convert"):
        sheet_of(sheet)


def test_a_text_that_the_workbook_does_not_have():
    with pytest.raises(LookupError):
        sheet_of(data('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'))


def test_no_more_cells_than_are_asked_for():
    row = '<row><c r="J1"><v>1</v></c></row>'
    assert len(sheet_of(data(row * 10), most=100).rows) == 10
    with pytest.raises(TooManyCells):
        sheet_of(data(row * 11), most=100)


def test_tags_that_never_end_take_no_long_time():
    for rows in ("<c>" * 200_000, "<row>" * 200_000, '<c r="A1"><v>' * 100_000, "<c " * 200_000):
        with suppress(ValueError):
            sheet_of(data(f'<row r="1">{rows}</row>'), most=10**7)


def test_long_ends_of_sheets_are_read_piece_by_piece():
    tail = "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 250_000)) + "</mergeCells>"
    assert len(sheet_of(data('<row r="1"><c r="A1"><v>1</v></c></row>') + tail).merged) == 249_999


def test_a_sheet_knows_its_name_and_its_marks():
    content = written([["Một"], ["Hai"]])
    (sheet,) = read_all_sheets(io.BytesIO(content))
    assert (sheet.name, sheet.rows, sheet.marks, sheet.is_hidden) == ("Danh sách", [["Một"], ["Hai"]], Marks(), False)


def test_sheets_that_are_kept_are_read_as_they_were():
    mended = MendedText("Nguyên", "NguyÃªn")
    rows = [
        ["Một", 1, 2.5, True, ""],
        [date(2023, 3, 15), datetime(2023, 3, 15, 17), time(6), timedelta(hours=36), mended],
    ]
    sheets = [
        Sheet(
            "A",
            rows * 1500,
            (((0, 0), (2, 1)),),
            is_hidden=True,
            marks=Marks(frozenset({1}), {3: frozenset({0, 2})}, frozenset({4})),
        ),
        Sheet("B", [["Hai"]], asides=(Aside(AsideKind.COMMENT, 0, 1, "Đã nghỉ"),)),
        Sheet("C", [], asides=(Aside(AsideKind.CHART, 0, 0, ""),)),
    ]
    out = io.BytesIO()
    assert list(keep_sheets(sheets, out)) == sheets
    found = list(read_all_sheets(io.BytesIO(out.getvalue())))
    assert found == sheets
    assert [type(cell) for cell in found[0].rows[2999]] == [type(cell) for cell in rows[1]]
    assert found[0].rows[1][4].was == "NguyÃªn"
    assert found[0].rows[0][0] is found[0].rows[2998][0]
