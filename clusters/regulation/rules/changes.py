"""What changed between two schemes of a cluster: particulars, groups and lines, told apart by their headings. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class SchemePart:
    """A group, a line or a condition: `name` tells it from the others of its `place`; `facts` {label: words}."""

    place: str
    name: str
    facts: Mapping[str, str]


@dataclass(frozen=True)
class SchemeChange:
    """`facts`: (label, before, after) of what differs; for what was added or removed, what it says."""

    kind: ChangeKind
    place: str
    name: str
    facts: tuple[tuple[str, str, str], ...] = ()


def changes(before: Sequence[SchemePart], after: Sequence[SchemePart]) -> tuple[SchemeChange, ...]:
    """In the order of `after`, then what is no longer there, in the order of `before`."""
    old = {(part.place, part.name): part for part in before}
    new = {(part.place, part.name) for part in after}
    found = []
    for part in after:
        earlier = old.get((part.place, part.name))
        if earlier is None:
            said = tuple((label, "", words) for label, words in part.facts.items() if words)
            found.append(SchemeChange(ChangeKind.ADDED, part.place, part.name, said))
        elif differing := _differing(earlier.facts, part.facts):
            found.append(SchemeChange(ChangeKind.CHANGED, part.place, part.name, differing))
    for part in before:
        if (part.place, part.name) not in new:
            said = tuple((label, words, "") for label, words in part.facts.items() if words)
            found.append(SchemeChange(ChangeKind.REMOVED, part.place, part.name, said))
    return tuple(found)


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    labels = dict.fromkeys([*after, *before])
    return tuple(
        (label, before.get(label, ""), after.get(label, ""))
        for label in labels
        if before.get(label, "") != after.get(label, "")
    )
