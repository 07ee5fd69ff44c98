"""Words as paper takes them. Pure."""

import re
from decimal import Decimal

from emulation.core.numbers import format_decimal, format_integer
from emulation.core.paper import for_paper
from emulation.core.text import of_block

VIETNAMESE = "vi"  # papers are in it by law, whatever the reader's screen is in
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: object) -> str:
    """As paper takes it, without the characters that no XML or PDF may hold."""
    return for_paper(UNPRINTABLE.sub("", str(text)))


def format_number(value: int | Decimal, kind: str, places: int | None = None) -> str:
    """23.735, 12,64 or 79,92%: `percent` takes percent points (79.92), two places unless told."""
    if kind == "integer":
        return format_integer(int(value))
    if kind == "percent":
        return format_decimal(Decimal(value), 2 if places is None else places) + "%"
    return format_decimal(Decimal(value), places)


class OfCluster:
    """Material of a cluster or of a block; what the house itself says of it is said in the words of its kind."""

    is_block: bool

    def said(self, text: str) -> str:
        return of_block(text) if self.is_block else text


COMMON_NOUNS = ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG", "THÀNH PHỐ", "TỈNH", "CỤM THI ĐUA", "KHỐI THI ĐUA", "BAN", "BỘ", "SỞ")


def spoken(capitals: str) -> str:
    """ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ → Ủy ban nhân dân thành phố Cần Thơ; what is not in capitals stays."""
    if capitals != capitals.upper():
        return capitals
    text = capitals.title()
    for noun in COMMON_NOUNS:
        text = re.sub(rf"\b{noun.title()}\b", noun.lower(), text)
    return text[:1].upper() + text[1:]
