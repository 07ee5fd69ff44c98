"""Units as offices name them: nghìn, triệu, tỷ before what is counted. Pure."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from emulation.core.numbers import WIDE
from emulation.core.quantity.value import Quantity
from emulation.core.text import accent_key

POWERS = {"nghìn": 3, "vạn": 4, "triệu": 6, "tỷ": 9}
SAME_WORD = {"ngàn": "nghìn", "tỉ": "tỷ", "vnđ": "đồng", "vnd": "đồng"}
MONEY = "đồng"
OF_MONEY = re.compile(r"(?:đồng|vnđ|vnd|usd|đô la|euro)(?!\w)")
OF_SHARES = ("%", "‰")
LEAST_OF_MONEY = POWERS["triệu"]
BEYOND_BELIEF = Decimal(10) ** 15
COMPOUND = re.compile(  # words that begin with a unit, and count something else
    r"đồng (?:chí|bào|hồ|nghiệp|đội)|(?:xã|hội|đội|đoàn|đảng|tổ) viên|tổ chức|công (?:trình|nhân|chức|ty)|tỷ lệ"
)


@dataclass(frozen=True)
class UnitParts:
    """`counted` in tens to the `power`: (12, "đồng") of "ngàn tỷ đồng", (0, "xã") of "xã"."""

    power: int
    counted: str


def unit_key(unit: str) -> str:
    """For telling units apart: "ngàn tỉ đồng" is "nghìn tỷ đồng", "tỷ VNĐ" "tỷ đồng"."""
    words = accent_key(unit).replace("phần trăm", "%").split(" ")
    return " ".join(SAME_WORD.get(word, word) for word in words)


def parts_of(unit: str) -> UnitParts:
    words = unit_key(unit).split(" ")
    power = 0
    while words and words[0] in POWERS:
        power += POWERS[words.pop(0)]
    return UnitParts(power, " ".join(words))


def is_same_unit(written: str, wanted: str) -> bool:
    """The shorter may stand for the longer: "%" for "%/năm", "xã nông thôn mới" for "xã", "tỷ" for "tỷ đồng"."""
    short, long = sorted((unit_key(written), unit_key(wanted)), key=len)
    if not short:
        return True
    words = short.split(" ")
    ends_as = " ".join(long.split(" ")[len(words) - 1 : len(words) + 1])
    return re.match(rf"{re.escape(short)}(?!\w)", long) is not None and not COMPOUND.fullmatch(ends_as)


def in_unit(found: Quantity, unit: str) -> Quantity | None:
    """The same in `unit`, and as it was printed: gần 60 ngàn tỷ đồng is gần 60.000 tỷ đồng. None where it counts
    something else; "60 ngàn" of a field in tỷ đồng does not say of what, "60 ngàn tỷ" does; "5 tỷ" and "5 triệu" alone
    are money, not people and not per cent; and parts of a whole are not so many times others."""
    if not found.unit or (unit and is_same_unit(found.unit, unit)):
        return replace(found, unit=unit)
    written, wanted = parts_of(found.unit), parts_of(unit)
    shift = written.power - wanted.power
    counts_the_same = is_same_unit(written.counted, wanted.counted)
    is_said = bool(written.counted and wanted.counted) or not wanted.power or _ends_in_scale_of(found.unit, unit)
    if (
        not (counts_the_same and is_said)
        or _is_money_only(written, wanted)
        or (shift and found.denominator is not None)
    ):
        return None
    return replace(found, low=_shifted(found.low, shift), high=_shifted(found.high, shift), unit=unit)


def _is_money_only(written: UnitParts, wanted: UnitParts) -> bool:
    """A scale that names nothing, for what is counted in no such."""
    if written.counted or not wanted.counted or OF_MONEY.match(wanted.counted) or wanted.power:
        return False
    return written.power >= LEAST_OF_MONEY or wanted.counted.startswith(OF_SHARES)


def _ends_in_scale_of(written: str, unit: str) -> bool:
    scale = [word for word in unit_key(unit).split(" ") if word in POWERS]
    return unit_key(written).split(" ")[-len(scale) :] == scale


def has_no_thousandths(unit: str) -> bool:
    """So much money that three digits behind the comma would be absurd: "5.250" in tỷ đồng parts thousands. In triệu
    đồng it may be either."""
    parts = parts_of(unit)
    return parts.counted == MONEY and parts.power in (0, POWERS["tỷ"])


def is_beyond_belief(found: Quantity) -> bool:
    """More money than the whole country earns in years: mostly a figure in another unit than its field."""
    parts = parts_of(found.unit)
    bounds = [abs(bound) for bound in (found.low, found.high) if bound is not None]
    return parts.counted == MONEY and max(bounds, default=Decimal(0)).scaleb(parts.power, WIDE) >= BEYOND_BELIEF


def _shifted(bound: Decimal | None, power: int) -> Decimal | None:
    """Without the zeros behind the comma that moving it would print: 60.000 triệu are 60 tỷ, no 60,000 tỷ."""
    if bound is None or not power:
        return bound
    return WIDE.add(bound.scaleb(power, WIDE).normalize(WIDE), Decimal(0))
