"""Changes between two versions as a page tells them."""

from dataclasses import dataclass

from reports.document.rules.comparison import SUBJECT, Change
from reports.document.rules.differences import CellChange, Words, cell_changes, marked, tables_of, text_of
from reports.runs.rules.dressing import named_part


@dataclass(frozen=True)
class ToldChange:
    """`old`, `new`: their words, marked where they differ; `cells`: of tables that both have. `is_added`, `is_gone`:
    whether one of the two versions has nothing there."""

    key: str
    part: str
    old: tuple[tuple[Words, ...], ...]
    new: tuple[tuple[Words, ...], ...]
    cells: tuple[CellChange, ...]

    @property
    def is_added(self) -> bool:
        return not self.old and not self.cells

    @property
    def is_gone(self) -> bool:
        return not self.new and not self.cells


def told(change: Change) -> ToldChange:
    part = SUBJECT if change.part == (SUBJECT,) else named_part(change.part)
    if len(change.old) == len(change.new) == 1:
        return _of_one(change, part)
    old, new = (tuple((Words(text_of(piece.block), True),) for piece in pieces) for pieces in (change.old, change.new))
    return ToldChange(change.key, part, old, new, ())


def _of_one(change: Change, part: str) -> ToldChange:
    before, after = change.old[0].block, change.new[0].block
    cells = tuple(
        cell for old, new in zip(tables_of(before), tables_of(after), strict=False) for cell in cell_changes(old, new)
    )
    if cells:
        return ToldChange(change.key, part, (), (), cells)
    old, new = marked(text_of(before), text_of(after))
    return ToldChange(change.key, part, (old,), (new,), ())


def in_short(change: Change, *, most: int) -> str:
    """The old value and the new one, for the notes of the report and the journal."""
    one = told(change)
    if one.cells:
        cell, more = one.cells[0], len(one.cells) - 1
        said = f"{cell.row}, {cell.column}: {cell.old or '–'} → {cell.new or '–'}" + (
            f"; và {more} ô khác" if more else ""
        )
    elif one.old and one.new:
        said = f"{_differing(one.old)} → {_differing(one.new)}"
    else:
        said = f"{'thêm' if one.new else 'bỏ'}: {_differing(one.new or one.old)}"
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def _differing(texts: tuple[tuple[Words, ...], ...]) -> str:
    said = (words.text.strip(" \xa0,;.") for text in texts for words in text if words.differs)
    return "; ".join(filter(None, said)) or "–"
