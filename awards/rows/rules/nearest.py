"""Names of awards that a list may have meant. Pure."""

import difflib
from collections.abc import Iterable

from emulation.core.text import search_key

MOST_LOOKED_FOR = 60
SHOWN = 3
LEAST_ALIKE = 0.45


class NearestNames:
    """Asked once for each writing; a list of nothing but unknown words is not compared to its end."""

    def __init__(self, names: Iterable[str]):
        self._names = {search_key(name): name for name in names}
        self._found: dict[str, str] = {}

    def like(self, written: str) -> str:
        """The names nearest to it, parted by semicolons; "" where none is near."""
        if written not in self._found and len(self._found) < MOST_LOOKED_FOR:
            key = search_key(written)[:200]
            near = difflib.get_close_matches(key, self._names, n=2 * SHOWN, cutoff=LEAST_ALIKE)
            near.sort(key=lambda name: name.split()[:2] != key.split()[:2])
            self._found[written] = "; ".join(self._names[name] for name in near[:SHOWN])
        return self._found.get(written, "")
