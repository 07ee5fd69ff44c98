"""Whether a cell can hold what its column says at all. Pure."""

from collections.abc import Callable
from datetime import date
from enum import Enum

from awards.rows.rules.decision_numbers import holds_several, is_a_day, is_no_number, is_of_a_proposal
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.fillers import MAY_BE_ABOVE, MAY_BE_FILLED, is_ditto, is_of_another_row, says_nothing
from awards.rows.rules.lines import ListLine
from awards.rows.rules.reading import CheckedRow, GivenForList, RowTrouble
from emulation.core.dates import format_date, year_without_a_day
from emulation.core.text.damage import TWICE, MendedText, error_in, formula_in, lost_in

OF_TEXT = frozenset(
    {
        Field.NAME,
        Field.HONORIFIC,
        Field.SUBJECT_KIND,
        Field.POSITION,
        Field.POSITION_AND_UNIT,
        Field.UNIT,
        Field.TARGET_GROUP,
        Field.AWARD,
        Field.AWARD_CLASS,
        Field.WAY,
        Field.SIGNER_OFFICE,
        Field.CAMPAIGN,
    }
)
OF_DAYS = frozenset({Field.BIRTH, Field.DECISION_DATE})
OF_CELLS = frozenset(  # each refuses the row; what else would be told of the same column is not
    {
        RowTrouble.CELL_ERROR,
        RowTrouble.FORMULA_WITHOUT_VALUE,
        RowTrouble.LETTERS_LOST,
        RowTrouble.DATE_IN_TEXT,
        RowTrouble.NUMBER_IS_A_DATE,
        RowTrouble.NUMBER_OF_PROPOSAL,
        RowTrouble.NUMBER_IS_NONE,
        RowTrouble.NUMBERS_SEVERAL,
        RowTrouble.CELL_STRUCK,
        RowTrouble.DITTO_OF_NOTHING,
        RowTrouble.DITTO_ELSEWHERE,
    }
)


MOST_REMEMBERED = 50_000
UNASKED = object()


class Nothing(Enum):
    """A cell is filled and says nothing: it is as if it were empty."""

    SAID = "said"


class CellJudge:
    """Of cells that say one field. It remembers what it judged, for lists say the same thing thousands of times."""

    def __init__(self, field: str) -> None:
        self.field = field
        self._judged: dict[date | str, RowTrouble | Nothing | None] = {}
        self.known = self._judged.get

    def trouble(self, cell: date | str) -> RowTrouble | Nothing | None:
        """Of a filled cell."""
        found = self._judged.get(cell, UNASKED)
        if found is UNASKED:
            if len(self._judged) > MOST_REMEMBERED:
                self._judged.clear()
            found = self._judged[cell] = self._trouble(cell)
        return found  # type: ignore[return-value]

    def _trouble(self, cell: date | str) -> RowTrouble | Nothing | None:
        if isinstance(cell, str) and self.field in MAY_BE_ABOVE and is_ditto(cell):
            return RowTrouble.DITTO_OF_NOTHING
        if isinstance(cell, str) and self.field in MAY_BE_ABOVE and is_of_another_row(cell):
            return RowTrouble.DITTO_ELSEWHERE
        if isinstance(cell, str) and self.field in MAY_BE_FILLED and says_nothing(cell):
            return Nothing.SAID
        if isinstance(cell, str) and (damage := _damage(cell)):
            return None if self.field in OF_DAYS and year_without_a_day(cell) else damage
        if self.field in OF_TEXT:
            begins_with_words = isinstance(cell, str) and not cell[0].isdigit()
            return None if begins_with_words or not is_a_day(cell) else RowTrouble.DATE_IN_TEXT
        return _of_a_number(cell) if self.field == Field.DECISION_NUMBER else None


class RowCells:
    """Looks through the cells of row after row of one table."""

    def __init__(self, meanings: Meanings, given: GivenForList):
        judges = [(place, CellJudge(field)) for place, field in sorted(meanings.of.items())]
        self._judges = tuple((place, judge, judge.known) for place, judge in judges)
        self._unit, self._award = CellJudge(Field.UNIT), CellJudge(Field.AWARD)
        self._given = [
            (judge.field, trouble, said)
            for judge, said in (
                (CellJudge(Field.DECISION_NUMBER), given.decision_number),
                (CellJudge(Field.SIGNER_OFFICE), given.signer_office),
            )
            if said and isinstance(trouble := judge.trouble(said), RowTrouble)
        ]

    def sound(self, out: CheckedRow, line: ListLine, *, says: Callable[[ListLine, str], object]) -> ListLine:
        """The line without the cells that cannot hold what their columns say, which are told; of letters put right, one
        is told. Of several columns of awards that of this honour only. `says`: what the line says of a field."""
        cells, width, unsound, mended = line.cells, len(line.cells), [], False
        struck = line.struck
        for place, judge, known in self._judges:
            cell = cells[place] if place < width else ""
            if cell:
                if known(cell, UNASKED) is None and type(cell) is not MendedText and place not in struck:
                    continue
                if line.place is not None and line.place != place and judge.field == Field.AWARD:
                    continue
                if trouble := RowTrouble.CELL_STRUCK if place in struck else judge.trouble(cell):
                    unsound.append(place)
                    if trouble is not Nothing.SAID:
                        out.note(
                            judge.field, trouble, format_date(cell) if isinstance(cell, date) else cell, place=place
                        )
                elif type(cell) is MendedText and is_ditto(cell.was):
                    out.note(judge.field, RowTrouble.DITTO_FILLED, cell.was, cell, place)
                elif type(cell) is MendedText and not mended:
                    mended = True
                    out.note(judge.field, _why_mended(cell), cell.was, cell, place)
        if line.unit or line.award or self._given:
            above = [
                (judge.field, trouble, said)
                for judge, said in ((self._unit, line.unit), (self._award, line.award))
                if said and isinstance(trouble := judge.trouble(said), RowTrouble)
            ]
            for field, trouble, said in [*above, *self._given]:
                if not says(line, field):
                    out.note(field, trouble, said)
        if not unsound:
            return line
        return line._replace(cells=["" if place in unsound else cell for place, cell in enumerate(cells)])


def _why_mended(cell: MendedText) -> RowTrouble:
    if cell in cell.was:
        return RowTrouble.PARTLY_STRUCK
    return RowTrouble.LETTERS_MENDED if any(map(str.isalpha, cell)) else RowTrouble.SHOWN_OTHERWISE


def _of_a_number(cell: date | str) -> RowTrouble | None:
    if is_a_day(cell):
        return RowTrouble.NUMBER_IS_A_DATE
    if not isinstance(cell, str):
        return None
    if is_of_a_proposal(cell):
        return RowTrouble.NUMBER_OF_PROPOSAL
    if is_no_number(cell):
        return RowTrouble.NUMBER_IS_NONE
    return RowTrouble.NUMBERS_SEVERAL if holds_several(cell) else None


def _damage(text: str) -> RowTrouble | None:
    if text.replace(" ", "").isalnum():  # no sign at all: of what is told below only letters read twice
        return RowTrouble.LETTERS_LOST if not text.isascii() and TWICE.search(text) else None
    if error_in(text):
        return RowTrouble.CELL_ERROR
    if formula_in(text):
        return RowTrouble.FORMULA_WITHOUT_VALUE
    return RowTrouble.LETTERS_LOST if lost_in(text) else None
