"""Visits to the pages of half-year figures, in English."""

import re

from django.urls import reverse

from emulation.core.actor import Role
from emulation.core.models import User
from tests.clusters.people.make import make_mandate, make_user
from tests.reading import client_in

HTMX = {"HX-Request": "true"}


def signed_in(actor, language="en"):
    client = client_in(language)
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client


def central():
    return signed_in_as(Role.CENTRAL_REVIEWER)


def signed_in_as(role):
    client = client_in("en")
    client.force_login(make_mandate(user=make_user(), role=role).user, "django.contrib.auth.backends.ModelBackend")
    return client


def at(name, cluster_year, city=None, half=1):
    whose = [] if name in ("cluster-figures", "figures-accept-many") else [str(city.organisation.pk) if city else "cum"]
    return reverse(f"clusters:{name}", args=[cluster_year.pk, half, *whose])


def words(response):
    return re.sub(r"\s+", " ", response.content.decode())


def save(client, cluster_year, city, indicator, text, seen="", part="value", **more):
    key = f"{indicator.pk}-{part}"
    posted = {f"text-{key}": text, f"seen-{key}": seen, **more}
    return client.post(at("figures-save", cluster_year, city), posted, headers=HTMX)
