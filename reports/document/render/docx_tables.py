"""Tables in Word: heads that repeat on every page, rows that never break, last rows that stay together with the note,
widths that hold."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from reports.document.render.docx_styles import styled
from reports.document.rules.document import Table
from reports.document.rules.wording import printable

KEPT_TOGETHER = 3
SIDES = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT}


def plain_grid(word, widths_mm: tuple[float, ...], *, rows: int = 1):
    """Rows of cells without lines or margins, each kept on one page; the cells start empty, without a paragraph."""
    table = word.add_table(rows=rows, cols=len(widths_mm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _measure(table, widths_mm)
    _no_margins(table)
    grid = [row.cells for row in table.rows]
    for row, cells in zip(table.rows, grid, strict=True):
        _row_property(row, "w:cantSplit")
        for cell in cells:
            cell._tc.remove(cell.paragraphs[0]._p)
    return grid


def _no_margins(table):
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    properties.append(margins) if look is None else look.addprevious(margins)


def add_table(word, table: Table, width_mm: float):
    if table.caption:
        styled(word.add_paragraph(printable(table.caption)), "Caption")
    heads = 2 if table.groups else 1
    grid = word.add_table(rows=heads + bool(table.number_row) + len(table.rows), cols=len(table.columns))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    total = sum(column.weight for column in table.columns)
    _measure(grid, [width_mm * column.weight / total for column in table.columns])
    rows = [row.cells for row in grid.rows]
    _head(table, rows, heads)
    if table.number_row:
        for at, cell in enumerate(rows[heads], 1):
            _write(cell, f"({at})", "Official Cell Number")
    heads += bool(table.number_row)
    for row, cells in zip(table.rows, rows[heads:], strict=True):
        _fill(table, row, cells)
    for at, row in enumerate(grid.rows):
        _row_property(row, "w:cantSplit")
        if at < heads:
            _row_property(row, "w:tblHeader")
    kept = rows[-KEPT_TOGETHER:] if table.note else rows[-KEPT_TOGETHER:-1]
    for cell in (cell for cells in kept for cell in cells):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
    if table.note:
        styled(word.add_paragraph(printable(table.note)), "Official Note")
    else:
        styled(word.add_paragraph(), "Official Gap")


def _head(table: Table, rows, heads: int):
    at = 0
    for group, span in table.groups or tuple(("", 1) for _ in table.columns):
        if group:
            _write(rows[0][at].merge(rows[0][at + span - 1]), group, "Official Cell Head")
        for place in range(at, at + span):
            cell = rows[heads - 1][place] if group or heads == 1 else rows[0][place].merge(rows[1][place])
            _write(cell, table.columns[place].heading, "Official Cell Head")
        at += span


def _fill(table: Table, row, cells):
    if row.style == "section":
        whole = cells[0].merge(cells[-1])
        _write(whole, str(row.cells[0]), "Official Cell", bold=True)
        whole.paragraphs[0].paragraph_format.keep_with_next = True
        return
    for column, value, cell in zip(table.columns, row.cells, cells, strict=True):
        _write(cell, column.text(value), "Official Cell", side=SIDES[column.alignment], bold=row.style == "total")


def _write(cell, text: str, style: str, *, side=None, bold: bool = False):
    for spare in cell.paragraphs[1:]:
        cell._tc.remove(spare._p)
    paragraph = styled(cell.paragraphs[0], style)
    run = paragraph.add_run(printable(text))
    if bold:
        run.bold = True
    if side is not None:
        paragraph.alignment = side
    cell.vertical_alignment = VERTICAL.CENTER


def _measure(table, widths_mm):
    table.autofit = False
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)


def _row_property(row, tag: str):
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(tag))
