"""What a document says, however it is rendered."""

import io
import subprocess
from pathlib import Path

import docx as word
import openpyxl

from reports.document.render import docx, html, pdf, xlsx
from reports.document.rules.document import BulletList, Document, Paragraph, Table


def tables_of(document: Document) -> list[Table]:
    blocks = [*document.blocks, *(block for annex in document.annexes for block in annex.blocks)]
    return [block for block in blocks if isinstance(block, Table)]


def table_of(document: Document, words: str) -> Table:
    return next(table for table in tables_of(document) if words in table.caption)


def texts_of(document: Document) -> list[str]:
    """Paragraphs and items of the body."""
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, BulletList):
            found += [item.text for item in block.items]
    return found


def row_of(table: Table, name: str) -> tuple:
    """The cells of the row that this name begins, figures as numbers."""
    row = next(row for row in table.rows if any(isinstance(cell, str) and cell.startswith(name) for cell in row.cells))
    return tuple(getattr(cell, "value", cell) for cell in row.cells)


def docx_text(document: Document) -> str:
    packed = word.Document(io.BytesIO(docx.render(document)))
    cells = [cell.text for table in packed.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in packed.paragraphs), *cells])


def xlsx_cells(document: Document) -> list:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(document)))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def xlsx_text(document: Document) -> str:
    return "\n".join(map(str, xlsx_cells(document)))


def pdf_text(document: Document, folder: Path) -> str:
    """Without line breaks, for a cell breaks where its column ends."""
    path = folder / "doc.pdf"
    path.write_bytes(pdf.render(document))
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True)
    return " ".join(told.stdout.split())


def html_text(document: Document) -> str:
    return str(html.render(document))
