"""What an .xlsx says of its sheets before their cells are read: names, members, texts, styles. Pure."""

import html
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from emulation.core.intake.shown_cells import BUILT_IN, DayShown, NumberShown, hides, shown_by
from emulation.core.text.damage import MendedText, StruckText

PIECE = 1024 * 1024
LONGEST_ELEMENT = 4 * 1024 * 1024
LONGEST_MEMBER = 16 * 1024 * 1024
WITHIN_TAG = rb"""((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)"""
SHEET = re.compile(rb"<(?:\w+:)?sheet\s" + WITHIN_TAG + rb">")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s" + WITHIN_TAG + rb">")
FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s" + WITHIN_TAG + rb">")
FORM = re.compile(rb"<(?:\w+:)?xf\s" + WITHIN_TAG + rb">")
ATTRIBUTE = re.compile(rb"""(?:^|\s)(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DATES_OF_1904 = re.compile(rb"""<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*["'](?:1|true)["']""")
ITEM = re.compile(
    rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>'
    rb"|<(?:\w+:)?si(?:\s[^<>]*)?(?:/>|>((?:[^<]++|<(?!/?(?:\w+:)?si[\s/>]))*+)</(?:\w+:)?si>)"
)
RUN = re.compile(rb"<(?:\w+:)?r(?:\s[^<>]*)?>.*?</(?:\w+:)?r>", re.DOTALL)
TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>((?:[^<]++|<!\[CDATA\[.*?\]\]>)*+)</(?:\w+:)?t>", re.DOTALL)
HOW_IT_SOUNDS = re.compile(rb"<(?:\w+:)?rPh[\s>].*?</(?:\w+:)?rPh>", re.DOTALL)
CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
FONT = re.compile(rb"<(?:\w+:)?font(?:\s[^<>]*)?(?:/>|>((?:[^<]++|<(?!/?(?:\w+:)?font[\s/>]))*+)</(?:\w+:)?font>)")
CROSSED = re.compile(rb"""<(?:\w+:)?strike(?:\s+val\s*=\s*["'](?:1|true)["'])?\s*/?>""")
FORMS = re.compile(rb"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", re.DOTALL)
FONTS = re.compile(rb"<(?:\w+:)?fonts[\s>].*?</(?:\w+:)?fonts>", re.DOTALL)
LITERAL = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
OF_DAYS = re.compile(r"[dmyhs]", re.IGNORECASE)
DAYS = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
ELAPSED_HOURS = 46


def said_of(written: bytes) -> dict[str, str]:
    """The attributes within a tag, prefixes left out."""
    return {name.decode(): text_in(double or single) for name, double, single in ATTRIBUTE.findall(written)}


def text_in(written: bytes) -> str:
    """Of the content of an element without elements in it."""
    if b"<" in written:
        written = CDATA.sub(lambda found: html.escape(found[1].decode("utf-8", "replace")).encode(), written)
    text = written.decode("utf-8", "replace")
    if "&" in text:
        text = html.unescape(text)
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def texts_in(written: bytes) -> str:
    """Of an element that may part its text into runs; without those that are crossed out, which are told of. Where all
    are, nothing is left out: a whole cell crossed out is for the reader of its row."""
    if b"rPh" in written:
        written = HOW_IT_SOUNDS.sub(b"", written)
    whole = "".join(map(text_in, TEXT.findall(written)))
    if not CROSSED.search(written):
        return whole
    runs = [(CROSSED.search(run) is not None, "".join(map(text_in, TEXT.findall(run)))) for run in RUN.findall(written)]
    kept = "".join(text for is_crossed, text in runs if not is_crossed)
    return MendedText(kept.strip(), whole) if kept.strip() else StruckText(whole)


@dataclass(frozen=True)
class SheetMember:
    """A worksheet: its name, the member of the archive that keeps it, and whether the workbook does not show it.
    `is_chart`: a chart stands there instead of cells."""

    name: str
    member: str
    is_hidden: bool
    is_chart: bool = False


@dataclass(frozen=True)
class Styles:
    """Of cells, by number as written; `shown`: of those that show something else than they hold; `hiding`: of those
    that show nothing of some values, which (`hides`)."""

    days: frozenset[bytes]
    elapsed: frozenset[bytes]
    struck: frozenset[bytes]
    shown: Mapping[bytes, NumberShown | DayShown]
    hiding: Mapping[bytes, str]


class PackedWorkbook:
    """The members that speak of all sheets are read once; `packed` stays open as long as this is asked."""

    def __init__(self, packed: zipfile.ZipFile):
        self.packed = packed
        self._members = {name.replace("\\", "/").casefold(): name for name in packed.namelist()}
        self._workbook = self._read("xl/workbook.xml")

    @cached_property
    def sheets(self) -> tuple[SheetMember, ...]:
        """In the workbook's order; macros that stand there as sheets are left out."""
        found = []
        for said in map(said_of, SHEET.findall(self._workbook)):
            target, kind = self._relations.get(said.get("id", ""), ("", ""))
            member = self._members.get(target.casefold())
            is_chart = kind.endswith("/chartsheet")
            if member is not None and (not kind or is_chart or kind.endswith("/worksheet")):
                is_hidden = said.get("state", "visible") != "visible"
                found.append(SheetMember(said.get("name", ""), member, is_hidden, is_chart))
        return tuple(found)

    @property
    def since_1904(self) -> bool:
        """Whether days are counted from 01/01/1904."""
        return bool(DATES_OF_1904.search(self._workbook))

    def texts(self) -> Iterator[str]:
        """What cells share, in its order."""
        member = self._member_of("/sharedStrings", "xl/sharedstrings.xml")
        if member is None:
            return
        for piece in elements(self.packed, member, b"</si>", b":si>"):
            for plain, inner in ITEM.findall(piece):
                yield text_in(plain) if plain else texts_in(inner)

    @cached_property
    def styles(self) -> Styles:
        member = self._member_of("/styles", "xl/styles.xml")
        written = self._read(member) if member else b""
        formats = {
            said.get("numFmtId", ""): said.get("formatCode", "") for said in map(said_of, FORMAT.findall(written))
        }
        fonts = FONTS.search(written)
        crossed = {
            str(number) for number, inner in enumerate(FONT.findall(fonts[0]) if fonts else ()) if CROSSED.search(inner)
        }
        days, elapsed, struck, shown, hiding = set(), set(), set(), {}, {}
        forms = FORMS.search(written)
        for number, said in enumerate(map(said_of, FORM.findall(forms[0]) if forms else ())):
            written_number = str(number).encode()
            of_number = said.get("numFmtId", "0")
            kind = _kind_of(of_number, formats)
            code = formats.get(of_number, BUILT_IN.get(of_number, ""))
            if hidden := hides(code):
                hiding[written_number] = hidden
            looks = shown_by(code)
            if looks is not None and isinstance(looks, DayShown) is (kind is not None):
                shown[written_number] = looks
            if kind is not None:
                (elapsed if kind else days).add(written_number)
            if said.get("fontId", "") in crossed:
                struck.add(written_number)
        return Styles(frozenset(days), frozenset(elapsed), frozenset(struck), shown, hiding)

    @cached_property
    def _relations(self) -> dict[str, tuple[str, str]]:
        """{id: (member, kind)}"""
        found = {}
        for said in map(said_of, RELATION.findall(self._read("xl/_rels/workbook.xml.rels"))):
            target = said.get("Target", "").replace("\\", "/")
            whole = target.removeprefix("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"
            found[said.get("Id", "")] = (whole, said.get("Type", ""))
        return found

    def _member_of(self, kind: str, usual: str) -> str | None:
        named = next((member for member, said in self._relations.values() if said.endswith(kind)), usual)
        return self._members.get(named.casefold())

    def beginning(self, member: str, most: int) -> bytes:
        """So many bytes of it at most, none where there is no such member."""
        name = self._members.get(member.casefold())
        if name is None:
            return b""
        with self.packed.open(name) as stream:
            return stream.read(most)

    def _read(self, member: str) -> bytes:
        content = self.beginning(member, LONGEST_MEMBER + 1)
        if len(content) > LONGEST_MEMBER:
            raise ValueError("no workbook says that much of itself")
        return content


def elements(packed: zipfile.ZipFile, member: str, *ends: bytes, or_else: bytes = b"") -> Iterator[bytes]:
    """The member piece by piece, each but the last cut behind one of `ends`; `or_else`: where none comes for long."""
    tail = b""
    with packed.open(member) as stream:
        while piece := stream.read(PIECE):
            text = tail + piece
            cut = max((at + len(end) for end in ends if (at := text.rfind(end)) >= 0), default=0)
            if not cut and len(text) > LONGEST_ELEMENT:
                cut = text.rfind(or_else) + len(or_else) if or_else else 0
                if cut <= len(or_else):
                    raise ValueError("no sheet has an element as long as that")
            if cut:
                yield text[:cut]
            tail = text[cut:]
    yield tail


def _kind_of(number: str, formats: dict[str, str]) -> bool | None:
    """None: shows no day; True: a time that has passed, as [h]:mm; False: a day or a time of the day."""
    if number in formats:
        code = formats[number].partition(";")[0]
        if ELAPSED.search(code):
            return True
        return False if OF_DAYS.search(LITERAL.sub("", code)) and code.casefold() != "general" else None
    if number == str(ELAPSED_HOURS):
        return True
    return False if number.isdigit() and int(number) in DAYS else None
