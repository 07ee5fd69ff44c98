"""Which row of a sheet holds the headings, and what each column means: a guess that a person may change. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TypeAlias

from awards.lists.rules.birth_columns import births_in
from awards.lists.rules.headings_passed_over import OF_AN_EVENT, OF_ANOTHER_DAY, OF_OTHER_PEOPLE, OF_THE_PAST
from awards.lists.rules.name_words import IN_WORDS, may_name, says_a_body
from awards.lists.rules.subject_columns import (
    holds_counts,
    holds_kinds,
    most_fill_one,
    mothers_beside_martyrs,
    named_by_kind,
)
from awards.rows.rules.fields import Field, Meanings
from emulation.core.text import accent_key, search_key

HEADINGS_WITHIN, HEADINGS_DEEP = 40, 3
SAMPLES = 3
JUST_SO = 3
LONGEST_HEADING = 160


NOTHING = "-"
ORDINAL_KEYS = frozenset({"stt", "tt", "so tt", "so thu tu"})
MAY_REPEAT = frozenset({Field.NAME, Field.BIRTH, Field.AWARD})
FACTS_OF_BODIES = frozenset({NOTHING, Field.UNIT})
FACTS_OF_PEOPLE = FACTS_OF_BODIES | {Field.POSITION, Field.POSITION_AND_UNIT, Field.BIRTH}
OF_A_DECISION = frozenset({Field.DECISION_NUMBER, Field.DECISION_DATE})

EXACT = {
    NOTHING: "stt|so tt|so thu tu|tt|gioi tinh|nam|nu|linh vuc hoat dong|linh vuc|ghi chu|dan toc|ton giao"
    "|tom tat thanh tich|thanh tich|so tien thuong|tien thuong|so dien thoai|dien thoai|email|que quan|dia chi"
    "|noi o|dia chi noi o|noi cu tru|noi thuong tru|ho khau",
    Field.NAME: "ten tap the ca nhan ho gia dinh|ten tap the ca nhan|ho va ten|ho ten|ho ten ca nhan|ten ca nhan"
    "|ten tap the|ten ho gia dinh|ten ca nhan tap the|ten don vi ca nhan|ho va ten ten tap the|ten doi tuong"
    "|ten tap the ca nhan duoc khen thuong|ho va ten dem|ho ten dem|ho va chu dem|ho dem|ho va dem|ho lot|ho va ten lot"
    "|doi tuong khen thuong|ho ten ten tap the|ten ca nhan tap the ho gia dinh|ho va ten ten don vi|don vi ho va ten"
    "|don vi ho ten|ten don vi ho va ten|ten don vi ho ten|don vi ca nhan|ca nhan don vi|ho ten tap the"
    "|ho va ten tap the|tap the ho va ten|tap the ho ten",
    Field.HONORIFIC: "ten goi ong ba chuc danh|ten goi|ong ba|danh xung|xung ho|cach xung ho",
    Field.SUBJECT_KIND: "phan loai khen thuong|loai khen thuong|loai doi tuong khen thuong|tap the ca nhan"
    "|ca nhan tap the|loai hinh doi tuong|tap the ca nhan ho gia dinh|loai",
    Field.POSITION: "chuc vu|chuc danh|chuc vu chuc danh|chuc vu cong viec|chuc vu nghe nghiep|nghe nghiep",
    Field.UNIT: "don vi cong tac|noi cong tac|co quan don vi|don vi|co quan|co quan cong tac|co quan don vi cong tac"
    "|noi lam viec|don vi noi cong tac|dia phuong don vi",
    Field.TARGET_GROUP: "phan loai doi tuong|nhom doi tuong|doi tuong|nhom doi tuong khen thuong|thanh phan",
    Field.BIRTH: "ngay sinh|nam sinh|ngay thang nam sinh|sinh ngay|ngay sinh nam|ngay sinh nu|nam sinh nam"
    "|nam sinh nu|sinh nam|ngay thang nam sinh nam|ngay thang nam sinh nu",
    Field.IDENTITY: "so cccd|cccd|can cuoc cong dan|so can cuoc|cmnd|so cmnd|cmnd cccd|so cmnd cccd|so dinh danh"
    "|so dinh danh ca nhan|cccd cmnd|so can cuoc cong dan|ma dinh danh|can cuoc",
    Field.AWARD: "danh hieu thi dua hinh thuc khen thuong|danh hieu|hinh thuc khen thuong|danh hieu thi dua"
    "|danh hieu hinh thuc khen thuong|hinh thuc|hinh thuc danh hieu|khen thuong|danh hieu khen thuong"
    "|hinh thuc khen thuong danh hieu thi dua|danh hieu hinh thuc|loai danh hieu|ten danh hieu",
    Field.AWARD_CLASS: "hang|hang khen thuong|hang huan chuong",
    Field.WAY: "phuong thuc khen thuong|phuong thuc|loai hinh khen thuong|loai hinh",
    Field.ACHIEVEMENT_YEAR: "nam thanh tich|nam dat thanh tich|nam dat danh hieu|nam|nam khen thuong"
    "|thanh tich nam|nam xet|nam thi dua",
    Field.DECISION_NUMBER: "so quyet dinh|quyet dinh so|so qd|qd so|so quyet dinh khen thuong|so hieu quyet dinh"
    "|quyet dinh|so qd khen thuong",
    Field.DECISION_DATE: "ngay quyet dinh|ngay ky|ngay ky quyet dinh|ngay thang nam quyet dinh|ngay qd|ngay ban hanh"
    "|ngay thang quyet dinh|ngay khen thuong|quyet dinh ngay",
    Field.SIGNER_OFFICE: "nguoi ky|chuc vu nguoi ky|co quan ban hanh|cap ky|co quan ky|chuc danh nguoi ky"
    "|cap quyet dinh|co quan quyet dinh|cap khen thuong",
    Field.CAMPAIGN: "phong trao|phong trao thi dua|ten phong trao|ten phong trao thi dua",
}
COUNTS = re.compile(r"\b(?:so luong|tong so|tong|cong(?! (?:tac|an|ty|chuc|nhan|doan))|ty le)\b")
MEANING_OF = {key: field for field, keys in EXACT.items() for key in keys.split("|")}

PARTS = (
    (NOTHING, OF_AN_EVENT),
    (NOTHING, OF_OTHER_PEOPLE),
    (Field.NAME, r"^ho (?:va )?ten\b|^(?:(?:ho va )?(?:ten|chu) )?(?:dem|lot)\b"),
    (Field.NAME, r"^(?:nguoi|ca nhan|tap the|don vi)(?: duoc| de nghi)+ (?:khen(?: thuong)?|tuyen duong|ton vinh)$"),
    (NOTHING, OF_THE_PAST),
    (Field.POSITION_AND_UNIT, r"\bchuc (?:vu|danh)\b.*\b(?:don vi|noi|co quan)\b|\bdon vi\b.*\bchuc (?:vu|danh)\b"),
    (Field.SUBJECT_KIND, r"\bphan loai khen thuong\b|\bloai doi tuong khen\b"),
    (Field.TARGET_GROUP, r"\bnhom doi tuong\b|\bphan loai doi tuong\b|\bphan loai can bo\b"),
    (Field.HONORIFIC, r"^ten goi\b|\bong ba\b"),
    (Field.AWARD, r"\bdanh hieu\b|\bhinh thuc (?:de nghi )?khen\b"),
    (Field.DECISION_DATE, r"\bngay\b.*\b(?:quyet dinh|ky|qd)\b|\b(?:quyet dinh|qd)\b.* ngay\b"),
    (Field.DECISION_NUMBER, r"\bso (?:quyet dinh|qd)\b|\b(?:quyet dinh|qd) so\b"),
    (Field.IDENTITY, r"\b(?:cccd|cmnd|can cuoc|dinh danh)\b"),
    (Field.BIRTH, r"\b(?:ngay|nam)\b.* sinh\b|^sinh\b"),
    (Field.NAME, r"^ten$|\bten (?:tap the|ca nhan|ho gia dinh)\b"),
    (Field.WAY, r"\bphuong thuc\b"),
    (Field.ACHIEVEMENT_YEAR, r"^nam (?:dat|thanh tich|khen|thi dua|xet)\b"),
    (Field.UNIT, r"\b(?:don vi|noi|co quan)\b.*\bcong tac\b"),
    (Field.POSITION, r"^chuc (?:vu|danh)\b"),
    (NOTHING, OF_ANOTHER_DAY),
)
SAYS_MORE = re.compile(r"\b(?:sinh|chuc vu|chuc danh|don vi|noi cong tac)\b")
PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in PARTS)
PAST = re.compile(OF_THE_PAST)
COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z])\)?")
SUB_HEADINGS = frozenset(
    {"nam", "nu", "so", "ngay", "thang", "ngay thang nam", "ngay ky", "hang"}
    | {"ho", "ten", "dem", "ho dem", "ho va ten dem"}
)
A_YEAR = re.compile(r"nam (?:hoc )?(?:19|20)\d\d(?: (?:19|20)\d\d)?")
NamesAward: TypeAlias = Callable[[str], bool]


@dataclass(frozen=True)
class ListColumn:
    """`meaning` is a `Field`, `NOTHING` for a known column that says nothing of the honour, or None."""

    place: int
    heading: str
    meaning: str | None


@dataclass(frozen=True)
class Guess:
    """`header` and `first` are 0-based rows: of the headings, and the first below them."""

    header: int
    first: int
    columns: tuple[ListColumn, ...]
    score: int

    @cached_property
    def meanings(self) -> Meanings:
        told = {column.place: column.meaning for column in self.columns if column.meaning is not None}
        return Meanings({place: meaning for place, meaning in told.items() if meaning != NOTHING})


def meaning_of(heading: str) -> tuple[str | None, int]:
    """(field, how sure: 3 written just so, 2 recognised in part, 0 unknown)."""
    key = search_key(heading)
    if key == "ho":
        return (None, 0) if accent_key(heading) == "hộ" else (Field.NAME, 2)
    if key in MEANING_OF:
        return MEANING_OF[key], 3
    if not key or len(key) > LONGEST_HEADING:
        return None, 0
    return next(((field, 2) for field, pattern in PATTERNS if pattern.search(key)), (None, 0))


def may_stand_beside(place: int, other: int, of: Mapping[int, str | None]) -> bool:
    """Whether two columns that `of` gives the same meaning are both read: those that may repeat, and numbers or days of
    decisions with a column of awards between them, each award having its own."""
    meaning = of[place]
    if meaning not in OF_A_DECISION:
        return meaning in MAY_REPEAT
    return any(of.get(between) == Field.AWARD for between in range(min(place, other) + 1, max(place, other)))


def no_award(text: str) -> bool:
    return False


def guess(rows: Sequence[Sequence[str]], names_award: NamesAward = no_award) -> Guess | None:
    """The best reading of a sheet, None where no row looks like headings: a name and one thing more at least."""
    readings = [read_at(rows, place, names_award) for place in range(min(len(rows), HEADINGS_WITHIN))]
    found = [reading for reading in readings if reading is not None and is_of_a_list(reading)]
    return max(found, key=lambda reading: (reading.score, -reading.header), default=None)


def is_of_a_list(reading: Guess) -> bool:
    """A name and one thing more; one heading may say both ("Họ và tên, chức vụ, đơn vị công tác")."""
    fields = reading.meanings.places
    names = [search_key(column.heading) for column in reading.columns if column.meaning == Field.NAME]
    return bool(names) and (len(fields) > 1 or any(SAYS_MORE.search(name) for name in names))


def read_at(
    rows: Sequence[Sequence[str]], place: int, names_award: NamesAward = no_award, *, fewest: int = 2
) -> Guess | None:
    """The columns as the row at `place`, from 0, heads them, whatever it says; None where it heads none, or fewer than
    `fewest`."""
    if place >= len(rows) or sum(bool(cell) for cell in rows[place]) < fewest:
        return None
    headings, below = list(rows[place]), place + 1
    finer: list[str] = []
    while below < place + HEADINGS_DEEP and _is_finer_row(rows, below, names_award):
        headings = _joined(headings, rows[below])
        finer = [lower or upper for upper, lower in zip_longest(finer, rows[below], fillvalue="")]
        below += 1
    columns, score = _columns(headings, finer, rows[below:], names_award)
    while below < len(rows) and is_column_numbers(rows[below]):
        below += 1
    return Guess(place, below, columns, score)


def _columns(headings, finer, body, names_award: NamesAward) -> tuple[tuple[ListColumn, ...], int]:
    """`finer`: what the lower rows of headings say by themselves, for headings whose upper row only groups them."""
    sure = {place: meaning_of(heading) for place, heading in enumerate(headings)}
    for place, heading in enumerate(headings):
        named = (heading, finer[place] if place < len(finer) else "")
        if sure[place][0] is None and any(text and names_award(text) for text in named):
            sure[place] = (Field.AWARD, 2)
    for place, heading in enumerate(finer):
        if heading and sure.get(place, (None, 0))[0] is None:
            sure[place] = meaning_of(heading)
    sure |= {place: (field or NOTHING, JUST_SO) for place, field in births_in(headings, body).items()}
    if beside := mothers_beside_martyrs(headings):
        sure |= {beside[0]: (Field.NAME, JUST_SO)} | dict.fromkeys(beside[1], (NOTHING, 2))
    if not any(COUNTS.search(search_key(heading)) for heading in headings):
        open_to_names = {place: text for place, text in enumerate(headings) if sure[place][0] in (None, Field.NAME)}
        by_kind = named_by_kind(open_to_names, body)
        sure |= dict.fromkeys(by_kind if most_fill_one(body, by_kind) else (), (Field.NAME, 2))
    taken: dict[int, str] = {}
    score = 0
    for place, (field, strength) in sorted(sure.items(), key=lambda item: (-item[1][1], item[0])):
        if field is None:
            continue
        if field != NOTHING and field not in MAY_REPEAT and field in taken.values():
            continue
        taken[place] = field
        score += strength if field != NOTHING else 1
    if (alone := _name_alone(headings, taken, sure, body)) is not None and not holds_counts(body, alone):
        taken[alone] = Field.NAME
        score += 2
    columns = tuple(
        ListColumn(place, heading, taken.get(place))
        for place, heading in enumerate(headings)
        if heading or place in taken
    )
    return columns, score


def _name_alone(
    headings: Sequence[str], taken: dict[int, str], sure: dict[int, tuple[str | None, int]], body: Sequence[Sequence]
) -> int | None:
    """The column “Tập thể”, “Đơn vị” or “Đối tượng” of a list that has no other name and one column headed just as
    awards are, or that numbers these and says nothing more, of people also facts; beside sums and counts it is a table
    of figures."""
    awards = [place for place, field in taken.items() if field == Field.AWARD]
    keys = [search_key(heading) for heading in headings]
    if Field.NAME in taken.values() or any(map(COUNTS.search, keys)):
        return None
    alone = [place for place, key in enumerate(keys) if may_name(key) and not holds_kinds(body, place)]
    if not awards and ORDINAL_KEYS.intersection(keys) and len(alone) == 1:
        others = {field for place, field in taken.items() if place != alone[0]}
        besides = FACTS_OF_BODIES if says_a_body(keys[alone[0]]) else FACTS_OF_PEOPLE
        return alone[0] if others <= besides else None
    if len(awards) != 1 or sure[awards[0]][1] < JUST_SO:
        return None
    known = list(IN_WORDS)
    return min(alone, key=lambda place: known.index(keys[place]) if keys[place] in known else len(known), default=None)


def side_by_side(reading: Guess) -> bool:
    """Two tables beside each other under one row of headings: name and something more stand there twice, alike."""
    keys = [search_key(column.heading) for column in reading.columns if column.heading]
    twice = {
        field for key in keys if keys.count(key) > 1 for field in [meaning_of(key)[0]] if field not in (None, NOTHING)
    }
    return Field.NAME in twice and len(twice) > 1


def _is_finer_row(rows, place: int, names_award: NamesAward) -> bool:
    """Under merged headings stand finer ones: "Nam" | "Nữ" under "Ngày sinh", "CSTĐCS" under "Danh hiệu"."""
    if place >= len(rows):
        return False
    texts = [cell for cell in rows[place] if cell]
    return len(texts) >= 2 and all(
        (key := search_key(text)) in SUB_HEADINGS
        or key in MEANING_OF
        or may_name(key)
        or A_YEAR.fullmatch(key)
        or names_award(text)
        for text in texts
    )


def _joined(upper, lower) -> list[str]:
    out, above = [], ""
    for place in range(max(len(upper), len(lower))):
        top = upper[place] if place < len(upper) else ""
        sub = lower[place] if place < len(lower) else ""
        above = top or (above if sub else "")
        out.append(f"{above} {sub}".strip() if sub else top)
    return out


def is_column_numbers(row) -> bool:
    """(1) (2) (3), or A B 1 2, under the headings."""
    keys = []
    for cell in filter(None, row):
        key = cell.strip().casefold()
        if not COLUMN_NUMBER.fullmatch(key):
            return False
        keys.append(key)
    return len(keys) >= 2 and _goes_up(keys)


def _goes_up(keys) -> bool:
    numbers = [int(digits) for key in keys if (digits := key.strip("()")).isdigit()]
    return len(numbers) >= 2 and all(later == earlier + 1 for earlier, later in zip(numbers, numbers[1:], strict=False))


def samples(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The first few different values of a column, for a person to judge the guess by."""
    seen = dict.fromkeys(row[place] for row in rows if place < len(row) and row[place])
    return list(seen)[:SAMPLES]
