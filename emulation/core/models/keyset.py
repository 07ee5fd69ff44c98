"""Paging by the last row seen instead of by number: the same time at any depth."""

from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.db.models import Q

SALT = "keyset"


@dataclass(frozen=True)
class Page:
    """`following` and `preceding` are cursors for the URL, None at either end."""

    rows: list
    following: str | None
    preceding: str | None


@dataclass(frozen=True)
class KeysetOrder:
    """`fields` as in `order_by`, ending in the primary key; every one NOT NULL."""

    fields: tuple[str, ...]

    def reversed(self) -> "KeysetOrder":
        return KeysetOrder(tuple(field[1:] if field.startswith("-") else f"-{field}" for field in self.fields))

    def after(self, values) -> Q:
        """Rows that come later in this order than the row with these values."""
        later = Q()
        for place, field in enumerate(self.fields):
            name, comparison = (field[1:], "lt") if field.startswith("-") else (field, "gt")
            same = {done.lstrip("-"): values[i] for i, done in enumerate(self.fields[:place])}
            later |= Q(**same, **{f"{name}__{comparison}": values[place]})
        first = self.fields[0]
        bound = f"{first.lstrip('-')}__{'lte' if first.startswith('-') else 'gte'}"
        return Q(**{bound: values[0]}) & later

    def values_of(self, row) -> list:
        return [getattr(row, field.lstrip("-")) for field in self.fields]


def read_page(queryset, order: KeysetOrder, *, cursor: str, bound_to: str, size: int) -> Page:
    """`bound_to` names the filter and order a cursor was made for: with another one, or forged, it starts anew."""
    place = _opened(cursor, bound_to)
    if place is None:
        rows = list(queryset.order_by(*order.fields)[: size + 1])
        more = len(rows) > size
        rows = rows[:size]
        return Page(rows, _sealed(order, rows[-1], "+", bound_to) if more else None, None)
    direction, values = place
    if direction == "-":
        turned = order.reversed()
        rows = list(queryset.filter(turned.after(values)).order_by(*turned.fields)[: size + 1])
        more = len(rows) > size
        rows = rows[:size][::-1]
        return Page(
            rows,
            _sealed(order, rows[-1], "+", bound_to) if rows else None,
            _sealed(order, rows[0], "-", bound_to) if more else None,
        )
    rows = list(queryset.filter(order.after(values)).order_by(*order.fields)[: size + 1])
    more = len(rows) > size
    rows = rows[:size]
    return Page(
        rows,
        _sealed(order, rows[-1], "+", bound_to) if more else None,
        _sealed(order, rows[0], "-", bound_to) if rows else None,
    )


def _sealed(order: KeysetOrder, row, direction: str, bound_to: str) -> str:
    return cursor_after(order.values_of(row), bound_to, direction)


def cursor_after(values, bound_to: str, direction: str = "+") -> str:
    """A cursor for the rows that come after these values of the order's fields, whether or not a row has them."""
    values = [value.isoformat() if isinstance(value, date) else value for value in values]
    return signing.dumps([direction, values], salt=f"{SALT}:{bound_to}", compress=True)


def _opened(cursor: str, bound_to: str):
    if not cursor:
        return None
    try:
        direction, values = signing.loads(cursor, salt=f"{SALT}:{bound_to}")
    except signing.BadSignature:
        return None
    return direction, values
