"""The file of a list: its tables on every sheet, where their headings stand, what is said above them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import IO

from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import Family
from awards.lists.intake.dittos import fill_dittos
from awards.lists.intake.mending import own_headings
from awards.lists.intake.merged import fill_merged
from awards.lists.intake.one_line import one_line
from awards.lists.intake.readings import ListFile, ListReading, SheetHeld, carried_on
from awards.lists.intake.side_by_side import parted
from awards.lists.intake.tables import TableSpan, headed_at, names_alone, settled, spans_of, title_begins, unnamed
from awards.lists.rules import columns
from awards.lists.rules.account import SHOWN
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.name_words import words_of
from awards.lists.rules.said_above import read_above
from awards.lists.rules.summaries import title_rows
from awards.lists.rules.table import ListTable, leaders
from awards.rows.rules.fields import Field
from emulation.core.intake.legacy_letters import Letters, to_unicode
from emulation.core.intake.letters_of_rows import CannotTell, into_unicode
from emulation.core.intake.same_texts import SameTexts, TooMuchText
from emulation.core.intake.sentences import refused, too_much_text
from emulation.core.intake.sheets import Sheet, read_all_sheets, text_of
from emulation.core.numbers import format_integer
from emulation.core.text import search_key
from emulation.core.text.damage import lost_in

LONGEST_SHEET = 120
MOST_COLUMNS = 100
FONTS = {Letters.TCVN3: "TCVN3 (.VnTime)", Letters.VNI: "VNI-Times"}
FAMILY_OF = {
    "danh hieu thi dua": Family.TITLE,
    "danh hieu": Family.TITLE,
    "hinh thuc khen thuong": Family.FORM,
    "hinh thuc": Family.FORM,
}


def read_list(stream: IO[bytes], names: AwardNames | None = None) -> ListFile:
    """Where the tables of the list seem to stand. `stream` is seekable and was let through by `kind_of_list`. A
    workbook may hold sheets that are no lists; `names` knows the awards of the catalogue."""
    names = names or AwardNames()
    return list_on(plain_sheets(stream, names), names)


def list_on(sheets: Iterable[Sheet], names: AwardNames) -> ListFile:
    """The same of sheets that are plain, one of which is held at a time where it is no list."""
    held, tables, visible = [], [], []
    doubtful: list[ListReading] = []
    nameless: list[ListReading] = []
    for sheet in sheets:
        held.append(_held(sheet))
        if sheet.rows and not sheet.is_hidden:
            visible.append(replace(sheet, rows=sheet.rows[: columns.HEADINGS_WITHIN]))
            tables += carried_on([_read_whole(sheet, span, names) for span in spans_of(sheet.rows, names)])
            doubtful += [_read_whole(sheet, span, names) for span in names_alone(sheet.rows, names) if not tables]
            nameless += [
                _read_whole(sheet, span, names) for span in unnamed(sheet.rows, names) if not tables + doubtful
            ]
            if tables:
                doubtful.clear()
            if tables or doubtful:
                nameless.clear()
        del sheet
    tables = tables or doubtful or nameless
    if not visible:
        raise refused(_("The workbook has no filled row. Choose the workbook that holds the list."))
    if not tables:
        raise refused(_no_headings(visible))
    if not any(any(row) for table in tables for row in table.rows[table.guess.first : table.last]):
        raise refused(_no_rows(tables[0].sheet))
    return ListFile(tuple(tables), tuple(held))


def plain_sheets(stream: IO[bytes], names: AwardNames) -> Iterator[Sheet]:
    """As both ways of reading a list take them: what is shown holds plain texts and days only, and one table beside
    another is a sheet of its own. What comes so already is left as it is."""
    for sheet in read_all_sheets(stream):
        if sheet.is_hidden or sheet.letters is not None or not sheet.rows:
            yield sheet
        else:
            letters = _made_plain(sheet, lambda sheet=sheet: _seems_headed(sheet, names))
            yield from parted(replace(sheet, letters=letters), names)
        del sheet


def read_list_at(stream: IO[bytes], confirmed: Sequence[ListTable], names: AwardNames | None = None) -> ListFile:
    """The tables where they were confirmed to stand, whatever would be guessed. A table that the file no longer has is
    left out: no such sheet, or no headings in that row."""
    names = names or AwardNames()
    held, tables = [], []
    for sheet in read_all_sheets(stream):
        here = (
            [table for table in confirmed if table.sheet == sheet.name[:LONGEST_SHEET]] if not sheet.is_hidden else []
        )
        if here:
            if sheet.letters is None:
                row = here[0].row - 1
                letters = _made_plain(sheet, lambda sheet=sheet, row=row: _headed_first(sheet, row, names))
                sheet = replace(sheet, letters=letters)
            meanings = {table.row - 1: table.meanings.of for table in here}
            spans = _spans_at(sheet, here, names)
            tables += carried_on([_read_whole(sheet, span, names, meanings[span.guess.header]) for span in spans])
        held.append(_held(sheet))
    return ListFile(tuple(tables), tuple(held))


def _spans_at(sheet: Sheet, confirmed: Sequence[ListTable], names: AwardNames) -> list[TableSpan]:
    found: list[tuple[int, columns.Guess]] = []
    for table in sorted(confirmed, key=lambda table: table.row):
        headed = headed_at(sheet.rows, table.row - 1, names, fewest=1) if 0 < table.row <= len(sheet.rows) else None
        if headed is not None:
            above = found[-1][1] if found else None
            found.append((title_begins(sheet.rows, headed.header, above), headed))
    return settled(sheet.rows, found, names) if found else []


def _read_whole(
    sheet: Sheet, span: TableSpan, names: AwardNames, filled: Mapping[int, str] | None = None
) -> ListReading:
    """`filled`: what the columns mean that merged cells and ditto marks are told for, the guess without it."""
    reading = span.guess
    meanings = reading.meanings.of if filled is None else filled
    fill_merged(sheet, reading.first, span.last, meanings)
    fill_dittos(sheet, reading.first, span.last, meanings)
    _refuse_tables(sheet, reading)
    own = [text_of(cell) for row in title_rows(sheet.rows, span.title, reading.header) for cell in row]
    headings = {search_key(column.heading) for column in reading.columns if column.meaning == Field.NAME}
    alone = words_of(headings.pop()) if len(headings) == 1 else ""
    above = read_above(
        [*(() if span.title else sheet.over), *own, alone],
        names,
        sheet.name,
        sheet_is_asked=Field.AWARD not in reading.meanings.places,
    )
    letters = {place: Letters(found) for place, found in (sheet.letters or {}).items()}
    return ListReading(
        sheet.name[:LONGEST_SHEET], sheet.rows, reading, above, letters, span.title, span.last, sheet.marks
    )


def _held(sheet: Sheet) -> SheetHeld:
    says = any if sheet.letters is not None else lambda row: any(map(text_of, row))  # plain texts are empty or filled
    filled = tuple(number for number, row in enumerate(sheet.rows, start=1) if says(row))
    begins = tuple(" ".join(filter(None, map(text_of, sheet.rows[number - 1]))) for number in filled[:SHOWN])
    return SheetHeld(sheet.name[:LONGEST_SHEET], filled, sheet.is_hidden, begins, sheet.asides)


def _seems_headed(sheet: Sheet, names: AwardNames) -> int:
    """The 0-based row below the headings as they stand before old letters become Unicode: as the letters stand there,
    else as an old font would draw them."""
    found = [columns.guess(_top(sheet, letters=letters), names.knows) for letters in Letters]
    best = max(filter(None, found), key=lambda reading: reading.score, default=None)
    return 0 if best is None else best.first


def _headed_first(sheet: Sheet, header: int, names: AwardNames) -> int:
    found = [columns.read_at(_top(sheet, header, letters), header, names.knows) for letters in Letters]
    best = max(filter(None, found), key=lambda reading: reading.score, default=None)
    return 0 if best is None else best.first


def _top(sheet: Sheet, header: int = 0, letters: Letters = Letters.UNICODE) -> list[list[str]]:
    """The texts of the first rows, a few beneath the headings among them."""
    rows = sheet.rows[: max(columns.HEADINGS_WITHIN, header) + 5]
    return [[text_of(to_unicode(cell, letters) if isinstance(cell, str) else cell) for cell in row] for row in rows]


def _made_plain(sheet: Sheet, first: Callable[[], int]) -> Mapping[int, Letters]:
    """{column: the old letters that it came in}; `first` tells the row below the headings."""
    letters = _into_unicode(sheet, first())
    _plain(sheet.rows)
    return letters


def _into_unicode(sheet: Sheet, first: int) -> dict[int, Letters]:
    try:
        return into_unicode(sheet.rows, first)
    except CannotTell as problem:
        raise refused(
            _(
                "The sheet “%(sheet)s” mixes letters of the font %(font)s with others, and row %(row)s can be read in "
                "two ways. Turn the whole list into Unicode, save it, and choose it again."
            )
            % {"sheet": sheet.name, "font": FONTS[problem.letters], "row": format_integer(problem.row + 1)}
        ) from problem


def _plain(rows: list[list]) -> None:
    """Cells become text as a person would read it, and days; row by row, so that a long list is never held twice."""
    text, number = SameTexts(one_line, are_held=True), SameTexts(str)
    try:
        for place, row in enumerate(rows):
            rows[place] = [text[cell] if type(cell) is str else _plain_cell(cell, number) for cell in row]
    except TooMuchText as problem:
        raise refused(too_much_text()) from problem


def _plain_cell(cell, number: SameTexts):
    if type(cell) is int:
        return number[cell]
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    return cell if isinstance(cell, date) else text_of(cell)


def _refuse_tables(sheet: Sheet, reading: columns.Guess) -> None:
    headed = sum(bool(column.heading) for column in reading.columns)
    if headed > MOST_COLUMNS:
        raise refused(
            _(
                "The table on the sheet “%(sheet)s” has %(count)s columns, far more than a list of honours. "
                "Leave only the columns of the list, at most %(most)s, save it, and choose it again."
            )
            % {"sheet": sheet.name, "count": format_integer(headed), "most": MOST_COLUMNS}
        )
    if columns.side_by_side(reading):
        raise refused(
            _(
                "On the sheet “%(sheet)s” two tables stand side by side. "
                "Put one beneath the other under the same headings, save the list, and choose it again."
            )
            % {"sheet": sheet.name}
        )


def _no_rows(sheet: str) -> str:
    if not sheet:
        return _("Beneath the headings of this file there is no row. Choose the file that holds the list.")
    return _(
        "Beneath the headings of the sheet “%(sheet)s” there is no row. Choose the workbook that holds the list."
    ) % {"sheet": sheet}


def _no_headings(sheets: list[Sheet]) -> str:
    if lost := _lost_letters(sheets):
        return _(
            "Letters were lost when this list was saved: row %(row)s shows “%(seen)s”. "
            "Open the list that it was made from in Excel, save it as .xlsx or as “CSV UTF-8”, and choose the new file."
        ) % {"row": format_integer(lost[0]), "seen": lost[1][:80]}
    names = ", ".join(f"“{sheet.name}”" for sheet in sheets[:6] if sheet.name)
    if not names:
        return _(
            "No row of headings was found in the file. Above the first row there must be headings, "
            "with the name and at least one more: unit, award, decision. Write them, save, choose the file again."
        )
    return _(
        "No row of headings was found on the sheets %(sheets)s. Above the first row there must be headings, "
        "with the name and at least one more: unit, award, decision. Write them, save, choose the file again."
    ) % {"sheets": names}


def _lost_letters(sheets: list[Sheet]) -> tuple[int, str] | None:
    """(the row from 1, its text) where headings should stand and stand without their letters; one cell is no proof."""
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[: columns.HEADINGS_WITHIN], start=1):
            lost = [cell for cell in row if isinstance(cell, str) and lost_in(cell)]
            if len(lost) > 1:
                return number, lost[0]
    return None


def table_as_read(reading: ListReading) -> ListTable:
    """The office's own columns, with what they seem to mean."""
    sheet, row = reading.sheet[:LONGEST_SHEET], reading.guess.header + 1
    return ListTable(sheet, row, own_headings(reading.headings), reading.guess.meanings)


def tables_as_read(file: ListFile) -> tuple[ListTable, ...]:
    """Tables that are laid out alike get the columns of the first of them: one answer serves all."""
    tables = tuple(map(table_as_read, file.tables))
    return tuple(table.meaning(tables[leader].meanings) for table, leader in zip(tables, leaders(tables), strict=True))


def letters_sentence(tables: Iterable[ListTable]) -> str:
    """For the page: in which old letters the list came, "" where it was Unicode."""
    found = dict.fromkeys(heading.letters for table in tables for heading in table.headings if heading.letters)
    if not found:
        return ""
    fonts = ", ".join(FONTS[Letters(letters)] for letters in found)
    return _("The list is written in the font %(font)s and was turned into Unicode; look over the names.") % {
        "font": fonts
    }


def family_promised(table: ListTable) -> str:
    """The heading "Danh hiệu thi đua" promises titles, "Hình thức khen thưởng" forms; most promise both."""
    places = table.meanings.places.get(Field.AWARD, ())
    keys = [search_key(heading.text) for heading in table.headings if heading.place in places]
    return FAMILY_OF.get(keys[0], "") if len(keys) == 1 else ""
