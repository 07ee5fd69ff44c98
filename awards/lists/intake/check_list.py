"""Reads a batch's own file again, where its columns were confirmed, and checks every row of it; writes nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from xlsxwriter.utility import xl_col_to_name

from awards.catalogue.rules.terms import SubjectKind
from awards.lists.intake.confirmed import read_confirmed
from awards.lists.intake.expectations import expectations_for, expectations_in
from awards.lists.intake.guesses import guessed
from awards.lists.intake.hearing import hear
from awards.lists.intake.mending import without_ours
from awards.lists.intake.readings import ListFile, ListReading
from awards.lists.intake.sheets_once import opened
from awards.lists.intake.side_by_side import whole_of
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.account import Accounting, LeftOut
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.beside import Beside, beside
from awards.lists.rules.given_names import in_order
from awards.lists.rules.printed_counts import CountsJudge
from awards.lists.rules.problems import ListProblem
from awards.lists.rules.row_kinds import lines
from awards.lists.rules.row_values import RowReader
from awards.lists.rules.said_between import SaidBetween
from awards.lists.rules.subject_columns import subjects_headed
from awards.lists.rules.table import ListTable
from awards.lists.rules.units_of_groups import UnitsOfGroups
from awards.rows.rules.check_row import RowChecker
from awards.rows.rules.days import one_year_in
from awards.rows.rules.fields import Field
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.reading import CheckedRow, Expectations, RowTrouble
from emulation.core.intake.sheet import AsideKind
from emulation.core.text import search_key

REPORT_EVERY = 400
HEARD = (RowKind.TITLE, RowKind.SECTION)
ASIDES = {
    AsideKind.COMMENT: RowTrouble.COMMENT_UNREAD,
    AsideKind.TEXT_BOX: RowTrouble.TEXT_BOX_UNREAD,
    AsideKind.CHART: RowTrouble.CHART_UNREAD,
    AsideKind.DRAWING: RowTrouble.DRAWING_UNREAD,
    AsideKind.UNSEEN: RowTrouble.UNSEEN_READ,
    AsideKind.LOOKS: RowTrouble.LOOKS_UNREAD,
}
OF_SEVERAL = 3
PEOPLE_AND_MORE = re.compile(
    r"\b(?:sinh|chuc vu|chuc danh|noi cong tac)\b|\b(?:ho (?:va )?(?:chu )?ten|ca nhan|nguoi|ong ba)\b.* don vi\b"
)
OF_A_SHEET = (AsideKind.CHART, AsideKind.LOOKS)


@dataclass(frozen=True)
class TableUnderCheck:
    """`sheet` is "" where the list stands on one sheet only."""

    reading: ListReading
    table: ListTable
    sheet: str
    expected: Expectations
    names: AwardNames

    def lines(self) -> Iterator[ListLine]:
        is_said = self.expected.given.award is not None
        yield from lines(self.reading.rows_under(self.table.meanings, sheet=self.sheet, award_is_said=is_said))

    def hidden_columns(self) -> Iterator[ListProblem]:
        """Each column that holds anything and that the workbook does not show, read or not."""
        texts = {heading.place: heading.text for heading in self.table.headings}
        for place in self.reading.hidden_columns():
            column = f"cột {xl_col_to_name(place)}"
            is_read = place in self.table.meanings.of
            trouble = RowTrouble.HIDDEN_COLUMN_READ if is_read else RowTrouble.HIDDEN_COLUMN_UNREAD
            yield ListProblem(
                self.sheet, self.table.row, texts.get(place) or column, trouble, column, "", refuses=False
            )

    def beside(self) -> Beside:
        reading = self.reading
        headings = {heading.place: heading.text for heading in self.table.headings}
        return beside(reading.rows[reading.guess.first : reading.last], self.table.meanings, headings, self.names)

    def names_unread(self, said: Beside) -> Iterator[ListProblem]:
        """Each column of names that is not read."""
        for place, name in said.people.items():
            heading = self.table.text_above("", place) or f"cột {xl_col_to_name(place)}"
            yield ListProblem(self.sheet, self.table.row, heading, RowTrouble.NAMES_UNREAD, name, "", refuses=False)

    def between(self) -> SaidBetween:
        return SaidBetween(self.expected, self.names, self.reading.titles)

    def checker(self, expected: Expectations | None = None) -> RowChecker:
        """`expected`: beneath a title between the rows that says otherwise than the table's."""
        return RowChecker(expected or self.expected, self.table.meanings)

    def reader(self) -> RowReader:
        """Knows which award an x stands for: the one that the heading of its column names."""
        places = self.table.meanings.places.get(Field.AWARD, ())
        named = self.table.meanings.places.get(Field.NAME, ())
        names = AwardNames(self.expected.table)
        texts = {heading.place: heading.text for heading in self.table.headings if heading.place in places}
        return RowReader(
            self.table.meanings,
            {place: award for place, text in texts.items() if (award := names.within(text))},
            {place: year for place, text in texts.items() if (year := one_year_in(text))},
            only_kind(self.expected),
            self._kinds_by_column(),
            says_more=bool(PEOPLE_AND_MORE.search(search_key(self.table.text_above(Field.NAME)))),
            year_is_said=len(places) == 1 and self.expected.given.achievement_year is not None,
            ordered=in_order({place: self.table.text_above("", place) for place in named}),
            parted=len(named) > 1 and self._many_fill_several(named),
        )

    def _many_fill_several(self, places: tuple[int, ...]) -> bool:
        rows = self.reading.rows[self.reading.guess.first : self.reading.last]
        filled = [sum(place < len(row) and bool(row[place]) for place in places) for row in rows]
        return sum(many > 1 for many in filled) * OF_SEVERAL >= max(sum(map(bool, filled)), 1)

    def _kinds_by_column(self) -> dict[int, str]:
        """Of columns that are not read and may hold marks, else of those of names."""
        of = self.table.meanings.of
        headed = subjects_headed({heading.place: heading.text for heading in self.table.headings})
        unread = {place: kind for place, kind in headed.items() if place not in of}
        return unread if len(unread) > 1 else {place: headed[place] for place in headed if of.get(place) == Field.NAME}


@dataclass(frozen=True)
class ListUnderCheck:
    """A file with the tables that were confirmed in it. `account`, `counts` and `columns` (those that are hidden,
    and what stands beside cells) are whole once all rows were given out."""

    file: ListFile
    tables: tuple[TableUnderCheck, ...]
    expected: Expectations
    account: Accounting
    counts: CountsJudge = field(default_factory=CountsJudge)
    columns: list[ListProblem] = field(default_factory=list)

    def checked(
        self, progress: Callable[[int, int], None]
    ) -> Iterator[tuple[TableUnderCheck, ListLine, CheckedRow | None]]:
        """Honours with what could be read of them, headings of sections without; each row is forgotten once it was
        given out. `progress(done, total)` counts rows beneath the headings."""
        done, total = 0, self.file.height
        progress(0, total)
        self._leave_out_sheets()
        self.columns.extend(self._asides())
        for table in self.tables:
            if not table.table.is_read:
                self._put_aside(table)
                done += table.reading.height
                continue
            self.account.table(table.reading.sheet, table.table.row)
            self._above(table)
            self.columns.extend(table.hidden_columns())
            said = table.beside()
            self.columns.extend(table.names_unread(said))
            self.columns.extend(guessed(table.reading, table.table, table.sheet, table.names))
            between, checker, reader = table.between(), table.checker(), table.reader()
            units = UnitsOfGroups(table.table.meanings)
            for line in table.lines():
                if line.kind in HEARD and between.hear(line):
                    checker = table.checker(between.expected)
                    reader = replace(reader, subject=only_kind(between.expected))
                yield from self._told(table, line, checker, reader, said, between, units)
                table.reading.rows[line.number - 1] = ()
                done += 1
                if done % REPORT_EVERY == 0:
                    progress(done, total)
        progress(total, total)

    def _told(
        self,
        table: TableUnderCheck,
        line: ListLine,
        checker: RowChecker,
        reader: RowReader,
        said: Beside,
        between: SaidBetween,
        units: UnitsOfGroups,
    ) -> Iterator[tuple[TableUnderCheck, ListLine, CheckedRow | None]]:
        if line.kind is not RowKind.HONOUR:
            self.counts.line(line)
            self.account.left_of_kind(table.reading.sheet, line.kind, line.number, line.text)
            if line.kind is RowKind.SECTION:
                yield table, line, None
            return
        honours, unit_above = 0, units.above(line)
        for one in reader.honours(line):
            row = checker.check(one)
            hear(row, one, table.table.meanings, said, between.denied or table.reading.above.denied)
            if (place := reader.lacks_a_part(one)) is not None and row.subject_kind == SubjectKind.INDIVIDUAL:
                row.note(Field.NAME, RowTrouble.NAME_PART_MISSING, row.name, table.table.text_above("", place), place)
            if unit_above and row.subject_kind == SubjectKind.INDIVIDUAL and not row.unit:
                row.note(Field.UNIT, RowTrouble.UNIT_ABOVE_ONLY, "", unit_above)
            if between.day_alone and not row.decision_number:
                row.note(Field.DECISION_DATE, RowTrouble.DECISIONS_MIXED, *between.day_alone)
            if not honours:
                self.counts.honour(row.subject_kind, line.number)
            honours += 1
            yield table, one, row
        self.account.honour(honours)

    def _leave_out_sheets(self) -> None:
        read = {table.reading.sheet for table in self.tables}
        for sheet in self.file.sheets:
            if sheet.is_hidden or sheet.name not in read:
                why = LeftOut.HIDDEN_SHEET if sheet.is_hidden else LeftOut.UNREAD_SHEET
                for row, text in zip_longest(sheet.filled, sheet.begins, fillvalue=""):
                    self.account.left_out(sheet.name, why, row, text)

    def _asides(self) -> Iterator[ListProblem]:
        """What stands beside the cells of a sheet, which no row holds and nothing reads."""
        alone = {table.reading.sheet for table in self.tables if table.table.is_read and not table.sheet}
        for sheet in self.file.sheets:
            name = "" if sheet.name in alone else whole_of(sheet.name)
            for kind, row, column, text in sheet.asides:
                where = "" if kind in OF_A_SHEET else f"cột {xl_col_to_name(column)}"
                yield ListProblem(name, row + 1, where, ASIDES[kind], text, "", refuses=False)

    def _put_aside(self, table: TableUnderCheck) -> None:
        reading = table.reading
        for number in range(reading.title, reading.last):
            if any(reading.rows[number]):
                self.account.left_out(reading.sheet, LeftOut.TABLE_PUT_ASIDE, number + 1)

    def _above(self, table: TableUnderCheck) -> None:
        reading, title = table.reading, []
        for number in range(reading.title, reading.guess.first):
            texts = list(dict.fromkeys(str(cell) for cell in reading.rows[number] if cell))
            if texts:
                is_title = number < reading.guess.header and number not in reading.summaries
                why = LeftOut.TITLE if is_title else LeftOut.HEADING
                why = LeftOut.SUMMARY if number in reading.summaries else why
                text = texts[0] if is_title else ", ".join(texts)
                self.account.left_out(reading.sheet, why, number + 1, text)
                if is_title:
                    title += [(number + 1, str(cell)) for cell in dict.fromkeys(reading.rows[number]) if cell]
        whole = whole_of(reading.sheet)
        self.counts.begin_table(table.sheet, title, whole if whole != reading.sheet else None)


def only_kind(expected: Expectations) -> str:
    """The kind of recipients that is said once, or the only one that the award that is said once goes to."""
    facts = expected.awards.get(expected.given_award)
    return expected.given.subject_kind or (
        next(iter(facts.subject_kinds)) if facts and len(facts.subject_kinds) == 1 else ""
    )


def open_list(batch: HonourBatch, *, on: date) -> ListUnderCheck:
    tables, expected = batch.tables, expectations_for(batch, on=on)
    names = AwardNames(expected.table, expected.province_kind, expected.home)
    with opened(batch) as stream:
        file = read_confirmed(stream, tables, names)
    for reading in file.tables:
        without_ours(reading.rows[reading.guess.first : reading.last], reading.headings)
    return under_check(file, tables, expected)


def under_check(file: ListFile, tables: tuple[ListTable, ...], expected: Expectations) -> ListUnderCheck:
    names = AwardNames(expected.table, expected.province_kind, expected.home)
    several = len({table.sheet for table in tables if table.is_read}) > 1
    found = tuple(
        TableUnderCheck(reading, table, table.sheet if several else "", expectations_in(table, expected), names)
        for reading, table in zip(file.tables, tables, strict=True)
    )
    held = sum(len(sheet.filled) for sheet in file.sheets)
    return ListUnderCheck(file, found, expected, Accounting(held, _rows_of_file(file)))


def _rows_of_file(file: ListFile) -> int:
    """Each once, however many tables stand beside each other in it."""
    filled: dict[str, set[int]] = {}
    for sheet in file.sheets:
        filled.setdefault(whole_of(sheet.name), set()).update(sheet.filled)
    return sum(map(len, filled.values()))
