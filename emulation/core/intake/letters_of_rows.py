"""Turns the rows of a sheet into Unicode where old fonts wrote them: cell by cell where the words tell, and where they
do not, as the rest of the column or of the sheet. A cell that could be read either way is not guessed. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TypeAlias

from emulation.core.intake.legacy_letters import Letters, letters_of_word, to_unicode, words_of
from emulation.core.text.damage import MendedText

CLEAR = 20
OTHER_FONT = 10
FEWEST = 2
MOST_REMEMBERED = 50_000
ROWS_OF_A_BLOCK = 2_000
Told: TypeAlias = tuple[
    int, ...
]  # how many words of a text can only be Vietnamese in each of `Letters`, in their order
LATIN = re.compile("[A-Za-z]")
PLACE_OF = {letters: place for place, letters in enumerate(Letters)}


class CannotTell(ValueError):
    """`row` is 0-based; `letters` the old ones that the sheet seems to hold beside Unicode or beside each other."""

    def __init__(self, row: int, letters: Letters):
        super().__init__(f"row {row} may be {letters}")
        self.row = row
        self.letters = letters


@dataclass
class _Words:
    """How many words can only be Vietnamese in which letters."""

    found: Counter = field(default_factory=Counter)

    @property
    def old(self) -> Letters:
        return max((Letters.TCVN3, Letters.VNI), key=lambda letters: self.found[letters])

    @property
    def has_old(self) -> bool:
        times = self.found[self.old]
        return times >= FEWEST and times * CLEAR >= self.found[Letters.UNICODE]

    @property
    def tell(self) -> bool:
        return sum(self.found.values()) >= FEWEST

    @property
    def verdict(self) -> Letters | None:
        """None where both stand side by side."""
        if not self.has_old:
            return Letters.UNICODE
        return self.old if self.found[Letters.UNICODE] * CLEAR <= self.found[self.old] else None

    @property
    def two_fonts(self) -> bool:
        return (
            self.has_old and min(self.found[Letters.TCVN3], self.found[Letters.VNI]) * OTHER_FONT > self.found[self.old]
        )


class _Cells:
    """What each different text says of its letters. It remembers some of them, for lists say the same thing thousands
    of times; of a list that never repeats itself it does not hold everything again."""

    def __init__(self) -> None:
        self._known: dict[str, Told] = {}
        self._same: dict[Told, Told] = {}
        self._written: dict[tuple[str, Letters], str] = {}

    def words(self, text: str) -> Told:
        told = self._known.get(text)
        if told is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            found = [letters_of_word(word) for word in words_of(text)]
            told = tuple(map(found.count, Letters))
            told = self._known[text] = self._same.setdefault(told, told)
        return told

    def written(self, text: str, letters: Letters) -> str:
        """In Unicode; the same object for the same text, as far as it is remembered."""
        found = self._written.get((text, letters))
        if found is None:
            if len(self._written) >= MOST_REMEMBERED:
                self._written.clear()
            found = self._written[text, letters] = to_unicode(text, letters)
        return found


def into_unicode(rows: list[list], first: int) -> dict[int, Letters]:
    """Changes `rows` in place; {column: the old letters that some of its cells were written in}.

    `first` is the 0-based row below the headings: what stands above is judged by itself and by the whole sheet.
    """
    cells = _Cells()
    whole = _said_by(cells, rows)
    if not whole.has_old:
        if whole.found[whole.old]:
            _put_right(rows, cells)
        return {}
    columns = {
        place: _said_by(cells, ([row[place]] for row in rows[first:] if place < len(row)))
        for place in range(max(map(len, rows[first:]), default=0))
    }
    if whole.two_fonts:
        raise CannotTell(_first_with(rows, cells, whole.old), whole.old)
    body = _Words(sum((column.found for column in columns.values()), Counter()))
    changed: dict[int, Letters] = {}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if not isinstance(cell, str) or cell.isascii():
                continue
            near = whole if number < first else columns[place] if columns[place].tell else body
            letters = _letters_of(cells.words(cell), whole.old, near)
            written = cells.written(cell, letters or whole.old)
            if written == cell:
                continue
            if letters is None:
                if number >= first:
                    raise CannotTell(number, whole.old)
                continue
            row[place] = written
            if number >= first:
                changed[place] = letters
    return changed


def _put_right(rows: list[list], cells: _Cells) -> None:
    """Single cells in old letters between Unicode ones, changed in place and marked: those of which no word is Unicode
    for sure, and a word of letters, not the sign of "3×4", is of old letters."""
    for row in rows:
        for place, cell in enumerate(row):
            if type(cell) is not str or cell.isascii():
                continue
            told = cells.words(cell)
            old = max((Letters.TCVN3, Letters.VNI), key=lambda letters, told=told: told[PLACE_OF[letters]])
            if told[PLACE_OF[old]] == sum(told) and any(
                LATIN.search(word) for word in words_of(cell) if letters_of_word(word) is old
            ):
                row[place] = MendedText(cells.written(cell, old), cell)


def _said_by(cells: _Cells, rows: Iterable[list]) -> _Words:
    """Of all the texts with other than plain Latin letters."""
    times: dict[Told, int] = {}
    for block in _blocks(rows):
        for cell, often in Counter(chain.from_iterable(block)).items():
            if isinstance(cell, str) and not cell.isascii():
                told = cells.words(cell)
                times[told] = times.get(told, 0) + often
    found: Counter = Counter()
    for told, often in times.items():
        for letters, words in zip(Letters, told, strict=True):
            found[letters] += words * often
    return _Words(found)


def _blocks(rows: Iterable[list]) -> Iterator[list[list]]:
    """A few thousand rows at a time, in which the same texts are counted together and not all are held."""
    rest = iter(rows)
    while block := list(islice(rest, ROWS_OF_A_BLOCK)):
        yield block


def _letters_of(told: Told, old: Letters, near: _Words) -> Letters | None:
    of_old, of_unicode = told[PLACE_OF[old]], told[PLACE_OF[Letters.UNICODE]]
    if of_old and of_unicode:
        return None
    if of_unicode or near.verdict == Letters.UNICODE:
        return Letters.UNICODE
    return old if of_old else near.verdict


def _first_with(rows: list[list], cells: _Cells, letters: Letters) -> int:
    return next(
        number
        for number, row in enumerate(rows)
        if any(isinstance(cell, str) and cells.words(cell)[PLACE_OF[letters]] for cell in row)
    )
