"""The table of a list as its file was read and as a person confirmed it, and where the two differ. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from awards.lists.rules.columns import MAY_REPEAT, ORDINAL_KEYS
from awards.rows.rules.fields import Meanings
from awards.rows.rules.reading import GivenForList
from emulation.core.text import search_key


@dataclass(frozen=True)
class ListHeading:
    """A column of the file: its place from 0, what stands above it, and the first few values beneath. `letters`: those
    of the old font that it was turned into Unicode from; `is_hidden`: the workbook does not show the column."""

    place: int
    text: str
    samples: tuple[str, ...] = ()
    letters: str = ""
    is_hidden: bool = False

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        is_hidden = bool(kept.get("hidden"))
        return cls(kept["place"], kept["heading"], tuple(kept["samples"]), kept.get("letters", ""), is_hidden)

    def as_json(self) -> dict[str, Any]:
        told = {"place": self.place, "heading": self.text, "samples": list(self.samples)}
        hidden = {"hidden": True} if self.is_hidden else {}
        return told | ({"letters": self.letters} if self.letters else {}) | hidden

    def reads_like(self, other: Self) -> bool:
        return (self.place, self.text, self.letters) == (other.place, other.text, other.letters)


@dataclass(frozen=True)
class Silence:
    """How many rows say nothing of a field, and what the others say most often, "" where none says anything."""

    rows: int
    commonest: str = ""


@dataclass(frozen=True)
class ListTable:
    """`sheet` is "" for a file of text; `row`, from 1, holds the headings; 0: the file is not read yet.

    `said`: what the table's own title says otherwise than those of the other tables; `is_read`: a person may leave a
    table out; `silent`: of the fields that are asked once, by `Field`."""

    sheet: str
    row: int
    headings: tuple[ListHeading, ...]
    meanings: Meanings
    said: GivenForList = GivenForList()
    is_read: bool = True
    silent: Mapping[str, Silence] = field(default_factory=dict)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        return cls(
            kept["sheet"],
            kept["row"],
            tuple(map(ListHeading.from_json, kept["headings"])),
            Meanings.from_json(kept["mapping"]),
            silent={name: Silence(**told) for name, told in kept.get("silent", {}).items()},
        )

    def as_json(self) -> dict[str, Any]:
        """Where it stands and what its columns mean."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "headings": [heading.as_json() for heading in self.headings],
            "mapping": self.meanings.as_json(),
            "silent": {str(name): asdict(silence) for name, silence in self.silent.items()},
        }

    def meaning(self, meanings: Meanings) -> Self:
        """The same columns, said to mean this."""
        return replace(self, meanings=meanings)

    def text_above(self, field: str, place: int | None = None) -> str:
        """The heading of the column at `place`, else of the first that says this, "" where none does."""
        texts = {heading.place: heading.text for heading in self.headings}
        return texts.get(self.meanings.places.get(field, (-1,))[0] if place is None else place, "")

    @property
    def unread(self) -> tuple[ListHeading, ...]:
        """Columns that hold something and are not read, but for the numbers of the rows."""
        return tuple(
            heading
            for heading in self.headings
            if heading.samples
            and heading.place not in self.meanings.of
            and search_key(heading.text) not in ORDINAL_KEYS
        )

    def is_laid_out_like(self, other: Self) -> bool:
        """The same headings in the same columns: what is said of one table's columns holds for the other's."""
        return [(heading.place, heading.text) for heading in self.headings] == [
            (heading.place, heading.text) for heading in other.headings
        ]


def leaders(tables: Sequence[ListTable]) -> tuple[int, ...]:
    """For each table the number of the first one that is laid out like it."""
    return tuple(
        next(number for number, other in enumerate(tables) if other.is_laid_out_like(table)) for table in tables
    )


def said_by_titles(
    tables: Sequence[ListTable], titles: Sequence[GivenForList]
) -> tuple[GivenForList, tuple[ListTable, ...]]:
    """What all titles say alike, once for the whole list; where they differ, each table keeps its own."""
    told = [title.as_json() for title in titles]
    alike = {name: told[0][name] for name in told[0] if all(title.get(name) == told[0][name] for title in told)}
    own = ({name: value for name, value in title.items() if name not in alike} for title in told)
    return GivenForList.from_json(alike), tuple(
        replace(table, said=GivenForList.from_json(said)) for table, said in zip(tables, own, strict=True)
    )


@dataclass(frozen=True)
class OtherHeading:
    """A column that was confirmed otherwise than it reads; None on the side where there is no such column."""

    confirmed: ListHeading | None
    now: ListHeading | None


def first_difference(confirmed: Sequence[ListHeading], now: Sequence[ListHeading]) -> OtherHeading | None:
    """The leftmost column whose place, heading or letters are no longer what they were."""
    places = sorted({heading.place for heading in (*confirmed, *now)})
    was, reads = ({heading.place: heading for heading in side} for side in (confirmed, now))
    for place in places:
        before, after = was.get(place), reads.get(place)
        if before is None or after is None or not before.reads_like(after):
            return OtherHeading(before, after)
    return None


def carried_over(confirmed: ListTable, headings: Sequence[ListHeading], guessed: Meanings) -> Meanings:
    """What a person said of a column holds for it wherever it stands now, also that it is not read; the other columns
    are guessed, and no guess says a second time what was answered."""
    said = confirmed.meanings.of
    answers = {_key(heading, confirmed.headings): said.get(heading.place) for heading in confirmed.headings}
    keys = {heading.place: _key(heading, headings) for heading in headings}
    kept = {place: field for place, key in keys.items() if (field := answers.get(key))}
    new = {place: field for place, field in guessed.of.items() if keys.get(place) not in answers}
    taken = set(kept.values()) - MAY_REPEAT
    return Meanings(kept | {place: field for place, field in new.items() if field not in taken})


def _key(heading: ListHeading, among: Iterable[ListHeading]) -> tuple[str, int]:
    """The heading, and how many of the same stand to its left."""
    key = search_key(heading.text)
    return key, sum(search_key(other.text) == key for other in among if other.place < heading.place)
