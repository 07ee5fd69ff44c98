from django.db import models

from emulation.core.quantity import Quantity
from emulation.core.quantity.storing import from_json, to_json


class QuantityField(models.JSONField):
    """A `jsonb` column that yields and takes `Quantity`."""

    def from_db_value(self, value, expression, connection):
        kept = super().from_db_value(value, expression, connection)
        return None if kept is None else from_json(kept)

    def get_prep_value(self, value):
        return super().get_prep_value(to_json(value) if isinstance(value, Quantity) else value)

    def to_python(self, value):
        return from_json(value) if isinstance(value, dict) else value

    def value_to_string(self, obj):
        value = self.value_from_object(obj)
        return None if value is None else to_json(value)
