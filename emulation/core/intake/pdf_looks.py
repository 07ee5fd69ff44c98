"""One object of a PDF, looked over from its first bracket to its last: which of the names that matter stand in it, and
where its links lead."""

import re
from dataclasses import dataclass, field

from emulation.core.intake.bounds import PdfBudget
from emulation.core.intake.pdf_links import string_leads_inside

BYTES_A_STEP = 64
SOUGHT_BYTES_A_STEP = 256
ACTIVE = {
    b"/JavaScript",
    b"/JS",
    b"/OnInstantiate",
    b"/Launch",
    b"/EF",
    b"/EmbeddedFile",
    b"/EmbeddedFiles",
    b"/FileAttachment",
    b"/GoToE",
    b"/GoToR",
    b"/Movie",
    b"/OPI",
    b"/Rendition",
    b"/RichMedia",
    b"/XFA",
    b"/SubmitForm",
    b"/ImportData",
}
OF_A_FILE = (b"/Thread", b"/Ref")  # where one is named with it
OWN = {b"/Encrypt", b"/Root", b"/First"}
BLANK = rb"\x00\t\n\x0c\r \x0b\x80\xff"  # the last three to some readers only
BLANKS = re.compile(rb"(?:[" + BLANK + rb"]++|%[^\r\n]*+)*+")
NAME = re.compile(rb"/[^()<>\[\]{}/%" + BLANK + rb"]*+")
STRAY = re.compile(rb"[{}>)+-]")  # some readers pass over one before an object
REFERENCE = re.compile(rb"([0-9]++)" + BLANKS.pattern + rb"[0-9]++" + BLANKS.pattern + rb"R")
NO_REFERENCE = re.compile(rb"[/(<>\]]|\Z")
LINKS = (b"/URI", b"/Base")
ANY = -1  # a reference that is written as no reader agrees on
TOKEN = re.compile(NAME.pattern + rb"|<<|>>|[\[\](<]|%[^\r\n]*+")
STRING = re.compile(rb"\((?:[^()\\]++|\\.)*+\)", re.DOTALL)
PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
NO_FILE = re.compile(rb"[" + BLANK + rb"]*+[/>\]]")
NO_NAMED_FILE = re.compile(
    BLANKS.pattern + rb"(?:[/>\[\]]|[0-9]++(?!" + BLANKS.pattern + rb"[0-9]++" + BLANKS.pattern + rb"R))"
)
PLACES = (b"/Dest", b"/D")
BEFORE_A_KEY = (b"<<", b"]")
PLACE = re.compile(rb"[" + BLANK + rb"]*+\[[" + BLANK + rb"]*+[0-9]++ [0-9]++ R ?/(?:XYZ|Fit)")
DISGUISED = re.compile(rb"#([0-9A-Fa-f]{2})")
CLOSED_BY = {b"<<": b">>", b"[": b"]"}


class NotClosed(ValueError):
    """What begins here does not end."""


@dataclass
class Looked:
    """`names`: those of `ACTIVE` that stand in the object; `own`: those of `OWN` in its outermost dictionary.
    `leads_inside`: one of its /URI does, `is_text_inside`: it is nothing but a string that does; `refers`: in which
    objects its /URI stand. `stream`: where its content lies; `file`: the content is another file's. `numbers`: it is
    referred to by any of these."""

    start: int
    end: int = 0
    numbers: set[int] = field(default_factory=set)
    names: set[bytes] = field(default_factory=set)
    own: set[bytes] = field(default_factory=set)
    refers: set[int] = field(default_factory=set)
    leads_inside: bool = False
    is_text_inside: bool = False
    is_dictionary: bool = False
    stream: slice | None = None
    file: bool = False
    is_of_a_file: bool = False
    names_a_file: bool = False

    def name(self, what: bytes, *, is_own: bool, is_only_a_place: bool = False) -> None:
        if what in ACTIVE and not is_only_a_place:
            self.names.add(what)
        self.is_of_a_file = self.is_of_a_file or what in OF_A_FILE
        if is_own:
            self.is_dictionary = True
            if what in OWN:
                self.own.add(what)

    def hear_of_a_file(self, content: bytes, place: int, *, is_own: bool) -> None:
        """Behind /F; elsewhere that is a number of flags."""
        self.file = self.file or (is_own and not NO_FILE.match(content, place))
        self.names_a_file = self.names_a_file or not NO_NAMED_FILE.match(content, place)


def look(content: bytes, place: int, budget: PdfBudget, *, whole: bool = True) -> Looked:
    """One object, from its first bracket to its last; with `whole=False` as far as it goes."""
    found = Looked(start=place, end=place)
    try:
        _look(found, content, place, budget)
    except NotClosed:
        if whole:
            raise
    return found


def _look(found: Looked, content: bytes, place: int, budget: PdfBudget) -> None:
    place = behind_blanks(content, place, budget)
    if stray := STRAY.match(content, place):
        place = behind_blanks(content, stray.end(), budget)
    found.start = found.end = place
    token = TOKEN.match(content, place)
    if not token and (elsewhere := REFERENCE.match(content, place)):
        found.refers.add(int(elsewhere[1]))
    open_brackets: list[bytes] = []
    links, before = False, b""
    while token:
        what, end = token[0], token.end()
        kind = what[:1]
        if kind == b"/":
            if b"#" in what:
                what = DISGUISED.sub(lambda code: bytes([int(code[1], 16)]), what).partition(b"\0")[0]
            found.name(what, is_own=len(open_brackets) == 1, is_only_a_place=_is_place(content, end, before))
            if what == b"/F":
                found.hear_of_a_file(content, end, is_own=len(open_brackets) == 1)
            if what in LINKS:
                found.refers.update(_referred_to(content, end, budget))
        elif what in CLOSED_BY:
            open_brackets.append(CLOSED_BY[what])
        elif kind in (b">", b"]"):
            if open_brackets and open_brackets[-1] == what:
                open_brackets.pop()
        elif kind != b"%":
            end = _end_of_string(content, token.start(), budget)
            if not open_brackets:
                found.is_text_inside = string_leads_inside(content[token.start() : end], budget)
            elif links and string_leads_inside(content[token.start() : end], budget):
                found.leads_inside = True
            if kind == b"<":
                for one in NAME.finditer(content, token.start(), end):
                    budget.step(1)
                    found.name(one[0], is_own=False)
        budget.step(1 + (end - place) // BYTES_A_STEP)
        place = found.end = end
        if not open_brackets:
            return
        links = what in LINKS or (links and kind == b"%")
        before = before if kind == b"%" else what
        token = TOKEN.search(content, place)
    if open_brackets:
        budget.step((len(content) - place) // BYTES_A_STEP)
        raise NotClosed(place)


def _is_place(content: bytes, place: int, before: bytes) -> bool:
    """A place in the paper may be called as it likes: by its name a link leads to it, and a list tells where it is."""
    return before in PLACES or (before in BEFORE_A_KEY and PLACE.match(content, place) is not None)


def _referred_to(content: bytes, place: int, budget: PdfBudget) -> set[int]:
    place = behind_blanks(content, place, budget)
    if elsewhere := REFERENCE.match(content, place):
        return {int(elsewhere[1])}
    return set() if NO_REFERENCE.match(content, place) else {ANY}


def behind_blanks(content: bytes, place: int, budget: PdfBudget) -> int:
    blanks = BLANKS.match(content, place)
    end = blanks.end() if blanks else place
    budget.step(1 + (end - place) // BYTES_A_STEP)
    return end


def _end_of_string(content: bytes, place: int, budget: PdfBudget) -> int:
    """A hexadecimal string ends at the first “>”, whatever stands in it."""
    if content[place : place + 1] == b"<":
        closed = content.find(b">", place)
        budget.step(1 + ((closed if closed >= 0 else len(content)) - place) // SOUGHT_BYTES_A_STEP)
        if closed < 0:
            raise NotClosed(place)
        return closed + 1
    if whole := STRING.match(content, place):
        return whole.end()
    depth, before = 0, place
    for one in PARENTHESIS.finditer(content, place):
        budget.step(1 + (one.end() - before) // BYTES_A_STEP)
        before = one.end()
        depth += {b"(": 1, b")": -1}.get(one[0], 0)
        if not depth:
            return one.end()
    budget.step((len(content) - before) // BYTES_A_STEP)
    raise NotClosed(place)
