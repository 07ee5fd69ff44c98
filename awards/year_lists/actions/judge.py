"""What becomes of each row of a list of years: whose it is, what the book holds of that year, what the row adds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from awards.catalogue.rules.terms import SubjectKind
from awards.records.models.subject import Subject
from awards.records.models.year import FIRST_YEAR, YearRecord
from awards.rows.rules.reading import CheckedRow
from awards.year_lists.intake.rows import YearRow
from awards.year_lists.models.year_list import YearList, YearListRow
from awards.year_lists.rules.terms import COUNTS, YearRowState, YearTrouble
from awards.year_lists.rules.values import CellTrouble, faults_of_counts
from awards.year_lists.words import value_in_words
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.text import MARKUP, sort_key

WHO = (
    "subject_kind",
    "name",
    "name_key",
    "sort_key",
    "birth_date",
    "birth_year",
    "unit",
    "unit_key",
)
OF_PEOPLE = ("position", "target_group", "recipient_key")
SubjectKey = tuple[str, ...]


@dataclass
class JudgedYear:
    """`subject`: of the book, or one to be made; `record`: what it holds of that year; `added`: by its columns, what
    the row says and it does not hold."""

    line: YearListRow
    subject: Subject | None = None
    record: YearRecord | None = None
    added: dict[str, Any] = field(default_factory=dict)


def judged(year_list: YearList, rows: Iterable[YearRow]) -> list[JudgedYear]:
    """In the order of the file. A bounded number of queries, however many rows."""
    listed = list(rows)
    book = Book(year_list, [one.row for one in listed])
    return [book.judge(one) for one in listed]


class Book:
    """What the office's book of records holds of the subjects of a list."""

    def __init__(self, year_list: YearList, rows: Sequence[CheckedRow]):
        self.year_list = year_list
        self.this_year = clock.today().year
        kept = Subject.objects.filter(organisation=year_list.organisation_id)
        people = {row.recipient_key for row in rows if row.recipient_key}
        names = {row.sort_key for row in rows if row.subject_kind == SubjectKind.COLLECTIVE}
        self.subjects: dict[SubjectKey, Subject] = {}
        for one in kept.filter(recipient_key__in=people) if people else ():
            self.subjects[one.subject_kind, one.recipient_key] = one
        collectives = kept.filter(subject_kind=SubjectKind.COLLECTIVE)
        for one in collectives.filter(sort_key__in=names) if names else ():
            self.subjects[one.subject_kind, one.sort_key, one.unit_key] = one
        found = YearRecord.objects.filter(subject__in=[one.pk for one in self.subjects.values()])
        self.records = {(one.subject_id, one.year): one for one in found}
        self.bodies = _bodies(year_list.organisation) if names else {}
        self.seen: set[tuple[SubjectKey, int | None]] = set()

    def judge(self, given: YearRow) -> JudgedYear:
        row = given.row
        line = YearListRow(
            year_list=self.year_list,
            sheet=given.sheet,
            row=row.row,
            nth=given.nth,
            name=row.name[:300],
            unit=row.unit[:300],
            year=row.achievement_year if row.achievement_year and 0 < row.achievement_year < 2200 else None,
            said=given.read.said,
            state=YearRowState.REFUSED,
        )
        trouble = self._trouble(given)
        year = row.achievement_year
        if trouble is not None or year is None:
            return _refused(line, trouble or CellTrouble("", YearTrouble.YEAR_NOT_SAID))
        key = subject_key(row)
        self.seen.add((key, year))
        subject = self.subjects.get(key) or self._made(row)
        self.subjects[key] = subject
        record = self.records.get((subject.pk, year)) if subject.pk else None
        return self._beside(JudgedYear(line, subject, record), given)

    def _trouble(self, given: YearRow) -> CellTrouble | None:
        row, said = given.row, given.read.said
        if given.problem is not None:
            one = given.problem
            return CellTrouble("", one.trouble, one.seen, one.detail)  # type: ignore[arg-type]
        for said_of_it in (row.name, row.unit, row.position):
            if MARKUP & set(said_of_it):
                return CellTrouble("", YearTrouble.MARKUP, said_of_it[:300])
        if row.subject_kind == SubjectKind.HOUSEHOLD:
            return CellTrouble("", YearTrouble.OF_A_HOUSEHOLD)
        if row.achievement_year is None:
            return CellTrouble("", YearTrouble.YEAR_NOT_SAID)
        if not FIRST_YEAR <= row.achievement_year <= self.this_year:
            return CellTrouble("", YearTrouble.YEAR_OUT_OF_RANGE, str(row.achievement_year), str(FIRST_YEAR))
        if given.read.troubles:
            return given.read.troubles[0]
        if not said:
            return CellTrouble("", YearTrouble.NOTHING_SAID)
        if row.subject_kind == SubjectKind.INDIVIDUAL and not row.recipient_key:
            return CellTrouble("", YearTrouble.NOT_TOLD_APART)
        if (subject_key(row), row.achievement_year) in self.seen:
            return CellTrouble("", YearTrouble.TWICE)
        return None

    def _beside(self, found: JudgedYear, given: YearRow) -> JudgedYear:
        """What the row says, beside what the book holds of the year."""
        said, record = given.read.said, found.record
        held = {} if record is None else {column: getattr(record, column) for column in said}
        otherwise = [column for column in said if held.get(column) not in (None, "", said[column])]
        if otherwise and record is not None:
            detail = "; ".join(value_in_words(column, held[column]) for column in otherwise)
            return _refused(found.line, CellTrouble(otherwise[0], YearTrouble.RECORDED_OTHERWISE, "", detail[:400]))
        found.added = {column: value for column, value in said.items() if held.get(column) in (None, "")}
        whole: dict[str, Any] = {column: getattr(record, column) for column in COUNTS} if record is not None else {}
        faults = faults_of_counts(whole | {column: said[column] for column in COUNTS if column in said})
        if faults:
            return _refused(found.line, faults[0])
        proves = self.year_list.proof_id is not None and record is not None and record.proof_id is None
        if record is None:
            found.line.state = YearRowState.NEW
        else:
            found.line.state = YearRowState.ADDS if found.added or proves else YearRowState.KNOWN
        return found

    def _made(self, row: CheckedRow) -> Subject:
        is_person = row.subject_kind == SubjectKind.INDIVIDUAL
        columns = {name: getattr(row, name) for name in (*WHO, *(OF_PEOPLE if is_person else ()))}
        body = None if is_person or row.unit_key else self.bodies.get(row.sort_key)
        return Subject(organisation_id=self.year_list.organisation_id, body=body, **columns)


def subject_key(row: CheckedRow) -> SubjectKey:
    if row.subject_kind == SubjectKind.INDIVIDUAL:
        return row.subject_kind, row.recipient_key
    return row.subject_kind, row.sort_key, row.unit_key


def _bodies(organisation: Organisation) -> dict[str, Organisation]:
    """The office itself and its units, by the sort keys that rows of lists get."""
    today = clock.today()
    rows = Organisation.objects.on(today)
    found = rows.filter(pk=organisation.pk) | rows.filter(parent=organisation.pk)
    return {sort_key(one.name)[:700]: one for one in found}


def _refused(line: YearListRow, trouble: CellTrouble) -> JudgedYear:
    line.state = YearRowState.REFUSED
    line.column, line.code = trouble.field, trouble.trouble
    line.seen, line.detail = trouble.seen[:300], trouble.detail[:400]
    return JudgedYear(line)
