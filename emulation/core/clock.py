"""The one reader of the clock. The demonstration stands on a stored day; the time of day runs on."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Aware; on a demonstration day, that day at the real time of day in Viet Nam."""
    real = timezone.now()
    if settings.DEMONSTRATION_DAY is None:
        return real
    there = timezone.localtime(real)
    day = settings.DEMONSTRATION_DAY
    return there.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    return timezone.localdate(now())


def real_now() -> datetime:
    """For leases, time-outs and seals, which must run on whatever day the demonstration stands."""
    return timezone.now()
