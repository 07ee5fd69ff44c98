"""Cells of a workbook that hold no value: errors by their names, formulas that were saved without a result.

Readers give nothing for them; here is what stands there instead, so that no row is read as if its cell were empty."""

import html
import re
import zipfile
from collections.abc import Iterable, Mapping

from emulation.core.intake.extents import number_of

PROTECTED_TEXT = re.compile(r'="([^"]*)"')
CELL = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["'][^>]*)(?<!/)>(.*?)</(?:\w+:)?c>""", re.DOTALL
)
KIND = re.compile(rb"""\bt\s*=\s*["'](\w+)["']""")
VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?(?:/>|>([^<]*)</)")
INLINE = re.compile(rb"<(?:\w+:)?is[\s>]")
CALCULATED = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)</)")
SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
ATTRIBUTE = re.compile(rb"""(?:^|\s)(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
RELATIONS = "xl/_rels/workbook.xml.rels"
PIECE = 1024 * 1024
LONGEST_SHOWN = 200
LONGEST_CELL = 256 * 1024


def unprotected(text: str) -> str:
    """="0123", as text is kept from losing its zero in a file of text, is 0123."""
    found = PROTECTED_TEXT.fullmatch(text) if text.startswith('="') else None
    return found[1] if found else text


def faulty_cells(packed: zipfile.ZipFile, sheet: str) -> dict[tuple[int, int], str]:
    """{(row, column) from 0: the error, or the formula without a result} of the member that keeps a sheet."""
    found: dict[tuple[int, int], str] = {}
    tail = b""
    with packed.open(sheet) as stream:
        while piece := stream.read(PIECE):
            text = tail + piece
            cut = text.rfind(b"</c>") + 4
            if cut < 4:
                cut = max(text.rfind(b":c>") + 3, 0)
            if not cut and len(text) > LONGEST_CELL:
                cut = len(text) - LONGEST_CELL
            tail = text[cut:]
            found.update(_of(text[:cut]))
    found.update(_of(tail))
    return found


def _of(text: bytes) -> Iterable[tuple[tuple[int, int], str]]:
    if b'"e"' not in text and b"'e'" not in text and b"<f" not in text and b":f" not in text:
        return
    for said, letters, row, inner in CELL.findall(text):
        if (shown := _fault(said, inner)) is not None:
            yield (int(row) - 1, number_of(letters) - 1), shown


def _fault(said: bytes, inner: bytes) -> str | None:
    kind = KIND.search(said)
    value = VALUE.search(inner)
    if kind and kind[1] == b"e":
        return _text(value[1]) if value and value[1] else "#N/A"
    calculated = CALCULATED.search(inner)
    if calculated is None or INLINE.search(inner) or (kind and kind[1] == b"str" and value is not None):
        return None
    return None if value and (value[1] or b"").strip() else f"={_text(calculated[1] or b'')[:LONGEST_SHOWN]}"


def _text(written: bytes) -> str:
    return html.unescape(written.decode("utf-8", "replace")).strip()


def members_of_sheets(packed: zipfile.ZipFile) -> Mapping[str, str]:
    """{name of a sheet: the member of the archive that keeps it}, as far as the workbook says it plainly."""
    try:
        workbook, relations = packed.read("xl/workbook.xml"), packed.read(RELATIONS)
    except KeyError:
        return {}
    targets = {said.get("Id", ""): said.get("Target", "") for said in map(_said, RELATION.findall(relations))}
    found = {}
    for said in map(_said, SHEET.findall(workbook)):
        target = targets.get(said.get("id", ""), "")
        member = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if target and member in packed.NameToInfo:
            found[said.get("name", "")] = member
    return found


def _said(tag: bytes) -> dict[str, str]:
    return {name.decode(): _text(double or single) for name, double, single in ATTRIBUTE.findall(tag)}
