"""Certificates as PDF by typst, archival and accessible as every paper; the same bytes every time."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from reports.document.render import MOTTO, NATION, pdf
from reports.document.rules.certificates import Certificates

TEMPLATE = Path(__file__).with_name("certificate.typ")


def render(certificates: Certificates) -> bytes:
    as_of = certificates.as_of
    moment = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    content = asdict(certificates) | {
        "as_of": [as_of.year, as_of.month, as_of.day],
        "nation": NATION,
        "motto": MOTTO,
    }
    return pdf.compiled(TEMPLATE, content, format="pdf", pdf_standards=pdf.STANDARDS, timestamp=moment)
