"""Headings that name who got it where no other heading does, and what kind of recipient a heading speaks of. Pure."""

import re

from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.apart import names_a_body
from awards.lists.rules.contents import looks_like_person
from awards.lists.rules.name_words import BODY_NAMED
from awards.lists.rules.sections import behind_its_number
from awards.lists.rules.unlike import is_a_person
from emulation.core.text import accent_key
from emulation.core.text.honorifics import strip_honorific

COLLECTIVES = re.compile(r"\btap the\b")
PEOPLE = re.compile(r"\bho (?:va )?ten\b|\bca nhan\b|\bho (?:va )?(?:chu |ten )?(?:dem|lot)\b")
HOUSEHOLDS = re.compile(r"\bho gia dinh\b")
OTHERS = re.compile(r"\bdon vi\b|\bco quan\b")
BESIDES_WORDS = re.compile(r"\s*\([^()]*\)\s*$|[-'’‘`]")
A_HOUSEHOLD = re.compile(r"(?:hộ|gia đình|hộ gia đình) (?:ông|bà|anh|chị|cô|chú|bác|cụ|đồng chí|đ/c)(?!\w)")


def kind_headed(keys: str) -> str:
    """Of the headings above the names, as keys of search; "" where they speak of several kinds or of none."""
    found = {
        kind
        for kind, words in (
            (SubjectKind.COLLECTIVE, COLLECTIVES),
            (SubjectKind.INDIVIDUAL, PEOPLE),
            (SubjectKind.HOUSEHOLD, HOUSEHOLDS),
        )
        if words.search(keys)
    }
    if BODY_NAMED.match(keys):
        found.add(SubjectKind.COLLECTIVE)
    return found.pop() if len(found) == 1 and not OTHERS.search(keys) else ""


def kind_by_name(name: str, section: str, *, headed: str, headings: str) -> str | None:
    """“Hộ bà Trần Thị Ba” says it; else what the heading speaks of, where the name is written as such: a body under
    “Họ và tên” is asked, and so is a person under “Tên tập thể”. Under `headings` of several kinds only what surely is
    a body or a person is no question. Beneath a `section` that names no body it is asked: that may be another list."""
    if A_HOUSEHOLD.match(accent_key(name)):
        return SubjectKind.HOUSEHOLD
    if section and not names_a_body(behind_its_number(section)):
        return None
    bare = BESIDES_WORDS.sub("", strip_honorific(name)[1])
    is_person = looks_like_person(bare)
    if headed == SubjectKind.INDIVIDUAL:
        return headed if is_person and not names_a_body(name) else None
    if headed == SubjectKind.COLLECTIVE:
        return None if is_person and not names_a_body(name) else headed
    if headed == SubjectKind.HOUSEHOLD or HOUSEHOLDS.search(headings):
        return headed or None
    if names_a_body(name) and not is_person:
        return SubjectKind.COLLECTIVE
    return SubjectKind.INDIVIDUAL if is_a_person(bare) else None
