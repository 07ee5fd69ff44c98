"""What a list says once above its table and holds for all its rows. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from emulation.core.dates import DateError, parse_date
from emulation.core.text import squash

NUMBER = re.compile(
    r"(?:quyết\s+định\s+(?:khen\s+thưởng\s+)?số|qđ\s+số|số)\s*:?\s*(\d[\w./-]*\s*/\s*[\w.\-Đđ/]+|\d+)", re.I
)
DAY = re.compile(r"ngày\s*(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})", re.I)
YEAR = re.compile(r"\bnăm\s+(?:học\s+|công tác\s+)?((?:19|20)\d\d)\b", re.I)
SIGNER = re.compile(
    r"\bcủa\s+((?:chủ\s+tịch|phó\s+chủ\s+tịch|thủ\s+tướng|bộ\s+trưởng|giám\s+đốc|ủy\s+ban|uỷ\s+ban|ubnd|hội\s+đồng)[^,;()]*)",
    re.I,
)
DECISION = re.compile(r"quyết\s+định|\bqđ\b", re.I)


@dataclass(frozen=True)
class SaidAbove:
    decision_number: str = ""
    decision_date: date | None = None
    achievement_year: int | None = None
    signer_office: str = ""
    title: str = ""


def read_above(lines: Iterable[str]) -> SaidAbove:
    """`lines`: the texts above the headings. Only a line that speaks of a decision gives its number and day."""
    number, day, year, signer, title = "", None, None, "", ""
    for line in (squash(line) for line in lines if line):
        if DECISION.search(line):
            number = number or _first(NUMBER, line).replace(" ", "")
            day = day or _day(_first(DAY, line))
            signer = signer or _first(SIGNER, line).strip(" .")[:200]
        else:
            title = title or (line if line.casefold().startswith("danh sách") else "")
        year = year or _year(DAY.sub("", line))
    return SaidAbove(number[:60], day, year, signer, title[:300])


def _first(pattern, line: str) -> str:
    found = pattern.search(line)
    return found[1] if found else ""


def _day(written: str) -> date | None:
    try:
        return parse_date(written) if written else None
    except DateError:
        return None


def _year(line: str) -> int | None:
    found = YEAR.search(line)
    return int(found[1]) if found else None
