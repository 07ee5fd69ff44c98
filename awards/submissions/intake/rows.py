"""The rows of a list of proposals, read and judged as rows of a list of honours are, with what each achieved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from awards.catalogue.rules.terms import Way
from awards.lists.intake.check_list import ListUnderCheck, under_check
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.nominations.rules.terms import LONGEST_SUMMARY
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.reading import CheckedRow, GivenForList
from awards.submissions.models.submission import Submission
from awards.submissions.rules.achievement_column import achievement_place
from awards.submissions.rules.period_columns import PeriodSaid, meanings_beside, period_columns, period_said
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
    tables = tuple(table.meaning(meanings_beside(table)) for table in tables_as_read(file))
    return under_check(file, tables, expectations_of(submission.organisation, given=given, on=on))


def proposed_rows(listing: ListUnderCheck, progress: Progress) -> Iterator[ProposedRow]:
    """The listing's account is whole once all were given out."""
    told = {id(one): achievement_place(one.table.headings) for one in listing.tables}
    times = {id(one): period_columns(one.table.headings) for one in listing.tables}
    last_year = clock.today().year - 1
    for table, line, row in listing.checked(progress):
        if row is None:
            continue
        place = told[id(table)]
        achieved = line.cells[place] if place is not None and place < len(line.cells) else ""
        yield ProposedRow(
            row,
            period_said(times[id(table)], line.cells, year=row.achievement_year or last_year),
            table.sheet,
            line.nth,
            squash(for_paper(str(achieved)))[:LONGEST_SUMMARY],
        )


def unread_columns(listing: ListUnderCheck) -> list[dict[str, Any]]:
    """For the account: of each table the columns that hold something and that nobody reads."""
    found = []
    for one in listing.tables:
        read = (achievement_place(one.table.headings), *period_columns(one.table.headings).places)
        headings = [heading.as_json() for heading in one.table.unread if heading.place not in read]
        if headings:
            found.append({"sheet": one.sheet, "headings": headings})
    return found
