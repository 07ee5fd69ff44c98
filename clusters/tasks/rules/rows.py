"""What a row of a sheet of tasks says: taken, refused or left out, each with its reason. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from clusters.sheets.rules import Office, ReadRow, SheetRow, body_key, is_a_sum, is_of_another, too_long
from clusters.tasks.rules import TaskKind
from emulation.core.text import search_key


class Column(StrEnum):
    TEXT = "text"
    KIND = "kind"
    GIVEN_BY = "given_by"
    ADDRESSED_TO = "addressed_to"
    UNITS = "units"
    DUE_ON = "due_on"
    KNOWN_BY = "known_by"
    KEEPER = "keeper"
    ANSWER = "answer"


class RowFate(StrEnum):
    TAKEN = "taken"
    IS_A_SUM = "is_a_sum"
    REPEATED = "repeated"
    RECORDED = "recorded"
    GIVEN_TO = "given_to"
    OF_ANOTHER = "of_another"
    ANSWERED = "answered"
    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    KIND_UNKNOWN = "kind_unknown"
    NO_GIVER = "no_giver"
    NO_UNIT = "no_unit"
    REQUEST_OF_UNITS = "request_of_units"
    REQUEST_OF_DIRECTIVE = "request_of_directive"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_SHARED = "unit_shared"
    NO_DAY = "no_day"
    DUE_BEFORE = "due_before"


LEFT_OUT = frozenset({RowFate.IS_A_SUM, RowFate.REPEATED, RowFate.RECORDED, RowFate.OF_ANOTHER})
KINDS = {
    "": TaskKind.TASK,
    "nhiem vu": TaskKind.TASK,
    "nhiem vu giao don vi": TaskKind.TASK,
    "kien nghi": TaskKind.REQUEST,
    "kien nghi cap tren": TaskKind.REQUEST,
    "kien nghi voi cap tren": TaskKind.REQUEST,
} | {kind.value: kind for kind in TaskKind}
Key = tuple[str, str, date | None]


def key_of(text: str, given_by: str, due_on: date | None) -> Key:
    return search_key(text), search_key(given_by), due_on


def names_in(text: str) -> list[str]:
    """Parted by semicolons, each once."""
    return list({body_key(name): name.strip() for name in text.split(";") if search_key(name)}.values())


def read_rows(
    rows: Iterable[SheetRow],
    *,
    offices: Sequence[Office],
    known: Mapping[Key, frozenset[str]],
    units: Mapping[str, frozenset[int]],
    given_on: date | None,
    by_directive: bool,
    longest: Mapping[str, int],
) -> tuple[ReadRow, ...]:
    """`offices`: in whose name they are sent in, and what that came from; `known`: what they keep already, with search
    keys of the names of those that owe it; `units`: {search key of a name: bodies so called that may be given a task};
    `given_on`: the day of the directive or the conference, of all rows; `by_directive`: whether it is a directive that
    gives them."""
    found: list[ReadRow] = []
    above: dict[Key, dict[str, str]] = {}
    for row in rows:
        read = _read(
            row,
            offices=offices,
            known=known,
            above=above,
            units=units,
            given_on=given_on,
            by_directive=by_directive,
            longest=longest,
        )
        if read.is_taken:
            key = key_of(row.text(Column.TEXT), row.text(Column.GIVEN_BY), row.day(Column.DUE_ON))
            above.setdefault(key, {}).update(dict.fromkeys(_owing_in(row), row.place))
        found.append(read)
    return tuple(found)


def _owing_in(row: SheetRow) -> list[str]:
    """Search keys of the units that it names; of a request one empty key."""
    return [body_key(name) for name in names_in(row.text(Column.UNITS))] or [""]


def _read(row: SheetRow, *, offices, known, above, units, given_on, by_directive, longest) -> ReadRow:
    texts = {column: row.text(column) for column in Column}
    text = texts[Column.TEXT]

    def fate(reason: RowFate, seen: str = "") -> ReadRow:
        return ReadRow(row.place, text, reason, seen)

    if not search_key(text):
        return fate(RowFate.NO_TEXT)
    if is_a_sum(text):
        return fate(RowFate.IS_A_SUM)
    if all(is_of_another(texts[Column.KEEPER], office) for office in offices):
        return fate(RowFate.OF_ANOTHER, texts[Column.KEEPER])
    if cut := too_long(row, longest):
        return fate(RowFate.TOO_LONG, cut)
    if not search_key(texts[Column.GIVEN_BY]):
        return fate(RowFate.NO_GIVER)
    try:
        due_on = row.day(Column.DUE_ON)
    except ValueError as problem:
        return fate(RowFate.NO_DAY, str(problem))
    key, owing = key_of(text, texts[Column.GIVEN_BY], due_on), _owing_in(row)
    told = [above.get(key, {}).get(name) for name in owing]
    if all(told):
        return fate(RowFate.REPEATED, told[0])
    owed = [name in known.get(key, ()) for name in owing]
    if all(owed):
        return fate(RowFate.RECORDED)
    if any(owed) or any(told):
        again = [bool(one) or is_owed for one, is_owed in zip(told, owed, strict=True)].index(True)
        return fate(RowFate.GIVEN_TO, names_in(texts[Column.UNITS])[again])
    if texts[Column.ANSWER]:
        return fate(RowFate.ANSWERED)
    kind = KINDS.get(search_key(texts[Column.KIND]))
    if kind is None:
        return fate(RowFate.KIND_UNKNOWN, texts[Column.KIND])
    named = names_in(texts[Column.UNITS])
    if kind is TaskKind.TASK and not named:
        return fate(RowFate.NO_UNIT)
    if kind is TaskKind.REQUEST and named:
        return fate(RowFate.REQUEST_OF_UNITS)
    if kind is TaskKind.REQUEST and by_directive:
        return fate(RowFate.REQUEST_OF_DIRECTIVE)
    bodies: list[int] = []
    for name in named:
        so_called = units.get(body_key(name), frozenset())
        if len(so_called) != 1:
            return fate(RowFate.UNIT_SHARED if so_called else RowFate.UNIT_UNKNOWN, name)
        bodies += so_called
    if due_on and given_on and due_on < given_on:
        return fate(RowFate.DUE_BEFORE, texts[Column.DUE_ON])
    kept = {column.value: text for column, text in texts.items() if text} | {Column.KIND.value: kind.value}
    if due_on:
        kept[Column.DUE_ON] = due_on.isoformat()
    return ReadRow(row.place, text, RowFate.TAKEN, texts=kept)
