"""How a spreadsheet shows a number or a day otherwise than it keeps it: 5 as "05/QĐ-UBND", 0.076 as "7,6%", a day as
its year alone. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal
from emulation.core.text.damage import MendedText

BUILT_IN = {"9": "0%", "10": "0.00%", "16": "d-mmm", "17": "mmm-yy"}
TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|([#0?][#0?,.]*)|([ \-+/()%:.,])|(.)', re.DOTALL)
SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*', re.DOTALL)
MONEY = frozenset({"", "₫", "đ", "đồng", "vnđ", "vnd", "$"})
OF_A_DAY = re.compile(r"d+|m+|y+", re.IGNORECASE)
OF_A_TIME = re.compile(r"[hs]", re.IGNORECASE)
BESIDE_A_DAY = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
CONDITION = re.compile(r"\[[<>=]")
SHOWS_NOTHING = re.compile(r'""|\[[^\]]*\]|_.|\*.|\s')
MOST_DIGITS = 20
MONTHS = 12


@dataclass(frozen=True)
class NumberShown:
    """`width`: so many digits at least; `places` behind the comma, where `is_share` says per cent; `thousands`: so many
    times it is shown by the thousand."""

    before: str
    after: str
    width: int
    places: int
    is_share: bool
    thousands: int

    def of(self, number: float) -> str:
        try:
            exact = Decimal(repr(number))
        except InvalidOperation:
            return ""
        if not exact.is_finite() or abs(exact) >= 10**MOST_DIGITS:
            return ""
        if self.is_share:
            digits = format_decimal(exact * 100, self.places) + "%"
        elif self.width > 1 and exact == exact.to_integral_value() and exact >= 0:
            digits = f"{exact.to_integral_value():0{self.width}f}"
        else:
            digits = f"{exact.scaleb(-3 * self.thousands):f}".removesuffix(".0").replace(".", ",")
        return f"{self.before}{digits}{self.after}".strip()


@dataclass(frozen=True)
class DayShown:
    """`order`: what is shown of a day, from the left: "y", "my", "dm", "md", "mdy"."""

    order: str

    def of(self, day: date) -> str:
        """ "1985", "03/1985"; of a day shown month first or without its year, the day as it is kept, and how it is
        shown."""
        if self.order == "y":
            return f"{day.year:04d}"
        if self.order == "my":
            return f"{day.month:02d}/{day.year:04d}"
        if isinstance(day, datetime) or (self.order == "mdy" and (day.day > MONTHS or day.day == day.month)):
            return ""
        parts = {"d": f"{day.day:02d}", "m": f"{day.month:02d}", "y": f"{day.year:04d}"}
        return MendedText(format_date(day), "/".join(parts[part] for part in self.order))


def shown_by(code: str) -> NumberShown | DayShown | None:
    """None where the format shows what the cell holds."""
    first = SECTION.match(code)
    code = first[0] if first else code
    if code.strip().casefold() in ("", "general", "@"):
        return None
    bare = BESIDE_A_DAY.sub("", code)
    if OF_A_DAY.search(bare) and not re.search("[#0?]", bare):
        order = "".join(part[0].lower() for part in OF_A_DAY.findall(bare))
        months = [part for part in OF_A_DAY.findall(bare) if part[0] in "mM"]
        in_figures = all(len(month) < 3 for month in months)
        is_told = order in ("y", "my", "ym", "dm", "md") or (order == "mdy" and in_figures)
        return DayShown("my" if order == "ym" else order) if is_told and not OF_A_TIME.search(bare) else None
    return _number(code)


def hides(code: str) -> str:
    """Of “+-@” the signs of positive numbers, negative ones and texts that the format shows nothing of: all for “;;;”.
    Zeros are often hidden and say nothing; a format with conditions may hide anything."""
    sections = _sections(code)
    if len(sections) < 2 or any(CONDITION.search(section) for section in sections):
        return ""
    of_sign = {"+": sections[0], "-": sections[1], "@": sections[3] if len(sections) > 3 else "@"}
    return "".join(sign for sign, section in of_sign.items() if not SHOWS_NOTHING.sub("", section))


def _sections(code: str) -> list[str]:
    found, at = [], 0
    while (section := SECTION.match(code, at)) is not None:
        found.append(section[0])
        at = section.end() + 1
        if at > len(code):
            break
    return found


def _number(code: str) -> NumberShown | None:
    sides, core, is_share = ["", ""], "", False
    for quoted, escaped, digits, sign, other in TOKEN.findall(code):
        if digits and not core:
            core = digits
        elif digits or other:
            return None
        elif sign == "%":
            is_share = True
        else:
            sides[bool(core)] += quoted or escaped or sign
    thousands = len(core) - len(core.rstrip(","))
    core = core.rstrip(",")
    before, after = sides
    is_plain = before.strip().casefold() in MONEY and after.strip().casefold() in MONEY
    whole, _point, behind = core.partition(".")
    width = whole.count("0") if "," not in whole else 1
    if not core or (is_plain and not is_share and width < 2):
        return None
    if is_plain:
        before = after = ""
    return NumberShown(before, after, width, sum(map(behind.count, "0#?")), is_share, thousands)
