"""What the cells of a row say, field by field, and whether it fits where it will stand. Pure."""

from datetime import date

from awards.rows.rules.cells import MOST_REMEMBERED
from awards.rows.rules.fields import Meanings
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import LONGEST, CheckedRow, RowTrouble
from emulation.core.dates import format_date
from emulation.core.paper import HELD, for_paper, lacking
from emulation.core.text import search_key


class RowTexts:
    """Of the rows of one table. It remembers what fits, for lists say the same thing thousands of times."""

    def __init__(self, meanings: Meanings):
        self.places = meanings.places
        self._keys: dict[str, str] = {}
        self._fitting: set[tuple[str, str]] = set()

    def cell(self, line: ListLine, field: str):
        """What the row says by itself comes first, then the leftmost filled cell; "" where nothing says it."""
        if line.said and field in line.said:
            return line.said[field]
        cells = line.cells
        for place in self.places.get(field, ()):
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""

    def text(self, line: ListLine, field: str) -> str:
        if not line.said and field not in self.places:
            return ""
        cell = self.cell(line, field)
        return cell if type(cell) is str else format_date(cell) if isinstance(cell, date) else cell

    def several(self, line: ListLine, field: str) -> list[str]:
        """The different texts of all cells that say it."""
        cells = [line.cells[place] for place in self.places.get(field, ()) if place < len(line.cells)]
        texts = (format_date(cell) if isinstance(cell, date) else cell for cell in cells if cell)
        return list(dict.fromkeys(texts))

    def fitted(self, out: CheckedRow, field: str, text: str) -> str:
        if (field, text) in self._fitting:
            return text
        seen = text
        if not HELD.issuperset(text):
            text = for_paper(text)
            if lost := lacking(text):
                out.note(field, RowTrouble.NOT_ON_PAPER, text, ", ".join(f"“{sign}”" for sign in lost[:10]))
        longest = LONGEST[field]
        if len(text) > longest:
            out.note(field, RowTrouble.TOO_LONG, text, str(longest))
            return text[:longest]
        if text is seen and field != "name" and len(self._fitting) < MOST_REMEMBERED:
            self._fitting.add((field, text))
        return text

    def key(self, text: str) -> str:
        found = self._keys.get(text)
        if found is None:
            found = search_key(text)[:300]
            if len(self._keys) < MOST_REMEMBERED:
                self._keys[text] = found
        return found
