"""An official document before it has a file format: compose it once, render it as DOCX, PDF, XLSX and HTML.

Pure and frozen. Layout is the renderers' business (Decree 30/2020/NĐ-CP, Appendix I); what is said, in which order,
with which type a number has, and which query stands behind it, is said here. Numbering of headings is part of their
text ("I. …", "1. …", "a) …"). The end mark "./." (end with a paragraph), the dashes and stops of the recipients, the
blanks of an unnumbered or undated document are added here, so that all formats agree.

    document = Document(
        letterhead=Letterhead(superior="…", issuer="…"), symbol="BC-CTĐ", place="Cần Thơ", day=date(2023, 8, 4),
        subject="…", as_of=date(2023, 7, 1), identifier="cluster-six-month/CUM_5TP/2023/1",
        blocks=(Heading(1, "I. …"), Paragraph(("Có ", Figure(23735, unit="lượt", source="all"), " khen thưởng."))),
    )
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from emulation.core.dates import format_document_date, format_long_date
from reports.document.rules.wording import format_number, spoken

NBSP = "\u00a0"
END_MARK = "./."

NumberKind = Literal["integer", "decimal", "percent"]
ColumnKind = Literal["text", "integer", "decimal", "percent", "day"]


@dataclass(frozen=True)
class Figure:
    """A number that matters, in a sentence or in a cell.

    `kind` percent: the value in percent points. `printed` replaces the formatted number where the source hedges it
    ("trên 3,5%"). `source` is the key of the query behind it; the page links it. `unit` is printed after the number
    in a sentence, never in a cell.
    """

    value: int | Decimal
    kind: NumberKind = "integer"
    unit: str = ""
    printed: str = ""
    source: str = ""
    places: int | None = None

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
class Heading:
    level: int  # 1 to 3
    text: str

    def __post_init__(self):
        if self.level not in (1, 2, 3):
            raise ValueError("a heading has level 1, 2 or 3")


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, *runs: Run) -> "Paragraph":
        return cls(runs)

    @property
    def text(self) -> str:
        return "".join(run if isinstance(run, str) else run.text for run in self.runs)


@dataclass(frozen=True)
class BulletList:
    items: tuple[Paragraph, ...]

    @classmethod
    def of(cls, *items: str | Paragraph) -> "BulletList":
        return cls(tuple(item if isinstance(item, Paragraph) else Paragraph.of(item) for item in items))


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
        if self.kind == "day" or self.title in ("TT", "STT"):
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


@dataclass(frozen=True)
class Chart:
    """Horizontal bars from zero. `title` states the finding; `description` says in words what the picture shows;
    the figures stand in a table next to it."""

    title: str
    unit: str
    bars: tuple[tuple[str, int | Decimal], ...]
    description: str
    kind: NumberKind = "integer"


Block = Heading | Paragraph | BulletList | Table | Chart


@dataclass(frozen=True)
class Letterhead:
    """Of the office that signs; a cluster has no seal and writes under its head's. A line break is kept."""

    issuer: str
    superior: str = ""


@dataclass(frozen=True)
class Signature:
    """Lines in capitals as printed: ("TM. CỤM THI ĐUA", "CỤM TRƯỞNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN …")."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Annex:
    """`number` as printed ("Phụ lục I"). `attached_to` ("Kèm theo Báo cáo số …"); blank: from the document itself."""

    number: str
    title: str
    blocks: tuple[Block, ...]
    attached_to: str = ""
    landscape: bool = False


@dataclass(frozen=True)
class Document:
    """`as_of`: the only day a file carries as created; `identifier`: what the file is about, for its properties.
    `signers`, where several sign, stand two in a row in the place of `signature`, the recipients beneath. A paper
    without `symbol` has no number. `draft`: in capitals, beneath the number, what tells an unsigned paper from the
    signed one and from other drafts ("DỰ THẢO LẦN 2")."""

    letterhead: Letterhead
    symbol: str
    place: str
    subject: str
    as_of: date
    blocks: tuple[Block, ...]
    signature: Signature = Signature(())
    signers: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    number: str = ""
    day: date | None = None
    kind: str = "BÁO CÁO"
    language: str = "vi-VN"
    identifier: str = ""
    draft: str = ""

    @property
    def title(self) -> str:
        subject = " ".join(self.subject.split())
        return f"{self.kind.capitalize()} {subject[:1].lower()}{subject[1:]}".strip()

    @property
    def number_line(self) -> str:
        return f"Số:{NBSP}{self.number or NBSP * 7}/{self.symbol}" if self.symbol else ""

    @property
    def day_line(self) -> str:
        if self.day:
            return f"{self.place}, {format_long_date(self.day)}"
        return f"{self.place}, ngày{NBSP * 6}tháng{NBSP * 6}năm {self.as_of.year}"

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks, the last words followed by the end mark."""
        if not self.blocks:
            return ()
        *before, last = self.blocks
        if isinstance(last, Paragraph):
            return (*before, _ended(last))
        if isinstance(last, BulletList) and last.items:
            return (*before, BulletList((*last.items[:-1], _ended(last.items[-1]))))
        return (*self.blocks, Paragraph((END_MARK,)))

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        named = [recipient.strip().lstrip("-").strip().rstrip(";.") for recipient in self.recipients]
        return tuple(f"- {name}{'.' if at == len(named) else ';'}" for at, name in enumerate(named, 1))

    @property
    def reference(self) -> str:
        """As other papers name it: "15/BC-UBND ngày 05 tháng 7 năm 2023", with blanks for what it has not yet."""
        return f"{self.number or NBSP * 7}/{self.symbol} {self.day_line.removeprefix(f'{self.place}, ')}"

    def attachment_line(self, annex: Annex) -> str:
        if annex.attached_to:
            return f"({annex.attached_to.strip('()')})"
        issuer = " ".join(self.letterhead.issuer.split())
        return f"(Kèm theo {self.kind.capitalize()} số {self.reference} của {spoken(issuer)})"


def _ended(paragraph: Paragraph) -> Paragraph:
    *before, last = paragraph.runs or ("",)
    if isinstance(last, Figure):
        return Paragraph((*before, last, END_MARK))
    words = last.rstrip()
    if words.endswith(END_MARK):
        return replace(paragraph, runs=(*before, words))
    return replace(paragraph, runs=(*before, words.rstrip(".;") + END_MARK))
