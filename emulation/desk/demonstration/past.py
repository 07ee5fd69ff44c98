"""Deeds of earlier days, done on their own day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.conf import settings


@contextmanager
def on_the_day(day: date) -> Iterator[date]:
    """Within, the demonstration stands on that day, so that what is done bears its date."""
    stands_on, settings.DEMONSTRATION_DAY = settings.DEMONSTRATION_DAY, day
    try:
        yield day
    finally:
        settings.DEMONSTRATION_DAY = stands_on
