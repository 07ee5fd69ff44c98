"""The cells of one sheet of an .xlsx, read piece by piece as it unpacks: one way through it gives the values, the
merged areas, what it hides and what it crosses out. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from emulation.core.intake.extents import number_of
from emulation.core.intake.packed_workbook import PackedWorkbook, SheetMember, elements, said_of, text_in, texts_in
from emulation.core.intake.shown_cells import NumberShown
from emulation.core.text.damage import StruckText

TOKEN = re.compile(
    rb'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]+)")?(?: t="(n|s|str|b|inlineStr)")?>'
    rb'(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)</c>'
    rb"|<(?:\w+:)?(row)(?=[\s/>])([^<>]*)>"
    rb"|<(?:\w+:)?c(?=[\s/>])([^<>]*?)"
    rb"(?:/>|>((?:[^<]++|<(?!(?:\w+:)?(?:c|row)[\s/>]|/(?:\w+:)?c>))*+)</(?:\w+:)?c>)"
)
ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]{1,7})["']""")
IS_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
PLACE = re.compile(r"([A-Za-z]{1,3})0*([0-9]{1,7})")
VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>([^<]*)</)")
INLINE = re.compile(rb"<(?:\w+:)?is(?:\s[^>]*)?>(.*?)</(?:\w+:)?is>", re.DOTALL)
FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)</)")
COLUMN = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s([^<>]*)>")
CELLS_END = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
COLUMN_NUMBER = re.compile(r"[0-9]{1,5}")
ZERO = re.compile(r"0+(?:\.0*)?")
WHOLE = re.compile(rb"[+-]?[0-9]{1,15}")
ENDS = (b"</row>", b":row>", b"</c>", b":c>")
COLUMNS, ROWS = 16_384, 1_048_576
DAY_0, DAY_0_OF_1904, LEAP_THAT_NEVER_WAS = date(1899, 12, 30), date(1904, 1, 1), 60
OF_A_DAY = 24 * 60 * 60 * 1000
REMEMBERED = 20_000
LONGEST_SHOWN = 200
NO_VALUE = "#N/A"


class TooManyCells(ValueError):
    """The sheet has more cells than the reader was given leave for."""


@dataclass
class PackedCells:
    """`rows[0]` is row 1, each as long as its last filled cell. `merged`: both ends within, from 0. `hidden` rows and
    `hidden_columns`, from 0; `struck`: {row from 0: columns}; `unseen`: (row, column) of values that do not show."""

    rows: list[list] = field(default_factory=list)
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    hidden: set[int] = field(default_factory=set)
    struck: dict[int, set[int]] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    unseen: list[tuple[int, int]] = field(default_factory=list)


def read_cells(
    book: PackedWorkbook, sheet: SheetMember, texts: Sequence[str], *, text: Callable[[str], str], most: int
) -> PackedCells:
    """`texts`: what the workbook's cells share; `text`: what is kept of a text that they do not share. Raises
    `ValueError` where the sheet is broken off, `TooManyCells` beyond `most`."""
    reader = _Reader(book, texts, text, most)
    ended = False
    merged = []
    for piece in elements(book.packed, sheet.member, *ENDS, or_else=b"/>"):
        if not reader.found.rows:
            for said in COLUMN.findall(piece):
                reader.hide(said_of(said))
        reader.see(piece)
        ended = ended or (b"sheetData" in piece and bool(CELLS_END.search(piece)))
        if b"mergeCell" in piece:
            merged += [area for said in MERGED.findall(piece) if (area := _area(said_of(said).get("ref", "")))]
    if not ended and reader.found.rows:
        raise ValueError("the sheet is broken off")
    reader.found.merged = tuple(merged)
    return reader.found


class _Reader:
    def __init__(self, book: PackedWorkbook, texts: Sequence[str], text: Callable[[str], str], most: int):
        self.found = PackedCells()
        self._texts, self._text = texts, text
        self._has_struck = any(type(one) is StruckText for one in texts)
        self._left = most
        self._styles = book.styles
        self._day_0 = DAY_0_OF_1904 if book.since_1904 else DAY_0
        self._columns: dict[bytes, int] = {}
        self._numbers: dict[bytes, object] = {}
        self._inlines: dict[bytes, str] = {}
        self._moments: dict[tuple[bytes, bytes], object] = {}
        self._row: list = []
        self._at, self._after = -1, 0
        self._columns_told = 0

    def hide(self, said: Mapping[str, str]) -> None:
        """One entry of the sheet's columns, which go up; a column without width is not shown either."""
        ends = [said.get(name, "") for name in ("min", "max")]
        if not all(COLUMN_NUMBER.fullmatch(end) for end in ends):
            return
        first, last = max(int(ends[0]) - 1, self._columns_told), min(int(ends[1]), COLUMNS)
        if said.get("hidden") in ("1", "true") or ZERO.fullmatch(said.get("width", "")):
            self.found.hidden_columns.update(range(first, last))
        self._columns_told = max(self._columns_told, last)

    def see(self, piece: bytes) -> None:
        texts, numbers, inlines, columns = self._texts, self._numbers, self._inlines, self._columns
        dated = self._styles.days | self._styles.elapsed | self._styles.shown.keys()
        struck, hiding = self._styles.struck, self._styles.hiding
        row, after, passed = self._row, self._after, b""
        for letters, style, kind, value, inline, begins, of_row, said, inner in TOKEN.findall(piece):
            if letters:
                place = columns.get(letters)
                if place is None:
                    place = self._column(letters)
                if kind == b"s":
                    cell = texts[int(value)] if value else ""
                elif inline or kind == b"inlineStr":
                    cell = inlines.get(inline)
                    if cell is None:
                        cell = self._inline(inline)
                elif (not kind or kind == b"n") and style not in dated:
                    cell = numbers.get(value)
                    if cell is None:
                        cell = self._number(value)
                else:
                    cell = self._value(kind, style, value)
            elif begins:
                self._begin(of_row)
                row, after, passed = self._row, 0, b""
                continue
            elif not inner:
                after, passed = (after, said) if said else (after + 1, passed)
                continue
            else:
                told = said_of(said)
                where = PLACE.fullmatch(told.get("r", ""))
                place = self._column(where[1].upper().encode()) if where else self._behind(passed, after)
                style = told.get("s", "").encode()
                cell = self._told(told.get("t", "").encode(), style, inner)
            after, passed = place + 1, b""
            if cell == "":
                continue
            if place == len(row):
                self._left -= 1
                row.append(cell)
            else:
                self._reach(row, place)
                row[place] = cell
            if (struck and style in struck) or (self._has_struck and type(cell) is StruckText):
                self.found.struck.setdefault(self._at, set()).add(place)
            if hiding and style in hiding and _sign_of(cell) in hiding[style]:
                self.found.unseen.append((self._at, place))
        self._after = self._behind(passed, after)
        if self._left < 0:
            raise TooManyCells

    def _behind(self, passed: bytes, after: int) -> int:
        """The place of a cell that does not say its own: behind the empty one that was passed over, if any."""
        where = PLACE.fullmatch(said_of(passed).get("r", "")) if passed else None
        return max(after, self._column(where[1].upper().encode()) + 1) if where else after

    def _begin(self, said: bytes) -> None:
        """A row; those above it that are not there are blank."""
        number = ROW_NUMBER.search(said)
        self._at = int(number[1]) - 1 if number else self._at + 1
        rows = self.found.rows
        if not 0 <= self._at < ROWS:
            raise ValueError("a row beyond the last")
        while len(rows) <= self._at:
            rows.append([])
        self._row = rows[self._at]
        if self._row:
            raise ValueError("a row that comes twice")
        if b"hidden" in said and IS_HIDDEN.search(said):
            self.found.hidden.add(self._at)
        if self._left < 0:
            raise TooManyCells

    def _reach(self, row: list, place: int) -> None:
        more = place + 1 - len(row)
        if more > 0:
            self._left -= more
            if self._left < 0:
                raise TooManyCells
            row.extend([""] * more)

    def _column(self, letters: bytes) -> int:
        place = number_of(letters) - 1
        if place >= COLUMNS:
            raise ValueError("a column beyond the last")
        self._columns[letters] = place
        return place

    def _number(self, written: bytes) -> object:
        number: object = int(written) if WHOLE.fullmatch(written) else float(written) if written.strip() else ""
        if len(self._numbers) < REMEMBERED:
            self._numbers[written] = number
        return number

    def _inline(self, written: bytes) -> str:
        text = self._text(text_in(written))
        if len(self._inlines) < REMEMBERED:
            self._inlines[written] = text
        return text

    def _value(self, kind: bytes, style: bytes, written: bytes) -> object:
        if kind == b"str":
            return self._text(text_in(written))
        if kind == b"b":
            return written.strip() in (b"1", b"true")
        if not written.strip():
            return ""
        known = self._moments.get((written, style))
        if known is None:
            known = self._shown(written, style)
            if len(self._moments) < REMEMBERED:
                self._moments[written, style] = known
        return known

    def _shown(self, written: bytes, style: bytes) -> object:
        """A day, a time or a number, as an official sees it where the cell shows something else than it holds."""
        looks = self._styles.shown.get(style)
        if isinstance(looks, NumberShown):
            number = self._number(written)
            return (isinstance(number, int | float) and looks.of(number)) or number
        moment = self._moment(float(written), elapsed=style in self._styles.elapsed)
        return (looks and isinstance(moment, date) and looks.of(moment)) or moment

    def _moment(self, serial: float, *, elapsed: bool) -> object:
        if elapsed:
            return timedelta(milliseconds=round(serial * OF_A_DAY))
        days, part = divmod(round(serial * OF_A_DAY), OF_A_DAY)
        clock = (datetime.min + timedelta(milliseconds=part)).time()
        if days < 0 or days > 2_958_465:
            return serial
        if days == 0 and part:
            return clock
        if self._day_0 == DAY_0 and days < LEAP_THAT_NEVER_WAS:
            days += 1
        day = self._day_0 + timedelta(days=days)
        return datetime.combine(day, clock) if part else day

    def _told(self, kind: bytes, style: bytes, inner: bytes) -> object:
        """Of a cell that is written otherwise than most."""
        if kind == b"inlineStr":
            found = INLINE.search(inner)
            return self._text(texts_in(found[1])) if found else ""
        value = VALUE.search(inner)
        written = (value[1] or b"") if value else b""
        if kind == b"e":
            return text_in(written).strip() or NO_VALUE
        if not written.strip():
            return self._without_value(kind, inner, written if value else None)
        if kind == b"s":
            return self._texts[int(written)]
        if kind == b"d":
            return _iso(text_in(written).strip())
        is_shown = style in self._styles.days or style in self._styles.elapsed or style in self._styles.shown
        if kind in (b"str", b"b") or is_shown:
            return self._value(kind, style, written)
        return self._number(written)

    def _without_value(self, kind: bytes, inner: bytes, written: bytes | None) -> str:
        """A formula that was saved without a result is shown; one whose result is an empty text is empty."""
        formula = FORMULA.search(inner)
        if formula is None or (kind == b"str" and written is not None):
            return ""
        return f"={text_in(formula[1] or b'')[:LONGEST_SHOWN]}"


def _sign_of(cell: object) -> str:
    """As `hides` names it; "0" of what is never told."""
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not cell:
        return "@" if isinstance(cell, str) else "0"
    return "+" if cell > 0 else "-"


def _iso(text: str) -> object:
    parsers: tuple[Callable[[str], object], ...] = (date.fromisoformat, datetime.fromisoformat, time.fromisoformat)
    for parser in parsers:
        try:
            found = parser(text)
        except ValueError:
            continue
        return text if getattr(found, "tzinfo", None) is not None else found
    return text


def _area(written: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    first, _sign, last = written.partition(":")
    begins, ends = PLACE.fullmatch(first), PLACE.fullmatch(last or first)
    if begins is None or ends is None:
        return None
    return (
        (int(begins[2]) - 1, number_of(begins[1].encode()) - 1),
        (int(ends[2]) - 1, number_of(ends[1].encode()) - 1),
    )
