"""The file of a list: which sheet is the list, where its headings stand, what is said above them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import IO

from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import Family
from awards.lists.intake.mending import own_headings
from awards.lists.intake.merged import fill_merged
from awards.lists.rules import columns
from awards.lists.rules.said_above import SaidAbove, read_above
from awards.lists.rules.table import ListHeading, ListTable
from awards.rows.rules.fields import Field
from emulation.core.intake.legacy_letters import Letters, to_unicode
from emulation.core.intake.letters_of_rows import CannotTell, into_unicode
from emulation.core.intake.sentences import refused
from emulation.core.intake.sheets import Sheet, is_filled, read_sheets, text_of
from emulation.core.numbers import format_integer
from emulation.core.text import search_key
from emulation.core.text.damage import MendedText, lost_in

SAMPLED_ROWS = 200
LONGEST_SHEET = 120
MOST_COLUMNS = 100
FONTS = {Letters.TCVN3: "TCVN3 (.VnTime)", Letters.VNI: "VNI-Times"}
ORDINAL_KEYS = frozenset({"stt", "tt", "so tt", "so thu tu"})
FAMILY_OF = {
    "danh hieu thi dua": Family.TITLE,
    "danh hieu": Family.TITLE,
    "hinh thuc khen thuong": Family.FORM,
    "hinh thuc": Family.FORM,
}


@dataclass(frozen=True)
class ListReading:
    """`rows` hold text and dates only; `guess` speaks of 0-based rows; `letters`: {column: the old font's letters that
    were turned into Unicode}."""

    sheet: str
    rows: list[list]
    guess: columns.Guess
    above: SaidAbove
    letters: dict[int, Letters] = field(default_factory=dict)

    @property
    def ordinal(self) -> int | None:
        return next((c.place for c in self.guess.columns if search_key(c.heading) in ORDINAL_KEYS), None)

    @property
    def headings(self) -> tuple[ListHeading, ...]:
        """In the order of the file."""
        sampled = [
            [text_of(cell) for cell in row] for row in self.rows[self.guess.first : self.guess.first + SAMPLED_ROWS]
        ]
        return tuple(
            ListHeading(
                column.place,
                " ".join(column.heading.split()),
                tuple(value[:80] for value in columns.samples(sampled, column.place)),
                str(self.letters.get(column.place, "")),
            )
            for column in self.guess.columns
        )

    @property
    def height(self) -> int:
        return len(self.rows) - self.guess.first


def read_list(stream: IO[bytes]) -> ListReading:
    """Where the list seems to stand. `stream` is seekable and was let through by `kind_of_list`. A workbook may hold
    sheets that are no lists."""
    sheets = read_sheets(stream)
    if not sheets:
        raise refused(_("The workbook has no filled row. Choose the workbook that holds the list."))
    found = []
    for sheet in sheets:
        reading = _guessed(sheet)
        if reading is not None:
            found.append((reading.score, len(sheet.rows), sheet, reading))
    if not found:
        raise refused(_no_headings(sheets))
    _score, _height, sheet, reading = max(found, key=lambda entry: entry[:2])
    del sheets, found
    return _read_whole(sheet, reading)


def read_list_at(stream: IO[bytes], table: ListTable) -> ListReading | None:
    """Where the list was confirmed to stand, whatever would be guessed; None where the file has no such sheet, or no
    headings in that row."""
    sheet = next((sheet for sheet in read_sheets(stream) if sheet.name[:LONGEST_SHEET] == table.sheet), None)
    reading = None if sheet is None else _headed_at(sheet, table.row - 1)
    return None if sheet is None or reading is None else _read_whole(sheet, reading, table.meanings.of)


def _read_whole(sheet: Sheet, reading: columns.Guess, filled: Collection[int] | None = None) -> ListReading:
    """`reading` tells the row of the headings, as they stand before old letters become Unicode; `filled`: the columns
    that merged cells are told for, those of the guess without it."""
    letters = _into_unicode(sheet, reading.first)
    _plain(sheet.rows)
    reading = columns.read_at(_top(sheet, reading.header), reading.header) or reading
    fill_merged(sheet, reading.first, reading.meanings.of if filled is None else filled)
    _refuse_tables(sheet, reading)
    above = read_above(text_of(cell) for row in sheet.rows[: reading.header] for cell in row)
    if not any(is_filled(cell) for row in sheet.rows[reading.first :] for cell in row):
        raise refused(
            _("Beneath the headings of the sheet “%(sheet)s” there is no row. Choose the workbook that holds the list.")
            % {"sheet": sheet.name}
        )
    return ListReading(sheet.name, sheet.rows, reading, above, letters)


def _guessed(sheet: Sheet) -> columns.Guess | None:
    """As the letters stand there, else as an old font would draw them."""
    found = [columns.guess(_top(sheet, letters=letters)) for letters in Letters]
    return max(filter(None, found), key=lambda reading: reading.score, default=None)


def _headed_at(sheet: Sheet, header: int) -> columns.Guess | None:
    found = [columns.read_at(_top(sheet, header, letters), header) for letters in Letters]
    return max(filter(None, found), key=lambda reading: reading.score, default=None)


def _top(sheet: Sheet, header: int = 0, letters: Letters = Letters.UNICODE) -> list[list[str]]:
    """The texts of the first rows, a few beneath the headings among them."""
    rows = sheet.rows[: max(columns.HEADINGS_WITHIN, header) + 5]
    return [[text_of(to_unicode(cell, letters) if isinstance(cell, str) else cell) for cell in row] for row in rows]


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
    known: dict[str, str] = {}
    for number, row in enumerate(rows):
        rows[number] = [_plain_cell(cell, known) for cell in row]


def _plain_cell(cell, known: dict[str, str]):
    if isinstance(cell, MendedText):
        return text_of(cell)
    if isinstance(cell, str):
        if cell not in known:
            known[cell] = text_of(cell)
        return known[cell]
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
    if (second := columns.second_table(sheet.rows, reading)) is not None:
        raise refused(
            _(
                "On the sheet “%(sheet)s” a second table with other columns begins at row %(row)s. "
                "Put each table into a file of its own and send them one by one."
            )
            % {"sheet": sheet.name, "row": format_integer(second + 1)}
        )


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


def letters_sentence(table: ListTable) -> str:
    """For the page: in which old letters the list came, "" where it was Unicode."""
    found = dict.fromkeys(heading.letters for heading in table.headings if heading.letters)
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
