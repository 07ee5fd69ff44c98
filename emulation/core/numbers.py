"""Numbers as Vietnamese offices write them: 23.735 and 79,92%. Pure; never a float out."""

import re
from decimal import ROUND_HALF_UP, Decimal

GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
PLAIN = re.compile(r"[+-]?\d+")


class NumberError(ValueError):
    """`reason`: not_a_number, ambiguous or not_whole; `seen`: what was written."""

    def __init__(self, reason: str, seen: str):
        super().__init__(f"{reason}: {seen!r}")
        self.reason = reason
        self.seen = seen


def format_integer(value: int) -> str:
    return f"{value:,d}".replace(",", ".")


def format_decimal(value: Decimal, places: int | None = None) -> str:
    """Rounded half up to `places`; as given where None."""
    value = Decimal(value)
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def format_percent(numerator: int, denominator: int, places: int = 2) -> str | None:
    """"79,92%"; None where there is nothing to divide by."""
    if not denominator:
        return None
    return format_decimal(Decimal(numerator) * 100 / Decimal(denominator), places) + "%"


def parse_integer(text: str) -> int:
    """"1.092" and "1 092" are one thousand and ninety-two; a comma is refused."""
    written = re.sub(r"[\s\u00a0\u202f]", "", text)
    if PLAIN.fullmatch(written):
        return int(written)
    if GROUPED.fullmatch(written):
        return int(written.replace(".", ""))
    raise NumberError("not_whole" if re.fullmatch(r"[+-]?[\d.,]+", written) else "not_a_number", text)


def parse_decimal(text: str) -> Decimal:
    """"12,64" and "12.64"; "1.800.000,5". "1.092" could be either and is refused."""
    written = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(r"[+-]?\d+(,\d+)?", written):
        return Decimal(written.replace(",", "."))
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+", written) or re.fullmatch(r"[+-]?\d{1,3}(\.\d{3}){2,}", written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", written):
        raise NumberError("ambiguous", text)
    if re.fullmatch(r"[+-]?\d+\.\d+", written):
        return Decimal(written)
    raise NumberError("not_a_number", text)
