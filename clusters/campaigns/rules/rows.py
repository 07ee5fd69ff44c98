"""What a row of a sheet of campaigns says: taken, refused or left out, each with its reason. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from clusters.campaigns.rules.terms import CampaignForm
from clusters.sheets.rules import ReadRow, SheetRow, is_a_sum, too_long
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
    initiator; or refused."""

    TAKEN = "taken"
    IS_A_SUM = "is_a_sum"
    REPEATED = "repeated"
    RECORDED = "recorded"
    OF_ANOTHER = "of_another"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"
    FORM_UNKNOWN = "form_unknown"
    NO_DAY = "no_day"
    BACKWARDS = "backwards"
    AHEAD = "ahead"


LEFT_OUT = frozenset({RowFate.IS_A_SUM, RowFate.REPEATED, RowFate.RECORDED, RowFate.OF_ANOTHER})
FORMS = {form.value: form for form in CampaignForm} | {
    "thuong xuyen": CampaignForm.REGULAR,
    "thuong xuyen hang nam": CampaignForm.REGULAR,
    "thi dua thuong xuyen": CampaignForm.REGULAR,
    "chuyen de": CampaignForm.THEMATIC,
    "theo chuyen de": CampaignForm.THEMATIC,
    "thi dua theo chuyen de": CampaignForm.THEMATIC,
}
DAYS = (Column.FIRST_DAY, Column.LAST_DAY, Column.LAUNCHED_ON)


def read_rows(
    rows: Iterable[SheetRow],
    *,
    known: frozenset[str],
    today: date,
    longest: Mapping[Column, int],
    elsewhere: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[ReadRow, ...]:
    """`known`: search keys of all names that the office's campaigns bear; `elsewhere`: (name, initiator), as search
    keys, of campaigns that others launched."""
    found: list[ReadRow] = []
    above: dict[str, str] = {}
    for row in rows:
        read = _read(row, known=known, elsewhere=elsewhere, above=above, today=today, longest=longest)
        if read.fate is RowFate.TAKEN:
            above[search_key(read.name)] = row.place
        found.append(read)
    return tuple(found)


def _read(row: SheetRow, *, known, elsewhere, above, today: date, longest) -> ReadRow:
    texts = {column: row.text(column) for column in Column}
    name, key = texts[Column.NAME], search_key(texts[Column.NAME])

    def fate(reason: RowFate, seen: str = "") -> ReadRow:
        return ReadRow(row.place, name, reason, seen)

    if not key:
        return fate(RowFate.NO_NAME)
    if is_a_sum(name):
        return fate(RowFate.IS_A_SUM)
    if cut := too_long(row, longest):
        return fate(RowFate.TOO_LONG, cut)
    if key in above:
        return fate(RowFate.REPEATED, above[key])
    if key in known:
        return fate(RowFate.RECORDED)
    if (key, search_key(texts[Column.INITIATOR])) in elsewhere:
        return fate(RowFate.OF_ANOTHER, texts[Column.INITIATOR])
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
    if (launched := days.get(Column.LAUNCHED_ON)) and launched > today:
        return fate(RowFate.AHEAD, texts[Column.LAUNCHED_ON])
    kept = {column.value: text for column, text in texts.items() if text}
    kept |= {column.value: day.isoformat() for column, day in days.items()}
    if form:
        kept[Column.FORM] = FORMS[search_key(form)]
    return ReadRow(row.place, name, RowFate.TAKEN, texts=kept)
