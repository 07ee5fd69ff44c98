"""Instructions inside a part of a Word or Excel file that start a program or fetch text from another file."""

import html
import re
from collections.abc import Iterator

LONGEST_PART = 64 * 1024 * 1024  # bytes of a part that has such instructions
MENTIONS = (b"instrText", b"fldSimple", b"ddeLink")
LONGEST_MENTION = max(len(one) for one in MENTIONS)
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>", re.DOTALL)
DDE_LINK = re.compile(r"<(?:[\w.-]+:)?ddeLink\b")
PIECE = re.compile(
    r"<(?:[\w.-]+:)?(?:fldChar\b|fldSimple\b(?P<simple>[^<]*)"
    r"|instrText\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>(?P<text>[^<]*))"
)
INSTRUCTION = re.compile(r"instr\s*=\s*(?=[\"']([^\"']*))")
RUNS = {"DDE", "DDEAUTO"}
FETCHES = {"INCLUDE", "INCLUDETEXT"}


def mentions_instructions(content: bytes) -> bool:
    """Of a piece of a part: whether the part is worth reading whole."""
    return content.startswith(WIDE) or any(one in content for one in MENTIONS)


def has_dde_link(content: str) -> bool:
    return DDE_LINK.search(content) is not None


def as_text(content: bytes) -> str:
    """Of XML, in whichever of its two usual ways it is written; without comments."""
    if len(content) > LONGEST_PART:
        raise ValueError(len(content))
    if content.startswith((b"\xfe\xff", b"\0<")):
        text = content.decode("utf-16-be", "replace")
    else:
        text = content.decode("utf-16-le" if content.startswith(WIDE) else "utf-8", "replace")
    return COMMENT.sub("", text)


def field_names(content: str) -> Iterator[str]:
    """The first word of each field. Word writes a field's text in as many pieces as it likes."""
    written = ""
    for one in PIECE.finditer(content):
        if one["text"] is not None:
            written += html.unescape(one["text"])
            continue
        yield from _first(written)
        written = ""
        for said in INSTRUCTION.findall(one["simple"] or ""):
            yield from _first(html.unescape(said))
    yield from _first(written)


def _first(written: str) -> list[str]:
    return written.upper().split(maxsplit=1)[:1]
