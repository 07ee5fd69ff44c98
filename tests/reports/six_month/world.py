from clusters.models import OrganisationKind, PostKind
from emulation.core.period import Period
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation

YEAR = 2023


def make_headed_year():
    """A cluster of two cities in 2023; the first heads it."""
    cluster = make_cluster()
    cities = [make_organisation(name=name, kind=OrganisationKind.CITY) for name in ("Thử Một", "Thử Hai")]
    for city in cities:
        make_membership(cluster=cluster, organisation=city)
    year = make_cluster_year(cluster=cluster, year=YEAR)
    make_post(cluster_year=year, organisation=cities[0], kind=PostKind.HEAD, during=Period.year(YEAR))
    year.cities = cities
    return year
