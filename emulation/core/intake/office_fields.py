"""Fields of a Word file, put together from the pieces that Word writes them in: which of them start a program, take
content from elsewhere, or lead into the reader's machine."""

import re
from dataclasses import dataclass

from emulation.core.intake.bounds import OfficeBudget
from emulation.core.intake.links import leads_inside
from emulation.core.intake.office_faults import OfficeFault

LONGEST_CODE = 8_192  # letters of a field or a formula; Excel's bound for one
RUNS = {"DDE", "DDEAUTO"}
FETCHES = {"INCLUDE", "INCLUDETEXT", "IMPORT", "LINK", "DATABASE", "RD"}
FETCHES_WHAT_IT_NAMES = "INCLUDEPICTURE"
LEADS = "HYPERLINK"
PUT_TOGETHER = {FETCHES_WHAT_IT_NAMES: OfficeFault.LINKED, LEADS: OfficeFault.LEADS_INSIDE}  # from other fields
ACTING = (*RUNS, *FETCHES, FETCHES_WHAT_IT_NAMES)
BEFORE_A_NAME = ' \t\r\n\xa0"“”'
NAME = re.compile(r"[A-Za-z]*")
ARGUMENT = re.compile(
    r"[\"“”](?P<quoted>[^\"“”]*)[\"“”]?|(?P<switch>\\[A-Za-z*@#!])(?=[\s\"“”]|$)|(?P<plain>[^\s\"“”]+)"
)
SWITCHES_WITH_A_WORD = {"\\l", "\\o", "\\t", "\\s", "\\c", "\\*", "\\@", "\\#"}


def fault_of_field(code: str) -> OfficeFault | None:
    """By its first word, and by the address that it names."""
    name = NAME.match(code)[0].upper()  # type: ignore[index]
    if name in RUNS:
        return OfficeFault.ACTIVE
    if name in FETCHES:
        return OfficeFault.LINKED
    if name == FETCHES_WHAT_IT_NAMES and _argument(code[len(name) :]):
        return OfficeFault.LINKED
    if name == LEADS and leads_inside(_argument(code[len(name) :])):
        return OfficeFault.LEADS_INSIDE
    return None


def _argument(said: str) -> str:
    is_of_a_switch = False
    for one in ARGUMENT.finditer(said):
        if one["switch"]:
            is_of_a_switch = one["switch"].lower() in SWITCHES_WITH_A_WORD
        elif is_of_a_switch:
            is_of_a_switch = False
        elif one["quoted"] or one["plain"]:
            return one["quoted"] or one["plain"]
    return ""


@dataclass
class _Open:
    """`ever`: with what tracked changes struck out. `is_told`: its result has begun. `is_border`: no field, but where
    a text of its own begins, which fields do not cross."""

    code: str = ""
    ever: str = ""
    is_told: bool = False
    is_border: bool = False

    @property
    def is_code(self) -> bool:
        return not (self.is_told or self.is_border)

    @property
    def may_become_acting(self) -> bool:
        """What a field inside it yields may still be a part of its name."""
        code = self.code.upper()
        return self.is_code and any(name.startswith(code) for name in ACTING)


class Fields:
    """Of one part, in the order in which they are read; `faults` takes what is found."""

    def __init__(self, faults: set[OfficeFault], budget: OfficeBudget) -> None:
        self.faults, self.budget = faults, budget
        self.open = [_Open(is_border=True)]

    def begin(self) -> None:
        around = self.open[-1]
        if around.may_become_acting:
            self.faults.add(OfficeFault.ACTIVE)
        for name, fault in PUT_TOGETHER.items():
            if around.is_code and around.code.upper().startswith(name):
                self.faults.add(fault)
        self.open.append(_Open())

    @property
    def is_code(self) -> bool:
        """Whatever text stands here, is the field's."""
        return self.open[-1].is_code

    def write(self, text: str, *, is_struck_out: bool) -> None:
        last = self._within()
        if last.is_border and text.strip():
            self.faults.add(OfficeFault.ACTIVE)  # of no field: some reader may find it one
        if not is_struck_out:
            last.code = longer(last.code, text)
        last.ever = longer(last.ever, text)

    def tell(self) -> None:
        """From here on stands the field's result."""
        last = self._within()
        self._close(last)
        last.code, last.ever, last.is_told = "", "", True

    def end(self) -> None:
        last = self._within()
        self._close(last)
        if not last.is_border:
            self.open.pop()

    def enter(self) -> None:
        self.open.append(_Open(is_border=True))

    def leave(self) -> None:
        """A field that is open where its text ends goes on behind it for some readers."""
        while True:
            last = self.open.pop()
            self._close(last)
            if last.is_border:
                return
            if last.is_code and any(one.is_border for one in self.open[1:]):
                self.faults.add(OfficeFault.ACTIVE)

    def _within(self) -> _Open:
        """A field told in a text of its own, as in one of two from which Word chooses, is hidden from somebody."""
        last = self.open[-1]
        if last.is_border and any(one.is_code for one in self.open):
            self.faults.add(OfficeFault.ACTIVE)
        return last

    def judge(self, code: str) -> None:
        self.budget.look_over(code)
        if fault := fault_of_field(code):
            self.faults.add(fault)

    def _close(self, field: _Open) -> None:
        for code in {field.code, field.ever}:
            self.judge(code)


def longer(code: str, text: str) -> str:
    """The code with a further piece of it; from its first word on, and no longer than Office takes."""
    return (code + text if code else text.lstrip(BEFORE_A_NAME))[:LONGEST_CODE]
