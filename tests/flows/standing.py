"""One person for each way to stand to a thing, told as an official would; and what each flow allows, told the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from emulation.core.access import Whose
from emulation.core.actions.walk import Course
from emulation.core.actor import Actor, Role

STRANGE = frozenset({-1})
MACHINE = "the machine"


@dataclass(frozen=True)
class Allowed:
    """`who` does `step`, which leads from `source` to `target`."""

    who: str
    step: str
    source: str
    target: str


@dataclass(frozen=True)
class Walks:
    """What a flow allows, known apart from its table. `ready(state, step)` gives a thing in that state, with all that
    the step's guards ask for, and the context of its walk; `held_by` in it is the record that people stand to.
    `alike`: steps that want nothing of their own, so that one thing of a state, unchanged by each try, does for all."""

    course: Course
    allowed: tuple[Allowed, ...]
    ready: Callable[[str, str], tuple[Any, dict[str, Any]]]
    alike: frozenset[str] = frozenset()


def alike_but(course: Course, *own: str) -> frozenset[str]:
    return frozenset(step.name for step in course.flow.steps) - frozenset(own)


def people_of(thing: Any) -> dict[str, Actor]:
    """Each stands to the thing in one way and in no other, but for what the way itself brings along."""
    whose: Whose = thing.whose
    people = {
        "nobody's account": Actor(1, "x"),
        "a stranger's officer": _of(Role.OFFICER, own=STRANGE, entered=STRANGE),
        "a stranger's approver": _of(Role.APPROVER, own=STRANGE, approved=STRANGE),
        "a member's officer": _of(Role.OFFICER, own=STRANGE, entered=STRANGE, joined=whose.cluster_years),
        "a member's approver": _of(Role.APPROVER, own=STRANGE, approved=STRANGE, joined=whose.cluster_years),
        "the head's officer": _of(Role.OFFICER, headed=whose.cluster_years, headed_entered=whose.cluster_years),
        "the head's approver": _of(Role.APPROVER, headed=whose.cluster_years, headed_approved=whose.cluster_years),
        "the central reviewer": _of(Role.CENTRAL_REVIEWER),
        "the central leader": _of(Role.CENTRAL_LEADER),
        "the report reader": _of(Role.REPORT_READER),
        "the administrator": _of(Role.SYSTEM_ADMINISTRATOR),
    }
    if whose.organisations:
        people["its office's officer"] = _of(Role.OFFICER, own=whose.organisations, entered=whose.organisations)
        people["its office's approver"] = _of(Role.APPROVER, own=whose.organisations, approved=whose.organisations)
    if whose.held_by - whose.organisations:
        people["the holding body's officer"] = _of(Role.OFFICER, own=whose.held_by, entered=whose.held_by)
        people["the holding body's approver"] = _of(Role.APPROVER, own=whose.held_by, approved=whose.held_by)
    if whose.held_by:
        people["the secretary of the holding body's Council"] = _of(Role.COUNCIL_SECRETARY, secretaried=whose.held_by)
    if passed_on := whose.sent_by - whose.held_by - whose.organisations:
        people["the approver of the body that passed it on"] = _of(Role.APPROVER, own=passed_on, approved=passed_on)
    if whose.people:
        people["who is named in it"] = Actor(min(whose.people), "x", mandates=frozenset({(Role.OFFICER, -1)}))
    return people


def keepers_of(thing: Any) -> Actor:
    """Who keeps the cluster, as a province its blocks."""
    return _of(Role.OFFICER, own=STRANGE, entered=STRANGE, kept=thing.whose.cluster_years)


def _of(role: Role, **ids: frozenset[int]) -> Actor:
    return Actor(1, "x", mandates=frozenset({(role, -1)}), **ids)
