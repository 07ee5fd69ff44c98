"""Of every kind of record: who may read one is in the set of those it may read, and nobody else (docs/adr/0016)."""

import pytest
from django.db.models import Model

from clusters.people.models.scope import actor_of
from emulation.core import clock
from tests.doors.people import PEOPLE
from tests.doors.world import make_drafted, make_world

pytestmark = pytest.mark.django_db
ROW_OF_THE_PAGE = {"Cluster", "ClusterYear", "Organisation"}  # many pages speak of them, each with a row of its own


def kept_as_records(world) -> list[Model]:
    """Those that say whose they are and whose kind has a set of what a person sees."""
    found = [one for one in world.values() if isinstance(one, Model)]
    return [one for one in found if hasattr(one, "whose") and hasattr(type(one).objects, "visible_to")]


@pytest.mark.parametrize("make", [make_drafted, make_world], ids=["report drafted", "report signed"])
def test_set_and_record_agree_for_every_person(make):
    world = make()
    records = [one for one in kept_as_records(world) if type(one).__name__ not in ROW_OF_THE_PAGE]
    kinds = {type(one).__name__ for one in records}
    assert {"Pact", "FigureSheet", "Conference", "YearResult", "HonourBatch", "Honour", "Report", "Job"} <= kinds
    differing = []
    for who in PEOPLE:
        actor = actor_of(world["people"][who], on=clock.today())
        for record in records:
            record = type(record).objects.get(pk=record.pk)
            seen = type(record).objects.visible_to(actor).filter(pk=record.pk).exists()
            if seen != actor.may("read", record):
                differing.append(f"{who}, {type(record).__name__}: in the set {seen}, may read {not seen}")
    assert differing == []
