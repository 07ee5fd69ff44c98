"""One sheet of a workbook, whatever kind of file it came in."""

from collections.abc import Mapping
from dataclasses import dataclass

from emulation.core.intake.marked_rows import NONE, Marks


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1. Cells: "" for empty, str, int, float, bool, date, datetime, time; equal texts are one object.
    A cell without a value holds its error ("#N/A") or its formula ("=B2"); letters put right are a `MendedText`.

    `merged`: ((row, column), (row, column)) from 0, both ends within; .ods and text have none. `name` of text is "".
    `is_hidden`: the workbook does not show the sheet; `marks`: what it marks on a sheet that it shows.
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
