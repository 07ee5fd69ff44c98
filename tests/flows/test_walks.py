"""Every flow: each step from each state by each kind of person; what an official's list names goes, all else is refused."""

import pytest
from django.db import transaction

from emulation.core.actions.walk import walk
from emulation.core.errors import Refusal
from tests.flows import (
    walks_ballots,
    walks_campaigns,
    walks_conferences,
    walks_consultations,
    walks_decisions,
    walks_declared,
    walks_figures,
    walks_honours,
    walks_lists,
    walks_nominations,
    walks_pacts,
    walks_publications,
    walks_regulation,
    walks_reports,
    walks_results,
    walks_review,
    walks_scores,
    walks_sittings,
    walks_submissions,
    walks_tasks,
    walks_totals,
    walks_year_lists,
)
from tests.flows.standing import MACHINE, Allowed, Walks, keepers_of, people_of
from tests.periods import DAY

pytestmark = pytest.mark.django_db
ALL = (
    walks_ballots.WALKS,
    walks_campaigns.WALKS,
    walks_conferences.WALKS,
    walks_consultations.WALKS,
    walks_decisions.WALKS,
    walks_declared.WALKS,
    walks_figures.MEMBER,
    walks_figures.CLUSTER,
    walks_honours.WALKS,
    walks_lists.WALKS,
    walks_nominations.WALKS,
    walks_pacts.WALKS,
    walks_publications.WALKS,
    walks_regulation.WALKS,
    walks_reports.WALKS,
    walks_reports.OF_PROVINCE,
    walks_results.WALKS,
    walks_review.WALKS,
    walks_scores.WALKS,
    walks_sittings.WALKS,
    walks_submissions.WALKS,
    walks_tasks.WALKS,
    walks_totals.WALKS,
    walks_year_lists.WALKS,
)


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def taken(walks: Walks, thing, name, context, *, actor, by_itself) -> str | None:
    """The state it leads to; None where it is refused, with nothing changed and no step kept. Everything is undone."""
    course, before, kept = walks.course, thing.state, thing.steps.count()
    try:
        with transaction.atomic():
            moved = walk(course, thing, name, actor=actor, why="Lý do thử", by_itself=by_itself, **context)
            newest = moved.steps.first()
            assert (newest.name, newest.source, newest.target) == (name, before, moved.state)
            assert (newest.taken_by_name, newest.taken_at is not None) == (actor.name, True)
            transaction.set_rollback(True)
            return moved.state
    except Refusal:
        thing = type(thing).objects.get(pk=thing.pk)
        assert (thing.state, thing.steps.count()) == (before, kept)
        return None


def ready(walks: Walks, state: str, name: str):
    """(a thing in that state, the context of its walk, {how a person stands to it: who})"""
    thing, context = walks.ready(state, name)
    record = context.get("held_by", thing)
    return thing, context, people_of(record) | {"who keeps the cluster": keepers_of(record)}


@pytest.mark.parametrize("walks", ALL, ids=lambda walks: walks.course.flow.name)
def test_what_is_not_on_the_list_is_refused(walks):
    found = set()
    names = dict.fromkeys(step.name for step in walks.course.flow.steps)
    for state in walks.course.flow.states:
        prepared = {}
        for name in names:
            like = "" if name in walks.alike else name
            if like not in prepared:
                prepared[like] = ready(walks, state, name)
            thing, context, people = prepared[like]
            assert thing.state == state, (state, name)
            for who, actor in {**people, MACHINE: people["a stranger's officer"]}.items():
                target = taken(walks, thing, name, context, actor=actor, by_itself=who == MACHINE)
                if target is not None:
                    found.add(Allowed(who, name, state, target))
    assert found == set(walks.allowed)
