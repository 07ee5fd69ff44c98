"""What a row of a sheet of directives says, a target of the year each: taken, refused or left out, with its reason.
Pure."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from clusters.directives.rules import DirectiveKind, bases_of, numbered_later, signed_later
from clusters.indicators.rules.targets import read_target
from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.sheets.rules import Office, ReadRow, SheetRow, is_a_sum, is_of_another, too_long
from emulation.core.period import Period
from emulation.core.text import search_key


class Column(StrEnum):
    KIND = "kind"
    NUMBER = "number"
    DATED = "dated"
    YEAR = "year"
    THEME = "theme"
    BASES = "legal_bases"
    TARGET = "target"
    UNIT = "unit"
    VALUE = "value"
    ISSUER = "issuer"


STATED = (Column.KIND, Column.YEAR, Column.THEME, Column.BASES)
OF_THE_DOCUMENT = (
    Column.KIND,
    Column.NUMBER,
    Column.DATED,
    Column.YEAR,
    Column.THEME,
    Column.BASES,
    Column.ISSUER,
)


class RowFate(StrEnum):
    """ADDED: taken, of a document that is recorded already."""

    TAKEN = "taken"
    ADDED = "added"
    IS_A_SUM = "is_a_sum"
    REPEATED = "repeated"
    RECORDED = "recorded"
    OF_ANOTHER = "of_another"
    NO_NUMBER = "no_number"
    OTHER_DOCUMENT = "other_document"
    NOT_AS_STATED = "not_as_stated"
    TOO_LONG = "too_long"
    KIND_UNKNOWN = "kind_unknown"
    NO_DAY = "no_day"
    AHEAD = "ahead"
    NOT_THEN = "not_then"
    NO_YEAR = "no_year"
    YEAR_APART = "year_apart"
    BASIS_LATER = "basis_later"
    BASIS_OF_LATER_YEAR = "basis_of_later_year"
    NO_TARGET = "no_target"
    NO_VALUE = "no_value"
    VALUE_UNREAD = "value_unread"


LEFT_OUT = frozenset({RowFate.IS_A_SUM, RowFate.REPEATED, RowFate.RECORDED, RowFate.OF_ANOTHER})
KINDS = {
    "": DirectiveKind.DIRECTIVE,
    "chi thi": DirectiveKind.DIRECTIVE,
    "ke hoach": DirectiveKind.PLAN,
    "van ban": DirectiveKind.OTHER,
} | {kind.value: kind for kind in DirectiveKind}
AS_PRINTED = (
    TargetKind.RANGE,
    TargetKind.AT_LEAST,
    TargetKind.AT_MOST,
    TargetKind.RATIO,
    TargetKind.SHARE,
    TargetKind.AMOUNT,
    TargetKind.EXACT,
)
Key = tuple[str, date]
BETWEEN_LETTERS_AND_DIGITS = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")


def key_of(number: str, dated: date) -> Key:
    """Letters and digits apart, however they were typed: 10CT-UBND is 10/CT-UBND."""
    return BETWEEN_LETTERS_AND_DIGITS.sub(" ", search_key(number)), dated


def value_kind_of(kind: TargetKind, unit: str) -> ValueKind:
    """Of a thing that the catalogue does not hold."""
    if kind is TargetKind.RATIO:
        return ValueKind.RATIO
    return ValueKind.PERCENT if unit.startswith("%") else ValueKind.DECIMAL


def kind_as_printed(text: str, *, unit: str, value_kind: ValueKind | None = None) -> TargetKind | None:
    """The kind of target that a text is; None where it can be read as none."""
    for kind in AS_PRINTED:
        if read_target(text, kind=kind, value_kind=value_kind or value_kind_of(kind, unit), unit=unit).quantity:
            return kind
    return None


@dataclass(frozen=True)
class Known:
    """A document that is recorded: what is stated of it, bases parted by "; ", and search keys of its targets."""

    stated: Mapping[str, str]
    targets: frozenset[str]


@dataclass(frozen=True)
class Against:
    """What rows of `office` are judged by. `known`: by number and day; `measured`: (unit, value
    kind) of an indicator of the catalogue in a year by its name's search key, None of any other thing."""

    office: Office
    today: date
    alive: Period
    known: Mapping[Key, Known]
    measured: Callable[[int, str], tuple[str, ValueKind] | None]
    longest: Mapping[str, int] = field(default_factory=dict)


def read_rows(rows: Iterable[SheetRow], against: Against) -> tuple[ReadRow, ...]:
    """A row without a number says another target of the document above it, and nothing else of a document; one that
    repeats a number says nothing else of it than stands above or is recorded."""
    found: list[ReadRow] = []
    stated = {key: known.stated for key, known in against.known.items()}
    above: dict[tuple[Key, str], str] = {}
    document: dict[str, object] = {}
    for row in rows:
        if row.text(Column.NUMBER) and not is_a_sum(row.text(Column.NUMBER)):
            document = {column: row.cells.get(column, "") for column in OF_THE_DOCUMENT}
        issuer: dict[str, object] = {Column.ISSUER: row.cells[Column.ISSUER]} if row.text(Column.ISSUER) else {}
        whole = replace(row, cells={**row.cells, **document, **issuer}) if not row.text(Column.NUMBER) else row
        read = _of_another_document(row, whole) or _read(whole, against, above, stated)
        if read.is_taken:
            key, target = _place_of(read)
            above[key, target] = row.place
            stated.setdefault(key, read.texts or {})
        found.append(read)
    return tuple(found)


def _of_another_document(row: SheetRow, whole: SheetRow) -> ReadRow | None:
    """`whole`: with what the document above says. Who issued it is judged with the row itself."""
    if row.text(Column.NUMBER) or not whole.text(Column.NUMBER) or is_a_sum(row.text(Column.TARGET)):
        return None
    for column in OF_THE_DOCUMENT:
        own = row.text(column)
        if own and column is not Column.ISSUER and _meant(row, column) != _meant(whole, column):
            return ReadRow(row.place, row.text(Column.TARGET) or own, RowFate.OTHER_DOCUMENT, own)
    return None


def _meant(row: SheetRow, column: Column) -> object:
    text = row.text(column)
    if column is Column.DATED:
        try:
            return row.day(column)
        except ValueError:
            return text
    if column is Column.KIND:
        return KINDS.get(search_key(text), text)
    return search_key(text.removesuffix(".0") if column is Column.YEAR else text)


def _apart(row: SheetRow, stated: Mapping[str, str]) -> str:
    """What the row says of its document and was stated otherwise; empty where it agrees."""
    as_stated = SheetRow(row.place, stated)
    for column in STATED:
        if row.text(column) and _meant(row, column) != _meant(as_stated, column):
            return row.text(column)
    return ""


def _place_of(read: ReadRow) -> tuple[Key, str]:
    texts = read.texts or {}
    dated = date.fromisoformat(texts[Column.DATED])
    return key_of(texts[Column.NUMBER], dated), search_key(texts.get(Column.TARGET, ""))


def _read(
    row: SheetRow,
    against: Against,
    above: Mapping[tuple[Key, str], str],
    stated: Mapping[Key, Mapping[str, str]],
) -> ReadRow:
    texts = {column: row.text(column) for column in Column}
    number, target, value = texts[Column.NUMBER], texts[Column.TARGET], texts[Column.VALUE]
    name = f"{number}: {target}" if target else number

    def fate(reason: RowFate, seen: str = "") -> ReadRow:
        return ReadRow(row.place, name, reason, seen)

    if is_a_sum(number) or is_a_sum(target):
        return fate(RowFate.IS_A_SUM)
    if not search_key(number):
        return fate(RowFate.NO_NUMBER)
    if is_of_another(texts[Column.ISSUER], against.office):
        return fate(RowFate.OF_ANOTHER, texts[Column.ISSUER])
    if cut := too_long(row, against.longest):
        return fate(RowFate.TOO_LONG, cut)
    kind = KINDS.get(search_key(texts[Column.KIND]))
    if kind is None:
        return fate(RowFate.KIND_UNKNOWN, texts[Column.KIND])
    try:
        dated = row.day(Column.DATED)
    except ValueError as problem:
        return fate(RowFate.NO_DAY, str(problem))
    if dated is None:
        return fate(RowFate.NO_DAY)
    if dated > against.today:
        return fate(RowFate.AHEAD, texts[Column.DATED])
    if not against.alive.contains(dated):
        return fate(RowFate.NOT_THEN, texts[Column.DATED])
    written = texts[Column.YEAR].removesuffix(".0")
    if not (written.isdecimal() and len(written) == 4):
        return fate(RowFate.NO_YEAR, written)
    year = int(written)
    if not year - 1 <= dated.year <= year:
        return fate(RowFate.YEAR_APART, written)
    bases = bases_of(texts[Column.BASES].replace(";", "\n"))
    if later := signed_later(bases, dated):
        return fate(RowFate.BASIS_LATER, later[0][0])
    if of_later_year := numbered_later(bases, dated):
        return fate(RowFate.BASIS_OF_LATER_YEAR, of_later_year[0])
    document = key_of(number, dated)
    if document in stated and (apart := _apart(row, stated[document])):
        return fate(RowFate.NOT_AS_STATED, apart)
    if (first := above.get((document, search_key(target)))) is not None:
        return fate(RowFate.REPEATED, first)
    kept = {
        Column.KIND.value: kind.value,
        Column.NUMBER.value: number,
        Column.DATED.value: dated.isoformat(),
        Column.YEAR.value: written,
        Column.THEME.value: texts[Column.THEME],
        Column.BASES.value: "; ".join(bases),
    }
    known = against.known.get(document)
    if not target and not value:
        return fate(RowFate.RECORDED) if known is not None else ReadRow(row.place, name, RowFate.TAKEN, texts=kept)
    if not target:
        return fate(RowFate.NO_TARGET, value)
    if not value:
        return fate(RowFate.NO_VALUE)
    if known is not None and search_key(target) in known.targets:
        return fate(RowFate.RECORDED)
    unit, value_kind = against.measured(year, search_key(target)) or (texts[Column.UNIT], None)
    printed = kind_as_printed(value, unit=unit, value_kind=value_kind)
    if printed is None:
        return fate(RowFate.VALUE_UNREAD, value)
    kept |= {
        Column.TARGET.value: target,
        Column.UNIT.value: unit,
        Column.VALUE.value: value,
        "target_kind": printed.value,
    }
    return ReadRow(row.place, name, RowFate.TAKEN if known is None else RowFate.ADDED, texts=kept)
