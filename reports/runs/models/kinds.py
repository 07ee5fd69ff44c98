"""The kinds of reports: of which periods one is made, who makes and signs it, what it is called.

How a kind is read is entered when the app starts: rooms of kinds come after this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Protocol, TypeAlias

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from reports.document.rules.document import Document
from reports.runs.rules.passages import PassagePlace

Words: TypeAlias = "str | Promise"


class ReportKind(models.TextChoices):
    CLUSTER_SIX_MONTH = "cluster-six-month", _("Six-month report of a cluster")
    CLUSTER_YEAR_END = "cluster-year-end", _("Year-end report of a cluster")


class FileFormat(models.TextChoices):
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"


@dataclass(frozen=True)
class Due:
    """The report of `half` waits for its makers from the day after the period, until the year is closed; one that
    `lapses` only until the year is over. `title` takes a cluster and a year."""

    half: int
    title: Words
    lapses: bool = False

    def waits_on(self, day: date, *, year: int) -> bool:
        end = span(year, self.half).end
        return end is not None and end <= day and (not self.lapses or day.year == year)


@dataclass(frozen=True, kw_only=True)
class KindEntry:
    """What holds for every report of a kind.

    `title`: of one report, with its cluster year. `periods`: {half, 0 for the whole year: the period as the form offers
    it}; `named` and `headings`: the period within a sentence, and the report among others, with its year and cluster.
    `draft_row`, `correction_row`, `signed_row`, `seal_row`: of the table of access, for a draft and for asking, for
    a correction to a report of a closed year, once signed, and for the organisation that signs. `file_name`: in
    words, without its ending, by period, year and name of the subject. `not_yours`, `not_begun`: why one is not
    made.
    """

    title: Words
    periods: Mapping[int, Words]
    named: Mapping[int, Words]
    headings: Mapping[int, Words]
    file_name: str
    due: Due
    not_begun: Words
    not_yours: Words
    draft_row: str = "report_draft"
    correction_row: str = "report_correction"
    signed_row: str = "report"
    seal_row: str = "report_seal"
    units: tuple[Units, ...] = (Units.THEN,)
    formats: tuple[FileFormat, ...] = tuple(FileFormat)
    places: tuple[PassagePlace, ...] = tuple(PassagePlace)

    @property
    def halves(self) -> tuple[int, ...]:
        return tuple(self.periods)


PERIODS = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm", WHOLE_YEAR: "năm"}
MAKERS = _("Only the officers and the approver of the head of this cluster year may make its report.")
ENTRIES: dict[Any, KindEntry] = {
    ReportKind.CLUSTER_SIX_MONTH: KindEntry(
        title=_("Six-month report of %(year)s"),
        periods={1: _("First six months"), 2: _("Last six months")},
        named={1: _("first six months of %(year)s"), 2: _("last six months of %(year)s")},
        headings={1: _("First six months of %(year)s, %(cluster)s"), 2: _("Last six months of %(year)s, %(cluster)s")},
        file_name="Báo cáo sơ kết {period} {year} {subject}",
        due=Due(1, _("Make the six-month report: %(cluster)s, first half of %(year)s"), lapses=True),
        not_begun=_("This half-year has not begun yet, so there is nothing to report."),
        not_yours=MAKERS,
        units=(Units.THEN, Units.TODAY),
    ),
    ReportKind.CLUSTER_YEAR_END: KindEntry(
        title=_("Year-end report of %(year)s"),
        periods={WHOLE_YEAR: _("Whole year (year-end report)")},
        named={WHOLE_YEAR: _("whole year %(year)s")},
        headings={WHOLE_YEAR: _("Year-end report of %(year)s, %(cluster)s")},
        file_name="Báo cáo tổng kết {period} {year} {subject}",
        due=Due(WHOLE_YEAR, _("Make the year-end report: %(cluster)s, %(year)s")),
        not_begun=_("This year has not begun yet, so there is nothing to report."),
        not_yours=MAKERS,
    ),
}


def entry_of(kind: str) -> KindEntry:
    return ENTRIES[ReportKind(kind)]


def kind_of_period(half: int) -> ReportKind:
    """Of a cluster's report of that period: no two kinds are made of the same one. LookupError where none is."""
    for kind, entry in ENTRIES.items():
        if half in entry.periods:
            return kind
    raise LookupError(f"no report is made of period {half}")


def of_its_kind() -> Q:
    """Which periods and units go with which kind; every report obeys it."""
    return reduce(or_, (_of_entry(kind, entry) for kind, entry in ENTRIES.items()))


def _of_entry(kind: ReportKind, entry: KindEntry) -> Q:
    of_kind = Q(kind=kind.value, half__in=list(entry.halves))
    refused = [each.value for each in Units if each not in entry.units]
    return of_kind & ~Q(units__in=refused) if refused else of_kind


def by_row_of_access(signed: Any) -> dict[str, Q]:
    """{row of the table of access: reports that it is about}. `signed`: the state of a signed report."""
    found: dict[str, Q] = {}
    corrects_in_closed_year = Q(corrects__isnull=False, cluster_year__closed_on__isnull=False)
    for kind, entry in ENTRIES.items():
        unsigned = Q(kind=kind.value) & ~Q(state=signed)
        for row, rows in (
            (entry.signed_row, Q(kind=kind.value, state=signed)),
            (entry.draft_row, unsigned & ~corrects_in_closed_year),
            (entry.correction_row, unsigned & corrects_in_closed_year),
        ):
            found[row] = found[row] | rows if row in found else rows
    return found


class DoesNotAddUp(Exception):
    """Parts and total disagree: the report is not made."""


class ReadDocument(Protocol):
    """Gives (the document, honours counted), all of it from one moment; raises `DoesNotAddUp`."""

    def __call__(self, cluster_year: ClusterYear, half: int, *, as_of, units: Units) -> tuple[Document, int]: ...


_READ_BY: dict[ReportKind, ReadDocument] = {}


def enter(kind: ReportKind, read: ReadDocument) -> None:
    _READ_BY[kind] = read


def reading_of(kind: str) -> ReadDocument:
    return _READ_BY[ReportKind(kind)]
