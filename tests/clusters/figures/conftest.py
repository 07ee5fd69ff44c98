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


@pytest.fixture
def in_english():
    """Sentences that deeds refuse with are compared in the language of the code."""
    from django.utils import translation  # noqa: PLC0415  (pytest reads this file before Django is set up)

    with translation.override("en"):
        yield
