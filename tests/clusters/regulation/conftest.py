import pytest

from tests.periods import DAY


@pytest.fixture
def cluster(db, settings):
    """(year, its head, another member) on the demonstration's day; no indicator but those a test makes."""
    from clusters.models import Indicator  # noqa: PLC0415  (pytest reads this file before Django is set up)
    from tests.clusters.figures.make import make_two_cities  # noqa: PLC0415  (pytest reads this file before Django is set up)

    settings.DEMONSTRATION_DAY = DAY
    Indicator.objects.all().delete()
    return make_two_cities()
