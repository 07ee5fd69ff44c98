"""A block of cells copied out of a spreadsheet, as its clipboard writes them. Pure."""

import re

QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|$(?!\n))')
PLAIN = re.compile(r"[^\t\n]*")
Block = tuple[tuple[str, ...], ...]


def read_block(text: str) -> Block:
    """Rows of cells; empty rows at the end are none. A cell is in quotation marks where it holds a tab or a line break,
    which become a space; other quotation marks are its own."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(" ".join(cell.split()))
        if place >= len(text):
            break
        if text[place] == "\n":
            rows.append([])
        place += 1
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(tuple(row) for row in rows)


def _cell(text: str, place: int) -> tuple[str, int]:
    quoted = QUOTED.match(text, place)
    if quoted and ("\t" in quoted[1] or "\n" in quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = PLAIN.match(text, place)
    assert plain is not None
    return plain[0], plain.end()
