"""State machines as frozen tables. A table is printed into docs/flows/ and read by one action per thing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Guard = Callable[[Any], str | None]


@dataclass(frozen=True)
class Step:
    """One deed: from any of `sources` to `target`, by `role`. A guard sees the case and returns a reason or None."""

    name: str
    sources: tuple[str, ...]
    target: str
    role: str
    guards: tuple[Guard, ...] = ()

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

    def open_from(self, state: str) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if state in step.sources)

    def diagram(self) -> str:
        """Mermaid text, one line a transition, in the table's order."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [
            f"    {source} --> {step.target}: {step.name} ({step.role})"
            for step in self.steps
            for source in step.sources
        ]
        return "\n".join(lines + [f"    {state} --> [*]" for state in self.final])
