"""The rows of a list of proposals, read and judged as rows of a list of honours are, with what each achieved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from awards.catalogue.rules.terms import Way
from awards.lists.intake.check_list import ListUnderCheck, under_check
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.nominations.rules.terms import LONGEST_SUMMARY
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.reading import CheckedRow, GivenForList
from awards.submissions.models.submission import Submission
from awards.submissions.rules.achievement_column import achievement_place
from emulation.core.paper import for_paper
from emulation.core.text import squash

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ProposedRow:
    """`achieved`: what the row tells of the achievement, empty where no column does. `nth`: of what one row holds."""

    row: CheckedRow
    sheet: str = ""
    nth: int = 0
    achieved: str = ""


def opened(submission: Submission, *, on: date) -> ListUnderCheck:
    with submission.file.open("rb") as stream:
        file = read_list(stream, award_names_for(submission.organisation))
    given = GivenForList(
        award=submission.award_id, way=Way.REGULAR, subject_kind=submission.subject_kind, decision_date=on
    )
    return under_check(file, tables_as_read(file), expectations_of(submission.organisation, given=given, on=on))


def proposed_rows(listing: ListUnderCheck, progress: Progress) -> Iterator[ProposedRow]:
    """The listing's account is whole once all were given out."""
    places = {id(one): achievement_place(one.table.headings) for one in listing.tables}
    for table, line, row in listing.checked(progress):
        if row is None:
            continue
        place = places[id(table)]
        cell = line.cells[place] if place is not None and place < len(line.cells) else ""
        yield ProposedRow(row, table.sheet, line.nth, squash(for_paper(str(cell)))[:LONGEST_SUMMARY])
