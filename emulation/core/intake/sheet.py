"""One sheet of a workbook, whatever kind of file it came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from emulation.core.intake.marked_rows import NONE, Marks


class AsideKind(StrEnum):
    """What stands on a sheet and in none of its cells, or in one that shows nothing (UNSEEN). CHART: a
    sheet that is one; DRAWING: a picture or a chart over the cells of an .xlsx; LOOKS: of .xls and .ods, how its cells
    look, which nothing reads: what is crossed out, and numbers shown otherwise than they are kept."""

    COMMENT = "comment"
    TEXT_BOX = "text_box"
    CHART = "chart"
    DRAWING = "drawing"
    UNSEEN = "unseen"
    LOOKS = "looks"


class Aside(NamedTuple):
    """`row` and `column` from 0: of the cell that is commented or shows nothing, or where the text box or the
    drawing begins."""

    kind: AsideKind
    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1. Cells: "" for empty, str, int, float, bool, date, datetime, time; equal texts are one object.
    A cell without a value holds its error ("#N/A") or its formula ("=B2"); letters put right are a `MendedText`.

    `merged`: ((row, column), (row, column)) from 0, both ends within; text has none. `name` of text is "".
    `is_hidden`: the workbook does not show the sheet; `marks`: what it marks on a sheet that it shows.
    `asides`: what stands beside the cells; a sheet with nothing else has no rows.
    `over`: what stands over a table beside this one and speaks of both.
    `letters`: of a sheet that holds plain texts and days only, {column: the old ones that became Unicode}.
    """

    name: str
    rows: list[list]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    is_hidden: bool = False
    marks: Marks = NONE
    letters: Mapping[int, str] | None = None
    over: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
