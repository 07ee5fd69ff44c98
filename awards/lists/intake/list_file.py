"""The file of a list: which sheet is the list, where its headings stand, what is said above them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from awards.catalogue.rules.terms import Family
from awards.lists.intake.merged import fill_merged
from awards.lists.rules import columns
from awards.lists.rules.said_above import SaidAbove, read_above
from emulation.core.intake.legacy_letters import Letters, to_unicode
from emulation.core.intake.letters_of_rows import CannotTell, into_unicode
from emulation.core.intake.sentences import refused
from emulation.core.intake.sheets import Sheet, is_filled, read_sheets, text_of
from emulation.core.numbers import format_integer
from emulation.core.text import search_key

SAMPLED_ROWS = 200
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
    def headings(self) -> list[dict]:
        """For the page: place, heading, samples of each column, in order; `letters` where an old font wrote it."""
        sampled = [
            [text_of(cell) for cell in row] for row in self.rows[self.guess.first : self.guess.first + SAMPLED_ROWS]
        ]
        return [
            {
                "place": column.place,
                "heading": " ".join(column.heading.split()),
                "samples": [value[:80] for value in columns.samples(sampled, column.place)],
            }
            | ({"letters": str(self.letters[column.place])} if column.place in self.letters else {})
            for column in self.guess.columns
        ]

    @property
    def height(self) -> int:
        return len(self.rows) - self.guess.first


def read_list(stream) -> ListReading:
    """`stream` is seekable and was let through by `kind_of_list`. A workbook may hold sheets that are no lists."""
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
    letters = _into_unicode(sheet, reading.first)
    _plain(sheet.rows)
    fill_merged(sheet, reading)
    top = sheet.rows[: columns.HEADINGS_WITHIN + 5]
    reading = columns.guess([[text_of(cell) for cell in row] for row in top]) or reading
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
    top = sheet.rows[: columns.HEADINGS_WITHIN + 5]
    found = [
        columns.guess(
            [[text_of(to_unicode(cell, letters) if isinstance(cell, str) else cell) for cell in row] for row in top]
        )
        for letters in Letters
    ]
    return max(filter(None, found), key=lambda reading: reading.score, default=None)


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
    if isinstance(cell, str):
        if cell not in known:
            known[cell] = text_of(cell)
        return known[cell]
    if isinstance(cell, datetime):
        return cell.date()
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


def letters_sentence(headings: list[dict]) -> str:
    """For the page: in which old letters the list came, "" where it was Unicode."""
    found = dict.fromkeys(column["letters"] for column in headings if column.get("letters"))
    if not found:
        return ""
    fonts = ", ".join(FONTS[Letters(letters)] for letters in found)
    return _("The list is written in the font %(font)s and was turned into Unicode; look over the names.") % {
        "font": fonts
    }


def family_promised(headings: list[dict], mapping: dict[int, str]) -> str:
    """The heading "Danh hiệu thi đua" promises titles, "Hình thức khen thưởng" forms; most promise both."""
    places = {place for place, field in mapping.items() if field == columns.Field.AWARD}
    keys = [search_key(column["heading"]) for column in headings if column["place"] in places]
    return FAMILY_OF.get(keys[0], "") if len(keys) == 1 else ""
