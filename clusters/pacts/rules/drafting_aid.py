"""What a commitment leaves vague. Warnings only: they never hinder. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from emulation.core.text import squash


class Vagueness(StrEnum):
    NO_MEASURE = "no_measure"
    NO_UNIT = "no_unit"
    NO_SOURCE = "no_source"
    NO_CHECK_DATE = "no_check_date"
    CHECKED_OUTSIDE_THE_YEAR = "checked_outside_the_year"
    TWO_THINGS = "two_things"


@dataclass(frozen=True)
class PastPromise:
    text: str
    measure: str = ""
    unit: str = ""
    source: str = ""
    checked_on: date | None = None


DEEDS = (
    "phấn đấu|hoàn thành|đạt|bảo đảm|đảm bảo|tổ chức|triển khai|xây dựng|giảm|tăng|nâng|thực hiện|đẩy mạnh|phát động|"
    "kiểm tra|tuyên truyền|ban hành|giải ngân|thu|khen thưởng|phát hiện|nhân rộng|hỗ trợ|duy trì|chấm dứt|không để"
)
SEMICOLON = re.compile(r";\s+\S")
SENTENCE_ENDS = re.compile(r"(\S+)[.!?]\s+(\S)")
JOINED = re.compile(rf",?\s(?:và|đồng thời|cùng với)\s+(?:{DEEDS})\b", re.IGNORECASE)
SHORTEST_WORD = 3
BEGINS = re.compile(rf"^(?:[-–+•]\s*)?(?:(?:tiếp tục|chủ động|tập trung)\s+)?(?:{DEEDS})\b", re.IGNORECASE)


def vaguenesses(promise: PastPromise, *, year: int) -> tuple[Vagueness, ...]:
    """In a fixed order. The check belongs into the year, or into the first quarter after it, when it is reviewed."""
    found = []
    if not promise.measure.strip():
        found.append(Vagueness.NO_MEASURE)
    if not promise.unit.strip():
        found.append(Vagueness.NO_UNIT)
    if not promise.source.strip():
        found.append(Vagueness.NO_SOURCE)
    if promise.checked_on is None:
        found.append(Vagueness.NO_CHECK_DATE)
    elif not date(year, 1, 1) <= promise.checked_on < date(year + 1, 4, 1):
        found.append(Vagueness.CHECKED_OUTSIDE_THE_YEAR)
    if says_two_things(promise.text):
        found.append(Vagueness.TWO_THINGS)
    return tuple(found)


def says_two_things(text: str) -> bool:
    """Two sentences, or two deeds joined by "và", each with its number: "Giải ngân 95% và hoàn thành 19 xã". Two
    objects of one deed are one thing: "phát hiện và biểu dương 100 điển hình"."""
    written = squash(text).rstrip(".;!?… ")
    if SEMICOLON.search(written) or any(_ends_a_sentence(*found) for found in SENTENCE_ENDS.findall(written)):
        return True
    return bool(BEGINS.match(written)) and any(
        _has_digit(written[: joined.start()]) and _has_digit(written[joined.end() :])
        for joined in JOINED.finditer(written)
    )


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _ends_a_sentence(word: str, following: str) -> bool:
    """ "TP. Hồ Chí Minh" and "NĐ. 30" do not."""
    return len(word) >= SHORTEST_WORD and not word.isupper() and following.isupper()
