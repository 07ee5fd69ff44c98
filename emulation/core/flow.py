"""State machines as frozen tables. A table is printed into docs/flows/ and walked by `emulation.core.actions.walk`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from emulation.core.access import Relation

Guard = Callable[[Any], str | None]


@dataclass(frozen=True)
class Step:
    """One deed: from any of `sources` to `target`, by whoever stands in one of the relations `by`. A guard sees the
    case and returns a reason or None. `needs_reason`: who takes it says why."""

    name: str
    sources: tuple[str, ...]
    target: str
    by: tuple[Relation, ...]
    guards: tuple[Guard, ...] = ()
    needs_reason: bool = False

    def hindrance(self, case: Any) -> str | None:
        return next((reason for guard in self.guards if (reason := guard(case)) is not None), None)


@dataclass(frozen=True)
class Flow:
    name: str
    initial: str
    steps: tuple[Step, ...]
    final: tuple[str, ...] = field(default=())

    @property
    def states(self) -> tuple[str, ...]:
        seen = dict.fromkeys([self.initial])
        for step in self.steps:
            seen |= dict.fromkeys([*step.sources, step.target])
        return tuple(seen)

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def leads_from(self, state: str, name: str) -> bool:
        return state in self.step(name).sources

    def step_from(self, state: str, name: str) -> Step | None:
        """Steps of one name may lead elsewhere from each state, so a step is found by both; None where it leads not."""
        return next((step for step in self.steps if step.name == name and state in step.sources), None)

    def named(self, name: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.name == name)

    def open_from(self, state: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if state in step.sources)

    def diagram(self) -> str:
        """Mermaid text, one line a transition, in the table's order."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [
            f"    {source} --> {step.target}: {step.name} ({' or '.join(step.by)})"
            for step in self.steps
            for source in step.sources
        ]
        return "\n".join(lines + [f"    {state} --> [*]" for state in self.final])
