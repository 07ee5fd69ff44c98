"""Whose honours are a subject's: its own, and those of what it goes on. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clusters.organisations.rules.lineage import Link, ancestors


@dataclass(frozen=True)
class Lines:
    """Holders whose honours are the subject's: `sure`; `doubtful`, for a body on the way was split and several went on
    it."""

    sure: frozenset[int]
    doubtful: frozenset[int]

    @property
    def either(self) -> frozenset[int]:
        return self.sure | self.doubtful


def lines_of(holder: int, links: Iterable[Link]) -> Lines:
    listed = list(links)
    if not listed:
        return Lines(frozenset({holder}), frozenset())
    all_of_it = ancestors([holder], listed)
    followed_by = Counter(predecessor for predecessor, _ in {(link.predecessor, link.successor) for link in listed})
    sure = ancestors([holder], [link for link in listed if followed_by[link.predecessor] == 1])
    return Lines(sure, all_of_it - sure)
