"""From what was printed to a Quantity. Pure."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from emulation.core.numbers import NumberError, parse_decimal, parse_integer
from emulation.core.quantity.units import unit_key
from emulation.core.quantity.value import Hedge, Quantity, QuantityError
from emulation.core.text import squash

LONGEST = 200
FRACTIONAL = "%"
NUMBER = r"[+-]?\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|[+-]?\d+(?:[.,]\d+)*"
UNIT = r"(?:[%‰]|[^\W\d_])(?:[^\d()%<>≤≥]|(?<=[^\W\d_])[23])*"
LEADS = (
    r"đều|cùng|(?:tốc độ |mức )?tăng(?: trưởng| lên| thêm)?|giảm (?:xuống )?còn|giảm xuống|đạt|còn|là|bằng|tỷ lệ|"
    r"bình quân(?: chung)?|trung bình"
)
LEAD = re.compile(rf"(?:(?:{LEADS})\s+)+", re.IGNORECASE)
FALLS = re.compile(r"(?:ước (?:tính )?)?(?:giảm|âm)(?!\w)", re.IGNORECASE)
GUESSED = rf"(?:(?:ước(?: tính)?|dự kiến)(?: (?:{LEADS}))*(?: khoảng)?|khoảng|xấp xỉ|trên dưới|~)"
NOT_COUNTED = re.compile(rf"(?:{GUESSED}|trên|hơn|gần|dưới)\s*(?=\d)", re.IGNORECASE)
BELOW_NOTHING = re.compile("[-\u2010-\u2015\u2212](?=\\d)")
RISES = re.compile(r"\D*\btăng\b", re.IGNORECASE)
GUESSED_BEHIND = re.compile(r"\s*\((?:số )?(?:ước(?: tính| thực hiện| đạt)?|dự kiến)\)$", re.IGNORECASE)
UNIT_IN_BRACKETS = re.compile(r"(?<=\d) ?\(((?!(?:số )?(?:ước|dự kiến))[^\W\d_][^\d()%<>≤≥]*|%)\)$", re.IGNORECASE)
DASHES = re.compile("[\u2010-\u2015\u2212]")
ABOUT = re.compile(rf"(?:{GUESSED})\s*", re.IGNORECASE)
SIDES = (  # the words before the number; which bound it is; closed; hedge
    (r"trên|hơn|>(?!=)", "low", False, Hedge.OVER),
    (r"từ|ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|>=|≥", "low", True, Hedge.NONE),
    (r"gần", "high", False, Hedge.NEARLY),
    (r"dưới|chưa đến|chưa tới|<(?!=)", "high", False, Hedge.NONE),
    (r"không quá|không vượt quá|tối đa|nhiều nhất|<=|≤", "high", True, Hedge.NONE),
)
SIDED = tuple(
    (re.compile(rf"(?:{words})\s*", re.IGNORECASE), bound, closed, hedge) for words, bound, closed, hedge in SIDES
)
ONE = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>{UNIT})?")
ONWARDS = re.compile(rf"(?:từ )?(?P<number>{NUMBER})\s*(?P<unit>{UNIT}?)? ?trở (?P<way>lên|xuống)", re.IGNORECASE)
LOW_UNIT = r"(?=[%‰]|[^\W\d_])(?:(?!-|\b(?:đến|tới|dưới)\b)[^\d()<>≤≥])+?"
COUNT = r"\d{1,3}(?: \d{3})+(?!\d)|\d[\d.]*"
PART_OF = rf"(?P<part>(?P<above>{COUNT}) ?/ ?(?P<below>{COUNT})(?: ?(?P<unit>(?!%){UNIT}?))?)"
SHARE = rf"(?:(?:đạt|chiếm|bằng|tỷ lệ) )*(?P<share>{NUMBER}) ?%"
RATIOS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (PART_OF, rf"{PART_OF} ?\({SHARE}\)", rf"{PART_OF}, ?{SHARE}", rf"{SHARE} ?\({PART_OF}\)")
)
RANGE = re.compile(
    rf"(?:từ )?(?P<above>trên |hơn )?(?P<low>{NUMBER})\s*(?P<low_unit>{LOW_UNIT})?"
    rf"(?: ?- ?| đến | tới )(?P<under>dưới )?(?P<high>{NUMBER})\s*(?P<unit>{UNIT})?",
    re.IGNORECASE,
)


def parse_quantity(text: str, *, unit: str = "", decimal: bool = False) -> Quantity:
    """Printed Vietnamese: "471.000 tỷ đồng" is a whole number; "12.64" is accepted; "1.092%" is refused as ambiguous.

    `unit` is what stands in a column of its own, for a figure that names none: "1.092" with "%" is refused, and with
    `decimal` so is every bare "1.092", for the field takes fractions.
    Words like "đều tăng", "đạt", "giảm còn" before the figure are passed over, also behind "ước". "giảm 3%" is
    refused: whether it is -3% or 3% of a fall only the indicator tells. "-0" is 0, and printed so.
    """
    printed = squash(text)
    if len(printed) > LONGEST:
        raise QuantityError("not_a_quantity", printed)
    body = UNIT_IN_BRACKETS.sub(r" \1", DASHES.sub("-", printed))
    if guessed := GUESSED_BEHIND.search(body):
        body = "ước " + UNIT_IN_BRACKETS.sub(r" \1", body[: guessed.start()])
    lead = LEAD.match(body)
    written = body[lead.end() :] if lead else body
    assumed = FRACTIONAL if decimal else unit
    try:
        found = next((found for read in FORMS if (found := read(written, assumed, printed))), None)
        if found is None:
            raise QuantityError(_why_none(written, unit, printed), printed)
    except NumberError as error:
        reason = error.reason if error.reason in ("ambiguous", "too_many_digits") else "not_a_quantity"
        raise QuantityError(reason, printed) from error
    if found.low is not None and found.low == found.high == 0 and "-" in body:
        zero, nothing = abs(found.low), BELOW_NOTHING.sub("", found.as_printed)
        found = replace(found, low=zero, high=zero, as_printed=nothing)
    if RISES.match(body) and any(bound is not None and bound < 0 for bound in (found.low, found.high)):
        raise QuantityError("up_and_down", printed)
    return replace(found, unit=unit) if found.unit == assumed and assumed not in written else found


def _why_none(written: str, unit: str, printed: str) -> str:
    if FALLS.match(written):
        return "falls"
    guessed = NOT_COUNTED.match(written)
    is_part = guessed is not None and _ratio(written[guessed.end() :], unit, printed) is not None
    return "guessed_part" if is_part else "not_a_quantity"


def _ratio(body: str, unit: str, printed: str) -> Quantity | None:
    """Also with its share, which follows from the two: 13/16 xã (81,25%), 13/16 xã, đạt 81,25%, 81,25% (13/16 xã)."""
    match = next((match for form in RATIOS if (match := form.fullmatch(body))), None)
    if match is None:
        return None
    above, below = parse_integer(match["above"]), parse_integer(match["below"])
    unit = (match["unit"] or "").strip() or unit
    share = match.groupdict().get("share")
    if share is None:
        return Quantity.ratio(above, below, unit, as_printed=printed)
    found = Quantity.ratio(above, below, unit, as_printed=body[match.start("above") : match.end("part")].strip())
    _same_share(parse_decimal(share), Fraction(100 * above, below), printed)
    return found


def _onwards(body: str, unit: str, printed: str) -> Quantity | None:
    match = ONWARDS.fullmatch(body)
    if match is None:
        return None
    unit = (match["unit"] or "").strip() or unit
    value = _number(match["number"], unit)
    if match["way"].casefold() == "lên":
        return Quantity(value, None, unit=unit, as_printed=printed)
    return Quantity(None, value, unit=unit, as_printed=printed)


def _sided(body: str, unit: str, printed: str) -> Quantity | None:
    for words, bound, closed, hedge in SIDED:
        start = words.match(body)
        match = start and ONE.fullmatch(body, start.end())
        if match:
            unit = match["unit"] or unit
            value = _number(match["number"], unit)
            if bound == "low":
                return Quantity(value, None, closed, True, hedge, unit, as_printed=printed)
            return Quantity(None, value, True, closed, hedge, unit, as_printed=printed)
    return None


def _plain(body: str, unit: str, printed: str) -> Quantity | None:
    start = ABOUT.match(body)
    hedge = Hedge.ABOUT if start else Hedge.NONE
    place = start.end() if start else 0
    if match := ONE.fullmatch(body, place):
        unit = match["unit"] or unit
        value = _number(match["number"], unit)
        return Quantity(value, value, hedge=hedge, unit=unit, as_printed=printed)
    match = RANGE.fullmatch(body, place)
    if match is None or (start and (match["above"] or match["under"])):
        return None
    unit = match["unit"] or match["low_unit"] or unit
    _same_unit(match["low_unit"] or "", unit, printed)
    return Quantity(
        _number(match["low"], unit),
        _number(match["high"], unit),
        not match["above"],
        not match["under"],
        hedge,
        unit,
        as_printed=printed,
    )


FORMS = (_ratio, _onwards, _sided, _plain)


def _same_share(said: Decimal, share: Fraction, printed: str) -> None:
    """To one of its last digit, for some round and some cut off."""
    last_digit = Fraction(10) ** int(said.as_tuple().exponent)
    if abs(share - Fraction(said)) > last_digit:
        raise QuantityError("other_share", printed)


def _same_unit(first: str, last: str, printed: str) -> None:
    """As in "9,5% - 10%/năm" names its unit shorter the first time; "500 triệu - 1 tỷ đồng" are two units."""
    first, last = unit_key(first), unit_key(last)
    if first and first != last and not re.match(rf"{re.escape(first)}(?!\w)", last):
        raise QuantityError("units_differ", printed)


def _number(written: str, unit: str) -> Decimal:
    try:
        return parse_decimal(written)
    except NumberError as error:
        if error.reason == "ambiguous" and not unit.casefold().startswith(("%", "‰", "phần trăm")):
            return Decimal(parse_integer(written))
        raise
