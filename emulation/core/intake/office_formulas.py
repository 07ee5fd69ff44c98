"""Formulas of an Excel file: which of them start a program, take content from elsewhere, or lead into the reader's
machine."""

import re

from emulation.core.intake.links import leads_inside
from emulation.core.intake.office_faults import OfficeFault

NO_REFERENCE = re.compile(r"\"[^\"]*\"|'(?:[^']|'')*'!?|\[[^\[\]]*\]")
RUNNING = re.compile(r"\b(?:DDE|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(", re.IGNORECASE)
FETCHING = re.compile(r"\b(?:_xlfn\.)?(?:WEBSERVICE|IMAGE|RTD)\s*\(|_xleta\.(?:WEBSERVICE|IMAGE|RTD)\b", re.IGNORECASE)
LEADING = re.compile(r"\bHYPERLINK\s*\(\s*\"([^\"]*)\"", re.IGNORECASE)
ELSEWHERE = ("\\", "/")  # no name of a sheet may hold one


def fault_of_formula(code: str) -> OfficeFault | None:
    """A bar stands in no formula but between a program and what it is told (DDE). Texts, and names of sheets and
    columns, say nothing."""
    bare = NO_REFERENCE.sub("", code)
    if "|" in bare or RUNNING.search(bare):
        return OfficeFault.ACTIVE
    if FETCHING.search(bare):
        return OfficeFault.LINKED
    if any(_is_of_another_file(one[0]) for one in NO_REFERENCE.finditer(code)):
        return OfficeFault.LINKED
    return OfficeFault.LEADS_INSIDE if any(leads_inside(one[1]) for one in LEADING.finditer(code)) else None


def _is_of_another_file(named: str) -> bool:
    return named.startswith("'") and named.endswith("!") and any(mark in named for mark in ELSEWHERE)
