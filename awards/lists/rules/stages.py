"""Of several columns of awards: which only propose, and which says what was decided. Pure."""

import re
from collections.abc import Collection, Mapping

from awards.lists.rules.columns import PAST
from awards.lists.rules.denials import RESULTS
from emulation.core.text import search_key

PROPOSED = re.compile(r"\b(?:de nghi|de xuat|dang ky|tu (?:danh gia|nhan xet|xep loai|cham))\b")
BY_A_COUNCIL = re.compile(r"\bhoi dong\b.*\bde nghi\b")
BESIDE_A_PROPOSAL = re.compile(  # words that tell of a result where another column tells of a proposal
    r"\bduoc (?:cong nhan|tang|trao|khen|duyet|xet|phong)\b|\b(?:duyet|thong nhat|tham dinh|muc khen|cong nhan)\b"
    r"|^(?:danh hieu |hinh thuc )?dat(?: duoc)?\b|^(?:quyet dinh|khen thuong)$|\bxet$"
)
A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SAID, ASKED, ASKED_BY_COUNCIL, DECIDED = range(4)


def stage_of(heading: str) -> int:
    """The later the higher; SAID where the heading tells of neither."""
    key = search_key(heading)
    if BY_A_COUNCIL.search(key):
        return ASKED_BY_COUNCIL
    if PROPOSED.search(key):
        return ASKED
    return DECIDED if RESULTS.search(key) else SAID


def stages_of(headings: Mapping[int, str]) -> dict[int, int]:
    """Of the columns of one table, by place. Beside a proposal more words tell of a result: “Danh hiệu được công nhận”,
    and “Khen thưởng” beside “Đề nghị khen thưởng”; not those that name a year which the proposal does not."""
    stages = {place: stage_of(heading) for place, heading in headings.items()}
    keys = {place: search_key(heading) for place, heading in headings.items()}
    asked = [keys[place] for place, stage in stages.items() if stage in (ASKED, ASKED_BY_COUNCIL)]
    without = {" ".join(PROPOSED.sub(" ", key).split()) for key in asked}
    years = {year for key in asked for year in A_YEAR.findall(key)}
    for place, key in keys.items() if asked else ():
        if stages[place] != SAID or PAST.search(key) or not years.issuperset(A_YEAR.findall(key)):
            continue
        if BESIDE_A_PROPOSAL.search(key) or (key and key in without):
            stages[place] = DECIDED
    return stages


def overtaken(headings: Mapping[int, str], *, awards_by_heading: Collection[int]) -> set[int]:
    """`headings`: of the columns that hold or promise awards, by place. Those that a later stage overtakes: beside a
    result what was asked for is no honour, nor what a column that tells of neither says; and beside what is asked the
    columns that only say awards (`awards_by_heading`) are of years past."""
    stages = stages_of(headings)
    last = max(stages.values(), default=SAID)
    every = last == DECIDED and not {ASKED, ASKED_BY_COUNCIL}.isdisjoint(stages.values())
    return {place for place, stage in stages.items() if stage < last and (stage or every or place in awards_by_heading)}
