"""Who scores whom. Pure: the same members, number and seed always give the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Assignment:
    """`pairs` of (scorer, scored). `wanted` scorers of each were asked for, `k` is what the members allow."""

    pairs: frozenset[tuple[int, int]]
    k: int
    wanted: int

    @property
    def is_reduced(self) -> bool:
        return self.k < self.wanted


def assign(members: Sequence[int], k: int, seed: str) -> Assignment:
    """Everyone scores k others and is scored by k others; nobody scores itself or one that scores it.

    Members are put in a circle, in an order that Python's `random.Random(seed)` draws from their sorted ids, and each
    scores the k after it. Two would meet in a circle of fewer than 2k + 1, so there k falls to (n - 1) // 2.
    """
    circle = sorted(set(members))
    possible = min(k, max(0, (len(circle) - 1) // 2))
    Random(seed).shuffle(circle)
    pairs = {
        (scorer, circle[(place + step) % len(circle)])
        for place, scorer in enumerate(circle)
        for step in range(1, possible + 1)
    }
    return Assignment(frozenset(pairs), possible, k)
