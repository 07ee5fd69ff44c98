"""The one walk of every flow: who may, from which state, why, what hinders; then the step, its row and the journal."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from emulation.core import clock
from emulation.core.access import Record, Relation
from emulation.core.actions.audit import record, record_each
from emulation.core.actions.copying import copy_in
from emulation.core.actions.refusals import reason_of
from emulation.core.actions.saving import columns_of, save_what_changed
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Flow, Step
from emulation.core.models.steps import LONGEST_WHY, StepTaken
from emulation.core.text import squash

Thing = TypeVar("Thing", bound=models.Model)


def not_yours(thing: models.Model) -> str:
    return _("This step is not yours to take; ask the person whose task it is.")


def nothing_more(thing: models.Model, step: Step, walked: "Walked | None" = None) -> Mapping[str, Any]:
    """Of a step that changes the state and nothing besides, before which the journal keeps the state alone."""
    return {}


@dataclass(frozen=True)
class Walked:
    """What came with a walk. `context`: what the room's guards and effects were given; `at`: the moment of the step;
    `source`: the state before it, empty where a thing begins."""

    actor: Actor
    why: str
    at: Any
    context: Mapping[str, Any]
    source: str = ""


@dataclass(frozen=True)
class Told:
    """What is kept of a step where its states do not say it: `before` and `after` in the journal, `columns` in the
    step's own row. `tells_of`: records besides the thing that `before` and `after` name or count."""

    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)
    tells_of: Sequence[models.Model] = ()


@dataclass(frozen=True)
class Course(Generic[Thing]):
    """How one kind of thing walks its flow.

    `verb`: of the journal, with a place for the step's name; empty where the app that holds the thing keeps the
    journal, with what it knows of the deed. `thing`: the step table's foreign key. `locked` gives the row under lock,
    with whatever must be locked above it. `in_state` is the refusal when the step does not lead on from the present
    state; `case_of` gathers what guards look at; `in_words` says a hindrance, as a refusal of the room's own where that
    tells more. `effect` sets what a step changes besides the state and returns what the journal keeps of it beside the
    states, or `Told`; the walk saves. `known_before` is what the journal keeps of how it was. `afterwards` is done once
    the step's row is there. `labels`: what steps are called while they are offered. `overcome_by_reason`: hindrances
    that no longer hinder who says why.
    """

    flow: Flow
    steps: type[StepTaken]
    thing: str
    verb: str
    locked: Callable[[Thing], Thing]
    in_state: Callable[[Thing], str]
    in_words: Callable[[str, Any, Thing], str | Refusal]
    case_of: Callable[..., Any]
    effect: Callable[[Thing, Step, Walked], Mapping[str, Any] | Told] = nothing_more
    known_before: Callable[[Thing, Step], Mapping[str, Any]] = nothing_more
    afterwards: Callable[[Thing, StepTaken, Walked], None] | None = None
    afterwards_together: Callable[[Sequence[tuple[Thing, StepTaken]], Walked], None] | None = None
    not_yours: Callable[[Thing], str] = not_yours
    field_of_hindrance: str | None = None
    overcome_by_reason: Collection[str] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    organisation_of: Callable[[Thing], int | None] = lambda thing: None


@dataclass(frozen=True)
class StepOffer:
    """A step that the person may take from the present state. `hindrance`: why not yet, in words; empty where nothing
    stands in the way. `overcome_by_reason`: who says why takes it all the same."""

    name: str
    label: str
    hindrance: str = ""
    needs_reason: bool = False
    overcome_by_reason: bool = False


@transaction.atomic
def walk(
    course: Course[Thing],
    thing: Thing,
    name: str,
    *,
    actor: Actor,
    why: str = "",
    by_itself=False,
    held_by: Record | None = None,
    **context: Any,
) -> Thing:
    """Takes the step or refuses in words; nothing is half done. `by_itself`: a step of nobody, which follows from
    another deed of the actor or is a worker's. `held_by`: the record of an app that holds the thing, where people stand
    in relations to that one."""
    thing, step, why = _ready(course, thing, name, actor, why, by_itself, held_by, context)
    walked = Walked(actor, why, clock.now(), context, thing.state)
    known, thing.state = course.known_before(thing, step), step.target
    told = course.effect(thing, step, walked)
    if not isinstance(told, Told):
        told = Told({"state": walked.source, **known}, {"state": thing.state, **told})
    thing.save()
    keep_step(course, thing, name, walked, **told.columns)
    if course.verb:
        record(
            actor,
            course.verb.format(name),
            thing,
            before=told.before,
            after=told.after,
            why=walked.why,
            organisation_id=course.organisation_of(thing),
            tells_of=told.tells_of,
        )
    return thing


class RefusedTogether(Refusal):
    """Some of many do not take a step. `each`: (thing, why not)."""

    def __init__(self, each: Sequence[tuple[models.Model, str]]):
        super().__init__(" ".join(f"{thing}: {said}" for thing, said in each))
        self.each = each


@transaction.atomic
def walk_together(
    course: Course[Thing],
    things: Sequence[Thing],
    name: str,
    *,
    actor: Actor,
    why: str = "",
    known: Callable[[Thing], Mapping[str, Any]] = lambda thing: {},
    **context: Any,
) -> list[tuple[Thing, StepTaken]]:
    """The same step of many by one deed: all take it or none. `things`: under lock already, read together. `known`:
    what is at hand of each for its guards. Each thing keeps a step and an entry in the journal of its own."""
    refused, ready = [], []
    why = reason_of(why, needed=False)
    for thing in things:
        step = course.flow.step_from(thing.state, name)
        if step is None:
            refused.append((thing, course.in_state(thing)))
        elif actor.stands(thing).isdisjoint(step.by):
            refused.append((thing, course.not_yours(thing)))
        elif step.guards and (hindrance := step.hindrance(case := course.case_of(thing, **known(thing)))) is not None:
            refused.append((thing, str(course.in_words(hindrance, case, thing))))
        else:
            ready.append((thing, step))
    if refused:
        raise RefusedTogether(refused)
    return _walked_together(course, ready, name, actor, why, context)


def _walked_together(
    course: Course[Thing], ready: Sequence[tuple[Thing, Step]], name: str, actor: Actor, why: str, context: Mapping
) -> list[tuple[Thing, StepTaken]]:
    at, kept, journal = clock.now(), [], []
    before = [columns_of(thing) for thing, _ in ready]
    for thing, step in ready:
        walked = Walked(actor, why, at, context, thing.state)
        known, thing.state = course.known_before(thing, step), step.target
        told = course.effect(thing, step, walked)
        if not isinstance(told, Told):
            told = Told({"state": walked.source, **known}, {"state": thing.state, **told})
        kept.append(_step_row(course, thing, name, walked, **told.columns))
        journal.append((thing, told.before, told.after))
    save_what_changed([thing for thing, _step in ready], before)
    pairs = [(thing, taken) for (thing, _step), taken in zip(ready, copy_in(kept), strict=True)]
    if course.afterwards_together is not None:
        course.afterwards_together(pairs, Walked(actor, why, at, context))
    if course.verb:
        record_each(actor, course.verb.format(name), journal, why=why, organisation_of=course.organisation_of)
    return pairs


@transaction.atomic
def ready_to_walk(
    course: Course[Thing], thing: Thing, name: str, *, actor: Actor, why: str = "", by_itself=False, **context: Any
) -> Thing:
    """Before a worker is told to take the step: the thing under lock, or the refusal that the walk would give."""
    return _ready(course, thing, name, actor, why, by_itself, None, context)[0]


def _ready(
    course: Course[Thing],
    thing: Thing,
    name: str,
    actor: Actor,
    why: str,
    by_itself: bool,
    held_by: Record | None,
    context: Mapping[str, Any],
) -> tuple[Thing, Step, str]:
    """Person, lock, state, person once more under the lock, reason, guards, in this order: (the thing under lock, the
    step, the reason)."""
    if not may_walk(course, thing, name, actor=actor, by_itself=by_itself, held_by=held_by):
        raise Refusal(course.not_yours(thing))
    thing = course.locked(thing)
    step = course.flow.step_from(thing.state, name)
    if step is None:
        raise Refusal(course.in_state(thing))
    if not by_itself and actor.stands(held_by or thing).isdisjoint(step.by):
        raise Refusal(course.not_yours(thing))  # it changed hands since it was read, or the step is another's here
    why = squash(why) if by_itself else reason_of(why, needed=step.needs_reason)
    refuse_if_hindered(course, thing, step, why=why, **context)
    return thing, step, why


def may_walk(
    course: Course[Thing], thing: Thing, name: str, *, actor: Actor, by_itself=False, held_by: Record | None = None
) -> bool:
    """Whether the person stands in a relation that the flow names for a step so called, whatever the state."""
    stands = {Relation.SYSTEM} if by_itself else actor.stands(held_by or thing)
    return any(not stands.isdisjoint(step.by) for step in course.flow.named(name))


def refuse_if_hindered(course: Course[Thing], thing: Thing, step: Step, **context: Any) -> None:
    if not step.guards:
        return
    case = course.case_of(thing, **context)
    hindrance = step.hindrance(case)
    if hindrance is not None:
        said = course.in_words(hindrance, case, thing)
        raise said if isinstance(said, Refusal) else Refusal(said, field=course.field_of_hindrance)


def keep_step(course: Course[Thing], thing: Thing, name: str, walked: Walked, **columns: Any) -> StepTaken:
    """The row of a step, also of the one with which a thing begins. `columns`: what the room's step table has besides
    those of all. What a worker says at length is whole in the journal only."""
    taken = _step_row(course, thing, name, walked, **columns)
    taken.save()
    if course.afterwards is not None:
        course.afterwards(thing, taken, walked)
    return taken


def _step_row(course: Course[Thing], thing: Thing, name: str, walked: Walked, **columns: Any) -> StepTaken:
    return course.steps(
        **{course.thing: thing},
        name=name,
        source=walked.source,
        target=thing.state,
        taken_by_name=walked.actor.name,
        taken_at=walked.at,
        why=walked.why[:LONGEST_WHY],
        **columns,
    )


def keep_beginning(
    course: Course[Thing], thing: Thing, name: str, *, actor: Actor, why: str = "", **columns: Any
) -> StepTaken:
    return keep_step(course, thing, name, Walked(actor, why, clock.now(), {}), **columns)


def offers_of(
    course: Course[Thing], thing: Thing, *, actor: Actor, held_by: Record | None = None, **context: Any
) -> list[StepOffer]:
    """What the person may do next with the thing, and why not yet. The case is gathered once, and only where somebody
    is offered something that a guard looks at."""
    stands = actor.stands(held_by or thing)
    open_steps = [step for step in course.flow.open_from(thing.state) if not stands.isdisjoint(step.by)]
    guarded = any(step.guards for step in open_steps)
    case = course.case_of(thing, **context) if guarded else None
    return [_offered(course, thing, step, case) for step in open_steps]


def _offered(course: Course[Thing], thing: Thing, step: Step, case: Any) -> StepOffer:
    hindrance = step.hindrance(case) if step.guards else None
    return StepOffer(
        step.name,
        str(course.labels.get(step.name, step.name)),
        "" if hindrance is None else str(course.in_words(hindrance, case, thing)),
        step.needs_reason,
        hindrance in course.overcome_by_reason,
    )
