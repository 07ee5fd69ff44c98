"""The number of a decision, however it was typed: 11/QĐ-UBND. Pure."""

import re
from datetime import date
from functools import lru_cache

from awards.rows.rules.reading import GivenForList
from emulation.core.dates import DateError, parse_date
from emulation.core.text import search_key, squash
from emulation.core.text.look_alikes import folded_signs

LED_IN = re.compile(
    r"(?:(?:theo|căn cứ)\s+)?(?:(?:quyết\s+định|q\.?\s?đ|q\.?\s?d)\b\.?\s*(?:khen\s+thưởng\s*)?)?"
    r"(?:(?:số|so|no)\b\.?|№)?\s*[:.]?\s*(?=\d)",
    re.IGNORECASE,
)
DATED = re.compile(
    r"(?:[\s,;(]+(?:(?:ký\s+|ban\s+hành\s+)?ngày|,)\s*|\s*[,;(]\s*|\s*[-–]\s+|\s+[-–]?\s*(?=\d{1,2}[/.-]\d))"
    r"(.{6,30}?)[\s).;]*$",
    re.IGNORECASE,
)
PROPOSAL = re.compile(r"^\s*(?:tờ\s+trình|biên\s+bản)\b|/\s*(?:ttr|bb)\b", re.IGNORECASE)
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
AROUND = re.compile(r"\s*([/\-])\s*")
BEGINS = re.compile(r"0*[1-9]")
ANOTHER = re.compile(
    r"[,;+&]\s*(?:(?:quyết\s+định|qđ)\s*)?(?:số\s*)?:?\s*\d+\w*\s*(?:/|$)"
    r"|\s(?:và\s+)?(?:(?:quyết\s+định|qđ)\s*)?(?:số\s*)?:?\s*\d+\w*/[^\W\d_]",
    re.IGNORECASE,
)
IN_WORDS = re.compile(r"(?<!\w)(?:quyết\s+định|qđ)\s*(?:số\s*)?:?\s*(\d[\w.]*(?:\s*/\s*[\w.\-–Đđ]+)?)", re.IGNORECASE)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\\d{1,2}"
SHORT_DAY = re.compile(rf"\d{{1,2}}[-/ ](?:{MONTHS})(?:[-/ ]\d{{2,4}})?|(?:{MONTHS})[-/ ]\d{{2,4}}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def decision_number(written: str) -> str:
    """One way to write it: plain hyphens and slashes without blanks around them, no words before the number, no day and
    no stop behind it, no sign that shows nothing. What is no such number comes back as it is, squashed."""
    text = folded_signs(squash(UNSEEN.sub("", written)))
    text = LED_IN.sub("", text, count=1) if LED_IN.match(text) else text
    if (dated := DATED.search(text)) and _day(dated[1]):
        text = text[: dated.start()]
    return AROUND.sub(r"\1", text).strip(" .,;:")


def other_day(written: str, day: date, given: GivenForList) -> date | None:
    """Of the decision that the text numbers, where it is not `day`: as the text gives it (“9/QĐ-SYT ngày 05/01/2023”),
    or as it is said once of the same number."""
    dated = DATED.search(folded_signs(squash(UNSEEN.sub("", written))))
    number = decision_number(written)
    is_given = bool(number) and search_key(number) == search_key(decision_number(given.decision_number))
    told = (_day(dated[1]) if dated else None, given.decision_date if is_given else None)
    return next((other for other in told if other and other not in (day, date.min)), None)


def no_number_has(number: str) -> tuple[str, ...]:
    """Signs of the text that no office puts into a number: those of markup."""
    return tuple(dict.fromkeys(sign for sign in number if sign in "<>"))


def is_no_number(written: str) -> bool:
    """It does not begin with a number above 0: "chờ QĐ", "?", "0"."""
    return not BEGINS.match(decision_number(written))


def holds_several(written: str) -> bool:
    """ "2/QĐ-UBND, 3/QĐ-UBND"."""
    return bool(ANOTHER.search(decision_number(written)))


def other_decision_in(text: str, number: str) -> str:
    """A decision that the text names, "" where it is `number` or that without its sign."""
    found = IN_WORDS.search(text)
    said = decision_number(found[1]).casefold() if found else ""
    return found[0] if found and said not in (number.casefold(), number.split("/")[0]) else ""


def is_a_day(written: date | str) -> bool:
    """A day where a number belongs: spreadsheets make one of "12/5"."""
    if isinstance(written, date):
        return True
    return bool(SHORT_DAY.fullmatch(written)) or _day(written) is not None


def is_of_a_proposal(written: str) -> bool:
    """ "Tờ trình số 45/TTr-SNV", "123/BB-HĐTĐ" lead to a decision and are none."""
    return bool(PROPOSAL.search(folded_signs(written)))


def _day(written: str) -> date | None:
    if not 6 <= len(written) <= 40:
        return None
    try:
        return parse_date(written)
    except DateError as error:
        return date.min if error.reason == "which_day" else None
