"""How files of a batch are named, and what tells an unsigned one from a signed one. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from emulation.core.dates import format_document_date
from emulation.core.text import search_key
from reports.document.rules.document import Document, Signature

TO_READ = "(Bản tổng hợp để đọc, chưa ký)"
NOT_WHOLE = "CHUA-DU"


class BatchState(StrEnum):
    """Read from its work and its parts, never kept. NOTHING: of nobody anything is recorded in the period."""

    MAKING = "making"
    WHOLE = "whole"
    NOTHING = "nothing"
    CANCELLED = "cancelled"
    BROKEN = "broken"


@dataclass(frozen=True)
class PartTold:
    """One report of a batch. `why`: why there is none, empty where there is one; `is_signed`: it is the signed file;
    `is_left_out`: there is nothing to report."""

    position: int
    name: str
    is_made: bool
    is_signed: bool = False
    why: str = ""
    is_left_out: bool = False


def to_read(document: Document) -> Document:
    """Neither number nor recipients nor signature, so that nobody takes it for the paper itself."""
    attached = f"Kèm theo bản tổng hợp để đọc, ngày {format_document_date(document.as_of)}"
    return replace(
        document,
        symbol="",
        subject=f"{document.subject}\n{TO_READ}",
        identifier=f"{document.identifier}/to-read",
        signature=Signature(()),
        recipients=(),
        annexes=tuple(replace(annex, attached_to=attached) for annex in document.annexes),
    )


def slug(text: str) -> str:
    return search_key(text).replace(" ", "-")


def name_of_part(part: PartTold, form: str) -> str:
    return f"{part.position:03d}-{slug(part.name)}-{'da-ky' if part.is_signed else 'ban-doc'}.{form}"


def name_of_zip(title: str, *, made: int, asked: int) -> str:
    """One that lacks reports says so: "…-CHUA-DU-12-tren-34.zip"."""
    ending = "" if made == asked else f"-{NOT_WHOLE}-{made}-tren-{asked}"
    return f"{slug(title)}{ending}.zip"


def contents(title: str, parts: Iterable[PartTold]) -> str:
    """The list that goes with the files: what each is, and why one is missing."""
    told = list(parts)
    made, asked = sum(part.is_made for part in told), sum(not part.is_left_out for part in told)
    lines = [title, f"{'' if made == asked else 'CHƯA ĐỦ: '}{'Có' if made == asked else 'có'} {made}/{asked} báo cáo."]
    if left_out := len(told) - asked:
        lines.append(f"Không lập {left_out} báo cáo vì không có dữ liệu.")
    for part in told:
        said = ("bản đã ký" if part.is_signed else "bản tổng hợp để đọc, chưa ký") if part.is_made else part.why
        lines.append(f"{part.position}. {part.name}: {said}")
    return "\r\n".join(lines) + "\r\n"


def name_of_contents(*, is_whole: bool) -> str:
    return "DANH-MUC.txt" if is_whole else f"{NOT_WHOLE}-DANH-MUC.txt"
