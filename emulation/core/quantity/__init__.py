from emulation.core.quantity.reading import parse_quantity
from emulation.core.quantity.value import Hedge, Quantity, QuantityError

__all__ = ["Hedge", "Quantity", "QuantityError", "parse_quantity"]
