"""A Quantity as JSON and back, exact. Pure."""

from decimal import Decimal

from emulation.core.quantity.value import Hedge, Quantity


def to_json(quantity: Quantity) -> dict:
    """Bounds as decimal text; what says nothing (no bound, closed, no hedge, no unit) is left out."""
    kept = {
        "low": None if quantity.low is None else str(quantity.low),
        "high": None if quantity.high is None else str(quantity.high),
        "low_open": quantity.low is not None and not quantity.low_closed,
        "high_open": quantity.high is not None and not quantity.high_closed,
        "hedge": str(quantity.hedge),
        "unit": quantity.unit,
        "numerator": quantity.numerator,
        "denominator": quantity.denominator,
        "as_printed": quantity.as_printed,
    }
    return {name: value for name, value in kept.items() if value is not None and value is not False and value != ""}


def from_json(kept: dict) -> Quantity:
    return Quantity(
        Decimal(kept["low"]) if "low" in kept else None,
        Decimal(kept["high"]) if "high" in kept else None,
        not kept.get("low_open", False),
        not kept.get("high_open", False),
        Hedge(kept.get("hedge", "")),
        kept.get("unit", ""),
        kept.get("numerator", 0 if "denominator" in kept else None),  # a part of nothing was once left out
        kept.get("denominator"),
        kept.get("as_printed", ""),
    )
