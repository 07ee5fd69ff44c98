"""One XML part of a Word or Excel file, read as a stream and by a reader of XML: what it names is judged as Office
reads it, whatever way it is written. The bounds are those of the whole file, and of what is packed into it."""

from collections.abc import Callable, Iterable
from functools import partial
from pyexpat import ParserCreate
from typing import NamedTuple
from urllib.parse import unquote

from emulation.core.intake.bounds import OfficeBudget, TooMuch
from emulation.core.intake.links import leads_away, leads_inside
from emulation.core.intake.office_faults import OfficeFault
from emulation.core.intake.office_fields import LONGEST_CODE, Fields, longer
from emulation.core.intake.office_formulas import fault_of_formula

MOST_NAMES = 50_000
MOST_DEEP = 1_000
LONGEST_TAG = 4 * 1024 * 1024  # or comment
STEPS_OF_WHAT_IS_JUDGED = 5
WORD = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
TEXTS_OF_THEIR_OWN = {"Choice", "Fallback", "txbxContent"}
SHEETS = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.microsoft.com/office/excel/2006/main",
}
FORMULAS = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula"}
INSTRUCTIONS = {"instrText": False, "delInstrText": True}  # with whether it is struck out
TEXTS = {"t": False, "delText": True}  # of a field too, as long as its result has not begun
FIELDS = {*INSTRUCTIONS, *TEXTS, "fldChar", "fldSimple"}
WHAT_IT_IS = {
    "ddeLink": OfficeFault.ACTIVE,
    "oleLink": OfficeFault.LINKED,
    "webPr": OfficeFault.LINKED,
    "dbPr": OfficeFault.LINKED,
    "olapPr": OfficeFault.LINKED,
    "textPr": OfficeFault.LINKED,
    "connectString": OfficeFault.LINKED,
    "webVideoPr": OfficeFault.LINKED,
    "attachedTemplate": OfficeFault.LINKED,
    "subDoc": OfficeFault.LINKED,
    "altChunk": OfficeFault.ACTIVE,
}
PICTURES = {"imagedata", "fill", "stroke"}
DRAWN = {"shape", "shapetype", "group", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image"}
LINKED_PICTURES = {"blip", "videoFile", "audioFile", "quickTimeFile"}
QUERY = "connection"
LINK = "hyperlink"
MACHINES_OR_PROGRAMS = ("/", "\\", "script:")  # a place in a workbook has none: “Tháng 1!A:C”
LISTS = {"Relationship", "Default", "Override"}
ACTIVE_TYPES = ("macro", "vba", "activex", "oleobject", "controlbinary", "afchunk", "/control")
ACTIVE_TYPES += ("ui/extensibility", "ui/usercustomization", "webextension")
LINKED_OBJECT = "oleobject"
HYPERLINK = "/hyperlink"
NOT_OFFICES = ("/image", "/customxml", "/customxmlprops", "/audio", "/video", "/media", "/hdphoto")  # relationships


class OfficePart:
    """`faults` is what was found until now, also where the part turns out to be no XML (pyexpat.ExpatError)."""

    def __init__(self, budget: OfficeBudget) -> None:
        self.budget = budget
        self.faults: set[OfficeFault] = set()
        self.fields = Fields(self.faults, budget)
        self.depth = self.foreign = 0
        self.outside: list[int] = []  # elements that are not Word's, around each text of its own
        self.heard: str | None = None  # of the formula or instruction that is being read
        self.known: dict[str, _Known] = {}
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = _refuse_document_type

    def read(self, pieces: Iterable[bytes]) -> None:
        fed = 0
        for piece in pieces:
            self.budget.take(read=len(piece))
            self.parser.Parse(piece, False)
            fed += len(piece)
            if fed - self.parser.CurrentByteIndex > LONGEST_TAG or len(self.parser.intern) > MOST_NAMES:
                raise TooMuch
        self.parser.Parse(b"", True)
        self.fields.leave()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.budget.step(1 + len(attributes))
        self.depth += 1
        if self.depth > MOST_DEEP:
            raise TooMuch
        known = self.known.get(name) or self._learn(name)
        if self.heard is not None:
            self._add(OfficeFault.ACTIVE)  # Office writes nothing but text there: another reader would pass over it
        if not known.is_words:
            self.foreign += 1
        if known.is_sought and (known.local not in TEXTS or self.fields.is_code):
            self._look_at(known.local, attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        known = self.known[name]
        if known.is_sought:
            self._leave(known.local)
        if not known.is_words:
            self.foreign -= 1

    def _learn(self, name: str) -> "_Known":
        namespace, _space, local = name.rpartition(" ")
        is_sought = local in SOUGHT
        if local in FIELDS:
            is_sought = namespace in WORD
        elif local in FORMULAS:
            is_sought = namespace in SHEETS
        self.known[name] = known = _Known(local, namespace in WORD, is_sought)
        return known

    def _look_at(self, local: str, attributes: dict[str, str]) -> None:
        self.budget.step(STEPS_OF_WHAT_IS_JUDGED)
        if local in TEXTS_OF_THEIR_OWN:
            self.fields.enter()
            self.outside.append(self.foreign)
            self.foreign = 0
        elif local in LISTS:
            self._look_at_list(attributes)
        elif local in PICTURES:
            named = [*_said(attributes, "src"), *_said(attributes, "href")]
            self._add(OfficeFault.LINKED if any(map(leads_away, named)) else None)
        elif local in LINKED_PICTURES:
            self._add(OfficeFault.LINKED if any(_said(attributes, "link")) else None)
        elif local in DRAWN:
            self._add(OfficeFault.LEADS_INSIDE if any(map(leads_inside, _said(attributes, "href"))) else None)
        elif local == QUERY:
            named = [*_said(attributes, "odcFile"), *_said(attributes, "sourceFile")]
            self._add(OfficeFault.LINKED if any(named) else None)
        elif local == LINK:
            named = [*_said(attributes, "location"), *_said(attributes, "docLocation")]
            leads = any(leads_inside(one) and any(mark in one for mark in MACHINES_OR_PROGRAMS) for one in named)
            self._add(OfficeFault.LEADS_INSIDE if leads else None)
        elif local in FORMULAS:
            self._hear(self._hear_formula)
        elif local in FIELDS:
            self._look_at_field(local, attributes)
        self._add(WHAT_IT_IS.get(local))

    def _look_at_field(self, local: str, attributes: dict[str, str]) -> None:
        if self.foreign:
            self._add(OfficeFault.ACTIVE)  # what stands inside an element of others, some readers pass over
        if (is_struck_out := {**INSTRUCTIONS, **TEXTS}.get(local)) is not None:
            self._hear(partial(self.fields.write, is_struck_out=is_struck_out))
        for code in _said(attributes, "instr"):
            self.fields.judge(longer("", code))
        for place in _said(attributes, "fldCharType"):
            if place in PLACES:
                PLACES[place](self.fields)

    def _look_at_list(self, attributes: dict[str, str]) -> None:
        kind = (attributes.get("ContentType") or attributes.get("Type") or "").lower()
        target = attributes.get("Target", "")
        is_elsewhere = attributes.get("TargetMode", "").strip().lower() == "external"
        if any(name in kind for name in ACTIVE_TYPES) and not (is_elsewhere and LINKED_OBJECT in kind):
            self._add(OfficeFault.ACTIVE)
        if kind.endswith(HYPERLINK):
            self._add(OfficeFault.LEADS_INSIDE if is_elsewhere and leads_inside(target) else None)
        elif is_elsewhere or leads_away(target):
            self._add(OfficeFault.LINKED)
        elif is_not_offices(target) and not kind.endswith(NOT_OFFICES):
            self._add(OfficeFault.ACTIVE)  # Office would read there what is let off being XML

    def _leave(self, local: str) -> None:
        if local in TEXTS_OF_THEIR_OWN:
            self.fields.leave()
            self.foreign = self.outside.pop()
        elif self.heard is not None and (local in FORMULAS or local in FIELDS):
            self.budget.look_over(self.heard)
            self._add(fault_of_formula(self.heard))
            self.heard = self.parser.CharacterDataHandler = None

    def _hear(self, listener: Callable[[str], None]) -> None:
        self.heard, self.parser.CharacterDataHandler = "", listener

    def _hear_formula(self, text: str) -> None:
        self.heard = ((self.heard or "") + text)[:LONGEST_CODE]

    def _add(self, fault: OfficeFault | None) -> None:
        if fault is not None:
            self.faults.add(fault)


class _Known(NamedTuple):
    local: str
    is_words: bool
    is_sought: bool


PLACES = {"begin": Fields.begin, "separate": Fields.tell, "end": Fields.end}
SOUGHT = {*TEXTS_OF_THEIR_OWN, *WHAT_IT_IS, *PICTURES, *LISTS, *FIELDS, *FORMULAS}
SOUGHT |= {*DRAWN, *LINKED_PICTURES, QUERY, LINK}


def is_not_offices(place: str) -> bool:
    """Pictures and sounds, and what other programs keep in the file: whatever is there, Office reads it as no part of
    its own."""
    plain = unquote(place).lower().replace("\\", "/")
    return "media/" in plain or "customxml/" in plain


def _said(attributes: dict[str, str], name: str) -> list[str]:
    """Whatever namespace it is written in."""
    return [value for key, value in attributes.items() if key.rpartition(" ")[2] == name]


def _refuse_document_type(*_about: object) -> None:
    raise ValueError("Office writes no document type, and reads none")
