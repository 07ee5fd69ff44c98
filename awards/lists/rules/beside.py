"""What the cells of a table say beside what their columns are read for: names of people and awards in columns that are
not read, and a no anywhere. Each different text is judged once. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import PAST
from awards.lists.rules.contents import is_mark, looks_like_person
from awards.lists.rules.denials import denies
from awards.rows.rules.fields import Field, Meanings
from emulation.core.text import search_key

MOST_PEOPLE = 0.6
SAY_NO_ANSWER = frozenset(
    {Field.NAME, Field.BIRTH, Field.IDENTITY, Field.UNIT, Field.POSITION, Field.POSITION_AND_UNIT, Field.CAMPAIGN}
)
SILENT = frozenset(
    "dan toc|ton giao|que quan|dia chi|noi o|dia chi noi o|noi cu tru|noi thuong tru|ho khau|nguyen quan|noi sinh"
    "|tom tat thanh tich|thanh tich|dia ban".split("|")
)


@dataclass(frozen=True)
class Beside:
    """By the place of the column: `people`, the first name and how many stand there; `awards` and `denials`, the texts
    that say one."""

    people: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    awards: Mapping[int, frozenset[str]] = field(default_factory=dict)
    denials: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def award_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        for place, texts in self.awards.items():
            if place < len(cells) and cells[place] in texts:
                yield place, cells[place]

    def denial_in(self, cells: Sequence) -> Iterator[tuple[int, str]]:
        for place, texts in self.denials.items():
            if place < len(cells) and cells[place] in texts:
                yield place, cells[place]


def beside(rows: Sequence[Sequence], meanings: Meanings, headings: Mapping[int, str], names: AwardNames) -> Beside:
    """`headings`: of all columns; `rows`: those beneath the headings."""
    people, awards, denials = {}, {}, {}
    for place in range(max(map(len, rows), default=0)):
        meaning = meanings.of.get(place)
        if meaning in SAY_NO_ANSWER:
            continue
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        texts = {cell for cell in cells if isinstance(cell, str)}
        if said := frozenset(text for text in texts if denies(text)):
            denials[place] = said
        heading = headings.get(place, "")
        key = search_key(heading)
        if meaning is not None or key in SILENT or PAST.search(key):
            continue
        known = frozenset(
            text for text in texts - {heading} if len(text) > 1 and not is_mark(text) and names.knows(text)
        )
        if known - denials.get(place, frozenset()):
            awards[place] = known - denials.get(place, frozenset())
        named = {text for text in texts - {heading} if looks_like_person(text)}
        many = sum(cell in named for cell in cells)
        if many and many >= len(cells) * MOST_PEOPLE:
            people[place] = (next(cell for cell in cells if cell in named), many)
    return Beside(people, awards, denials)
