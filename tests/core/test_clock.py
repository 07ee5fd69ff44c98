from datetime import date

from django.utils import timezone

from emulation.core import clock


def test_today_is_the_real_day_where_no_demonstration_day_is_set(settings):
    settings.DEMONSTRATION_DAY = None
    assert clock.today() == timezone.localdate()


def test_the_demonstration_stands_on_its_day(settings):
    settings.DEMONSTRATION_DAY = date(2023, 7, 10)
    assert clock.today() == date(2023, 7, 10)
    assert timezone.localdate(clock.now()) == date(2023, 7, 10)


def test_leases_run_on_real_time_in_the_demonstration(settings):
    settings.DEMONSTRATION_DAY = date(2023, 7, 10)
    assert abs((clock.real_now() - timezone.now()).total_seconds()) < 60
