"""The rows of a list of proposals, read and judged as rows of a list of honours are, with what each achieved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.catalogue.rules.terms import Way
from awards.lists.intake.check_list import ListUnderCheck, under_check
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.rules.table import ListTable
from awards.nominations.rules.terms import LONGEST_SUMMARY
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.fields import Meanings
from awards.rows.rules.reading import CheckedRow, GivenForList
from awards.submissions.models.submission import Submission
from awards.submissions.rules.achievement_column import achievement_place
from awards.submissions.rules.period_columns import PeriodSaid, period_places, period_said
from emulation.core import clock
from emulation.core.paper import for_paper
from emulation.core.text import squash

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ProposedRow:
    """`period`: in which time; `achieved`: what the row tells of the achievement, empty where no column does. `nth`: of
    what one row holds."""

    row: CheckedRow
    period: PeriodSaid
    sheet: str = ""
    nth: int = 0
    achieved: str = ""


def opened(submission: Submission, *, on: date) -> ListUnderCheck:
    with submission.file.open("rb") as stream:
        file = read_list(stream, award_names_for(submission.organisation))
    given = GivenForList(
        award=submission.award_id, way=Way.REGULAR, subject_kind=submission.subject_kind, decision_date=on
    )
    tables = tuple(map(_without_period, tables_as_read(file)))
    return under_check(file, tables, expectations_of(submission.organisation, given=given, on=on))


def proposed_rows(listing: ListUnderCheck, progress: Progress) -> Iterator[ProposedRow]:
    """The listing's account is whole once all were given out."""
    places = {id(one): _places_beside(one.table) for one in listing.tables}
    last_year = clock.today().year - 1
    for table, line, row in listing.checked(progress):
        if row is None:
            continue
        achieved, first, last = (
            line.cells[place] if place is not None and place < len(line.cells) else "" for place in places[id(table)]
        )
        yield ProposedRow(
            row,
            period_said(first, last, year=row.achievement_year or last_year),
            table.sheet,
            line.nth,
            squash(for_paper(str(achieved)))[:LONGEST_SUMMARY],
        )


def unread_columns(listing: ListUnderCheck) -> list[dict[str, Any]]:
    """For the account: of each table the columns that hold something and that nobody reads."""
    found = []
    for one in listing.tables:
        read = _places_beside(one.table)
        headings = [heading.as_json() for heading in one.table.unread if heading.place not in read]
        if headings:
            found.append({"sheet": one.sheet, "headings": headings})
    return found


def _places_beside(table: ListTable) -> tuple[int | None, int | None, int | None]:
    """Columns that tell what was achieved, and in which time, where a list of honours reads none."""
    return achievement_place(table.headings), *period_places(table.headings)


def _without_period(table: ListTable) -> ListTable:
    """Days of the achievement are no day of a decision, for which a list of honours may take them."""
    period = period_places(table.headings)
    return table.meaning(Meanings({place: said for place, said in table.meanings.of.items() if place not in period}))
