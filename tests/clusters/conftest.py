import pytest


@pytest.fixture
def administrator(db):
    from tests.make import make_administrator  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_administrator()


@pytest.fixture
def membership(db):
    from tests.make import make_membership  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_membership()


@pytest.fixture
def year(membership):
    from tests.make import make_cluster_year  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_cluster_year(cluster=membership.cluster)
