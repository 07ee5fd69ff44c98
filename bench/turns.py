"""Works timed in turns, so that a busy machine slows what is measured and its floor alike."""

import statistics
import time
from collections.abc import Callable, Mapping

WARM_UP, TIMES = 3, 21


def in_turns(works: Mapping[str, Callable[[], object]], *, times: int = TIMES) -> dict[str, float]:
    """{name: median seconds} of works that are each called once a round."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(WARM_UP + times):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            if number >= WARM_UP:
                taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}
