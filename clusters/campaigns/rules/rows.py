"""What a row of a sheet of campaigns says: taken, refused or left out, each with its reason. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clusters.campaigns.rules.terms import CampaignForm
from clusters.sheets.rules import Office, ReadRow, SheetRow, is_a_sum, is_of_another, too_long
from emulation.core.period import Period
from emulation.core.text import search_key


class Column(StrEnum):
    NAME = "name"
    ALIASES = "aliases"
    FORM = "form"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    DOCUMENT = "document"
    LAUNCHED_ON = "launched_on"
    CRITERIA = "criteria"
    INITIATOR = "initiator"


class RowFate(StrEnum):
    """TAKEN; left out: a sum, one that stands above in the file, one that is recorded already, here or of another
    initiator, one that says no initiator while another's bears the name; or refused."""

    TAKEN = "taken"
    IS_A_SUM = "is_a_sum"
    REPEATED = "repeated"
    RECORDED = "recorded"
    OF_ANOTHER = "of_another"
    WHOSE = "whose"
    NOT_OWN = "not_own"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"
    FORM_UNKNOWN = "form_unknown"
    NO_DAY = "no_day"
    BACKWARDS = "backwards"
    AHEAD = "ahead"
    OVER = "over"
    NOT_THEN = "not_then"


LEFT_OUT = frozenset({RowFate.IS_A_SUM, RowFate.REPEATED, RowFate.RECORDED, RowFate.OF_ANOTHER, RowFate.WHOSE})
FORMS = {form.value: form for form in CampaignForm} | {
    "thuong xuyen": CampaignForm.REGULAR,
    "thuong xuyen hang nam": CampaignForm.REGULAR,
    "thi dua thuong xuyen": CampaignForm.REGULAR,
    "chuyen de": CampaignForm.THEMATIC,
    "theo chuyen de": CampaignForm.THEMATIC,
    "thi dua theo chuyen de": CampaignForm.THEMATIC,
}
DAYS = (Column.FIRST_DAY, Column.LAST_DAY, Column.LAUNCHED_ON)


@dataclass(frozen=True)
class Against:
    """What rows of `office` are judged by. `known`: search keys of all names that its campaigns bear; `elsewhere`:
    {search key of a name: initiators} of others' campaigns that reach it."""

    office: Office
    alive: Period
    known: frozenset[str]
    today: date
    longest: Mapping[str, int]
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def names_in(row: SheetRow) -> tuple[str, ...]:
    """The official one and the others, as they are written."""
    others = row.text(Column.ALIASES).split(";")
    return tuple(one for one in (row.text(Column.NAME), *others) if search_key(one))


def read_rows(rows: Iterable[SheetRow], against: Against) -> tuple[ReadRow, ...]:
    found: list[ReadRow] = []
    above: dict[str, str] = {}
    for row in rows:
        read = _read(row, against, above)
        if read.fate is RowFate.TAKEN:
            above |= {search_key(name): row.place for name in names_in(row)}
        found.append(read)
    return tuple(found)


def _read(row: SheetRow, against: Against, above: Mapping[str, str]) -> ReadRow:
    texts = {column: row.text(column) for column in Column}
    name, initiator = texts[Column.NAME], texts[Column.INITIATOR]
    keys = [search_key(one) for one in names_in(row)]

    def fate(reason: RowFate, seen: str = "") -> ReadRow:
        return ReadRow(row.place, name, reason, seen)

    if not search_key(name):
        return fate(RowFate.NO_NAME)
    if is_a_sum(name):
        return fate(RowFate.IS_A_SUM)
    if cut := too_long(row, against.longest):
        return fate(RowFate.TOO_LONG, cut)
    if long := next((one for one in names_in(row) if len(one) > against.longest[Column.NAME]), ""):
        return fate(RowFate.TOO_LONG, f"{long[:40]}…")
    others = [one for key in keys for one in against.elsewhere.get(key, ())]
    if is_of_another(initiator, against.office):
        is_known = search_key(initiator) in map(search_key, others)
        return fate(RowFate.OF_ANOTHER if is_known else RowFate.NOT_OWN, initiator)
    if place := next((above[key] for key in keys if key in above), ""):
        return fate(RowFate.REPEATED, place)
    if not against.known.isdisjoint(keys):
        return fate(RowFate.RECORDED)
    if others and not initiator:
        return fate(RowFate.WHOSE, others[0])
    form = texts[Column.FORM]
    if form and search_key(form) not in FORMS:
        return fate(RowFate.FORM_UNKNOWN, form)
    try:
        days = {column: day for column in DAYS if (day := row.day(column))}
    except ValueError as problem:
        return fate(RowFate.NO_DAY, str(problem))
    first, last = days.get(Column.FIRST_DAY), days.get(Column.LAST_DAY)
    if first and last and last < first:
        return fate(RowFate.BACKWARDS, texts[Column.LAST_DAY])
    launched = days.get(Column.LAUNCHED_ON)
    if launched and launched > against.today:
        return fate(RowFate.AHEAD, texts[Column.LAUNCHED_ON])
    if launched and last and launched > last:
        return fate(RowFate.OVER, texts[Column.LAUNCHED_ON])
    if not against.alive.overlaps(Period.of_days(first, last)):
        return fate(RowFate.NOT_THEN)
    kept = {column.value: text for column, text in texts.items() if text}
    kept |= {column.value: day.isoformat() for column, day in days.items()}
    if form:
        kept[Column.FORM] = FORMS[search_key(form)]
    return ReadRow(row.place, name, RowFate.TAKEN, texts=kept)
