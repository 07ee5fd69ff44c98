"""A quantity as a cell beside its unit, which stands in a column of its own. Pure."""

from decimal import Decimal

from emulation.core.numbers import format_decimal
from emulation.core.quantity import Quantity
from reports.document.rules.tables import Cell


def number_in(text: str, quantity: Quantity, unit: str) -> Decimal | None:
    """Where it was printed as a plain number, with or without the unit, so that a workbook can reckon with it."""
    if not quantity.exact or quantity.denominator is not None or quantity.low is None:
        return None
    number = format_decimal(quantity.low)
    return quantity.low if text in (number, f"{number} {unit}", f"{number}{unit}") else None


def beside_unit(text: str, quantity: Quantity, unit: str) -> Cell:
    """A number, else the words without the unit that they end with."""
    number = number_in(text, quantity, unit)
    if number is not None:
        return number
    return text.removesuffix(f" {unit}") if unit else text
