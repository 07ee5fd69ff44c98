"""The bodies that dossiers name, read apart from them: joined, every order of six tables of organisations is weighed
before the first row is read, which takes longer than the reading."""

from collections.abc import Iterable

from django.db.models import Prefetch

from awards.nominations.models.nomination import Nomination
from clusters.models import Organisation, YearPlace

BODIES = ("organisation", "holder", "province", "board")
PLACE = Prefetch("place", YearPlace.objects.select_related("organisation", "result__cluster_year__cluster"))


def with_bodies(nominations: Iterable[Nomination], *, known: dict[int, Organisation] | None = None) -> list[Nomination]:
    """The same dossiers, each with the bodies it names and their parents. One query however many, none where all are
    `known`, to which those read now are added."""
    listed, found = list(nominations), {} if known is None else known
    wanted = {getattr(one, f"{name}_id") for one in listed for name in BODIES} - {None}
    if unread := wanted - found.keys():
        found |= Organisation.objects.select_related("parent").in_bulk(unread)
    for one in listed:
        for name in BODIES:
            setattr(one, name, found.get(getattr(one, f"{name}_id")))
    return listed
