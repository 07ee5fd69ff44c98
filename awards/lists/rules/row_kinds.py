"""Which rows beneath the headings are honours, and which are headings of sections, totals or nothing. Pure."""

import re
from collections.abc import Iterator, Sequence

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.lists.rules.columns import SUB_HEADINGS, is_column_numbers, meaning_of
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine, RowKind
from emulation.core.text import search_key

TOTAL = re.compile(
    r"^(?:tong cong(?! ty\b)|tong so|(?:tong|cong)(?= [\divx]+\b|$)|an dinh danh sach|danh sach nay co|danh sach co)\b"
)
SIGNED = re.compile(
    r"^(?:noi nhan|nguoi lap(?: bieu| danh sach| bang)?|lap bieu|ky ten|ky ghi ro ho ten|ky ten dong dau"
    r"|(?:tm|kt|tl|q) (?:uy ban nhan dan|ubnd|chu tich|giam doc|hoi dong|thu truong|bo truong|ban)\b.*"
    r"|(?:\w+ )*ngay(?: \d+)? thang(?: \d+)? nam(?: \d+)?|thu truong (?:co quan|don vi)(?: .*)?)$"
)
LEVELS = (
    (1, re.compile(r"^[A-H]\s*[.)/\-]\s*(?=\S)")),
    (2, re.compile(r"^[IVX]{1,5}\s*[.)/\-]\s*(?=\S)")),
    (3, re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s*[.)/\-]\s*(?=\S)")),
    (4, re.compile(r"^[a-h]\s*[.)]\s*(?=\S)")),
)
LEVEL_OF_NONE = 9
ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.?$")
COUNTED = re.compile(r"[\d.]+")
HOW_MANY = re.compile(
    r"\s*(?:\(\s*\d+\s*(?:người|tập thể|cá nhân|hộ|đơn vị|trường hợp|đồng chí)?\s*\)|:\s*\d+(?:\s*\w+){0,2})\s*$", re.I
)
AWARD = re.compile(
    r"^(?:(?:tang thuong|tang|truy tang|cong nhan|khen thuong) )?(?:danh hieu|hinh thuc khen|bang khen|giay khen"
    r"|huan chuong|huy chuong|co thi dua|chien s[iy] (?:thi dua|tien tien)|cstd\w*|lao dong tien tien|ldtt"
    r"|tap the lao dong|ttld\w*|don vi (?:quyet thang|tien tien)|ky niem chuong|huy hieu)\b"
)


class _Sections:
    """What the headings of sections say for the rows beneath: a later one ends all of its own rank or lower, so that
    "1. Tập thể" under "I. Quận Minh Họa" keeps the district, and "II. CÁ NHÂN" ends it."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[int, str]] = {}

    def enter(self, text: str, counted: str) -> None:
        level, rest = _enumerated(text, counted)
        said = HOW_MANY.sub("", rest).strip()
        self._said = {what: entry for what, entry in self._said.items() if entry[0] < level}
        if subject := recognise_subject(said):
            self._said["subject"] = (level, subject)
        elif AWARD.match(search_key(said)):
            self._said["award"] = (level, said)
        else:
            self._said["unit"] = (level, said)

    def say(self, what: str) -> str:
        return self._said.get(what, (0, ""))[1]


def _enumerated(text: str, counted: str) -> tuple[int, str]:
    for level, pattern in LEVELS:
        if found := pattern.match(text):
            return level, text[found.end() :]
    if ROMAN.match(counted):
        return (1 if counted[0] in "ABCDEFGH" else 2), text
    return LEVEL_OF_NONE, text


def lines(rows: Sequence[Sequence], first: int, meanings: Meanings, ordinal: int | None) -> Iterator[ListLine]:
    """`rows` are the sheet's, `first` the 0-based row below the headings, `ordinal` the place of STT."""
    sections = _Sections()
    for place in range(first, len(rows)):
        cells = rows[place]
        kind, text, doubtful = kind_of(cells, meanings, ordinal)
        if kind is RowKind.SECTION:
            sections.enter(text, _counted(cells, ordinal))
        subject, unit, award = sections.say("subject"), sections.say("unit"), sections.say("award")
        yield ListLine(place + 1, kind, cells, subject, unit, text, doubtful, award)


def _counted(cells: Sequence, ordinal: int | None) -> str:
    return str(cells[ordinal]) if ordinal is not None and ordinal < len(cells) else ""


def kind_of(cells: Sequence, meanings: Meanings, ordinal: int | None) -> tuple[RowKind, str, bool]:
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if not filled:
        return RowKind.NOTHING, "", False
    counted = _counted(cells, ordinal)
    texts = [str(cell) for place, cell in filled if place != ordinal]
    if not texts:
        if len(filled) == 1 and not COUNTED.fullmatch(counted):
            texts = [counted]
        else:
            return RowKind.NOTHING, "", False
    if TOTAL.match(search_key(texts[0])) or TOTAL.match(search_key(counted)):
        return RowKind.NOTHING, "", False
    names = [cells[place] for place in meanings.places.get(Field.NAME, ()) if place < len(cells)]
    name = next((str(cell) for cell in names if cell), "")
    if _is_repeated_heading(name, texts) or _is_signature(counted, texts):
        return RowKind.NOTHING, "", False
    if len(set(texts)) > 1:
        return RowKind.HONOUR, "", False
    text = texts[0]
    if recognise_subject(text):
        return RowKind.SECTION, text, False
    if COUNTED.fullmatch(counted):
        return RowKind.HONOUR, "", False
    if any(pattern.match(text) for _level, pattern in LEVELS) or ROMAN.match(counted):
        return RowKind.SECTION, text, False
    if name and ordinal is None:
        return RowKind.HONOUR, "", False
    return RowKind.SECTION, text, True


def _is_repeated_heading(name: str, texts: Sequence[str]) -> bool:
    """The table's head printed again on a later page: its headings, the finer ones beneath, the numbers of columns."""
    if name:
        return meaning_of(name)[0] == Field.NAME or (name.strip("()").isdigit() and is_column_numbers(texts))
    return len(texts) > 1 and all(search_key(text) in SUB_HEADINGS for text in texts)


def _is_signature(counted: str, texts: Sequence[str]) -> bool:
    """Who made and who signed the list, beneath its rows."""
    return not counted.isdigit() and len(texts) <= 3 and bool(SIGNED.match(search_key(texts[0])))
