"""What an .xlsx says beside its cells, which no row holds: comments, text boxes and drawings. Pure."""

import html
import posixpath
import re
from collections.abc import Iterator

from emulation.core.intake.extents import number_of
from emulation.core.intake.packed_workbook import RELATION, TEXT, PackedWorkbook, said_of, text_in
from emulation.core.intake.sheet import Aside, AsideKind
from emulation.core.text import squash

LONGEST_PART = 4 * 1024 * 1024
LONGEST_TEXT = 300
COMMENT = re.compile(
    rb"<(?:\w+:)?(?:comment|threadedComment)\s([^<>]*)>(.*?)</(?:\w+:)?(?:comment|threadedComment)>", re.DOTALL
)
THREADED = re.compile(rb"<(?:\w+:)?text(?:\s[^<>]*)?>([^<]*)</(?:\w+:)?text>")
ANCHOR = re.compile(rb"<(?:\w+:)?(twoCell|oneCell|absolute)Anchor(?:\s[^<>]*)?>(.*?)</(?:\w+:)?\1Anchor>", re.DOTALL)
DRAWN = re.compile(rb"<(?:\w+:)?(?:pic|graphicFrame)[\s>]")
NAMED = re.compile(rb"<(?:\w+:)?cNvPr\s([^<>]*)>")
EMBEDDED = ("/oleObject", "/package")
FALLBACK = re.compile(rb"<(?:\w+:)?Fallback(?:\s[^<>]*)?>.*?</(?:\w+:)?Fallback>", re.DOTALL)
FROM = re.compile(rb"<(?:\w+:)?from>.*?<(?:\w+:)?col>(\d{1,5})<.*?<(?:\w+:)?row>(\d{1,7})<", re.DOTALL)
PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?0*([1-9]\d{0,6})", re.ASCII)
READ_ONLY_NOW = "[Threaded comment]"


def asides_of(book: PackedWorkbook, member: str) -> tuple[Aside, ...]:
    """Of the sheet that `member` keeps; of a member too long to be read, what its beginning says."""
    found: dict[Aside, None] = {}
    for target, kind in _parts(book, member):
        if kind.endswith(("/comments", "/threadedComment")):
            found.update(dict.fromkeys(_comments(book.beginning(target, LONGEST_PART))))
        elif kind.endswith("/drawing"):
            found.update(dict.fromkeys(_boxes(book.beginning(target, LONGEST_PART))))
        elif kind.endswith(EMBEDDED):
            found[Aside(AsideKind.DRAWING, 0, 0, posixpath.basename(target)[:LONGEST_TEXT])] = None
    return tuple(found)


def _parts(book: PackedWorkbook, member: str) -> Iterator[tuple[str, str]]:
    """(member, kind) of what belongs to the sheet."""
    folder, name = posixpath.split(member.replace("\\", "/"))
    for said in map(said_of, RELATION.findall(book.beginning(f"{folder}/_rels/{name}.rels", LONGEST_PART))):
        target = said.get("Target", "").replace("\\", "/")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        yield whole, said.get("Type", "")


def _comments(written: bytes) -> Iterator[Aside]:
    for said, inner in COMMENT.findall(written):
        place = PLACE.fullmatch(said_of(said).get("ref", ""))
        text = _text(TEXT.findall(inner) or THREADED.findall(inner))
        if place and text and not text.startswith(READ_ONLY_NOW):
            yield Aside(AsideKind.COMMENT, int(place[2]) - 1, number_of(place[1].upper().encode()) - 1, text)


def _boxes(written: bytes) -> Iterator[Aside]:
    for _kind, inner in ANCHOR.findall(FALLBACK.sub(b"", written)):
        begins = FROM.search(inner)
        column, row = (int(begins[1]), int(begins[2])) if begins else (0, 0)
        if text := _text(TEXT.findall(inner), " "):
            yield Aside(AsideKind.TEXT_BOX, row, column, text)
        if drawn := DRAWN.search(inner):
            named = NAMED.search(inner, drawn.end())
            name = said_of(named[1]).get("name", "") if named else ""
            yield Aside(AsideKind.DRAWING, row, column, squash(name)[:LONGEST_TEXT])


def _text(runs: list[bytes], between: str = "") -> str:
    return squash(html.unescape(between.join(map(text_in, runs))))[:LONGEST_TEXT]
