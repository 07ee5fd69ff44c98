"""Why a file is not taken, and what to do about it: one place for what several readers must say."""

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal
from emulation.core.intake.kinds import ABSURD, MOST_CELLS, MOST_TEXT
from emulation.core.numbers import format_integer


def refused(sentence: str) -> Refusal:
    return Refusal(sentence, field="file")


def empty() -> str:
    return _("The file is empty. Save the list again in Excel and choose the new file.")


def too_large(limit: int) -> str:
    return _("The file is larger than %(limit)s MB. Split the list into several files and send them one by one.") % {
        "limit": format_integer(limit // (1024 * 1024))
    }


def protected() -> str:
    return _("The workbook is protected by a password. Remove the password in Excel, save it, and choose it again.")


def damaged() -> str:
    return _("The workbook is damaged and cannot be opened. Open it in Excel, save it again, choose the new file.")


def not_a_list() -> str:
    return _(
        "The file is not a list that can be read, whatever its name says. "
        "Save the list as .xlsx, .xls, .ods or .csv and choose it again."
    )


def binary_workbook() -> str:
    return _("This is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx, and choose the new file.")


def web_page() -> str:
    return _(
        "This is a web page under the name of a workbook. Open it in Excel, save it as .xlsx, and choose the new file."
    )


def harmful() -> str:
    return _(
        "Unpacked, the workbook would be far larger than any list, so it was not opened. "
        "Copy the list into a new workbook and choose that one."
    )


def too_many_cells(count: int, most: int, sheet: str = "") -> str:
    told = {"sheet": sheet, "count": format_integer(count), "most": format_integer(most)}
    if not sheet:
        return (
            _(
                "The file spans %(count)s cells, more than the %(most)s that are read of one list. Delete the columns "
                "and rows that the list does not need, or split it into several files."
            )
            % told
        )
    return (
        _(
            "The sheet “%(sheet)s” spans %(count)s cells, more than the %(most)s that are read of one list. Delete the "
            "columns and rows that the list does not need, or split it into several files."
        )
        % told
    )


def refuse_too_many(cells: int, sheet: str = "") -> None:
    """Raises the `Refusal` of a file, or a sheet, that spans so many cells."""
    if cells > ABSURD:
        raise refused(harmful())
    if cells > MOST_CELLS:
        raise refused(too_many_cells(cells, MOST_CELLS, sheet))


def too_much_text() -> str:
    return _(
        "The list holds more different texts than the %(most)s MB that are read of one list. Delete the columns that "
        "the list does not need, or split it into several files."
    ) % {"most": format_integer(MOST_TEXT // (1024 * 1024))}


def unknown_letters() -> str:
    return _(
        "It cannot be told in which letters this text file is written. "
        "Open it in Excel, save it as “CSV UTF-8”, and choose the new file."
    )


def quote_without_end(row: int) -> str:
    return _(
        "Row %(row)s of the text file opens a quotation mark that is never closed, so the rows after it "
        "cannot be told apart. Correct the row, save the file, and choose it again."
    ) % {"row": format_integer(row)}
