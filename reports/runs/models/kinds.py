"""How a report of each kind is read: rooms of kinds come after this one and enter theirs when the app starts."""

from typing import Protocol

from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from reports.document.rules.document import Document
from reports.runs.models.report import ReportKind


class DoesNotAddUp(Exception):
    """Parts and total disagree: the report is not made."""


class ReadDocument(Protocol):
    """Gives (the document, honours counted), all of it from one moment; raises `DoesNotAddUp`."""

    def __call__(self, cluster_year: ClusterYear, half: int, *, as_of, units: Units) -> tuple[Document, int]: ...


_READ_BY: dict[ReportKind, ReadDocument] = {}


def enter(kind: ReportKind, read: ReadDocument) -> None:
    _READ_BY[kind] = read


def reading_of(kind: ReportKind) -> ReadDocument:
    return _READ_BY[ReportKind(kind)]
