"""Figures and days on a page, in one place."""

from django import template
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from emulation.core.dates import format_date, format_long_date, format_month
from emulation.core.numbers import format_decimal, format_integer, format_percent

register = template.Library()


@register.filter
def integer(value) -> str:
    """23735 → 23.735; nothing for None."""
    return "" if value is None else format_integer(int(value))


@register.filter
def decimal(value, places=None) -> str:
    return "" if value is None else format_decimal(value, places)


@register.filter
def percent(numerator, denominator) -> str:
    """{{ 7992|percent:10000 }} → 79,92%; nothing where there is nothing to divide by."""
    return "" if numerator is None else format_percent(numerator, denominator) or ""


@register.filter
def day(value) -> str:
    """05/12/2025"""
    return "" if value is None else format_date(value)


@register.filter
def month(value) -> str:
    """12/2025"""
    return "" if value is None else format_month(value)


@register.filter
def weekday(value) -> str:
    """Thứ Hai"""
    return "" if value is None else str(WEEKDAYS[value.weekday()])


@register.filter
def long_day(value) -> str:
    """ngày 04 tháng 8 năm 2023"""
    return "" if value is None else format_long_date(value)


@register.filter
def timestamp(value) -> str:
    """14:05 ngày 04/08/2023, in Viet Nam's time"""
    if value is None:
        return ""
    moment = timezone.localtime(value)
    return _("%(time)s on %(day)s") % {"time": f"{moment:%H:%M}", "day": format_date(moment)}
