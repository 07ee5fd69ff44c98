import pytest


@pytest.fixture
def merging(db):
    from tests.clusters.mergers.make import Merging  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return Merging()
