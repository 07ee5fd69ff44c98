import pytest
from django.utils.translation import activate

from tests.periods import DAY


@pytest.fixture
def today(db, settings):
    """The demonstration's day, in English; no indicator but those a test makes."""
    from clusters.models import Indicator, ProposalRule  # noqa: PLC0415  (pytest reads this before Django is set up)

    activate("en")
    settings.DEMONSTRATION_DAY = DAY
    Indicator.objects.all().delete()
    ProposalRule.objects.all().delete()
