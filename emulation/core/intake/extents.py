"""How far the sheets of a workbook reach, seen piece by piece as they unpack. Pure."""

import re

PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,20})([0-9]{1,20})["']""")
LETTERS_OF_CELL = re.compile(rb'<c r="([A-Za-z]{1,20})[0-9]{1,20}"')
ROW_OF_CELL = re.compile(rb'<c r="[A-Za-z]{1,20}([0-9]{1,20})"')
PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])")
PLAIN_ROW = re.compile(rb'<row r="([0-9]{1,20})"')
ROW_PLACE = re.compile(rb"""[^>]*?\sr\s*=\s*["']([0-9]{1,20})["']""")
CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(\s+r\s*=\s*["'][A-Za-z]+[0-9]+["'])?""")
EMPTY = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?/>")
PLAIN_EMPTY = re.compile(rb"<c(?:\s[^<>/]*+)?/>")
LONGEST_TAG = 1024 * 1024
TAG = re.compile(
    rb"""<(/?)(?:\w+:)?(table|table-row|table-cell|covered-table-cell)(?=[\s/>])"""
    rb"""((?:[^>"']|"[^"]*"|'[^']*')*)>(</)?"""
)
REPEATED = re.compile(rb"number-(?:rows|columns)-repeated")
TIMES = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']\s*([0-9]{1,12})\s*["']""")


class SheetExtent:
    """The rectangle a sheet's cells span: readers hold all of it in memory, however few of its cells are filled. Cells
    that are formatted and nothing else do not count. A cell need not say where it stands: in each row the silent ones
    may all lie beyond the furthest that did. Never too small."""

    def __init__(self):
        self.rows = 0
        self._placed = 0
        self._silent_here = self._most_silent = 0
        self._tail = b""

    def see(self, piece: bytes) -> None:
        text = self._tail + piece
        cut = text.rfind(b"<")
        if cut < 0:
            self._tail = b""
            return
        text, self._tail = text[:cut], text[cut:]
        end = self._tail.find(b">")
        self._tail = self._tail[: end + 1] if end >= 0 else self._tail
        if len(self._tail) > LONGEST_TAG:
            raise ValueError("no sheet has a tag as long as that")
        is_plain = not PREFIXED.search(text)
        if b"/>" in text:
            text = (PLAIN_EMPTY if is_plain else EMPTY).sub(b"", text)
        if is_plain and self._seen_at_once(text):
            return
        rest, *rows = ROW.split(text)
        self._see_cells(rest)
        for row in rows:
            said = ROW_PLACE.match(row)
            self.rows = max(self.rows + 1, int(said[1]) if said else 0)
            self._silent_here = 0
            self._see_cells(row)

    def _seen_at_once(self, text: bytes) -> bool:
        """Where every row and cell says its place, as nearly all do, they need not be looked at one by one."""
        numbers = PLAIN_ROW.findall(text)
        letters = LETTERS_OF_CELL.findall(text)
        if len(numbers) != text.count(b"<row") or len(letters) != text.count(b"<c") - text.count(b"<col"):
            return False
        self._placed = max(self._placed, *map(number_of, {*letters, b""}))
        self.rows = max(self.rows, *map(int, {*numbers, *ROW_OF_CELL.findall(text), b"0"}))
        self._silent_here = self._silent_here if not numbers else 0
        return True

    def _see_places(self, places: list[tuple[bytes, bytes]]) -> None:
        if places:
            self._placed = max(self._placed, *map(number_of, {letters for letters, _row in places}))
            self.rows = max(self.rows, *map(int, {row for _letters, row in places}))

    def _see_cells(self, text: bytes) -> None:
        places = PLACE.findall(text)
        self._see_places(places)
        self._silent_here += CELL.findall(text).count(b"")
        self._most_silent = max(self._most_silent, self._silent_here)

    @property
    def cells(self) -> int:
        return (self._placed + self._most_silent) * self.rows


def number_of(letters: bytes) -> int:
    """Of a column, from 1: AB is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class OpenDocumentExtent:
    """The same of an .ods, whose rows and cells say how often they are repeated; blank ones at the ends count not."""

    def __init__(self):
        self._done = self._rows = self._columns = self._last = 0
        self._here = self._row_times = 0
        self._row_filled = False
        self._tail = b""

    def see(self, piece: bytes) -> None:
        text = self._tail + piece
        cut = text.rfind(b"<", 0, max(text.rfind(b"<"), 0))
        text, self._tail = (text[:cut], text[cut:]) if cut > 0 else (b"", text)
        if len(self._tail) > LONGEST_TAG + len(piece):
            raise ValueError("no sheet has a tag as long as that")
        for closes, name, said, closed_at_once in TAG.findall(text):
            if name == b"table":
                self._end_row()
                self._done += self._columns * self._last
                self._rows = self._columns = self._last = 0
            elif name == b"table-row":
                self._end_row()
                if not closes:
                    self._row_times = _times(said)
            elif not closes:
                times = _times(said)
                self._here += times
                if not (said.endswith(b"/") or closed_at_once) or b"value" in said:
                    self._columns = max(self._columns, self._here)
                    self._row_filled = True

    @property
    def cells(self) -> int:
        return self._done + self._columns * (self._rows + self._row_times if self._row_filled else self._last)

    def _end_row(self) -> None:
        self._rows += self._row_times
        if self._row_filled:
            self._last = self._rows
        self._here = self._row_times = 0
        self._row_filled = False


def _times(said: bytes) -> int:
    if b"-repeated" not in said:
        return 1
    found = TIMES.findall(said)
    if len(found) != len(REPEATED.findall(said)):
        raise ValueError("a number of repetitions that is none")
    return max((int(times) for times in found), default=1)
