"""Reads what an office writes into a cell of its half-year figures. Pure."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from clusters.indicators.rules.terms import FigurePart, ValueKind
from emulation.core.quantity import Quantity, QuantityError, parse_quantity
from emulation.core.text import accent_key, squash

PERCENT = "%"


class FigureTrouble(StrEnum):
    NOT_A_QUANTITY = "not_a_quantity"
    AMBIGUOUS = "ambiguous"
    TOO_MANY_DIGITS = "too_many_digits"
    UPSIDE_DOWN = "upside_down"
    UNITS_DIFFER = "units_differ"
    NOTHING_TO_DIVIDE_BY = "nothing_to_divide_by"
    OTHER_UNIT = "other_unit"
    NOT_A_RATIO = "not_a_ratio"
    A_RATIO = "a_ratio"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    PART_ABOVE_WHOLE = "part_above_whole"


@dataclass(frozen=True)
class Reading:
    """`quantity` is None where nothing is written, or where `trouble` says why it cannot be read; `seen` is what the
    trouble is about."""

    quantity: Quantity | None = None
    trouble: FigureTrouble | None = None
    seen: str = ""


def read_figure(part: FigurePart, text: str, *, kind: ValueKind, unit: str) -> Reading:
    """`part` is the value, in the indicator's own unit, or its share of the annual plan, always in per cent."""
    if part is FigurePart.PLAN_SHARE:
        return _read(text, ValueKind.PERCENT, PERCENT, at_least=Decimal(0))
    counted = kind in (ValueKind.WHOLE, ValueKind.RATIO)
    return _read(text, kind, unit, at_least=Decimal(0) if counted else None)


def _read(text: str, kind: ValueKind, unit: str, *, at_least: Decimal | None) -> Reading:
    written = squash(text)
    if not written:
        return Reading()
    try:
        found = parse_quantity(written, unit=unit, decimal=kind in (ValueKind.DECIMAL, ValueKind.PERCENT))
    except QuantityError as error:
        return Reading(trouble=FigureTrouble(error.reason), seen=error.seen)
    trouble = _objection(found, kind, unit, at_least)
    if trouble is FigureTrouble.OTHER_UNIT:
        return Reading(trouble=trouble, seen=found.unit)
    if trouble is not None:
        return Reading(trouble=trouble, seen=written)
    return Reading(replace(found, unit=unit))


def _objection(found: Quantity, kind: ValueKind, unit: str, at_least: Decimal | None) -> FigureTrouble | None:
    bounds = [bound for bound in (found.low, found.high) if bound is not None]
    if not _is_same_unit(found.unit, unit):
        return FigureTrouble.OTHER_UNIT
    if kind is ValueKind.RATIO and found.denominator is None:
        return FigureTrouble.NOT_A_RATIO
    if kind is not ValueKind.RATIO and found.denominator is not None:
        return FigureTrouble.A_RATIO
    if kind is ValueKind.WHOLE and any(bound != bound.to_integral_value() for bound in bounds):
        return FigureTrouble.NOT_WHOLE
    if at_least is not None and any(bound < at_least for bound in bounds):
        return FigureTrouble.NEGATIVE
    if found.share is not None and found.share > 1:
        return FigureTrouble.PART_ABOVE_WHOLE
    return None


def _is_same_unit(written: str, wanted: str) -> bool:
    """The shorter may stand for the longer: "%" for "%/năm", "xã nông thôn mới" for "xã"."""
    short, long = sorted((accent_key(written), accent_key(wanted)), key=len)
    return not short or re.match(rf"{re.escape(short)}(?!\w)", long) is not None
