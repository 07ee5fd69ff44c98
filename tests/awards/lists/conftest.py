from datetime import date

import pytest

DAY = date(2023, 7, 10)


@pytest.fixture(autouse=True)
def on_the_demonstration_day(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def city():
    from clusters.models import Organisation  # noqa: PLC0415  (this file is read before django.setup)

    return Organisation.objects.coded("92", DAY).get()


@pytest.fixture
def officer(city):
    """Signed in at the pages."""
    from tests.awards.lists.clients import signed_in  # noqa: PLC0415

    return signed_in(city)
