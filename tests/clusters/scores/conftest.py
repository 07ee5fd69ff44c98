import pytest

from tests.periods import DAY


@pytest.fixture
def today(db, settings):
    """The demonstration's day; no indicator but those a test makes."""
    from clusters.models import Indicator  # noqa: PLC0415  (pytest reads this file before Django is set up)

    settings.DEMONSTRATION_DAY = DAY
    Indicator.objects.all().delete()
