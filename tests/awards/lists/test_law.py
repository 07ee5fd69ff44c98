"""The law of accounting: whatever an office sends, every row is an honour as it stands there, or left out by name.

Fifty random workbooks in the suite; `make law` tries 2,000."""

import io
import os
from datetime import date

from awards.catalogue.rules.recognise import AliasRow, AliasTable, alias_key
from awards.lists.intake.check_list import under_check
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.rules.award_names import AwardNames
from awards.rows.rules.reading import AwardFacts, Expectations, GivenForList
from emulation.core.period import Period
from tests.awards.lists.law_books import MERIT, TrueHonour, random_book

ROUNDS = int(os.environ.get("LAW_ROUNDS", "50"))
SHOWN = 12
CATALOGUE = {
    "Chiến sĩ thi đua cơ sở": {"individual"},
    "Lao động tiên tiến": {"individual"},
    "Tập thể lao động xuất sắc": {"collective"},
    MERIT: {"individual", "collective"},
}
TABLE = AliasTable(
    AliasRow(alias_key(name), name, "title", name, "state", "x", frozenset(subjects))
    for name, subjects in CATALOGUE.items()
)
EXPECTED = Expectations(
    table=TABLE,
    awards={
        name: AwardFacts(pk, name, name, "title", frozenset(subjects), Period())
        for pk, (name, subjects) in enumerate(CATALOGUE.items(), 1)
    },
    on=date(2023, 7, 10),
    digest=lambda digits: digits,
    given=GivenForList(way="regular", decision_date=date(2023, 3, 15)),
)


def broken_by(seed: int) -> list[str]:
    """Where the reading of a random workbook differs from what is true of it."""
    book = random_book(seed)
    file = read_list(io.BytesIO(book.content), AwardNames(TABLE))
    awards = {name: facts.pk for name, facts in EXPECTED.awards.items()}
    tables = tuple(
        table
        if not reading.above.award
        else type(table)(
            table.sheet,
            table.row,
            table.headings,
            table.meanings,
            GivenForList(award=awards[reading.above.award], subject_kind=reading.above.subject_kind),
        )
        for table, reading in zip(tables_as_read(file), file.tables, strict=True)
    )
    listing = under_check(file, tables, EXPECTED)
    read: dict[tuple[str, int], list[TrueHonour]] = {}
    for table, line, row in listing.checked(lambda done, total: None):
        if row is not None:
            read.setdefault((table.reading.sheet, line.number), []).append(
                TrueHonour(row.name, row.award, row.subject_kind)
            )
    differing = {(problem.sheet, problem.row) for problem in listing.counts.closed()}
    account = listing.account.closed()
    found = {place: tuple(honours) for place, honours in read.items()}
    for group in account.left:
        for row in rows_of(group.rows):
            if (group.sheet, row) in found:
                return [f"{group.sheet} {row} is accounted for twice"]
            found[group.sheet, row] = str(group.why)
    told = [
        f"{place}: true is {book.rows.get(place)}, read {found.get(place)}"
        for place in sorted(book.rows.keys() | found.keys())
        if book.rows.get(place) != found.get(place)
    ]
    if account.held != account.honour_rows + account.left_out:
        told.append(f"the file holds {account.held}, accounted for {account.honour_rows} + {account.left_out}")
    several = len({table.sheet for table in tables}) > 1
    wrong = book.counts_differ if several else {("", row) for _sheet, row in book.counts_differ}
    if differing != wrong:
        told.append(f"counts that differ: true {wrong}, read {differing}")
    return told


def rows_of(written: str) -> list[int]:
    found = []
    for part in written.split(", "):
        first, _to, last = part.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


def test_every_row_of_a_random_workbook_is_what_it_is():
    bad = {seed: told for seed in range(ROUNDS) if (told := broken_by(seed))}
    shown = [f"{seed}: {told[:4]}" for seed, told in list(bad.items())[:SHOWN]]
    assert not bad, f"{len(bad)} of {ROUNDS} are read otherwise than they are:\n" + "\n".join(shown)
