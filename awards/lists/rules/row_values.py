"""What the cells of one row say together: a name in two columns, several awards, x marks, a whole person in one cell.

Pure. Each row becomes one line an honour; what no cell says by itself stands in `ListLine.said`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from awards.catalogue.rules.recognise_terms import recognise_subject
from awards.catalogue.rules.terms import SubjectKind
from awards.lists.rules.apart import decision_apart, person_apart, post_and_unit, says_a_name_only
from awards.lists.rules.birth_columns import birth_of_parts
from awards.lists.rules.contents import NO_MARKS, is_mark
from awards.lists.rules.given_names import ends_with, is_given_name
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine
from emulation.core.text import accent_key

MOST_WORDS = 6
NO_NAMES = frozenset({"x", "xx", "v"})
KINDS_IN_WORDS: dict[str, str] = {
    SubjectKind.COLLECTIVE: "tập thể",
    SubjectKind.INDIVIDUAL: "cá nhân",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
}
OF_ONE_DECISION = (Field.DECISION_NUMBER, Field.DECISION_DATE)
NOTHING_BESIDES: list[tuple[int | None, dict[str, Any]]] = [(None, {})]


@dataclass(frozen=True)
class RowReader:
    """`marked`: of the columns of awards whose heading names one, {place: that award}; `years`: of those whose heading
    names a year or a span of years; `year_is_said`: once for all rows. `subject`: what is said once for all rows;
    `subjects`: of columns of which a row fills one, by name or by a mark, {place: the kind of recipient};
    `says_more`: the heading speaks of people and promises more than their names; `ordered`: the columns of the name as
    a name is written; `parted`: a third of the rows or more fill several of these."""

    meanings: Meanings
    marked: Mapping[int, str] = field(default_factory=dict)
    years: Mapping[int, str] = field(default_factory=dict)
    subject: str = ""
    subjects: Mapping[int, str] = field(default_factory=dict)
    says_more: bool = False
    year_is_said: bool = False
    ordered: tuple[int, ...] = ()
    parted: bool = False

    def honours(self, line: ListLine) -> Iterator[ListLine]:
        if self._says_all_by_cells(line.cells):
            yield line
            return
        said, unclear = self._said(line)
        has_year = bool(self.years) and bool(self._own(line, Field.ACHIEVEMENT_YEAR))
        for nth, (place, of_column) in enumerate(self._awards(line, has_year=has_year)):
            of_award = said | of_column
            if has_year:
                line = line._replace(headed_year=self._headed_year(place))
            if nth == 0 and not of_award and not unclear:
                yield line
            else:
                yield line._replace(nth=nth, said=of_award, unclear=unclear, place=place)

    @cached_property
    def _of_kinds(self) -> bool:
        """The columns of names stand for different kinds of recipients, and are no parts of one name."""
        return bool(self.names) and set(self.names) <= set(self.subjects)

    def lacks_a_part(self, line: ListLine) -> int | None:
        """The place of the empty column where the others say only a part of the name."""
        if not self.parted or self._of_kinds:
            return None
        empty = [place for place in self.names if not (place < len(line.cells) and line.cells[place])]
        return empty[0] if 0 < len(empty) < len(self.names) else None

    @cached_property
    def _of_one_cell_each(self) -> tuple[int, int, int] | None:
        """The places of name, decision's number and its day in a table whose columns say one thing each."""
        named, numbers, days = map(self._places, (Field.NAME, Field.DECISION_NUMBER, Field.DECISION_DATE))
        if not self._plain_award or self.years or self.subjects or self._places(Field.POSITION_AND_UNIT):
            return None
        if len(self._places(Field.BIRTH)) > 1:
            return None
        return (*named, *numbers, *days) if len(named) == len(numbers) == len(days) == 1 else None  # type: ignore[return-value]

    def _says_all_by_cells(self, cells: Sequence) -> bool:
        """A name of letters only, and a decision's number and day in cells of their own: nothing is taken apart."""
        places = self._of_one_cell_each
        if places is None or len(cells) <= max(places):
            return False
        name, number, day = (cells[place] for place in places)
        return bool(number and day) and isinstance(name, str) and says_a_name_only(name)

    def _headed_year(self, place: int | None) -> str:
        """Of the honour's column, or of the only one."""
        if place is None and self._plain_award:
            return next(iter(self.years.values()), "")
        return self.years.get(place, "") if place is not None else ""

    @cached_property
    def _plain_award(self) -> bool:
        return len(self._places(Field.AWARD)) < 2 and not self.marked

    @cached_property
    def names(self) -> tuple[int, ...]:
        return self.ordered or self._places(Field.NAME)

    def _places(self, meaning: str) -> tuple[int, ...]:
        return self.meanings.places.get(meaning, ())

    def _cells(self, line: ListLine, meaning: str) -> list:
        return [line.cells[place] for place in self._places(meaning) if place < len(line.cells) and line.cells[place]]

    def _awards(self, line: ListLine, *, has_year: bool) -> list[tuple[int | None, dict[str, Any]]]:
        """(its place, what it says) of each column; nothing where the one cell says it, the section, or what is said
        once. `has_year`: the row says its own."""
        if self._plain_award:
            years = {} if has_year or self.year_is_said else self.years
            return [(place, {Field.ACHIEVEMENT_YEAR: year}) for place, year in years.items()] or NOTHING_BESIDES
        found: dict[tuple, tuple[int | None, dict[str, Any]]] = {}
        for place in self._places(Field.AWARD):
            text = str(line.cells[place]) if place < len(line.cells) else ""
            is_marked = place in self.marked and is_mark(text)
            if not text or accent_key(text) in NO_MARKS:
                continue
            award = self.marked[place] if is_marked else text
            told: dict[str, Any] = {Field.AWARD: award} | self._own_decision(line, place)
            if place in self.years and not (has_year or self.year_is_said):
                told[Field.ACHIEVEMENT_YEAR] = self.years[place]
            found.setdefault(tuple(told.values()), (place, told))
        return list(found.values()) or [(None, {Field.AWARD: ""})]

    def _said(self, line: ListLine) -> tuple[dict, str]:
        birth = birth_of_parts(line.cells, self._places(Field.BIRTH))
        said: dict[str, object] = {Field.BIRTH: birth} if birth else {}
        unclear = ""
        names = [str(line.cells[place]) for place in self.names if place < len(line.cells) and line.cells[place]]
        name = names[0] if names else ""
        if len(names) > 1 and len(set(names)) > 1:
            joined = None if self._of_kinds else _joined(names)
            if joined is None:
                return said, " | ".join(names)
            said[Field.NAME] = name = joined
        subject = self._subject(line)
        if self.subjects and (kind := self._filled_kind(line)):
            said[Field.SUBJECT_KIND], subject = KINDS_IN_WORDS[kind], kind
        if says_a_name_only(name) and not self._places(Field.POSITION_AND_UNIT):
            return said | self._decision(line), unclear
        kind = self.subject if subject is None else subject
        if kind == SubjectKind.INDIVIDUAL or (subject is None and not kind):
            person = person_apart(name, surely=bool(kind), says_more=self.says_more)
            if person is not None:
                told = {meaning: value for meaning, value in person.told.items() if value}
                twice = [
                    meaning
                    for meaning, value in told.items()
                    if (own := self._own(line, meaning))
                    and meaning != Field.NAME
                    and accent_key(own) != accent_key(value)
                ]
                unclear = person.unclear or (name if twice else "")
                said |= told
                if subject is None:
                    said[Field.SUBJECT_KIND] = "cá nhân"
        for cell in self._cells(line, Field.POSITION_AND_UNIT)[:1]:
            position, unit = post_and_unit(str(cell), is_body=kind in (SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD))
            said |= {
                meaning: value
                for meaning, value in ((Field.POSITION, position), (Field.UNIT, unit))
                if value and not self._own(line, meaning)
            }
        said |= self._decision(line)
        return said, unclear

    def _filled_kind(self, line: ListLine) -> str:
        """Of the one column of `subjects` that the row fills, "" where it fills none or several, or says it itself."""
        cells = line.cells
        filled = [place for place in self.subjects if place < len(cells) and cells[place] and self._fills(place, cells)]
        if len(filled) != 1 or self._own(line, Field.SUBJECT_KIND):
            return ""
        return self.subjects[filled[0]]

    def _fills(self, place: int, cells: Sequence) -> bool:
        return place in self._places(Field.NAME) or is_mark(str(cells[place]))

    def _own(self, line: ListLine, meaning: str) -> str:
        return str(self._first(line, meaning))

    def _subject(self, line: ListLine) -> str | None:
        """None where neither the row nor its section says it; "" where it says something else."""
        written = self._own(line, Field.SUBJECT_KIND)
        if written:
            return recognise_subject(written) or ""
        if line.subject:
            return line.subject
        return SubjectKind.INDIVIDUAL if self._own(line, Field.BIRTH) or self._own(line, Field.IDENTITY) else None

    def _decision(self, line: ListLine) -> dict[str, object]:
        """ "11/QĐ-UBND ngày 15/3/2023" in the column of numbers, or in that of days."""
        return _taken_apart(self._first(line, Field.DECISION_NUMBER), self._first(line, Field.DECISION_DATE))

    @cached_property
    def _places_of_decisions(self) -> Mapping[int, Mapping[str, int | None]]:
        """By the place of an award's column, where several columns say numbers or days of decisions: those of its own
        decision, None where it has none. All stand behind their awards, or all before them."""
        awards = self._places(Field.AWARD)
        found: dict[int, dict[str, int | None]] = {}
        for meaning in OF_ONE_DECISION:
            places = self._places(meaning)
            for nth, award in enumerate(awards if len(places) > 1 else ()):
                if places[0] < awards[0]:
                    near = [place for place in places if place < award and (nth == 0 or place > awards[nth - 1])][-1:]
                else:
                    near = [place for place in places if place > award and award == max(_before(awards, place))][:1]
                found.setdefault(award, {})[meaning] = near[0] if near else None
        return found

    def _own_decision(self, line: ListLine, award: int) -> dict[str, Any]:
        own = self._places_of_decisions.get(award)
        if not own:
            return {}
        said = {
            meaning: line.cells[place] if place is not None and place < len(line.cells) else ""
            for meaning, place in own.items()
        }
        number, day = (said.get(meaning, self._first(line, meaning)) for meaning in OF_ONE_DECISION)
        return said | _taken_apart(number, day)

    def _first(self, line: ListLine, meaning: str):
        """The leftmost filled cell that says this, "" where none does."""
        cells = line.cells
        for place in self._places(meaning):
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""


def _before(places: Sequence[int], place: int) -> list[int]:
    return [other for other in places if other < place]


def _taken_apart(number, day) -> dict[str, Any]:
    """Of a cell that says both beside an empty one."""
    if bool(number) is bool(day):
        return {}
    cell = number or day
    both = None if isinstance(cell, date) else decision_apart(cell)
    return {Field.DECISION_NUMBER: both[0], Field.DECISION_DATE: both[1]} if both else {}


def _joined(names: list[str]) -> str | None:
    """ "Ngô Minh" and "An"; two whole names are no one's, nor is one beside its own end; an x is no name."""
    if (
        not NO_NAMES.intersection(map(accent_key, names))
        and all(is_given_name(name) for name in names[1:])
        and not ends_with(names[0], names[-1])
        and sum(len(name.split()) for name in names) <= MOST_WORDS + 1
    ):
        return " ".join(names)
    return None
