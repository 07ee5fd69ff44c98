"""A block copied with its headings, row numbers and names of indicators: which cell is whose. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clusters.figures.rules.block import Block
from clusters.indicators.rules.terms import FigurePart
from emulation.core.text import search_key

ENUMERATED = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[IVXivx]+|[a-zđ])\s*[.)]\s*|^[-–+•]\s*")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
WORD = re.compile(r"[^\W\d_]{2,}")
SAYS_PART = (
    (FigurePart.PLAN_SHARE, re.compile(r"\b(?:ke hoach|kh)\b")),
    (FigurePart.SOURCE, re.compile(r"^nguon\b")),
    (FigurePart.NOTE, re.compile(r"^ghi chu\b")),
    (FigurePart.VALUE, re.compile(r"^(?:ket qua|thuc hien|so lieu|gia tri|dat duoc)\b")),
)
FEWEST_NUMBERED = 2


@dataclass(frozen=True)
class NamedRow:
    """`number` from 1; `name` as written; `indicator`: its place among the names that were asked for, None where it is
    none of them."""

    number: int
    name: str
    indicator: int | None
    cells: Mapping[FigurePart, str]


@dataclass(frozen=True)
class NamedBlock:
    """`unread`: headings of columns that hold something and say nothing of a figure."""

    rows: tuple[NamedRow, ...]
    unread: tuple[str, ...]


def by_names(block: Block, names: Sequence[str], units: Sequence[str], first: FigurePart) -> NamedBlock | None:
    """None where no cell names an indicator. Without headings the columns right of the names, but for that of the
    units, say the parts from `first` on."""
    keys = [search_key(name) for name in names]
    known = {key: place for place, key in enumerate(keys) if keys.count(key) == 1}
    column = next((place for row in block for place, cell in enumerate(row) if _of(cell, known) is not None), None)
    if column is None:
        return None
    found = [_of(row[column], known) if column < len(row) else None for row in block]
    top = next(number for number, indicator in enumerate(found) if indicator is not None)
    parts, unread = _parts(block, top, column, {search_key(unit) for unit in units}, first)
    rows = tuple(
        NamedRow(
            number + 1,
            row[column] if column < len(row) else "",
            found[number],
            {part: row[place] if place < len(row) else "" for place, part in parts.items()},
        )
        for number, row in enumerate(block)
        if number >= top and any(row)
    )
    return NamedBlock(rows, unread)


def is_numbered(block: Block) -> bool:
    """Row numbers stand left of words, or headings above: no block of figures alone."""
    firsts = [row[0].rstrip(".") for row in block if any(row)]
    numbered = [text for text in firsts if text.isdigit()]
    follow = [int(text) for text in numbered]
    beside = [row[1] for row in block if len(row) > 1 and row[0]]
    return (
        len(numbered) >= FEWEST_NUMBERED
        and all(later == earlier + 1 for earlier, later in zip(follow, follow[1:], strict=False))
        and sum(len(WORD.findall(text)) > 1 for text in beside) * 2 > len(beside)
    )


def _of(cell: str, known: Mapping[str, int]) -> int | None:
    bare = ENUMERATED.sub("", cell)
    texts = (cell, bare, IN_BRACKETS.sub("", bare))
    return next((known[key] for text in texts if (key := search_key(text)) in known), None)


def _parts(
    block: Block, top: int, column: int, units: set[str], first: FigurePart
) -> tuple[dict[int, FigurePart], tuple[str, ...]]:
    width = max(map(len, block))
    texts = {
        place: [row[place] for row in block[top:] if place < len(row) and row[place]]
        for place in range(column + 1, width)
    }
    heads = [row for row in block[:top] if any(row[column + 1 :])]
    if not heads:
        open_to_figures = [place for place, said in texts.items() if not said or not {*map(search_key, said)} <= units]
        parts = tuple(FigurePart)
        return dict(zip(open_to_figures, parts[parts.index(first) :], strict=False)), ()
    headed = {place: " ".join(row[place] for row in heads if place < len(row) and row[place]) for place in texts}
    found: dict[int, FigurePart] = {}
    for place, text in headed.items():
        part = next((part for part, words in SAYS_PART if words.search(search_key(text))), None)
        if part is not None and part not in found.values():
            found[place] = part
    unread = [
        headed[place] or f"{place + 1}"
        for place, said in texts.items()
        if place not in found and said and not {*map(search_key, said)} <= units
    ]
    return found, tuple(unread)
