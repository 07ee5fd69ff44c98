"""What was guessed of the columns of a table, told: read by what they hold, or joined into a name."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_col_to_name

from awards.lists.intake.readings import ListReading
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.columns import meaning_of
from awards.lists.rules.contents import OF_THE_SEXES
from awards.lists.rules.given_names import FAMILY_PART, is_given_name, repeats_ends
from awards.lists.rules.name_words import may_name
from awards.lists.rules.problems import ListProblem
from awards.lists.rules.subject_columns import subjects_headed
from awards.lists.rules.table import ListHeading, ListTable
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import RowTrouble
from emulation.core.text import search_key

TOLD_WITHOUT_A_HEADING = frozenset({Field.BIRTH, Field.DECISION_DATE, Field.ACHIEVEMENT_YEAR})


def guessed(reading: ListReading, table: ListTable, sheet: str, names: AwardNames) -> Iterator[ListProblem]:
    """Each column whose own heading does not say what it is read as, and each beside the names that may be a part of
    them and is not read."""
    for heading in table.headings:
        if not heading.samples:
            continue
        meaning = table.meanings.of.get(heading.place)
        trouble = None
        if meaning and _is_guessed(heading, meaning, table, names):
            trouble = RowTrouble.COLUMN_GUESSED
        elif meaning is None and _may_be_given_names(heading, reading, table):
            trouble = RowTrouble.BESIDE_NAMES_UNREAD
        if trouble:
            text = heading.text or f"cột {xl_col_to_name(heading.place)}"
            yield ListProblem(sheet, table.row, text, trouble, heading.samples[0], meaning or "", refuses=False)


def _is_guessed(heading: ListHeading, meaning: str, table: ListTable, names: AwardNames) -> bool:
    key, place = search_key(heading.text), heading.place
    left = search_key(table.text_above("", place - 1)) if table.meanings.of.get(place - 1) == Field.NAME else ""
    if meaning == Field.NAME and left and key in ("", "ten"):
        return not FAMILY_PART.search(left)
    if not key:
        return meaning in TOLD_WITHOUT_A_HEADING
    if meaning_of(heading.text)[0] is not None or may_name(key) or key in OF_THE_SEXES:
        return False
    is_of_a_kind = meaning == Field.NAME and subjects_headed({place: heading.text})
    return not is_of_a_kind and not (meaning == Field.AWARD and (names.within(heading.text) or names.knows(key)))


def _may_be_given_names(heading: ListHeading, reading: ListReading, table: ListTable) -> bool:
    place = heading.place
    if table.meanings.of.get(place - 1) != Field.NAME or search_key(heading.text) not in ("", "ten"):
        return False
    below = reading.rows[reading.guess.first : reading.last]
    return all(map(is_given_name, heading.samples)) and not repeats_ends(below, place)
