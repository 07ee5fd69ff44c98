"""The file of a list: which sheet is the list, where its headings stand, what is said above them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from awards.rules import columns
from awards.rules.said_above import SaidAbove, read_above
from awards.rules.terms import Family
from emulation.core.errors import Refusal
from emulation.core.intake.sheets import is_filled, read_sheets, text_of
from emulation.core.text import search_key

SAMPLED_ROWS = 200
ORDINAL_KEYS = frozenset({"stt", "tt", "so tt", "so thu tu"})
FAMILY_OF = {
    "danh hieu thi dua": Family.TITLE,
    "danh hieu": Family.TITLE,
    "hinh thuc khen thuong": Family.FORM,
    "hinh thuc": Family.FORM,
}


@dataclass(frozen=True)
class ListReading:
    """`rows` hold text and dates only; `guess` speaks of 0-based rows."""

    sheet: str
    rows: list[list]
    guess: columns.Guess
    above: SaidAbove

    @property
    def ordinal(self) -> int | None:
        return next((c.place for c in self.guess.columns if search_key(c.heading) in ORDINAL_KEYS), None)

    @property
    def headings(self) -> list[dict]:
        """For the page: place, heading, samples of each column, in order."""
        sampled = [
            [text_of(cell) for cell in row] for row in self.rows[self.guess.first : self.guess.first + SAMPLED_ROWS]
        ]
        return [
            {
                "place": column.place,
                "heading": " ".join(column.heading.split()),
                "samples": [value[:80] for value in columns.samples(sampled, column.place)],
            }
            for column in self.guess.columns
        ]

    @property
    def height(self) -> int:
        return len(self.rows) - self.guess.first


def read_list(source) -> ListReading:
    """`source`: a path or a seekable stream that `refuse_unless_workbook` let through."""
    sheets = read_sheets(source)
    found = []
    for sheet in sheets:
        top = [[text_of(cell) for cell in row] for row in sheet.rows[: columns.HEADINGS_WITHIN + 5]]
        reading = columns.guess(top)
        if reading is not None:
            found.append((reading.score, len(sheet.rows), sheet, reading, top))
    if not sheets:
        raise Refusal(_("The workbook has no filled row. Choose the workbook that holds the list."), field="file")
    if not found:
        raise Refusal(
            _(
                "No row of headings was found on the sheets %(sheets)s. Above the first row there must be headings, "
                "with the name and at least one more: unit, award, decision. Write them, save, choose the file again."
            )
            % {"sheets": ", ".join(f"“{sheet.name}”" for sheet in sheets[:6])},
            field="file",
        )
    *_rest, sheet, reading, top = max(found, key=lambda entry: entry[:2])
    rows = [[_plain(cell) for cell in row] for row in sheet.rows]
    above = read_above(cell for row in top[: reading.header] for cell in row)
    list_read = ListReading(sheet.name, rows, reading, above)
    if not any(is_filled(cell) for row in rows[reading.first :] for cell in row):
        raise Refusal(
            _("Beneath the headings of the sheet “%(sheet)s” there is no row. Choose the workbook that holds the list.")
            % {"sheet": sheet.name},
            field="file",
        )
    return list_read


def family_promised(headings: list[dict], mapping: dict[int, str]) -> str:
    """The heading "Danh hiệu thi đua" promises titles, "Hình thức khen thưởng" forms; most promise both."""
    places = {place for place, field in mapping.items() if field == columns.Field.AWARD}
    keys = [search_key(column["heading"]) for column in headings if column["place"] in places]
    return FAMILY_OF.get(keys[0], "") if len(keys) == 1 else ""


def _plain(cell):
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else text_of(cell)
