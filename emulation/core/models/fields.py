from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from emulation.core.period import Period


def longest(model: type[models.Model], column: str) -> int:
    """How many characters the column keeps; forms and deeds ask it, so that none of them says another number."""
    most = model._meta.get_field(column).max_length
    if most is None:
        raise LookupError(f"{model._meta.label}.{column} bounds no text")
    return most


class PeriodField(DateRangeField):
    """A `daterange` column that yields and takes `Period`."""

    if TYPE_CHECKING:

        def __get__(self, instance: object, owner: type | None = None) -> Period: ...

        def __set__(self, instance: object, value: Period) -> None: ...

    def from_db_value(self, value, expression, connection):
        if value is None or value.isempty:
            return None
        return Period(value.lower, value.upper)

    def to_python(self, value):
        if isinstance(value, Period):
            return value
        ranged = super().to_python(value)
        return Period(ranged.lower, ranged.upper) if ranged is not None else None

    def get_prep_value(self, value):
        if isinstance(value, Period):
            value = DateRange(value.start, value.end, "[)")
        return super().get_prep_value(value)

    def value_to_string(self, obj):
        value = self.value_from_object(obj)
        return "" if value is None else f"[{value.start or ''},{value.end or ''})"


class PeriodQuerySet(models.QuerySet):
    """For models whose validity stands in a `PeriodField` named `during`."""

    def on(self, day):
        return self.filter(during__contains=day)

    def overlapping(self, period: Period):
        return self.filter(during__overlap=period)


def never_overlapping(name: str, *fields: str, message, condition=None) -> ExclusionConstraint:
    """At most one row per `fields` on any day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            ("during", RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=message,
    )
