"""Row numbers of a workbook, as many as there are, written as ranges: "5–1004, 1010". Pure."""

from collections.abc import Iterable

MOST_WRITTEN = 400


class RowRanges:
    """Grows by row numbers, most often the next one; a row twice is counted once."""

    def __init__(self, rows: Iterable[int] = ()):
        self._ranges: list[list[int]] = []
        self.times = 0
        for row in rows:
            self.add(row)

    def add(self, row: int) -> None:
        last = self._ranges[-1] if self._ranges else None
        if last is not None and last[0] <= row <= last[1]:
            return
        self.times += 1
        if last is not None and row == last[1] + 1:
            last[1] = row
        else:
            self._ranges.append([row, row])

    @property
    def first(self) -> int:
        return self._ranges[0][0]

    def written(self) -> str:
        parts = [str(first) if first == last else f"{first}–{last}" for first, last in self._ranges[:MOST_WRITTEN]]
        return ", ".join(parts) + (", …" if len(self._ranges) > MOST_WRITTEN else "")
