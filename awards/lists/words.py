"""The account of a file in words: what became of its rows, and why some are left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter.utility import xl_col_to_name

from awards.catalogue.models.wording import WAYS
from awards.catalogue.rules.terms import Way
from awards.lists.rules.account import TO_LOOK_AT, FileAccount, LeftOut, LeftOutRows, TableRead
from awards.lists.rules.proposals import Proposal
from awards.lists.rules.table import ListTable
from awards.rows.rules.fields import Field
from emulation.core.numbers import format_integer

WHY = {
    LeftOut.TITLE: gettext_lazy("title of the list"),
    LeftOut.SUMMARY: gettext_lazy("counts of what the list holds"),
    LeftOut.HEADING: gettext_lazy("headings of the table"),
    LeftOut.SECTION: gettext_lazy("heading of a section"),
    LeftOut.TOTAL: gettext_lazy("total"),
    LeftOut.SIGNATURE: gettext_lazy("signatures and receivers"),
    LeftOut.NOTE: gettext_lazy("note"),
    LeftOut.ONLY_NUMBERS: gettext_lazy("only a number"),
    LeftOut.HIDDEN: gettext_lazy("hidden row; show it in Excel if it belongs to the list"),
    LeftOut.STRUCK: gettext_lazy("crossed out"),
    LeftOut.UNREAD_SHEET: gettext_lazy("sheet without a list"),
    LeftOut.HIDDEN_SHEET: gettext_lazy("hidden sheet; show it in Excel if it belongs to the list"),
    LeftOut.TABLE_PUT_ASIDE: gettext_lazy("table that you chose not to read"),
}


def only_names_sentence(tables: Iterable[ListTable]) -> str:
    """Of a list of which no column but the name was known, "" of any other."""
    if not any(set(table.meanings.places) == {Field.NAME} for table in tables):
        return ""
    return _(
        "Only the column of names was recognised. Say what the other columns mean, or say award and decision once for "
        "the whole list below."
    )


def sum_of_file(account: FileAccount) -> str:
    """The file's rows on the one side, what became of them on the other."""
    told = {
        "held": format_integer(account.held),
        "honours": format_integer(account.honour_rows),
        "left": format_integer(account.left_out),
        "given": format_integer(account.honours),
        "lines": format_integer(account.lines),
    }
    if account.lines != account.held:
        return (
            _(
                "The file holds %(lines)s rows. Tables stand side by side, so each row counts once for each table, "
                "%(held)s in all: %(honours)s with honours, which give %(given)s honours, and %(left)s left out."
            )
            % told
        )
    if account.honours == account.honour_rows:
        return _("The file holds %(held)s rows: %(honours)s rows of honours and %(left)s rows left out.") % told
    return (
        _(
            "The file holds %(held)s rows: %(honours)s rows of honours, which give %(given)s honours, and %(left)s "
            "rows left out."
        )
        % told
    )


def sum_of_honours(good: int, repeated: int, known: int, refused: int) -> str:
    told = {
        "all": format_integer(good + known + refused),
        "good": format_integer(good),
        "repeated": format_integer(repeated),
        "known": format_integer(known),
        "refused": format_integer(refused),
    }
    if repeated:
        return (
            _(
                "%(all)s honours: %(good)s can be taken, of them %(repeated)s repeated; %(known)s already in the "
                "register; %(refused)s refused."
            )
            % told
        )
    return _("%(all)s honours: %(good)s can be taken; %(known)s already in the register; %(refused)s refused.") % told


def table_line(table: TableRead) -> str:
    """One line of the command."""
    told = {
        "sheet": table.sheet,
        "row": table.row,
        "rows": format_integer(table.honour_rows),
        "honours": format_integer(table.honours),
    }
    if not table.sheet:
        return _("Table with headings in row %(row)s: %(rows)s rows of honours, %(honours)s honours") % told
    return _("Sheet “%(sheet)s”, headings in row %(row)s: %(rows)s rows of honours, %(honours)s honours") % told


def unread_lines(tables: Iterable[ListTable]) -> list[str]:
    """For the command: each column that is not read and what it begins with, as the browser's page shows it."""
    found = []
    for table in tables:
        for heading in table.unread if table.is_read else ():
            told = {
                "sheet": table.sheet,
                "column": heading.text
                or _("Column %(column)s, without a heading") % {"column": xl_col_to_name(heading.place)},
                "samples": "; ".join(f"“{sample}”" for sample in heading.samples),
            }
            line = _("Column “%(column)s” is not read; it holds %(samples)s") % told
            found.append(_("Sheet “%(sheet)s”: %(line)s") % (told | {"line": line}) if table.sheet else line)
    return found


def left_out_told(kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """For a page, out of a kept account: each group of rows with its reason, those to look at first."""
    if not kept:
        return []
    left = FileAccount.from_json(kept).left
    told = [{"group": group, "why": WHY[group.why], "to_look_at": group.why in TO_LOOK_AT} for group in left]
    return sorted(told, key=lambda one: not one["to_look_at"])


def left_out_line(group: LeftOutRows) -> str:
    """One line of the command."""
    told = {
        "sheet": group.sheet,
        "rows": group.rows,
        "count": format_integer(group.times),
        "why": WHY[group.why],
        "texts": "; ".join(f"“{text}”" for text in group.texts),
    }
    place = _("Sheet “%(sheet)s”, rows %(rows)s") % told if group.sheet else _("Rows %(rows)s") % told
    line = _("left out, %(count)s rows: %(why)s") % told
    return f"{place}: {line} ({told['texts']})" if group.texts else f"{place}: {line}"


def asked_once(name: str, proposal: Proposal) -> str:
    """What the command asks where the browser shows a field with its proposal."""
    told = {"rows": format_integer(proposal.rows), "value": proposal.value}
    if name == Field.WAY:
        told["word"] = WAYS[Way(proposal.value)]
        return (
            _(
                "%(rows)s rows do not say the way of commendation. Say it once for all of them; the commonest is "
                "“%(word)s”: --way %(value)s"
            )
            % told
        )
    if not proposal.value:
        return _("%(rows)s rows do not say the year of the achievement; say it once with --year.") % told
    return (
        _("%(rows)s rows do not say the year of the achievement; the commonest is %(value)s: --year %(value)s") % told
    )
