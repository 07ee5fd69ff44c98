"""Sheets as they were once read, kept in a file of their own: what is read of a workbook is not read again for each
question. Pure.

One line of JSON for a sheet, one for every thousand of its rows, all of it packed."""

import gzip
import json
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import IO, Any

from emulation.core.intake.marked_rows import Marks
from emulation.core.intake.sheet import Aside, AsideKind, Sheet
from emulation.core.text.damage import MendedText

PACKED = b"\x1f\x8b"
ROWS_OF_A_LINE = 1000
FASTEST = 1
REMEMBERED = 16384
PARSERS: dict[str, Callable[[str], datetime | date | time]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}


def is_kept(start: bytes) -> bool:
    """By the beginning of a file; no file that is sent in goes through with such a one."""
    return start.startswith(PACKED)


def keep_sheets(sheets: Iterable[Sheet], out: IO[bytes]) -> Generator[Sheet, None, None]:
    """The same sheets, each given on once it is kept; all are kept once the last was given on."""
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=FASTEST, mtime=0) as packed:
        for sheet in sheets:
            head = {
                "name": sheet.name,
                "merged": sheet.merged,
                "hidden": sheet.is_hidden,
                "hidden_rows": sorted(sheet.marks.hidden),
                "hidden_columns": sorted(sheet.marks.hidden_columns),
                "struck": [[row, sorted(places)] for row, places in sheet.marks.struck.items()],
                "letters": None if sheet.letters is None else sorted(sheet.letters.items()),
                "over": sheet.over,
                "asides": sheet.asides,
                "height": len(sheet.rows),
            }
            packed.write(json.dumps(head).encode() + b"\n")
            for first in range(0, len(sheet.rows), ROWS_OF_A_LINE):
                rows = [
                    [_mended(cell) if type(cell) is MendedText else cell for cell in row]
                    for row in sheet.rows[first : first + ROWS_OF_A_LINE]
                ]
                packed.write(json.dumps(rows, default=_written, ensure_ascii=False).encode() + b"\n")
            yield sheet
            del sheet


def kept_sheets(stream: IO[bytes]) -> Iterator[Sheet]:
    same: dict[str, str] = {}
    with gzip.GzipFile(fileobj=stream, mode="rb") as packed:
        while line := packed.readline():
            head = json.loads(line)
            rows: list[list] = []
            while len(rows) < head["height"]:
                found = json.loads(packed.readline(), object_hook=_read)
                rows += [[same.setdefault(cell, cell) if type(cell) is str else cell for cell in row] for row in found]
            struck = {row: frozenset(places) for row, places in head["struck"]}
            marks = Marks(frozenset(head["hidden_rows"]), struck, frozenset(head.get("hidden_columns", ())))
            merged = tuple((tuple(first), tuple(last)) for first, last in head["merged"])
            letters = None if head["letters"] is None else dict(head["letters"])
            asides = tuple(Aside(AsideKind(kind), *said) for kind, *said in head.get("asides", ()))
            over = tuple(head.get("over", ()))
            yield Sheet(head["name"], rows, merged, head["hidden"], marks, letters, over, asides)


def _mended(cell: MendedText) -> dict[str, str]:
    return {"mended": str(cell), "was": cell.was}


def _written(cell: Any) -> dict[str, Any]:
    if isinstance(cell, timedelta):
        return {"seconds": cell.total_seconds()}
    kind = "moment" if isinstance(cell, datetime) else "day" if isinstance(cell, date) else "time"
    return {kind: cell.isoformat()}


def _read(kept: dict[str, Any]) -> Any:
    if "mended" in kept:
        return MendedText(kept["mended"], kept["was"])
    if "seconds" in kept:
        return timedelta(seconds=kept["seconds"])
    return _moment(*kept.items())


@lru_cache(REMEMBERED)
def _moment(kept: tuple[str, str]) -> datetime | date | time:
    kind, written = kept
    return PARSERS[kind](written)
