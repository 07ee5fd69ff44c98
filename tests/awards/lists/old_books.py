"""Lists as .xls and .ods, written by hand: no library of the house writes them."""

import io
import struct
import zipfile

SECTOR = 512
NOTHING: dict = {}
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls_book(rows, *, locked=False, hidden=(), hidden_columns=(), comments=(), boxes=(), chart="") -> bytes:
    """One sheet of text cells in the records of Excel 97 inside a compound file; `hidden`: rows and columns from 0;
    `comments`, `boxes`: (row, column, text) each; `chart`: the name of a chart sheet behind it."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for column in hidden_columns:
        sheet += _record(0x007D, struct.pack("<HHHHHH", column, column, 2340, 15, 0x01, 0))
    for row, cells in enumerate(rows):
        if row in hidden:
            sheet += _record(0x0208, struct.pack("<HHHHHHI", row, 0, len(cells), 0, 0, 0, 0x120))
        for column, cell in enumerate(cells):
            if cell != "":
                text = str(cell)
                head = struct.pack("<HHHHB", row, column, 0, len(text), 1)
                sheet += _record(0x0204, head + text.encode("utf-16-le"))
    for number, (kind, (row, column, text)) in enumerate(
        [*((0x19, said) for said in comments), *((0x06, said) for said in boxes)], start=1
    ):
        anchor = struct.pack("<HHIHHHHHHHHH", 0, 0xF010, 18, 2, column, 0, row, 0, column + 1, 0, row + 1, 0)
        sheet += _record(0x00EC, anchor)
        sheet += _record(0x005D, struct.pack("<HHHH", 0x15, 0x12, kind, number) + b"\0" * 18)
        sheet += _record(0x01B6, struct.pack("<HHHHHHHI", 0, 0, 0, 0, 0, len(text), 0, 0))
        sheet += _record(0x003C, b"\1" + text.encode("utf-16-le"))
        if kind == 0x19:
            sheet += _record(0x001C, struct.pack("<HHHHHB", row, column, 0, number, 0, 0) + b"\0")
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    start += _record(0x002F, b"\0" * 6) if locked else b""
    charted = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0020, 0, 0, 0, 0)) + _record(0x000A, b"")
    named = [(b"Danh", 0, sheet), *([(chart.encode("latin-1"), 2, charted)] if chart else [])]
    place = len(start) + sum(12 + len(name) for name, _kind, _sheet in named) + 4
    for name, kind, content in named:
        start += _record(0x0085, struct.pack("<IBBBB", place, 0, kind, len(name), 0) + name)
        place += len(content)
    return _compound(start + _record(0x000A, b"") + b"".join(content for _name, _kind, content in named))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def locked_xlsx_book() -> bytes:
    """As Excel keeps a workbook with a password: the package encrypted, inside a compound file."""
    return _compound(b"\x5a" * 5000, "EncryptedPackage")


def _compound(stream: bytes, name: str = "Workbook") -> bytes:
    """Header, the stream's sectors, its directory, the table of sectors; the stream is too large for small sectors."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    directory, table = sectors, sectors + 1
    chain = [*range(1, sectors), END, END, FAT]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, END, 0, END, 0)
    header += struct.pack("<I", table) + struct.pack("<I", FREE) * 108
    entries = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, 0, len(stream)) + b"\0" * 256
    fat = struct.pack(f"<{len(chain)}I", *chain)
    return header + stream + entries + fat.ljust(SECTOR, b"\xff")


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    entry = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, FREE, FREE, child)
    return entry + b"\0" * 36 + struct.pack("<IQ", start, size)


def ods_book(
    rows, *, repeated=1, locked=False, hidden=(), hidden_columns=(), comments=(), boxes=(), spans=NOTHING
) -> bytes:
    """`spans`: {(row, column): (rows, columns)} of merged cells. `repeated`: how often the last row says to stand there; `hidden`: rows and columns from 0; `comments`, `boxes`:
    (row, column, text) each, in the cell."""
    beside = {
        (row, column): f"<office:annotation><dc:creator>Thử</dc:creator><text:p>{text}</text:p></office:annotation>"
        for row, column, text in comments
    } | {
        (row, column): f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"
        for row, column, text in boxes
    }
    lines = []
    for column in range(max(hidden_columns, default=-1) + 1):
        said = ' table:visibility="collapse"' if column in hidden_columns else ""
        lines.append(f"<table:table-column{said}/>")
    for number, cells in enumerate(rows):
        again = f' table:number-rows-repeated="{repeated}"' if number == len(rows) - 1 and repeated > 1 else ""
        if number in hidden:
            again += ' table:visibility="collapse"'
        written = "".join(
            f'<table:table-cell office:value-type="string"{_spanned(spans, number, column)}>{beside.get((number, column), "")}<text:p>{cell}</text:p>'
            "</table:table-cell>"
            for column, cell in enumerate(cells)
        )
        lines.append(f"<table:table-row{again}>{written}</table:table-row>")
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "draw", "dc")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Danh">{"".join(lines)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    lock = "<manifest:encryption-data/>" if locked else ""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type='
        '"application/vnd.oasis.opendocument.spreadsheet"/>'
        f'<manifest:file-entry manifest:full-path="content.xml">{lock}</manifest:file-entry></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _spanned(spans: dict, row: int, column: int) -> str:
    rows, columns = spans.get((row, column), (1, 1))
    return (
        f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
        if (rows, columns) != (1, 1)
        else ""
    )
