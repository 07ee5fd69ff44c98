"""What the cells of a table say beside what their columns are read for: names of people and awards in columns that are
not read, and a no anywhere. Each different text is judged once. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import PAST
from awards.lists.rules.contents import is_mark, looks_like_person
from awards.lists.rules.denials import (
    RESULTS,
    denies,
    denies_as_result,
    denies_award,
    may_deny,
)
from awards.lists.rules.stages import ASKED, ASKED_BY_COUNCIL, DECIDED, stages_of
from awards.rows.rules.fields import Field, Meanings
from emulation.core.text import search_key

MOST_PEOPLE, LOOKED_AT = 0.6, 500
ASKING = (ASKED, ASKED_BY_COUNCIL)
MAY_NAME_AN_AWARD = re.compile(
    r"khen|thi\s+[đd]ua|hu[aâ]n|huy |danh hi|chi[eế]n s|ti[eê]n ti[eế]n|xu[aấ]t s[aắ]c|quy[eế]t th|anh h[uù]ng|k[yỷ] ni"
    r"|\b(?:bk|gk|cst|ct[dđ]|l[dđ]|ttl|hc|knc|[dđ]v|ng|tt|ns)",
    re.IGNORECASE,
)
A_DECISION = re.compile(r"\W*(?:(?:kèm )?theo\s+)?(?:quyết\s+định|qđ)\s*(?:số\s*)?:?\s*\d", re.IGNORECASE)
SAY_NO_ANSWER = frozenset(
    {Field.NAME, Field.BIRTH, Field.IDENTITY, Field.UNIT, Field.POSITION, Field.POSITION_AND_UNIT, Field.CAMPAIGN}
)
SILENT = frozenset(
    {
        "dan toc",
        "ton giao",
        "que quan",
        "dia chi",
        "noi o",
        "dia chi noi o",
        "noi cu tru",
        "noi thuong tru",
        "ho khau",
        "nguyen quan",
        "noi sinh",
        "tom tat thanh tich",
        "thanh tich",
        "dia ban",
    }
)


@dataclass(frozen=True)
class Beside:
    """By the place of the column: `people`, the first name that stands there; `awards`, `denials` and `doubts`,
    the texts that say one. `results`: columns not read that say what became of the proposals that are read, and of
    those `decided`, what award each text names; `settled`: columns of awards that are read as results; `decisions`:
    texts that begin with a decision."""

    people: Mapping[int, str] = field(default_factory=dict)
    awards: Mapping[int, frozenset[str]] = field(default_factory=dict)
    denials: Mapping[int, frozenset[str]] = field(default_factory=dict)
    doubts: Mapping[int, frozenset[str]] = field(default_factory=dict)
    results: frozenset[int] = frozenset()
    decided: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[int, ...] = ()
    decisions: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def award_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        return _in(self.awards, cells)

    def denial_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        return _in(self.denials, cells)

    def decision_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        return _in(self.decisions, cells)

    def doubt_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        return _in(self.doubts, cells)


def _in(said: Mapping[int, frozenset[str]], cells: Sequence) -> Iterator[tuple[int, str]]:
    for place, texts in said.items():
        if place < len(cells) and cells[place] in texts:
            yield place, cells[place]


def beside(rows: Sequence[Sequence], meanings: Meanings, headings: Mapping[int, str], names: AwardNames) -> Beside:
    """`headings`: of all columns; `rows`: those beneath the headings."""
    people, awards, denials, doubts, decisions = {}, {}, {}, {}, {}
    stages = stages_of(headings)
    for place in range(max(map(len, rows), default=0)):
        meaning = meanings.of.get(place)
        if meaning in SAY_NO_ANSWER:
            continue
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        texts = {cell for cell in set(cells) if isinstance(cell, str)}
        heading = headings.get(place, "")
        key = search_key(heading)
        is_result = meaning is None and (stages.get(place) == DECIDED or RESULTS.search(key))
        is_of_noes = meaning is None and denies(heading)
        texts = texts if is_result or is_of_noes else {text for text in texts if not text.isdecimal()}
        judge = (
            is_mark
            if is_of_noes
            else denies_award
            if meaning == Field.AWARD
            else denies_as_result
            if is_result
            else denies
        )
        if said := frozenset(text for text in texts if judge(text)):
            denials[place] = said
        if meaning is not None or key in SILENT or PAST.search(key):
            continue
        if named_decisions := frozenset(text for text in texts if A_DECISION.match(text)):
            decisions[place] = named_decisions
        if unsure := frozenset(text for text in texts - denials.get(place, frozenset()) if may_deny(text)):
            doubts[place] = unsure
        known = frozenset(
            text
            for text in texts - {heading}
            if MAY_NAME_AN_AWARD.search(text) and not is_mark(text) and names.knows(text)
        )
        if known - denials.get(place, frozenset()):
            awards[place] = known - denials.get(place, frozenset())
        first = [cell for cell in cells[:LOOKED_AT] if cell != heading]
        told = {text for found in (denials, doubts, awards) for text in found.get(place, ())}
        named = [cell for cell in first if isinstance(cell, str) and cell not in told and looks_like_person(cell)]
        if named and len(named) >= len(first) * MOST_PEOPLE:
            people[place] = named[0]
    results = _results(rows, meanings, headings, stages)
    decided = {text: code for place in results for text in awards.get(place, ()) if (code := names.code(text))}
    read = meanings.places.get(Field.AWARD, ())
    are_settled = bool(read) and all(stages.get(place) == DECIDED for place in read)
    is_proposed = any(stage in ASKING and place not in meanings.of for place, stage in stages.items())
    return Beside(
        people, awards, denials, doubts, results, decided, read if are_settled and is_proposed else (), decisions
    )


def _results(
    rows: Sequence[Sequence], meanings: Meanings, headings: Mapping[int, str], stages: Mapping[int, int]
) -> frozenset[int]:
    """Filled for most of the rows that hold a proposal, or with a mark for any."""
    asked = meanings.places.get(Field.AWARD, ())
    if not asked or any(stages.get(place) not in ASKING for place in asked):
        return frozenset()
    proposals = [row for row in rows if any(place < len(row) and row[place] for place in asked)]
    found = []
    for place, heading in headings.items():
        if place not in meanings.of and stages[place] == DECIDED and not PAST.search(search_key(heading)):
            filled = [row[place] for row in proposals if place < len(row) and row[place]]
            if len(filled) * 2 >= max(len(proposals), 1) or any(is_mark(str(cell)) for cell in set(filled)):
                found.append(place)
    return frozenset(found)
