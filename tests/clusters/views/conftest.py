import pytest


@pytest.fixture
def administrator(db):
    from tests.clusters.views.visitors import an_administrator  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return an_administrator()
