"""A report that prints one figure in a sentence and, with its parts, in a table."""

from datetime import date

from reports.document.rules.document import Column, Document, Heading, Letterhead, Paragraph, Row, Table
from reports.document.rules.tables import Cell, Figure


def printing(cell: Cell = 2, *, total: Figure | None = None, source="cum=A") -> Document:
    """`cell`: of the first row, of which the data give 2 of 10; `total`: of the sentence."""
    table = Table(
        "Bảng 1. Theo danh hiệu",
        (
            Column("TT", "integer"),
            Column("Danh hiệu"),
            Column("Tập thể", "integer"),
            Column("Cá nhân", "integer"),
            Column("Tổng số", "integer"),
        ),
        (
            Row.of(1, "Cờ thi đua", cell, 4, 6),
            Row.of(2, "Bằng khen", 1, 3, 4),
            Row.total("", "Tổng số", 3, 7, Figure(10, source=source)),
        ),
    )
    said = Paragraph.of("Có ", total or Figure(10, unit="lượt", source=source), ".")
    return Document(
        Letterhead("UBND"), "BC", "Nơi Thử", "Thử", date(2023, 7, 10), (Heading(1, "I. KHEN THƯỞNG"), said, table)
    )
