"""Numbers that matter, and tables of them, with the type of each kept until a renderer writes it. Pure."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from emulation.core.dates import format_document_date
from reports.document.rules.wording import format_number

NBSP = "\u00a0"
UNKNOWN = "…"  # of a cell of which nothing is known: never a zero, and in no sum
LATER = {"later": True}  # of a field that snapshots made before do not have: frozen only where it says something

NumberKind = Literal["integer", "decimal", "percent"]
ColumnKind = Literal["text", "integer", "decimal", "percent", "day"]


@dataclass(frozen=True)
class Figure:
    """A number that matters, in a sentence or in a cell.

    `kind` percent: the value in percent points. `printed` replaces the formatted number where the source hedges it
    ("trên 3,5%"). `source` is the key of the query behind it; the page links it. `unit` is printed after the number
    in a sentence, never in a cell. `computed`, `why`: of one that the office changed by hand, what was computed and
    why another is printed.
    """

    value: int | Decimal
    kind: NumberKind = "integer"
    unit: str = ""
    printed: str = ""
    source: str = ""
    places: int | None = None
    computed: str = field(default="", metadata=LATER)
    why: str = field(default="", metadata=LATER)

    @classmethod
    def share(cls, numerator: int, denominator: int, *, places: int = 2, source: str = "") -> "Figure | None":
        """Numerator over denominator as percent; None where there is nothing to divide by."""
        if not denominator:
            return None
        return cls(Decimal(numerator) * 100 / Decimal(denominator), "percent", places=places, source=source)

    @property
    def number(self) -> str:
        return self.printed or format_number(self.value, self.kind, self.places)

    @property
    def text(self) -> str:
        return f"{self.number}{NBSP}{self.unit}" if self.unit else self.number


Run = str | Figure
Cell = str | int | Decimal | date | Figure | None


@dataclass(frozen=True)
class Column:
    """`unit` stands in the heading; neighbours with the same `group` share a heading above theirs; `weight` is the
    share of the table's width; `places` of decimals and percents."""

    title: str
    kind: ColumnKind = "text"
    unit: str = ""
    weight: float = 1
    group: str = ""
    places: int | None = None

    @property
    def heading(self) -> str:
        return f"{self.title} ({self.unit})" if self.unit else self.title

    @property
    def numeric(self) -> bool:
        return self.kind in ("integer", "decimal", "percent")

    @property
    def alignment(self) -> Literal["left", "center", "right"]:
        if self.kind == "day" or self.title in ("TT", "STT", "Hạng"):
            return "center"
        return "right" if self.numeric else "left"

    def text(self, cell: Cell) -> str:
        if cell is None:
            return ""
        if isinstance(cell, Figure):
            return cell.number
        if isinstance(cell, date):
            return format_document_date(cell)
        if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
            return format_number(cell, self.kind if self.numeric else "decimal", self.places)
        return str(cell)


@dataclass(frozen=True)
class Row:
    """`section`: one cell across the table. `total`: bold."""

    cells: tuple[Cell, ...]
    style: Literal["normal", "total", "section"] = "normal"

    @classmethod
    def of(cls, *cells: Cell) -> "Row":
        return cls(cells)

    @classmethod
    def total(cls, *cells: Cell) -> "Row":
        return cls(cells, "total")

    @classmethod
    def section(cls, text: str) -> "Row":
        return cls((text,), "section")


@dataclass(frozen=True)
class Table:
    """`number_row` prints (1), (2), (3) under the headings; `note` stands beneath, in italics."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    number_row: bool = False

    def __post_init__(self):
        for row in self.rows:
            expected = 1 if row.style == "section" else len(self.columns)
            if len(row.cells) != expected:
                raise ValueError(f"{self.caption}: a row has {len(row.cells)} cells, expected {expected}")

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """(group, number of columns) from left to right; empty where no column has a group."""
        if not any(column.group for column in self.columns):
            return ()
        spans: list[tuple[str, int]] = []
        for column in self.columns:
            if column.group and spans and spans[-1][0] == column.group:
                spans[-1] = (column.group, spans[-1][1] + 1)
            else:
                spans.append((column.group, 1))
        return tuple(spans)

    @property
    def row_heading(self) -> int | None:
        """The column that names the row: the first of text."""
        return next((at for at, column in enumerate(self.columns) if column.kind == "text"), None)
