"""Days and numbers typed as offices write them, whatever language the page is in."""

from datetime import time
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from emulation.core.dates import DateError, format_date, format_short_hour, parse_date, parse_hour
from emulation.core.numbers import NumberError, format_for_input, format_integer, parse_decimal, parse_integer

SENTENCES = {
    "only_a_year": _("“%(seen)s” is only a year. Write day/month/year, for example 05/12/2025."),
    "not_a_date": _("“%(seen)s” is not a day of the calendar. Write day/month/year, for example 05/12/2025."),
    "out_of_range": _("“%(seen)s” lies outside the years 1800 to 2199. Look at the year again."),
    "which_day": _("“%(seen)s” may be that day or the one after it. Write only day/month/year, without the time."),
    "not_an_hour": _("“%(seen)s” is not a time of day. Write hours and minutes, for example 14:30."),
}
TOO_MANY_DIGITS = _("“%(seen)s” has more digits than any figure here: at most 18, and 18 behind the comma.")
WHOLE_SENTENCES = {
    "not_a_number": _("“%(seen)s” is not a number. Write a whole number in digits, for example 1.092."),
    "not_whole": _("“%(seen)s” is not a whole number. Write it without a decimal part, for example 1.092."),
    "ambiguous": _("“%(seen)s” can be read in two ways. Part thousands with a dot, for example 1.092."),
    "too_many_digits": TOO_MANY_DIGITS,
}
DECIMAL_SENTENCES = {
    "not_a_number": _("“%(seen)s” is not a number. Write it in digits with a decimal comma, for example 12,64."),
    "ambiguous": _(
        "“%(seen)s” can be read in two ways. Write a decimal part after a comma, for example 1,092, and a whole number "
        "without separators, for example 1092."
    ),
    "too_many_digits": TOO_MANY_DIGITS,
}


def _refused(error: DateError | NumberError, sentences: dict) -> ValidationError:
    return ValidationError(sentences[error.reason], code=error.reason, params={"seen": error.seen})


class VietnameseDateField(forms.DateField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": _("day/month/year"), "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return parse_date(value)
        except DateError as error:
            raise _refused(error, SENTENCES) from error

    def prepare_value(self, value):
        return format_date(value) if hasattr(value, "strftime") else value


class VietnameseHourField(forms.Field):
    """A time of day: 14:30, 14h30, 14 giờ 30."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": _("hour:minute"), "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return parse_hour(value)
        except DateError as error:
            raise _refused(error, SENTENCES) from error

    def prepare_value(self, value):
        return format_short_hour(value) if isinstance(value, time) else value


class VietnameseIntegerField(forms.IntegerField):
    """1.092 and 23 735 are whole numbers here, where the dot can only part thousands."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            return parse_integer(str(value))
        except NumberError as error:
            raise _refused(error, WHOLE_SENTENCES) from error

    def prepare_value(self, value):
        return format_integer(value) if isinstance(value, int) else value


class VietnameseDecimalField(forms.DecimalField):
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        try:
            return parse_decimal(str(value))
        except NumberError as error:
            raise _refused(error, DECIMAL_SENTENCES) from error

    def prepare_value(self, value):
        return format_for_input(value) if isinstance(value, Decimal) else value
