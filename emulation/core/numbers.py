"""Numbers as Vietnamese offices write them: 23.735 and 79,92%. Pure; never a float out."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

BY_DOTS = r"[1-9]\d{0,2}(?:\.\d{3})+"
BY_SPACES = r"[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+"
WHOLE = re.compile(rf"[+-]?(?:\d+|{BY_DOTS}|{BY_SPACES})", re.ASCII)
WITH_COMMA = re.compile(rf"[+-]?(?:\d+|{BY_DOTS}|{BY_SPACES}),\d+", re.ASCII)
WITH_POINT = re.compile(r"[+-]?\d+\.\d+", re.ASCII)
ONE_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
BY_COMMAS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
OF_A_SPREADSHEET = re.compile(r"[+-]?\d+[.,]0{1,2}", re.ASCII)
LONGEST = 60
MOST_DIGITS = 18
TOO_MUCH = 10**MOST_DIGITS
WIDE = Context(prec=1000)
POINTED = re.compile(r"(?<![\d.,])\d+\.\d+(?![\d.,]*\d)", re.ASCII)
SEPARATORS = re.compile(r"[ .\u00a0\u202f\u2009]")


class NumberError(ValueError):
    """`reason`: not_a_number, ambiguous, not_whole or too_many_digits; `seen`: what was written."""

    def __init__(self, reason: str, seen: str):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen


def format_integer(value: int) -> str:
    return f"{value:,d}".replace(",", ".")


def format_decimal(value: Decimal | int, places: int | None = None) -> str:
    """Rounded half up to `places`; as given where None."""
    if isinstance(value, float):
        raise TypeError("a float has lost what was written: give a Decimal")
    value = Decimal(value)
    if places is not None:
        value = rounded(value, places)
    if not value:
        value = abs(value)
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def rounded(value: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Half up where nothing else is said, of whatever size: a page must not fail over a number it only shows."""
    return value.quantize(Decimal(1).scaleb(-places), rounding, WIDE)


def format_percent(numerator: int | Decimal, denominator: int | Decimal, places: int = 2) -> str | None:
    """79,92%, rounded half up once; None where there is nothing to divide by."""
    if not denominator:
        return None
    exact = Fraction(numerator) * 100 / Fraction(denominator) * 10**places
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    share = Decimal(whole if exact >= 0 else -whole).scaleb(-places, WIDE)
    return format_decimal(share, places) + "%"


def format_for_input(value: Decimal) -> str:
    """What `parse_decimal` reads back as the same number: 1.800.000,5 but 1092, for "1.092" would be refused."""
    written = format_decimal(value)
    return f"{value:f}" if ONE_GROUP.fullmatch(written) else written


def with_decimal_commas(text: str) -> str:
    """12,64% of "12.64%"; a dot that parts thousands stays."""
    return POINTED.sub(lambda found: found[0] if ONE_GROUP.fullmatch(found[0]) else found[0].replace(".", ","), text)


def parse_integer(text: str) -> int:
    """1.092, 23 735 and 1092. A comma is refused: "1,092" may be an English thousand or a Vietnamese fraction."""
    written = _trimmed(text)
    if WHOLE.fullmatch(written):
        return int(_bounded(Decimal(SEPARATORS.sub("", written)), text))
    if BY_COMMAS.fullmatch(written):
        raise NumberError("ambiguous", text)
    if WITH_COMMA.fullmatch(written) or WITH_POINT.fullmatch(written):
        raise NumberError("not_whole", text)
    raise NumberError("not_a_number", text)


def parse_integer_cell(value: int | float | Decimal | str) -> int:
    """A spreadsheet's cell: also 15.0 as a number and "15.0" as text; 15.5 is refused as not whole."""
    if isinstance(value, bool):
        raise NumberError("not_a_number", str(value))
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value))
        if not number.is_finite():
            raise NumberError("not_a_number", str(value))
        if number != number.to_integral_value():
            raise NumberError("not_whole", str(value))
        return int(_bounded(number, str(value)))
    written = _trimmed(str(value))
    if OF_A_SPREADSHEET.fullmatch(written):
        return int(_bounded(Decimal(re.split("[.,]", written)[0]), written))
    return parse_integer(str(value))


def parse_id(text: str) -> int | None:
    """The number of a row as an address or a form sends it back; None where no row can have it."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


def parse_decimal(text: str) -> Decimal:
    """12,64 and 12.64; 1.800.000,5 and 23 735,5.

    The comma is always the decimal sign, so "1,092" is a little over one; a dot before exactly three digits could be
    either ("1.092") and is refused as ambiguous, unless it cannot part thousands ("0.360"). "1,092.5" is refused too.
    """
    written = _trimmed(text)
    if ONE_GROUP.fullmatch(written):
        raise NumberError("ambiguous", text)
    if WHOLE.fullmatch(written) or WITH_COMMA.fullmatch(written):
        return _bounded(Decimal(SEPARATORS.sub("", written).replace(",", ".")), text)
    if WITH_POINT.fullmatch(written):
        return _bounded(Decimal(written), text)
    raise NumberError("ambiguous" if BY_COMMAS.fullmatch(written) else "not_a_number", text)


def is_bounded(number: Decimal) -> bool:
    """At most 18 digits before the comma and as many after it; no office reports more."""
    return abs(number) < TOO_MUCH and -int(number.as_tuple().exponent) <= MOST_DIGITS


def _bounded(number: Decimal, text: str) -> Decimal:
    if not is_bounded(number):
        raise NumberError("too_many_digits", text)
    return number


def _trimmed(text: str) -> str:
    if len(text) > LONGEST:
        raise NumberError("not_a_number", text)
    return text.strip().replace("\u2212", "-")
