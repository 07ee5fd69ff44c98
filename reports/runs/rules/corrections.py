"""A report that corrects a signed one says so on its paper, and names it. Pure; Vietnamese by law."""

from dataclasses import replace

from reports.document.rules.document import Document, Paragraph


def correcting(document: Document, *, corrected: str, why: str) -> Document:
    """`corrected`: the signed report as papers name it, "Báo cáo số 07/BC-UBND ngày 05 tháng 7 năm 2023"."""
    told = Paragraph.of(f"Báo cáo này đính chính {corrected}. Lý do: {why.rstrip('.')}.")
    return replace(document, subject=f"{document.subject}\n(đính chính {corrected})", blocks=(told, *document.blocks))
