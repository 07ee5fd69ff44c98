import pytest


@pytest.fixture
def administrator(db):
    from tests.clusters.people.make import make_administrator  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_administrator()


@pytest.fixture
def membership(db):
    from tests.clusters.membership.make import make_membership  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_membership()


@pytest.fixture
def year(membership):
    from tests.clusters.membership.make import make_cluster_year  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_cluster_year(cluster=membership.cluster)


@pytest.fixture
def visiting_administrator(db):
    from tests.clusters.people.visitors import an_administrator  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return an_administrator()
