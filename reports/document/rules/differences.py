"""What differs between two blocks, to the word and to the cell. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.document.rules.document import Annex, Block, BulletList, Chart, Heading, Paragraph, Table
from reports.document.rules.tables import Column, Row

WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Words:
    """A stretch of one version's text; `differs`: the other version does not have it there."""

    text: str
    differs: bool


@dataclass(frozen=True)
class CellChange:
    """One cell of a table in both versions, by the name of its row and the heading of its column."""

    row: str
    column: str
    old: str
    new: str


def marked(old: str, new: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    before, after = WORD.findall(old), WORD.findall(new)
    found: tuple[list[Words], list[Words]] = ([], [])
    for tag, i, to_i, j, to_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, words in zip(found, (before[i:to_i], after[j:to_j]), strict=True):
            if words:
                side.append(Words("".join(words), tag != "equal"))
    return tuple(found[0]), tuple(found[1])


def text_of(block: Block | Annex) -> str:
    """In words what it says; of a table its name alone."""
    match block:
        case Paragraph():
            return block.text
        case Heading():
            return block.text
        case BulletList():
            return "\n".join(item.text for item in block.items)
        case Chart():
            return f"{block.title}. {block.description}"
        case Table():
            return block.caption
    return f"{block.number}. {block.title}"


def tables_of(block: Block | Annex) -> tuple[Table, ...]:
    if isinstance(block, Annex):
        return tuple(each for each in block.blocks if isinstance(each, Table))
    return (block,) if isinstance(block, Table) else ()


def cell_changes(old: Table, new: Table) -> Iterator[CellChange]:
    """Row by row in the order of the new one, then rows and columns that only the old one has. Rows are found again by
    their names, within their sections."""
    before, after = _cells(old), _cells(new)
    for at in dict.fromkeys((*after, *before)):
        was, now = before.get(at, {}), after.get(at, {})
        for column in dict.fromkeys((*now, *was)):
            if was.get(column, "") != now.get(column, ""):
                yield CellChange(_called(at), column, was.get(column, ""), now.get(column, ""))
    if old.note != new.note:
        yield CellChange("", "", old.note, new.note)


def _called(at: tuple[str, str, int]) -> str:
    section, name, _number = at
    return f"{section}: {name}" if section else name


def _cells(table: Table) -> dict[tuple[str, str, int], dict[str, str]]:
    """{(section, name, how many of that name before): {column: text}}; a running number is no cell."""
    found: dict[tuple[str, str, int], dict[str, str]] = {}
    section = ""
    seen: dict[tuple[str, str], int] = {}
    titles = [column_title(column) for column in table.columns]
    for row in table.rows:
        if row.style == "section":
            section = str(row.cells[0])
            continue
        name = row_name(table, row)
        number = seen[section, name] = seen.get((section, name), -1) + 1
        found[section, name, number] = {
            title: column.text(cell)
            for at, (title, column, cell) in enumerate(zip(titles, table.columns, row.cells, strict=True))
            if column.title not in ("TT", "STT") and at != table.row_heading
        }
    return found


def column_title(column: Column) -> str:
    return f"{column.group}, {column.heading}" if column.group else column.heading


def row_name(table: Table, row: Row) -> str:
    at = table.row_heading
    return "" if at is None else table.columns[at].text(row.cells[at])
