"""The file of a list read where its columns were confirmed; where it reads otherwise now, nothing is taken for granted.

The file does not change, but what reads it may: a guess is not made a second time over a person's word."""

from collections.abc import Sequence
from dataclasses import replace
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from awards.lists.intake.list_file import FONTS, LONGEST_SHEET, read_list_at
from awards.lists.intake.mending import own_headings
from awards.lists.intake.readings import ListFile
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.table import ListHeading, ListTable, OtherHeading, first_difference
from emulation.core.errors import Refusal
from emulation.core.intake.legacy_letters import Letters
from emulation.core.numbers import format_integer


class ReadsDifferently(Refusal):
    """The sheet, the row or the headings are not those that were confirmed: the columns are asked again."""


def read_confirmed(stream: IO[bytes], tables: Sequence[ListTable], names: AwardNames | None = None) -> ListFile:
    """Its tables are the confirmed ones, in their order."""
    file = read_list_at(stream, tables, names)
    found = {(reading.sheet[:LONGEST_SHEET], reading.guess.header + 1): reading for reading in file.tables}
    for table in tables:
        reading = found.get((table.sheet, table.row))
        if reading is None:
            raise ReadsDifferently(_nothing_there(table))
        other = first_difference(table.headings, own_headings(reading.headings))
        if other is not None:
            raise ReadsDifferently(_other_heading(table, other))
    return replace(file, tables=tuple(found[table.sheet, table.row] for table in tables))


def _nothing_there(table: ListTable) -> str:
    told = {"sheet": table.sheet, "row": format_integer(table.row)}
    if not table.sheet:
        return (
            _(
                "Not checked: the headings of this list were confirmed in row %(row)s, where the file has none now. "
                "Look at the columns as they are read now and confirm them again; your other answers are kept."
            )
            % told
        )
    return (
        _(
            "Not checked: the headings of this list were confirmed on the sheet “%(sheet)s”, row %(row)s, where the "
            "file has none now. Look at the columns as they are read now and confirm them again; your other answers "
            "are kept."
        )
        % told
    )


def _other_heading(table: ListTable, other: OtherHeading) -> str:
    place = next(heading.place for heading in (other.confirmed, other.now) if heading is not None)
    told = {
        "sheet": table.sheet,
        "row": format_integer(table.row),
        "column": xl_col_to_name(place),
        "confirmed": _as_read(other.confirmed),
        "now": _as_read(other.now),
    }
    if not table.sheet:
        return (
            _(
                "Not checked: the heading in row %(row)s, column %(column)s was confirmed as %(confirmed)s and is "
                "now read as %(now)s. Look at the columns as they are read now and confirm them again; your other "
                "answers are kept."
            )
            % told
        )
    return (
        _(
            "Not checked: on the sheet “%(sheet)s”, the heading in row %(row)s, column %(column)s was confirmed as "
            "%(confirmed)s and is now read as %(now)s. Look at the columns as they are read now and confirm them "
            "again; your other answers are kept."
        )
        % told
    )


def _as_read(heading: ListHeading | None) -> str:
    if heading is None:
        return _("nothing")
    font = f" ({FONTS[Letters(heading.letters)]})" if heading.letters else ""
    return f"“{heading.text}”{font}"
