"""Of several columns of awards: which only propose, and which says what was decided. Pure."""

import re
from collections.abc import Collection, Mapping

from awards.lists.rules.denials import RESULTS
from emulation.core.text import search_key

PROPOSED = re.compile(r"\b(?:de nghi|de xuat|dang ky)\b")
BY_A_COUNCIL = re.compile(r"\bhoi dong\b.*\bde nghi\b")
SAID, ASKED, ASKED_BY_COUNCIL, DECIDED = range(4)


def stage_of(heading: str) -> int:
    """The later the higher; SAID where the heading tells of neither."""
    key = search_key(heading)
    if BY_A_COUNCIL.search(key):
        return ASKED_BY_COUNCIL
    if PROPOSED.search(key):
        return ASKED
    return DECIDED if RESULTS.search(key) else SAID


def overtaken(headings: Mapping[int, str], *, awards_by_heading: Collection[int]) -> set[int]:
    """`headings`: of the columns that hold or promise awards, by place. Those that a later stage overtakes: beside a
    result what was asked for is no honour, and beside what is asked the columns that only say awards
    (`awards_by_heading`) are of years past."""
    stages = {place: stage_of(heading) for place, heading in headings.items()}
    last = max(stages.values(), default=SAID)
    return {place for place, stage in stages.items() if stage < last and (stage or place in awards_by_heading)}
