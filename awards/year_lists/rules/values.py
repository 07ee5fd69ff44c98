"""What the cells of a row say of a year. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from awards.records.rules.terms import Discipline, InitiativeScope, Rating
from awards.year_lists.rules.terms import COUNTS, PARTS, YearField, YearTrouble
from emulation.core.numbers import NumberError, parse_decimal, parse_integer
from emulation.core.text import MARKUP, search_key

RATINGS = {
    Rating.EXCELLENT: "hoan thanh xuat sac nhiem vu|hoan thanh xuat sac|xuat sac|htxsnv|htxs",
    Rating.GOOD: "hoan thanh tot nhiem vu|hoan thanh tot|tot|httnv|htt",
    Rating.COMPLETED: "hoan thanh nhiem vu|hoan thanh|htnv",
    Rating.NOT_COMPLETED: "khong hoan thanh nhiem vu|khong hoan thanh|chua hoan thanh nhiem vu|chua hoan thanh|khtnv",
}
SCOPES = {
    InitiativeScope.GRASSROOTS: "co so|cap co so|don vi|trong don vi",
    InitiativeScope.PROVINCE: "tinh|cap tinh|thanh pho|cap thanh pho|bo|cap bo|bo nganh|cap bo tinh|bo ban nganh tinh"
    "|bo tinh|cap bo ban nganh tinh|toan tinh|toan thanh pho",
    InitiativeScope.NATIONAL: "toan quoc|ca nuoc|cap quoc gia|quoc gia|nha nuoc|cap nha nuoc",
}
DISCIPLINES = {
    Discipline.NONE: "khong|khong co|khong bi ky luat|khong bi|khong ky luat|khong vi pham",
    Discipline.REPRIMAND: "khien trach",
    Discipline.WARNING: "canh cao|ha bac luong|giang chuc|cach chuc|bai nhiem|buoc thoi viec|sa thai"
    "|tu canh cao tro len",
}


def _keyed(terms: Mapping[Any, str]) -> dict[str, StrEnum]:
    return {key: term for term, keys in terms.items() for key in keys.split("|")}


LONGEST = {YearField.INITIATIVE: 300, YearField.RECOGNISED_BY: 200}
TERMS = {
    YearField.RATING: (_keyed(RATINGS), YearTrouble.RATING_UNKNOWN),
    YearField.SCOPE: (_keyed(SCOPES), YearTrouble.SCOPE_UNKNOWN),
    YearField.DISCIPLINE: (_keyed(DISCIPLINES), YearTrouble.DISCIPLINE_UNKNOWN),
}
NOTHING = frozenset({"", "-", "–", "—", "x", "/"})
OF_AN_INITIATIVE = (YearField.INITIATIVE, YearField.SCOPE, YearField.RECOGNISED_BY)
THERE_IS_NONE = re.compile(
    r"(?:khong|ko|k|chua|chua duoc)(?: (?:co|duoc|sang kien|de tai|giai phap|cong nhan|pham vi|quyet dinh|nao))*|0"
)


@dataclass(frozen=True)
class CellTrouble:
    field: str
    trouble: YearTrouble
    seen: str = ""
    detail: str = ""


@dataclass
class YearRead:
    """`said`: by the columns of a record, what is said and nothing else."""

    said: dict[str, str | int] = field(default_factory=dict)
    troubles: list[CellTrouble] = field(default_factory=list)


def read_year(cells: Mapping[YearField, str], *, is_person: bool) -> YearRead:
    """Every trouble, not only the first; empty cells say nothing."""
    read = YearRead()
    filled = {one: text.strip() for one, text in cells.items() if not _says_nothing(one, text.strip())}
    for one, (terms, trouble) in TERMS.items():
        if one in filled:
            term = terms.get(search_key(filled[one]))
            if term is None:
                read.troubles.append(CellTrouble(one, trouble, filled[one]))
            else:
                read.said[one.value] = str(term)
    for one, longest in LONGEST.items():
        if one in filled:
            if MARKUP & set(filled[one]):
                read.troubles.append(CellTrouble(one, YearTrouble.MARKUP, filled[one][:300]))
            elif len(filled[one]) > longest:
                read.troubles.append(CellTrouble(one, YearTrouble.TEXT_TOO_LONG, filled[one], str(longest)))
            else:
                read.said[one.value] = filled[one]
    _counts(read, filled, is_person)
    _initiative(read, filled)
    return read


def _says_nothing(one: YearField, text: str) -> bool:
    return text in NOTHING or (one in OF_AN_INITIATIVE and bool(THERE_IS_NONE.fullmatch(search_key(text))))


def faults_of_counts(said: Mapping[Any, Any]) -> list[CellTrouble]:
    """Of a whole record: a part without its whole, or more than it."""
    whole = said.get(YearField.HEADCOUNT)
    found = []
    for part in PARTS:
        number = said.get(part)
        if not isinstance(number, int):
            continue
        if not isinstance(whole, int):
            found.append(CellTrouble(part, YearTrouble.WITHOUT_HEADCOUNT, str(number)))
        elif number > whole:
            found.append(CellTrouble(part, YearTrouble.MORE_THAN_WHOLE, str(number), str(whole)))
    return found


def count_of_share(share: Decimal, whole: int) -> int | None:
    """The one number of people whose share of the whole is printed so; None where none or several are."""
    places = max(0, -int(share.as_tuple().exponent))
    step = Decimal(1).scaleb(-places)
    found = [number for number in range(whole + 1) if (Decimal(number * 100) / whole).quantize(step) == share]
    return found[0] if len(found) == 1 else None


def _counts(read: YearRead, filled: Mapping[YearField, str], is_person: bool) -> None:
    counted = [one for one in (*COUNTS, YearField.ADVANCED_SHARE) if one in filled]
    if is_person:
        read.troubles += [CellTrouble(one, YearTrouble.COUNTS_OF_A_PERSON, filled[one]) for one in counted]
        return
    for one in COUNTS:
        if one not in filled:
            continue
        number = _whole(filled[one])
        if number is None or (one is YearField.HEADCOUNT and number == 0):
            read.troubles.append(CellTrouble(one, YearTrouble.NOT_A_COUNT, filled[one]))
        else:
            read.said[one.value] = number
    _share(read, filled)
    if YearField.HEADCOUNT not in filled or YearField.HEADCOUNT in read.said:
        read.troubles += [one for one in faults_of_counts(read.said) if one.trouble is YearTrouble.MORE_THAN_WHOLE]


def _share(read: YearRead, filled: Mapping[YearField, str]) -> None:
    """Of LĐTT, where only it is given: then the headcount tells how many."""
    if YearField.ADVANCED_SHARE not in filled or YearField.ADVANCED in filled:
        return
    seen, whole = filled[YearField.ADVANCED_SHARE], read.said.get(YearField.HEADCOUNT)
    try:
        share = parse_decimal(seen.rstrip("% "))
    except NumberError:
        share = None
    number = count_of_share(share, whole) if share is not None and isinstance(whole, int) else None
    if number is None:
        read.troubles.append(CellTrouble(YearField.ADVANCED_SHARE, YearTrouble.SHARE_NOT_A_COUNT, seen))
    else:
        read.said[YearField.ADVANCED.value] = number


def _initiative(read: YearRead, filled: Mapping[YearField, str]) -> None:
    has_title, has_scope = YearField.INITIATIVE in filled, YearField.SCOPE in filled
    if has_title and not has_scope:
        read.troubles.append(
            CellTrouble(YearField.SCOPE, YearTrouble.INITIATIVE_WITHOUT_SCOPE, filled[YearField.INITIATIVE][:300])
        )
    if has_scope and not has_title:
        read.troubles.append(
            CellTrouble(YearField.INITIATIVE, YearTrouble.SCOPE_WITHOUT_INITIATIVE, filled[YearField.SCOPE])
        )


def _whole(text: str) -> int | None:
    try:
        number = parse_integer(text)
    except NumberError:
        return None
    return number if 0 <= number < 10**6 else None
