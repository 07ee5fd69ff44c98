"""Headings of sections between the rows of a list: their ranks, and what they say for the rows beneath. Pure."""

import re

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.apart import names_a_body
from emulation.core.text import search_key

LEVELS = (
    (1, re.compile(r"^[A-H]\s*[.)/\-]\s*(?=\S)")),
    (2, re.compile(r"^[IVX]{1,5}\s*[.)/\-]\s*(?=\S)")),
    (3, re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s*[.)/\-]\s*(?=\S)")),
    (4, re.compile(r"^[a-h]\s*[.)]\s*(?=\S)")),
)
LEVEL_OF_NUMBERS, LEVEL_OF_NONE = 3, 9
NUMBER_BEFORE = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+(?=[^\W\d])")
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.?$")
DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|tư|lăm|trăm|linh|lẻ"
NOUN = (
    r"(?:người|tập thể|cá nhân|hộ gia đình|hộ|đơn vị|trường hợp|đồng chí|đ/c"
    r"|ông\s*(?:,|/|và|\s)\s*bà|ông\s*\(bà\))"
)
NUMBER = r"\d+(?:\s*\([^)\d]*\))?"
COUNTED = rf"(?:gồm|có|là|tổng số)?\s*(?:(?:{NUMBER}|(?:(?:{DIGIT})\s+)+)\s*{NOUN}(?:\s*\((?:{DIGIT}|\s)+\))?|{NUMBER})"
HOW_MANY = re.compile(
    rf"\s*(?:\(\s*{COUNTED}\s*\)|:\s*{COUNTED}|:\s*\d+(?:\s*\w+){{0,2}}|\s[-–]\s*{NUMBER}\s*{NOUN})[\s.]*$", re.I
)
BY_A_DECISION = re.compile(
    r"\s*[(,;–-]\s*(?:(?:kèm )?theo )?(?:quyết định|qđ)(?!\w)[^()]*\d[^()]*\)?[\s.]*$", re.IGNORECASE
)
A_LIST = (
    r"(?:danh sach|phu luc|ds(?= (?:de nghi|khen|duoc|tang|tap the|ca nhan|ho gia dinh|cac|nhan|xet|trinh|tuyen duong"
    r"|can bo|giao vien|hoc sinh|kem)\b))\b"
)
NAMES_A_LIST = re.compile(rf"(?:(?:[ivx]+|[a-h]|\d{{1,2}}) )?{A_LIST}")
SUBJECT_ABOVE = re.compile(
    r"(?:(?:ve|doi voi|cac|khoi|phan|danh sach|khen thuong) )*(tap the|ca nhan|ho gia dinh)"
    r"(?: (?:co thanh tich|duoc|thuoc khoi|trong|ngoai|tieu bieu|xuat sac|dien hinh|de nghi|dat)\b.*)?"
)
ONLY_A_YEAR = re.compile(r"nam (?:hoc )?(?:19|20)\d\d(?: (?:19|20)\d\d)?")
AWARD = re.compile(
    r"^(?:(?:tang thuong|tang|truy tang|cong nhan|khen thuong) )?(?:danh hieu|hinh thuc khen|bang khen|giay khen"
    r"|huan chuong|huy chuong|co thi dua|chien s[iy] (?:thi dua|tien tien)|cstd\w*|lao dong tien tien|ldtt"
    r"|tap the lao dong|ttld\w*|don vi (?:quyet thang|tien tien)|ky niem chuong|huy hieu|bk\w*|gk|hc|hch|knc)\b"
)


class Sections:
    """What the headings of sections say for the rows beneath: a later one ends all of its own rank or lower, so that
    "1. Tập thể" under "I. Quận Minh Họa" keeps the district, and "II. CÁ NHÂN" ends it."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[int, str]] = {}

    def enter(self, text: str, counted: str) -> int:
        """Its level."""
        level, rest = _enumerated(text, counted)
        said = HOW_MANY.sub("", BY_A_DECISION.sub("", rest)).strip()
        self._said = {what: entry for what, entry in self._said.items() if entry[0] < level}
        key = search_key(said)
        if subject := recognise_subject(said) or _subject_above(key):
            self._said["subject"] = (level, subject)
        elif AWARD.match(key):
            self._said["award"] = (level, said)
        elif not ONLY_A_YEAR.fullmatch(key):
            self._said["unit"] = (level, said)
        return level

    @property
    def said(self) -> tuple[str, str, str]:
        """Subject, unit and award."""
        subject, unit, award = (self._said.get(what, (0, ""))[1] for what in ("subject", "unit", "award"))
        return subject, unit, award


def _subject_above(key: str) -> str | None:
    """Of “CÁ NHÂN CÓ THÀNH TÍCH XUẤT SẮC”, “Các cá nhân ngoài ngành”."""
    found = SUBJECT_ABOVE.fullmatch(key)
    return recognise_subject(found[1]) if found else None


def rank_of(text: str, counted: str) -> int:
    """Of a title between the rows that is counted like a section, 0 of any other."""
    level, _rest = _enumerated(text, counted)
    return 0 if level == LEVEL_OF_NONE else level


def _enumerated(text: str, counted: str) -> tuple[int, str]:
    for level, pattern in LEVELS:
        if found := pattern.match(text):
            return level, text[found.end() :]
    if (found := NUMBER_BEFORE.match(text)) and _begins_with_a_body(text[found.end() :]):
        return LEVEL_OF_NUMBERS, text[found.end() :]
    if ROMAN.match(counted):
        return (1 if counted[0] in "ABCDEFGH" else 2), text
    return (LEVEL_OF_NUMBERS if NUMBERED.fullmatch(counted) else LEVEL_OF_NONE), text


def names_an_award(text: str) -> bool:
    """As a heading: the award and nothing before it but a number."""
    return bool(AWARD.match(search_key(_enumerated(text, "")[1])))


def behind_its_number(text: str) -> str:
    return _enumerated(text, "")[1]


def is_enumerated(text: str) -> bool:
    """It counts itself: “A. …”, “II/ …”, “1.2. …”, “1 UBND quận …”."""
    return _enumerated(text, "")[0] != LEVEL_OF_NONE


def _begins_with_a_body(text: str) -> bool:
    return text[0].isupper() and names_a_body(text)
