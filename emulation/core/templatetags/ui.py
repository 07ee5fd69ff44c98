"""Figures and days on a page, in one place."""

from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from emulation.core.dates import format_date, format_long_date, format_month
from emulation.core.numbers import format_decimal, format_integer, format_percent

register = template.Library()
KB, MB = 1024, 1024 * 1024


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
    """ngày 04 tháng 8 năm 2023; beside English words 04/08/2023"""
    if value is None:
        return ""
    return format_long_date(value) if (get_language() or "").startswith("vi") else format_date(value)


@register.filter
def file_size(value) -> str:
    """Of bytes: 1 KB at least, 2,4 MB from a million on."""
    if value >= MB:
        return f"{format_decimal(round(Decimal(value) / MB, 1))} MB"
    return f"{format_integer(-(-value // KB))} KB"


@register.filter
def timestamp(value) -> str:
    """14:05 ngày 04/08/2023, in Viet Nam's time"""
    if value is None:
        return ""
    moment = timezone.localtime(value)
    return _("%(time)s on %(day)s") % {"time": f"{moment:%H:%M}", "day": format_date(moment)}
