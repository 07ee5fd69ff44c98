"""The rows of a list of years: who each is of, as rows of a list of honours are read, and what its other cells say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind, Way
from awards.lists.intake.check_list import ListUnderCheck, under_check
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.rules.award_names import AwardNames
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import CheckedRow, GivenForList, Problem
from awards.year_lists.models.year_list import YearList
from awards.year_lists.rules.columns import SAYS_WHO, without_years, year_field, year_places
from awards.year_lists.rules.terms import YearField
from awards.year_lists.rules.values import YearRead, read_year
from emulation.core.dates import format_date
from emulation.core.paper import for_paper

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class YearRow:
    """`problem`: the first thing that is wrong with who it is of."""

    row: CheckedRow
    read: YearRead
    sheet: str = ""
    nth: int = 0
    problem: Problem | None = None


class YearNames(AwardNames):
    """A heading that says something of a year makes a list beside the name, as one of awards does."""

    def knows(self, text: str) -> bool:
        return super().knows(text) or year_field(text) is not None


def opened(year_list: YearList, *, on: date) -> tuple[ListUnderCheck, list[dict[YearField, int]]]:
    """(the listing, of each of its tables the columns that say something of a year)"""
    with year_list.file.open("rb") as stream:
        return _opened(stream, year_list, on)


def _opened(stream: IO[bytes], year_list: YearList, on: date) -> tuple[ListUnderCheck, list[dict[YearField, int]]]:
    kind = KINDS.get(year_list.organisation.kind, ProvinceKind.ANY)
    file = read_list(stream, YearNames(alias_table(), kind))
    tables = tables_as_read(file)
    places = [year_places(table.headings) for table in tables]
    tables = tuple(
        replace(table, meanings=without_years(table.meanings, of_years.values()))
        for table, of_years in zip(tables, places, strict=True)
    )
    given = GivenForList(
        way=Way.REGULAR,
        subject_kind=year_list.subject_kind,
        decision_date=on,
        achievement_year=year_list.year,
    )
    return under_check(file, tables, expectations_of(year_list.organisation, given=given, on=on)), places


def year_rows(listing: ListUnderCheck, places: list[dict[YearField, int]], progress: Progress) -> Iterator[YearRow]:
    """The listing's account is whole once all were given out."""
    of_table = {id(table): of_years for table, of_years in zip(listing.tables, places, strict=True)}
    for table, line, row in listing.checked(progress):
        if row is None:
            continue
        cells = {
            field: for_paper(_text(line.cells[place])) if place < len(line.cells) else ""
            for field, place in of_table[id(table)].items()
        }
        read = read_year(cells, is_person=row.subject_kind == "individual")
        yield YearRow(row, read, table.sheet, line.nth, _problem(row))


def _text(cell) -> str:
    return format_date(cell) if isinstance(cell, date) else str(cell or "")


def _problem(row: CheckedRow) -> Problem | None:
    asked = SAYS_WHO - {Field.ACHIEVEMENT_YEAR}
    return next((one for one in row.problems if one.refuses and one.column in asked), None)
