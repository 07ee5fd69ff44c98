"""How the tests are shared out among workers: a file is one piece of work, so that what its tests share is made once."""

import os
from itertools import groupby, zip_longest

from xdist.scheduler import LoadFileScheduling

READING = "tests/browser/reading/"
SITES = {"sites"}
MOST_WORKERS = 8


class ByFile(LoadFileScheduling):
    """All that only read in a browser are one piece: they share a site."""

    def _split_scope(self, nodeid: str) -> str:
        return READING if nodeid.startswith(READING) else super()._split_scope(nodeid)


def workers() -> int:
    """Two a core: a test with a browser waits as long as it computes."""
    return min(2 * len(os.sched_getaffinity(0)), MOST_WORKERS)


def spread(items: list) -> list:
    """File by file, those with the most tests first. Files with a site are long and mostly wait: they are strewn among
    the first half of the others, so that few of them run at once and none begins near the end."""
    ordered = sorted(items, key=lambda item: item.path)
    files = [list(of_one) for _path, of_one in groupby(ordered, key=lambda item: item.path)]
    waiting = [of_one for of_one in files if any(SITES & set(item.fixturenames) for item in of_one)]
    computing = sorted((of_one for of_one in files if of_one not in waiting), key=len, reverse=True)
    share = max(1, len(computing) // (2 * len(waiting) or 1))
    heaps = [computing[at : at + share] for at in range(0, len(computing), share)]
    order = []
    for of_waiting, heap in zip_longest(waiting, heaps, fillvalue=[]):
        order += [of_waiting, *heap]
    return [item for of_one in order for item in of_one]
