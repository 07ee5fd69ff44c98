"""Reads what an office writes into a cell of its half-year figures. Pure."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from clusters.indicators.rules.terms import FigurePart, ValueKind
from emulation.core.numbers import is_bounded
from emulation.core.quantity import Quantity, QuantityError, parse_quantity
from emulation.core.quantity.units import has_no_thousandths, in_unit, is_beyond_belief
from emulation.core.text import squash

PERCENT = "%"
HUNDRED, TWICE_THE_PLAN = Decimal(100), Decimal(200)
A_SHARE = re.compile(r"\s*t[ỷỉ] (?:lệ|trọng|suất)\b", re.IGNORECASE)
GROWS = re.compile(r"\b(?:tăng|giảm|chênh lệch|lạm phát)\b", re.IGNORECASE)
FRACTION_OF_ONE = re.compile(r"[+-]?0?[.,]\d+")
TURNS_OR_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WITHIN_A_NUMBER = re.compile("(?<=[\\d.,])[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]+(?=[\\d.,])")
LIKE_THOUSANDS = re.compile(r"(?<![\d.,])\d+,\d{3}(?![\d.,])")
POINTED_LIKE_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{3,}\.\d{3}(?![\d.,])")
RISES = re.compile(r"\D*\btăng\b(?! lên\b)", re.IGNORECASE)
GROWTH = ("%", "‰", "điểm %", "điểm phần trăm")


class FigureTrouble(StrEnum):
    NOT_A_QUANTITY = "not_a_quantity"
    AMBIGUOUS = "ambiguous"
    TOO_MANY_DIGITS = "too_many_digits"
    UPSIDE_DOWN = "upside_down"
    UNITS_DIFFER = "units_differ"
    NOTHING_TO_DIVIDE_BY = "nothing_to_divide_by"
    OTHER_SHARE = "other_share"
    OTHER_UNIT = "other_unit"
    NOT_A_RATIO = "not_a_ratio"
    A_RATIO = "a_ratio"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    PART_ABOVE_WHOLE = "part_above_whole"
    COMMA_THOUSANDS = "comma_thousands"
    HIDDEN_SIGN = "hidden_sign"
    UP_AND_DOWN = "up_and_down"
    FALLS = "falls"
    RISES = "rises"
    GUESSED_PART = "guessed_part"


class ReadAs(StrEnum):
    """What is told of a figure that was understood otherwise than letter by letter, or that lacks what was asked."""

    THOUSANDS = "thousands"
    FRACTION = "fraction"
    OTHER_SCALE = "other_scale"
    SHARE_ONLY = "share_only"
    PART_ONLY = "part_only"
    ABOVE_ALL = "above_all"
    BELOW_ONE = "below_one"
    BEYOND_BELIEF = "beyond_belief"


@dataclass(frozen=True)
class Reading:
    """`quantity` is None where nothing is written, or where `trouble` says why it cannot be read; `seen` is what the
    trouble is about. `read_as`: what whoever wrote it is to be shown."""

    quantity: Quantity | None = None
    trouble: FigureTrouble | None = None
    seen: str = ""
    read_as: ReadAs | None = None


def read_figure(part: FigurePart, text: str, *, kind: ValueKind, unit: str, name: str = "") -> Reading:
    """`part` is the value, in the indicator's own unit, or its share of the annual plan, always in per cent. `name`: of
    the indicator, which tells a share from growth, that may be below zero."""
    if part is FigurePart.PLAN_SHARE:
        return _with_doubts(_read(text, ValueKind.PERCENT, PERCENT, at_least=Decimal(0)), text, TWICE_THE_PLAN)
    counted = kind in (ValueKind.WHOLE, ValueKind.RATIO)
    is_share = kind is ValueKind.PERCENT and bool(A_SHARE.match(name)) and not GROWS.search(name)
    return _with_doubts(_read(text, kind, unit, at_least=Decimal(0) if counted or is_share else None), text, HUNDRED)


def _with_doubts(reading: Reading, text: str, most: Decimal) -> Reading:
    """What may be another figure than was meant is shown back: 812,5%; 0,8125 for 81,25%; money in another unit."""
    found = reading.quantity
    if found is None or reading.read_as is not None or found.denominator is not None:
        return reading
    bounds = [abs(bound) for bound in (found.low, found.high) if bound is not None]
    doubt = None
    if found.unit.startswith(PERCENT) and max(bounds) > most:
        doubt = ReadAs.ABOVE_ALL
    elif found.unit.startswith(PERCENT) and FRACTION_OF_ONE.fullmatch(text.strip()):
        doubt = ReadAs.BELOW_ONE
    elif is_beyond_belief(found):
        doubt = ReadAs.BEYOND_BELIEF
    return replace(reading, read_as=doubt)


def missing_base(quantity: Quantity, kind: ValueKind) -> ReadAs | None:
    """Of a part of a whole that was reported as a share alone, or as a part alone."""
    if kind is not ValueKind.RATIO or quantity.denominator is not None:
        return None
    return ReadAs.SHARE_ONLY if quantity.unit.startswith(PERCENT) else ReadAs.PART_ONLY


def _read(text: str, kind: ValueKind, unit: str, *, at_least: Decimal | None) -> Reading:
    written = squash(text)
    if TURNS_OR_CONTROLS.search(text) or WITHIN_A_NUMBER.search(text):
        return Reading(trouble=FigureTrouble.HIDDEN_SIGN, seen=written)
    if not written:
        return Reading()
    if POINTED_LIKE_THOUSANDS.search(written):
        return Reading(trouble=FigureTrouble.AMBIGUOUS, seen=written)
    try:
        found, read_as = _parsed(written, kind, unit)
    except QuantityError as error:
        return Reading(trouble=FigureTrouble(error.reason), seen=error.seen)
    if kind is ValueKind.RATIO and found.denominator is None and not found.unit:
        return Reading(trouble=FigureTrouble.NOT_A_RATIO, seen=written)
    is_share = kind is ValueKind.RATIO and found.unit.startswith(PERCENT)
    own = in_unit(found, PERCENT if is_share else unit)
    if own is None:
        return Reading(trouble=FigureTrouble.OTHER_UNIT, seen=found.unit)
    if RISES.match(written) and not (at_least is None and own.unit.startswith(GROWTH)):
        return Reading(trouble=FigureTrouble.RISES, seen=written)
    is_scaled = (own.low, own.high) != (found.low, found.high)
    if kind in (ValueKind.WHOLE, ValueKind.RATIO) and not (is_share or is_scaled) and LIKE_THOUSANDS.search(written):
        return Reading(trouble=FigureTrouble.COMMA_THOUSANDS, seen=written)
    trouble = _objection(own, kind, at_least)
    if trouble is not None:
        return Reading(trouble=trouble, seen=written)
    if is_scaled:
        read_as = ReadAs.OTHER_SCALE
    return Reading(own, read_as=read_as or missing_base(own, kind))


def _parsed(written: str, kind: ValueKind, unit: str) -> tuple[Quantity, ReadAs | None]:
    if kind is ValueKind.RATIO:
        return parse_quantity(written), None
    decimal = kind in (ValueKind.DECIMAL, ValueKind.PERCENT)
    try:
        found = parse_quantity(written, unit=unit, decimal=decimal)
        return found, ReadAs.FRACTION if kind is ValueKind.DECIMAL and LIKE_THOUSANDS.search(written) else None
    except QuantityError as error:
        if error.reason != FigureTrouble.AMBIGUOUS or not has_no_thousandths(unit):
            raise
    return parse_quantity(written, unit=unit), ReadAs.THOUSANDS


def _objection(found: Quantity, kind: ValueKind, at_least: Decimal | None) -> FigureTrouble | None:
    bounds = [bound for bound in (found.low, found.high) if bound is not None]
    if kind is not ValueKind.RATIO and found.denominator is not None:
        return FigureTrouble.A_RATIO
    if not all(is_bounded(bound) for bound in bounds):
        return FigureTrouble.TOO_MANY_DIGITS
    is_count = kind is ValueKind.WHOLE or missing_base(found, kind) is ReadAs.PART_ONLY
    if is_count and any(bound != bound.to_integral_value() for bound in bounds):
        return FigureTrouble.NOT_WHOLE
    if at_least is not None and any(bound < at_least for bound in bounds):
        return FigureTrouble.NEGATIVE
    if (found.share is not None and found.share > 1) or _is_above_all(found, kind):
        return FigureTrouble.PART_ABOVE_WHOLE
    return None


def _is_above_all(found: Quantity, kind: ValueKind) -> bool:
    """A share that stands for a part and its whole and cannot be one."""
    return missing_base(found, kind) is ReadAs.SHARE_ONLY and found.low is not None and found.low > HUNDRED
