"""A unit that stands in the first row of its group only, left of the names and not merged. Pure."""

from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine


class UnitsOfGroups:
    """Goes down one table, honour after honour."""

    def __init__(self, meanings: Meanings):
        units, names = (meanings.places.get(field, ()) for field in (Field.UNIT, Field.NAME))
        self._place = units[0] if len(units) == 1 and names and units[0] < min(names) else None
        self._above = ""

    def above(self, line: ListLine) -> str:
        """The unit of a row above where this one has none, "" otherwise."""
        if self._place is None or line.unit:
            return ""
        own = str(line.cells[self._place]) if self._place < len(line.cells) else ""
        self._above = own or self._above
        return "" if own else self._above
