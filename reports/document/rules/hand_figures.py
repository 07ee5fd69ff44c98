"""Figures that a person writes over computed ones: read as offices print them, hedges included. Pure."""

import re
from dataclasses import replace
from decimal import Decimal

from emulation.core.numbers import format_decimal, format_integer
from emulation.core.quantity import Quantity, QuantityError, parse_quantity
from reports.document.rules.sentences import Limits, NotWorded, Sentence, WordingFault, plain
from reports.document.rules.tables import UNKNOWN, Figure

ASIDE = re.compile(r" \([^()]*\)$")
BARE = re.compile(r"[+\-−]?\d[\d.,\s]*")
NUMBER = re.compile(r"(?:(?<!\w)[-−])?\d+(?:[.,]\d+)*")


def said_beside(written: str, computed: str, why: str) -> str:
    """Of a figure changed by hand: both values and the reason, as the notes on the data print it."""
    reason = f"lý do: {why.rstrip('.')}."
    if not written:
        return f"không ghi số tính được là {computed}; {reason}"
    if computed == UNKNOWN:
        return f"ghi {written}, dữ liệu chưa có số ({UNKNOWN}); {reason}"
    return f"ghi {written}, số tính được là {computed}; {reason}"


def refuse_what_is_no_figure(written: str, sentence: Sentence) -> None:
    """Raises `NotWorded` for words in a cell, and for numbers that its column cannot hold. An aside in brackets stays
    as it was computed."""
    limits, computed = sentence.limits, plain(sentence.figures[0].text)
    aside = ASIDE.search(computed)
    body = written.removesuffix(aside.group()) if aside else written
    try:
        found = parse_quantity(body, unit=limits.unit)
    except QuantityError as error:
        raise NotWorded(WordingFault.NOT_A_FIGURE, written) from error
    named = found.unit if found.unit in body else ""
    if named not in ("", "%") and named not in computed:
        raise NotWorded(WordingFault.NOT_A_FIGURE, written)
    if limits.is_whole and found.denominator is not None and "/" not in computed:
        raise NotWorded(WordingFault.NOT_A_COUNT, written)
    _keep_to(limits, found, written)


def as_printed(text: str, limits: Limits) -> str:
    """Of what was typed in a cell, in its brackets: a count that is nothing but a number stands as the report's other
    counts do. 0007582, 7 582 and 7.582,0 are 7.582."""
    written = text.removeprefix("[").removesuffix("]").strip()
    if not limits.is_whole or not BARE.fullmatch(written):
        return text
    try:
        found = parse_quantity(written, unit=limits.unit)
    except QuantityError:
        return text
    if not found.exact or found.low is None or found.low != found.low.to_integral_value():
        return text
    return f"[{format_integer(int(found.low))}]"


def refuse_what_says_no_number(written: str, figure: Figure) -> None:
    """Of a figure within a sentence, in whose brackets words may stand beside it. Raises `NotWorded` for words without
    a number, and for a fraction or less than nothing where a whole number was counted. Empty: it is left out."""
    if not written:
        return
    found = NUMBER.search(written)
    if found is None:
        raise NotWorded(WordingFault.NO_NUMBER, written)
    is_count = figure.kind == "integer" and figure.value >= 0 and not set(",/%") & set(plain(figure.text))
    said = said_by(replace(figure, printed=found.group().replace("−", "-"))) if is_count else None
    if said is not None and any(one < 0 or one != one.to_integral_value() for one in _bounds(said)):
        raise NotWorded(WordingFault.NO_COUNT, written)


def _keep_to(limits: Limits, found: Quantity, written: str) -> None:
    is_outside = any(
        (limits.low is not None and bound < limits.low)
        or (limits.high is not None and bound > limits.high)
        or (limits.is_whole and bound != bound.to_integral_value())
        for bound in _bounds(found)
    )
    if is_outside:
        raise NotWorded(WordingFault.NOT_A_COUNT if limits.is_whole else WordingFault.NOT_A_SHARE, written)


def _bounds(found: Quantity) -> list[Decimal]:
    return [bound for bound in (found.low, found.high) if bound is not None]


def said_by(figure: Figure) -> Quantity | None:
    """What a figure prints; None where it is words that no number can be read from."""
    try:
        return parse_quantity(figure.number if figure.printed else format_decimal(figure.value, figure.places))
    except QuantityError:
        return None
