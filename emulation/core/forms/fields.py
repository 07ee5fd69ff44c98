from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from emulation.core.dates import DateError, format_date, parse_date


class VietnameseDateField(forms.DateField):
    """Day first, whatever language the page is in."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return parse_date(value)
        except DateError as error:
            if error.reason == "only_a_year":
                raise ValidationError(
                    _("“%(seen)s” is only a year. Write day/month/year, for example 05/12/2025."),
                    code="only_a_year",
                    params={"seen": error.seen},
                ) from error
            raise ValidationError(
                _("“%(seen)s” is not a day of the calendar. Write day/month/year, for example 05/12/2025."),
                code="not_a_date",
                params={"seen": error.seen},
            ) from error

    def prepare_value(self, value):
        return format_date(value) if hasattr(value, "strftime") else value
