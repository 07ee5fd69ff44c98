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

from clusters.membership.rules.half_years import WHOLE_YEAR, Days, span
from clusters.organisations.rules.units_of_today import Units
from emulation.core.period import half_of
from reports.document.rules.document import Document
from reports.runs.models.subject import SubjectKind
from reports.runs.rules.passages import PassagePlace

Words: TypeAlias = "str | Promise"


class ReportKind(models.TextChoices):
    CLUSTER_SIX_MONTH = "cluster-six-month", _("Six-month report of a cluster")
    CLUSTER_YEAR_END = "cluster-year-end", _("Year-end report of a cluster")
    PROVINCE_SIX_MONTH = "province-six-month", _("Six-month report of a province")
    PROVINCE_YEAR_END = "province-year-end", _("Year-end report of a province")


class FileFormat(models.TextChoices):
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"


@dataclass(frozen=True)
class Due:
    """The report of `half` waits for its makers from the day after the period, until the year is closed; one that
    `lapses` only until the half-year of that day is over. `title` takes the words of its subject."""

    half: int
    title: Words
    lapses: bool = False

    def waits_on(self, day: date, *, year: int) -> bool:
        end = span(year, self.half).end
        return end is not None and end <= day and (not self.lapses or half_of(day) == half_of(end))


@dataclass(frozen=True, kw_only=True)
class KindEntry:
    """What holds for every report of a kind.

    `of`: whose it is. `title`: of one report, with its subject. `periods`: {half, 0 for the whole year: the period as
    the form offers it}; `days`: by which of them it can be counted; `named` and `headings`: the period within a
    sentence, and the report among others, in the words of its subject. `draft_row`, `correction_row`, `signed_row`,
    `seal_row`: of the table of access, for a draft and for asking, for a correction to a report of a closed year, once
    signed, and for the organisation that signs. `file_name`: in words, without its ending, by period, year and name of
    the subject. `not_yours`, `not_begun`: why one is not made. `final`, `not_yours_to_sign`: what its signature changes
    besides what every one does, and what who may not is told.
    """

    title: Words
    periods: Mapping[int, Words]
    named: Mapping[int, Words]
    headings: Mapping[int, Words]
    file_name: str
    due: Due
    not_begun: Words
    not_yours: Words
    not_yours_to_sign: Words
    final: Words
    of: SubjectKind = SubjectKind.CLUSTER_YEAR
    draft_row: str = "report_draft"
    correction_row: str = "report_correction"
    signed_row: str = "report"
    seal_row: str = "report_seal"
    units: tuple[Units, ...] = (Units.THEN,)
    days: tuple[Days, ...] = tuple(Days)
    formats: tuple[FileFormat, ...] = tuple(FileFormat)
    places: tuple[PassagePlace, ...] = tuple(PassagePlace)

    @property
    def halves(self) -> tuple[int, ...]:
        return tuple(self.periods)


PERIODS = {1: "6 tháng đầu năm", 2: "6 tháng cuối năm", WHOLE_YEAR: "năm"}
MAKERS = _("Only the officers and the approver of the head of this cluster year may make its report.")
SIGNER = _("The head of the cluster makes the report, and its approver signs it.")
PROVINCE_MAKERS = _("Only the officers and the approver of this province may make its report.")
PROVINCE_SIGNER = _("The people of the province make its report, and its approver signs it.")
TO_THE_MEMBERS = _(
    "Every member and every reader of reports may read it. "
    "A mistake found later is put right by a correction that names it."
)
TO_THE_BOARD = _(
    "The central board and its readers of reports may read it. "
    "A mistake found later is put right by a correction that names it."
)
HALF_NOT_BEGUN = _("This half-year has not begun yet, so there is nothing to report.")
YEAR_NOT_BEGUN = _("This year has not begun yet, so there is nothing to report.")
ENTRIES: dict[Any, KindEntry] = {
    ReportKind.CLUSTER_SIX_MONTH: KindEntry(
        title=_("Six-month report of %(year)s"),
        periods={1: _("First six months"), 2: _("Last six months")},
        named={1: _("first six months of %(year)s"), 2: _("last six months of %(year)s")},
        headings={1: _("First six months of %(year)s, %(cluster)s"), 2: _("Last six months of %(year)s, %(cluster)s")},
        file_name="Báo cáo sơ kết {period} {year} {subject}",
        due=Due(1, _("Make the six-month report: %(cluster)s, first half of %(year)s"), lapses=True),
        not_begun=HALF_NOT_BEGUN,
        not_yours=MAKERS,
        not_yours_to_sign=SIGNER,
        final=TO_THE_MEMBERS,
        units=(Units.THEN, Units.TODAY),
    ),
    ReportKind.CLUSTER_YEAR_END: KindEntry(
        title=_("Year-end report of %(year)s"),
        periods={WHOLE_YEAR: _("Whole year (year-end report)")},
        named={WHOLE_YEAR: _("whole year %(year)s")},
        headings={WHOLE_YEAR: _("Year-end report of %(year)s, %(cluster)s")},
        file_name="Báo cáo tổng kết {period} {year} {subject}",
        due=Due(WHOLE_YEAR, _("Make the year-end report: %(cluster)s, %(year)s")),
        signed_row="year_end_report",
        not_begun=YEAR_NOT_BEGUN,
        not_yours=MAKERS,
        not_yours_to_sign=SIGNER,
        final=TO_THE_MEMBERS,
    ),
    ReportKind.PROVINCE_SIX_MONTH: KindEntry(
        of=SubjectKind.PROVINCE_YEAR,
        title=_("Six-month report of %(year)s"),
        periods={1: _("First six months"), 2: _("Last six months")},
        named={1: _("first six months of %(year)s"), 2: _("last six months of %(year)s")},
        headings={
            1: _("First six months of %(year)s, %(province)s"),
            2: _("Last six months of %(year)s, %(province)s"),
        },
        file_name="Báo cáo sơ kết {period} {year} {subject}",
        due=Due(1, _("Make the six-month report: %(province)s, first half of %(year)s"), lapses=True),
        not_begun=HALF_NOT_BEGUN,
        draft_row="province_report_draft",
        signed_row="province_report",
        not_yours=PROVINCE_MAKERS,
        not_yours_to_sign=PROVINCE_SIGNER,
        final=TO_THE_BOARD,
    ),
    ReportKind.PROVINCE_YEAR_END: KindEntry(
        of=SubjectKind.PROVINCE_YEAR,
        title=_("Year-end report of %(year)s"),
        periods={WHOLE_YEAR: _("Whole year (year-end report)")},
        named={WHOLE_YEAR: _("whole year %(year)s")},
        headings={WHOLE_YEAR: _("Year-end report of %(year)s, %(province)s")},
        file_name="Báo cáo tổng kết {period} {year} {subject}",
        due=Due(WHOLE_YEAR, _("Make the year-end report: %(province)s, %(year)s"), lapses=True),
        not_begun=YEAR_NOT_BEGUN,
        draft_row="province_report_draft",
        signed_row="province_report",
        not_yours=PROVINCE_MAKERS,
        not_yours_to_sign=PROVINCE_SIGNER,
        final=TO_THE_BOARD,
    ),
}


def entry_of(kind: str) -> KindEntry:
    return ENTRIES[ReportKind(kind)]


def entries_of(of: SubjectKind) -> dict[ReportKind, KindEntry]:
    """Of the kinds whose reports are of such a subject."""
    return {kind: entry for kind, entry in ENTRIES.items() if entry.of is of}


def kind_of_period(half: int, of: SubjectKind = SubjectKind.CLUSTER_YEAR) -> ReportKind:
    """Of such a subject's report of that period: no two kinds of it are made of the same one. LookupError where none
    is."""
    for kind, entry in entries_of(of).items():
        if half in entry.periods:
            return kind
    raise LookupError(f"no report is made of period {half}")


def of_its_subject() -> Q:
    """Which columns say the subject of which kinds; every report obeys it."""
    kinds = {of: [kind.value for kind in entries_of(of)] for of in SubjectKind}
    return Q(
        kind__in=kinds[SubjectKind.CLUSTER_YEAR], cluster_year__isnull=False, province__isnull=True, year__isnull=True
    ) | Q(
        kind__in=kinds[SubjectKind.PROVINCE_YEAR], cluster_year__isnull=True, province__isnull=False, year__isnull=False
    )


def of_its_kind(*, has_units: bool = True) -> Q:
    """Which periods, units and days go with which kind; every report obeys it. `has_units`: whether the row says by
    which units."""
    return reduce(or_, (_of_entry(kind, entry, has_units) for kind, entry in ENTRIES.items()))


def _of_entry(kind: ReportKind, entry: KindEntry, has_units: bool) -> Q:
    of_kind = Q(kind=kind.value, half__in=list(entry.halves))
    for column, every, taken in ((("units", Units, entry.units),) if has_units else ()) + (("days", Days, entry.days),):
        if refused := [each.value for each in every if each not in taken]:
            of_kind &= ~Q(**{f"{column}__in": refused})
    return of_kind


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

    def __call__(self, subject: Any, half: int, *, as_of, units: Units, days: Days) -> tuple[Document, int]:
        """`subject`: a `Subject` of the kind's own."""


_READ_BY: dict[ReportKind, ReadDocument] = {}


def enter(kind: ReportKind, read: ReadDocument) -> None:
    _READ_BY[kind] = read


def reading_of(kind: str) -> ReadDocument:
    return _READ_BY[ReportKind(kind)]
