"""A list of years in sentences: what hinders it, what a row says, why one is not taken, what became of all of them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.records.models.wording import DISCIPLINES, RATINGS, SCOPES
from awards.records.rules.terms import Discipline, InitiativeScope, Rating
from awards.rows.rules.reading import Problem, RowTrouble
from awards.rows.words import told
from awards.year_lists.models.wording import FIELDS
from awards.year_lists.models.year_list import YearList, YearListRow
from awards.year_lists.rules.flow import YearListCase, YearListHindrance
from awards.year_lists.rules.terms import YearField, YearRowState, YearTrouble
from emulation.core.numbers import format_integer

HINDRANCES = {
    YearListHindrance.WORK_GOES_ON: gettext_lazy("Work on this list is going on. Wait until it ends, or cancel it."),
    YearListHindrance.NOTHING_TO_TAKE: gettext_lazy(
        "No row of this list says anything that the book does not hold already."
    ),
}
TROUBLES = {
    YearTrouble.RATING_UNKNOWN: gettext_lazy("“%(seen)s” is no rating. Write one of the four of the year in words."),
    YearTrouble.SCOPE_UNKNOWN: gettext_lazy(
        "“%(seen)s” is no scope of influence. Write grassroots, province or ministry, or the whole country."
    ),
    YearTrouble.DISCIPLINE_UNKNOWN: gettext_lazy(
        "“%(seen)s” is no discipline. Write none, reprimand, warning or graver."
    ),
    YearTrouble.NOT_A_COUNT: gettext_lazy("“%(seen)s” is no number of people. Write digits only."),
    YearTrouble.SHARE_NOT_A_COUNT: gettext_lazy(
        "“%(seen)s” does not tell how many people these are. Write their number in a column of its own."
    ),
    YearTrouble.WITHOUT_HEADCOUNT: gettext_lazy("%(seen)s people of how many? Write the headcount as well."),
    YearTrouble.MORE_THAN_WHOLE: gettext_lazy(
        "%(seen)s is more than the headcount of %(detail)s. Correct one of the two."
    ),
    YearTrouble.COUNTS_OF_A_PERSON: gettext_lazy("Only a collective has a headcount. Clear this cell."),
    YearTrouble.INITIATIVE_WITHOUT_SCOPE: gettext_lazy(
        "An initiative is named without its scope of influence. Write that beside it."
    ),
    YearTrouble.SCOPE_WITHOUT_INITIATIVE: gettext_lazy("A scope of influence is given without the initiative's title."),
    YearTrouble.MARKUP: gettext_lazy("“%(seen)s” has “<” or “>”. Write it without these two signs."),
    YearTrouble.TEXT_TOO_LONG: gettext_lazy("The text is longer than %(detail)s characters. Shorten it."),
    YearTrouble.NOTHING_SAID: gettext_lazy("The row says nothing of the year: no rating, no initiative, no count."),
    YearTrouble.YEAR_NOT_SAID: gettext_lazy(
        "The row does not say which year. Write it in a column, or say it for all rows."
    ),
    YearTrouble.YEAR_OUT_OF_RANGE: gettext_lazy("The year %(seen)s is not one from %(detail)s up to this year."),
    YearTrouble.NOT_TOLD_APART: gettext_lazy(
        "A person is told apart by the whole date of birth and the unit, or by the identity number. Complete the row."
    ),
    YearTrouble.OF_A_HOUSEHOLD: gettext_lazy("Years are recorded of people and of collectives, not of households."),
    YearTrouble.TWICE: gettext_lazy("The same subject stands in the list twice for this year."),
    YearTrouble.RECORDED_OTHERWISE: gettext_lazy(
        "The book holds otherwise: %(detail)s. Change it on the subject's page, or correct the row."
    ),
}


def hindrance_in_words(reason: str, case: YearListCase, year_list: YearList) -> str:
    return str(HINDRANCES[YearListHindrance(reason)])


def state_refusal(year_list: YearList) -> str:
    return _("The list is in the state “%(state)s”, so this is no longer possible. Look at the list again.") % {
        "state": year_list.get_state_display()
    }


def not_yours(year_list: YearList) -> str:
    return _("Only an officer of this organisation keeps its book of records.")


def why_refused(row: YearListRow) -> str:
    """With the column where the trouble lies, if one column does."""
    if row.code not in set(YearTrouble):
        return told(Problem("", RowTrouble(row.code), row.seen, row.detail))
    sentence = str(TROUBLES[YearTrouble(row.code)]) % {"seen": row.seen, "detail": row.detail}
    return f"{FIELDS[YearField(row.column)]}: {sentence}" if row.column in set(YearField) else sentence


def said_in_words(said: Mapping[str, str | int]) -> str:
    """What a row says of its year, on one line, in the order of the form."""
    parts = []
    for field, value in ((one, said[one]) for one in YearField if one in said):
        if field == YearField.RATING:
            parts.append(str(RATINGS[Rating(value)]))
        elif field == YearField.SCOPE:
            parts.append(str(SCOPES[InitiativeScope(value)]))
        elif field == YearField.DISCIPLINE:
            parts.append(str(DISCIPLINES[Discipline(value)]))
        elif isinstance(value, int):
            parts.append(f"{FIELDS[YearField(field)]}: {format_integer(value)}")
        else:
            parts.append(f"{FIELDS[YearField(field)]}: {value}")
    return "; ".join(parts)


def value_in_words(field: str, value: str | int) -> str:
    return said_in_words({field: value})


def sum_of_rows(counts: Mapping[str, int]) -> str:
    """Every row once: how many there are, and what becomes of them."""
    rows = sum(counts.values())
    new, adds, known, refused = (counts.get(one, 0) for one in YearRowState)
    said = ngettext("%(number)s row tells of a year", "%(number)s rows tell of years", rows)
    words = {
        YearRowState.NEW: ngettext("%(number)s new year", "%(number)s new years", new),
        YearRowState.ADDS: ngettext("%(number)s adds to a year", "%(number)s add to a year", adds),
        YearRowState.KNOWN: ngettext("%(number)s recorded already", "%(number)s recorded already", known),
        YearRowState.REFUSED: ngettext("%(number)s not taken", "%(number)s not taken", refused),
    }
    parts = [word % {"number": format_integer(counts[one])} for one, word in words.items() if counts.get(one)]
    return f"{said % {'number': format_integer(rows)}}: {', '.join(parts)}." if parts else ""
