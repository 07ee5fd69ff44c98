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

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from emulation.core.dates import format_long_date
from reports.document.rules.tables import NBSP, NumberKind, Run
from reports.document.rules.tables import Cell as Cell
from reports.document.rules.tables import Column as Column
from reports.document.rules.tables import Figure as Figure
from reports.document.rules.tables import Row as Row
from reports.document.rules.tables import Table as Table
from reports.document.rules.wording import spoken

END_MARK = "./."
LIST = "DANH SÁCH"


@dataclass(frozen=True)
class Heading:
    level: int  # 1 to 3
    text: str

    def __post_init__(self):
        if self.level not in (1, 2, 3):
            raise ValueError("a heading has level 1, 2 or 3")


@dataclass(frozen=True)
class Paragraph:
    """`style`: "basis" for what a decision rests on (italic), "order" for its words in capitals in the middle,
    "article" for one that begins with its number (Điều 1.), which stands in bold.
    `computed`, `why`: of one whose words hold other numbers than computed, how it was computed and why it is other."""

    runs: tuple[Run, ...]
    style: Literal["", "basis", "order", "article"] = field(default="", metadata={"later": True})
    computed: str = field(default="", metadata={"later": True})
    why: str = field(default="", metadata={"later": True})

    @classmethod
    def of(cls, *runs: Run) -> "Paragraph":
        return cls(runs)

    @property
    def text(self) -> str:
        return "".join(run if isinstance(run, str) else run.text for run in self.runs)

    @property
    def lead(self) -> str:
        """The number of an article, with its point; of another paragraph nothing."""
        return self.text[: self.text.index(".") + 1] if self.style == "article" else ""

    @property
    def introduces(self) -> bool:
        """What follows, from which no page parts it."""
        return self.text.rstrip().endswith(":")


@dataclass(frozen=True)
class BulletList:
    items: tuple[Paragraph, ...]

    @classmethod
    def of(cls, *items: str | Paragraph) -> "BulletList":
        return cls(tuple(item if isinstance(item, Paragraph) else Paragraph.of(item) for item in items))


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
    """Of the body that issues the paper. A line break is kept. `spoken`: the issuer within a sentence."""

    issuer: str
    superior: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class Signature:
    """Lines in capitals as printed: ("TM. CỤM THI ĐUA", "CỤM TRƯỞNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN …"). `by_hand`: room is
    left for one. `note`: in brackets beneath, how it is signed."""

    lines: tuple[str, ...]
    name: str = ""
    by_hand: bool = True
    note: str = ""


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
    signed one and from other drafts ("DỰ THẢO LẦN 2"). `check`: the SHA-256 of what it says, at the foot of each page;
    empty for a draft."""

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
    check: str = ""

    @property
    def check_line(self) -> str:
        """In groups of eight, as people compare it."""
        if not self.check:
            return ""
        groups = " ".join(self.check[at : at + 8] for at in range(0, len(self.check), 8))
        return f"Mã xác thực của nội dung (SHA-256): {groups}"

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
        """The blocks, the last words followed by the end mark; a bare list that ends with its table bears none."""
        if not self.blocks:
            return ()
        if self.kind == LIST and isinstance(self.blocks[-1], Table):
            return self.blocks
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
        return f"{self.number or NBSP * 7}/{self.symbol} {self._day}"

    @property
    def _day(self) -> str:
        return self.day_line.removeprefix(f"{self.place}, ")

    def attachment_line(self, annex: Annex) -> str:
        if annex.attached_to:
            return f"({annex.attached_to.strip('()')})"
        issuer = self.letterhead.spoken or spoken(" ".join(self.letterhead.issuer.split()))
        numbered = f" số {self.reference}" if self.symbol else f" {self._day}"
        return f"(Kèm theo {self.kind.capitalize()}{numbered} của {issuer})"


def _ended(paragraph: Paragraph) -> Paragraph:
    *before, last = paragraph.runs or ("",)
    if isinstance(last, Figure):
        return Paragraph((*before, last, END_MARK))
    words = last.rstrip()
    if words.endswith(END_MARK):
        return replace(paragraph, runs=(*before, words))
    return replace(paragraph, runs=(*before, words.rstrip(".;") + END_MARK))
