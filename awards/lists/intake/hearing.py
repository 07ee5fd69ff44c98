"""What is said beside a row's own columns: a no, in the row or above it, names and awards in columns not read."""

from collections.abc import Iterator

from awards.lists.rules.beside import Beside
from awards.lists.rules.denials import denies_all, denies_award
from awards.lists.rules.unlike import unlike
from awards.rows.rules.days import years_in
from awards.rows.rules.decision_numbers import other_decision_in
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, RowTrouble


def hear(row: CheckedRow, line: ListLine, meanings: Meanings, said: Beside, denied_above: str) -> None:
    """`denied_above`: the title's line that says that those beneath were not honoured."""
    if said.denials or said.doubts:
        _hear_noes(row, line, meanings, said)
    for above in (line.unit, line.award, denied_above):
        if above and (denies_all(above) or (above is line.award and denies_award(above))):
            row.problems = [problem for problem in row.problems if problem.trouble is not RowTrouble.AWARD_MISSING]
            row.note(Field.AWARD, RowTrouble.DENIED, above)
    for place, text in said.decision_in(line.cells) if said.decisions else ():
        if other_decision_in(text, row.decision_number):
            row.note(Field.DECISION_NUMBER, RowTrouble.OTHER_DECISION, text, place=place)
    if line.headed:
        row.note(Field.NAME, RowTrouble.HEADINGS_UNKNOWN, line.headed)
    people = [(place, line.cells[place]) for place in said.people if place < len(line.cells) and line.cells[place]]
    if found := unlike(row.subject_kind, row.name, row.unit):
        beside = row.unit if found is RowTrouble.NAME_AND_UNIT_SWAPPED else ""
        if found is RowTrouble.BODY_AS_PERSON and people:
            found, beside = RowTrouble.NAME_AND_UNIT_SWAPPED, people[0][1]
        row.note(Field.NAME, found, f"{row.name} | {beside}" if beside else row.name)
    for place, name in _of_another(people, line, meanings):
        row.note(Field.NAME, RowTrouble.NAME_NOT_ALONE, name, place=place)
    for place, text in said.award_in(line.cells) if said.awards else ():
        if place not in said.results:
            row.note(Field.AWARD, RowTrouble.AWARD_UNREAD, text, place=place)
    if said.settled and row.award and not any(line.cells[place] for place in said.settled if place < len(line.cells)):
        row.note(Field.AWARD, RowTrouble.RESULT_MISSING, place=said.settled[0])
    for place in said.results:
        _hear_result(row, line.cells[place] if place < len(line.cells) else "", place, said)


def _hear_result(row: CheckedRow, result: object, place: int, said: Beside) -> None:
    """What was proposed is an honour where the result agrees."""
    if not result:
        row.note(Field.AWARD, RowTrouble.RESULT_MISSING, place=place)
    elif row.award and said.decided.get(str(result), row.award) != row.award:
        row.note(Field.AWARD, RowTrouble.RESULT_DIFFERS, str(result), place=place)


def _hear_noes(row: CheckedRow, line: ListLine, meanings: Meanings, said: Beside) -> None:
    of = meanings.of
    denials = []
    for place, text in said.denial_in(line.cells) if said.denials else ():
        if place not in of and _is_of_an_earlier_year(text, row):
            row.note(Field.AWARD, RowTrouble.REMARK_UNSURE, text, place=place)
        elif line.place in (None, place) or of.get(place) != Field.AWARD:
            denials.append((place, text))
    if denials:
        row.problems = [problem for problem in row.problems if problem.column not in map(of.get, dict(denials))]
    for place, text in denials:
        row.note(of.get(place, Field.AWARD), RowTrouble.DENIED, text, place=place)
    for place, text in said.doubt_in(line.cells) if said.doubts else ():
        row.note(Field.AWARD, RowTrouble.REMARK_UNSURE, text, place=place)


def _is_of_an_earlier_year(text: str, row: CheckedRow) -> bool:
    years = years_in(text)
    honoured = row.achievement_year or (row.decision_date.year - 1 if row.decision_date else None)
    return bool(years and honoured) and max(years) < honoured  # type: ignore[operator]


def _of_another(people: list, line: ListLine, meanings: Meanings) -> Iterator[tuple[int, str]]:
    """Names that stand between this honour's award and another to the left: of a second table, or a second person."""
    if line.place is not None:
        first = min(meanings.places.get(Field.AWARD, (line.place,)))
        yield from ((place, name) for place, name in people if first < place < line.place)
