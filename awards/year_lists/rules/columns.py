"""Which columns of a list say something of a year, by their headings. Pure."""

import re
from collections.abc import Iterable

from awards.lists.rules.table import ListHeading
from awards.rows.rules.fields import Field, Meanings
from awards.year_lists.rules.terms import YearField
from emulation.core.text import search_key

ADVANCED = r"\b(?:lao dong tien tien|ldtt)\b"
PATTERNS = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (YearField.DISCIPLINE, r"\bky luat\b"),
        (YearField.SCOPE, r"\bpham vi\b|\bcap (?:do )?(?:cong nhan|anh huong|ap dung)\b"),
        (YearField.RECOGNISED_BY, r"\b(?:so|quyet dinh|qd|van ban|giay)\b.*\bcong nhan\b|\bcong nhan (?:so|tai)\b"),
        (YearField.INITIATIVE, r"\b(?:sang kien|de tai)\b"),
        (YearField.ADVANCED_SHARE, rf"\bty le\b.*{ADVANCED}|{ADVANCED}.*\bty le\b"),
        (YearField.ADVANCED, ADVANCED),
        (YearField.FIGHTERS, r"\b(?:chien si thi dua co so|cstdcs)\b"),
        (YearField.RATING, r"\bxep loai\b|\bmuc do hoan thanh\b|\bdanh gia\b|\bphan loai (?:cong chuc|vien chuc)\b"),
        (YearField.COMPLETED, r"\bnguoi\b.*\bhoan thanh\b|\b(?:so|tong so)\b.*\bhoan thanh nhiem vu\b"),
        (YearField.HEADCOUNT, r"\b(?:quan so|bien che)\b|^(?:tong )?so (?:nguoi|can bo|cong chuc|lao dong)\b"),
    )
)
OF_A_SHARE = re.compile(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
SAYS_WHO = frozenset(
    {
        Field.NAME,
        Field.HONORIFIC,
        Field.SUBJECT_KIND,
        Field.POSITION,
        Field.UNIT,
        Field.POSITION_AND_UNIT,
        Field.TARGET_GROUP,
        Field.BIRTH,
        Field.IDENTITY,
        Field.ACHIEVEMENT_YEAR,
    }
)


def year_field(heading: str) -> YearField | None:
    key = search_key(heading)
    found = next((field for field, pattern in PATTERNS if pattern.search(key)), None)
    return YearField.ADVANCED_SHARE if found is YearField.ADVANCED and OF_A_SHARE.search(heading) else found


def year_places(headings: Iterable[ListHeading]) -> dict[YearField, int]:
    """The first column of each."""
    found: dict[YearField, int] = {}
    for heading in headings:
        field = year_field(heading.text)
        if field is not None:
            found.setdefault(field, heading.place)
    return found


def without_years(meanings: Meanings, places: Iterable[int]) -> Meanings:
    """What says who it is of, and nothing of honours."""
    taken = set(places)
    return Meanings({place: field for place, field in meanings.of.items() if field in SAYS_WHO and place not in taken})
