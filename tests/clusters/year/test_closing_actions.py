"""Every deed on something of a closed year is refused in a sentence; the table names every action there is."""

import importlib
import inspect
import pkgutil
from contextlib import contextmanager
from copy import deepcopy

import pytest
from django.apps import apps
from django.db import transaction

import clusters
from clusters.figures.actions import sheets_together
from clusters.figures.rules.terms import SheetState
from clusters.models import (
    ClusterYear,
    FigureSheet,
)
from emulation.core.errors import Refusal
from tests.clusters.year.deeds import BEFORE, DEEDS, ELSEWHERE, NOTHING, World, in_sheet
from tests.clusters.year.test_closed_in_the_database import HANGING
from tests.clusters.year.whole_years import close_year, make_whole_year
from tests.periods import DAY

pytestmark = pytest.mark.django_db


def test_a_deed_on_a_closed_year_is_refused_with_its_day(subtests, settings):
    settings.DEMONSTRATION_DAY = DAY
    whole = make_whole_year()
    for deed in DEEDS:
        with subtests.test(f"{deed.__module__.split('.')[-1]}.{deed.__name__}"), undone():
            world = World(deepcopy(whole))
            BEFORE.get(deed, NOTHING)(world)
            close_year(world.year)
            with pytest.raises(Refusal, match="10/07/2023"):
                DEEDS[deed](world)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_sheets_accepted_together_each_tell_why_not(settings):
    settings.DEMONSTRATION_DAY = DAY
    world = World(make_whole_year())
    in_sheet(SheetState.APPROVED)(world)
    close_year(world.year)
    seen = {world.organisation.pk: 0}
    told = sheets_together.accept_together(world.year, 1, seen=seen, actor=world.officer)
    assert all(one.refusal for one in told)
    assert world[FigureSheet].state == SheetState.APPROVED


def deeds_of_the_house() -> set[str]:
    """Public functions with an actor whose first argument is a cluster year or hangs on one."""
    named = {model.__name__ for model in HANGING} | {ClusterYear.__name__}
    found = set()
    for module in pkgutil.walk_packages(clusters.__path__, "clusters."):
        if "actions" not in module.name.split("."):
            continue
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            parameters = list(inspect.signature(function).parameters.values())
            if function.__module__ != module.name or name.startswith(("_", "may_", "require_", "refuse_", "locked_")):
                continue
            asks = {one.name for one in parameters if one.default is inspect.Parameter.empty}
            if parameters and getattr(parameters[0].annotation, "__name__", "") in named and "actor" in asks:
                found.add(f"{module.name}.{name}")
    return found


def test_every_action_on_something_of_a_year_is_in_the_table():
    assert len(apps.get_models()) > len(HANGING)
    told = {
        f"{deed.__module__}.{deed.__wrapped__.__name__ if hasattr(deed, '__wrapped__') else deed.__name__}"
        for deed in DEEDS
    }
    missing = {name for name in deeds_of_the_house() - told if name.split(".")[-1] not in ELSEWHERE}
    assert missing <= {
        "clusters.pacts.actions.pacts.complete_if_all_signed",
        "clusters.ballots.actions.ballots.record_count",
    }, missing
