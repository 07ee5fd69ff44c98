"""What tells the paper of one report from those of others of its period."""

from dataclasses import replace

from emulation.core.dates import format_document_date
from reports.document.rules.document import Document
from reports.document.rules.snapshot import thaw
from reports.runs.models.report import Report
from reports.runs.rules.corrections import correcting


def as_correction(document: Document, report: Report) -> Document:
    corrected = report.corrects
    if corrected is None:
        return document
    signed = getattr(corrected, "signed_paper", None)
    told = thaw(signed.document).reference if signed else f"ngày {format_document_date(corrected.day)}"
    named = f"Báo cáo số {told}" if signed else f"Báo cáo {told}"
    return correcting(document, corrected=named, why=report.corrects_why)


def paper_of_draft(report: Report, document: Document) -> Document:
    """What its kind reads, as the draft's own paper."""
    return replace(as_correction(document, report), draft=draft_line(report))


def unsigned(document: Document) -> Document:
    """Of a file that is no draft of the application: nobody signed it."""
    return replace(document, draft="DỰ THẢO")


def draft_line(report: Report) -> str:
    """As the draft prints it; Vietnamese by law, so it is not translated."""
    return f"DỰ THẢO LẦN {report.draft_number}"
