"""Which column of a list of proposals tells what was achieved. Pure."""

import re
from collections.abc import Iterable

from awards.lists.rules.table import ListHeading
from emulation.core.text import search_key

TELLS = re.compile(r"^(?:(?:tom tat|trich yeu|bao cao) )?(?:\w+ )?thanh tich(?: \w+){0,4}$")
TELLS_NOT = re.compile(r"\b(?:nam|ngay|so|thoi gian|cap)\b")


def achievement_place(headings: Iterable[ListHeading]) -> int | None:
    """The first such column; a year, a day or a number of an achievement tells nothing of it."""
    for heading in headings:
        key = search_key(heading.text)
        if TELLS.match(key) and not TELLS_NOT.search(key):
            return heading.place
    return None
