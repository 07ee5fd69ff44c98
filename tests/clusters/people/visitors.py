"""Who visits the pages, in English, and a cluster's year to visit."""

from django.test import Client

from emulation.core.actor import Role
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.reading import client_in


def signed_in(user) -> Client:
    client = client_in("en")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def an_officer() -> Client:
    return signed_in(make_mandate(role=Role.OFFICER).user)


def an_administrator() -> Client:
    board = make_organisation(kind="central_board")
    return signed_in(make_mandate(role=Role.SYSTEM_ADMINISTRATOR, organisation=board).user)


def a_nobody() -> Client:
    return signed_in(make_user())


def a_headed_year():
    membership = make_membership()
    found = make_cluster_year(cluster=membership.cluster)
    make_post(cluster_year=found, organisation=membership.organisation)
    return found
