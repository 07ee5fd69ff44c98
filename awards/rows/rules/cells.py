"""Whether a cell can hold what its column says at all. Pure."""

from datetime import date

from awards.rows.rules.decision_numbers import is_a_day
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import RowTrouble
from emulation.core.text.damage import error_in, formula_in, lost_in

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
OF_CELLS = frozenset(  # each refuses the row; what else would be told of the same column is not
    {
        RowTrouble.CELL_ERROR,
        RowTrouble.FORMULA_WITHOUT_VALUE,
        RowTrouble.LETTERS_LOST,
        RowTrouble.DATE_IN_TEXT,
        RowTrouble.NUMBER_IS_A_DATE,
    }
)


class CellJudge:
    """Remembers what it has judged, for lists say the same thing thousands of times."""

    def __init__(self) -> None:
        self._texts: dict[str, RowTrouble | None] = {}
        self._days: dict[tuple[str, bool], bool] = {}

    def trouble(self, cell: date | str, field: str) -> RowTrouble | None:
        """Of a filled cell."""
        if isinstance(cell, str):
            if cell not in self._texts:
                self._texts[cell] = _damage(cell)
            if self._texts[cell] is not None:
                return self._texts[cell]
        if field in OF_TEXT:
            return RowTrouble.DATE_IN_TEXT if self._is_a_day(cell, in_digits=True) else None
        if field == Field.DECISION_NUMBER:
            return RowTrouble.NUMBER_IS_A_DATE if self._is_a_day(cell, in_digits=False) else None
        return None

    def _is_a_day(self, cell: date | str, *, in_digits: bool) -> bool:
        """`in_digits`: a text that begins with words is none."""
        if not isinstance(cell, str):
            return True
        asked = (cell, in_digits)
        if asked not in self._days:
            self._days[asked] = (cell[0].isdigit() or not in_digits) and is_a_day(cell)
        return self._days[asked]


def _damage(text: str) -> RowTrouble | None:
    if error_in(text):
        return RowTrouble.CELL_ERROR
    if formula_in(text):
        return RowTrouble.FORMULA_WITHOUT_VALUE
    return RowTrouble.LETTERS_LOST if lost_in(text) else None
