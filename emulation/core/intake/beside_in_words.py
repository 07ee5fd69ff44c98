"""What of a workbook is not read, or is read though it may not count, in sentences for whoever sent it in."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_rowcol_to_cell

from emulation.core.intake.sheet import AsideKind, Sheet
from emulation.core.numbers import format_integer

MOST = 20


def beside_in_words(sheets: Iterable[tuple[Sheet, bool]]) -> tuple[str, ...]:
    """`sheets`: each with whether its table is read. The first of them, and how many there are besides."""
    said = [sentence for sheet, is_read in sheets for sentence in _of_sheet(sheet, is_read=is_read)]
    if len(said) <= MOST:
        return tuple(said)
    return (*said[:MOST], _("And %(number)s more.") % {"number": format_integer(len(said) - MOST)})


def _of_sheet(sheet: Sheet, *, is_read: bool) -> Iterator[str]:
    if sheet.rows and not is_read:
        yield _("The sheet “%(sheet)s” was not read.") % {"sheet": sheet.name}
    for kind, row, column, text in sheet.asides:
        named = {"sheet": sheet.name, "cell": xl_rowcol_to_cell(row, column), "text": text}
        if kind is AsideKind.COMMENT:
            yield _("A comment at the cell %(cell)s of the sheet “%(sheet)s” was not read: “%(text)s”.") % named
        elif kind is AsideKind.TEXT_BOX:
            yield _("A text box at the cell %(cell)s of the sheet “%(sheet)s” was not read: “%(text)s”.") % named
        elif kind is AsideKind.DRAWING:
            yield _("A picture or a chart at the cell %(cell)s of the sheet “%(sheet)s” was not read.") % named
        elif kind is AsideKind.UNSEEN:
            yield _("The cell %(cell)s of the sheet “%(sheet)s” shows nothing and was read as “%(text)s”.") % named
        elif kind is AsideKind.CHART:
            yield _("The chart on the sheet “%(sheet)s” was not read.") % named
        elif is_read:
            yield _(
                "In this kind of file nobody sees what is crossed out, nor how numbers are shown. Where that counts, "
                "save the workbook as .xlsx and choose it again."
            )
    if is_read:
        yield from _of_marks(sheet)


def _of_marks(sheet: Sheet) -> Iterator[str]:
    """Rows that nobody sees and cells that are crossed out are read like the others."""
    hidden = [row for row in sorted(sheet.marks.hidden) if row < len(sheet.rows) and any(sheet.rows[row])]
    if hidden:
        rows = ", ".join(format_integer(row + 1) for row in hidden[:MOST])
        yield _("Hidden rows of the sheet “%(sheet)s” were read too: %(rows)s.") % {"sheet": sheet.name, "rows": rows}
    struck = [xl_rowcol_to_cell(row, place) for row, places in sorted(sheet.marks.struck.items()) for place in places]
    if struck:
        yield _("Cells that are crossed out on the sheet “%(sheet)s” were read too: %(cells)s.") % {
            "sheet": sheet.name,
            "cells": ", ".join(struck[:MOST]),
        }
