"""The sentence of each kind of problem: what was expected in the place of what was seen."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import Problem, RowTrouble

FIELDS = {
    Field.NAME: _("Name of the recipient"),
    Field.HONORIFIC: _("Form of address"),
    Field.SUBJECT_KIND: _("Subject: collective, individual, household"),
    Field.POSITION: _("Position"),
    Field.UNIT: _("Unit"),
    Field.POSITION_AND_UNIT: _("Position and unit in one cell"),
    Field.TARGET_GROUP: _("Target group"),
    Field.BIRTH: _("Date or year of birth"),
    Field.IDENTITY: _("Identity number"),
    Field.AWARD: _("Award: title or form of commendation"),
    Field.AWARD_CLASS: _("Class of the award"),
    Field.WAY: _("Way of commendation"),
    Field.ACHIEVEMENT_YEAR: _("Year of the achievement"),
    Field.DECISION_NUMBER: _("Decision number"),
    Field.DECISION_DATE: _("Decision date"),
    Field.SIGNER_OFFICE: _("Office of the signer"),
    Field.CAMPAIGN: _("Campaign"),
}
EXPECTED = {
    RowTrouble.NAME_MISSING: _("a name; write it or delete the row"),
    RowTrouble.NAME_NOT_ALONE: _(
        "the name alone, or “name, year of birth, position, unit” parted by commas; write this in a column of its own"
    ),
    RowTrouble.NAME_PART_MISSING: _(
        "family name and given name; in this row the column “%(detail)s” is empty. Write what is missing"
    ),
    RowTrouble.BODIES_SEVERAL: _("one collective or household; this names another besides. Give it a row of its own"),
    RowTrouble.NAME_AND_UNIT_SWAPPED: _(
        "the name of the recipient in this column and the unit in its own; the two seem to be swapped"
    ),
    RowTrouble.BODY_AS_PERSON: _("the name of a person, as the list says; this looks like a collective"),
    RowTrouble.PERSON_AS_BODY: _("the name of a collective, as the list says; this looks like a person"),
    RowTrouble.TOO_LONG: _("at most %(detail)s characters; shorten the text"),
    RowTrouble.NOT_ON_PAPER: _("a text that paper can hold; leave out %(detail)s or write it in words"),
    RowTrouble.SUBJECT_MISSING: _("collective, individual or household; say it in a column or once for the whole list"),
    RowTrouble.SUBJECT_UNKNOWN: _("collective, individual or household"),
    RowTrouble.AWARD_MISSING: _("the title or form of commendation; write it, or say it once for the whole list"),
    RowTrouble.AWARD_UNKNOWN: _("a title or form of commendation of the catalogue"),
    RowTrouble.AWARD_SEVERAL: _("one title or form of commendation; this may be several"),
    RowTrouble.AWARD_BY_TITLE: _(
        "one award; this may be several, and is taken as said above it or once for the list: %(detail)s"
    ),
    RowTrouble.AWARD_CLASS_MISSING: _("the class as well: First, Second or Third"),
    RowTrouble.AWARD_CLASS_WRONG: _("a class that this award has"),
    RowTrouble.AWARD_OF_OTHER_BODY: _(
        "an award that this office gives; this names another body. Write the award in full as the catalogue has it, or "
        "leave the row to the list of that body"
    ),
    RowTrouble.DENIED: _("a row that was honoured; this says that it was not"),
    RowTrouble.REMARK_UNSURE: _(
        "a row that was honoured; this may say that it was not. If it was not, delete the row and send the list again"
    ),
    RowTrouble.SIGNER_OF_OTHER_BODY: _(
        "a signer of this office, for this award is given by it; this names another body. Look at award and signer"
    ),
    RowTrouble.AWARD_NOT_FOR_SUBJECT: _("an award that is given to this subject: %(detail)s"),
    RowTrouble.AWARD_NOT_GIVEN_THEN: _("an award that was given on %(detail)s"),
    RowTrouble.AWARD_NOT_OF_SECTION: _(
        "the award of the section that the row stands in, “%(detail)s”; what the row says was read. Look which is right"
    ),
    RowTrouble.AWARD_FAMILY_MIXED: _("the other family, as the column’s heading says; this is: %(detail)s"),
    RowTrouble.DATE_MISSING: _("the date of the decision; write it, or say it once for the whole list"),
    RowTrouble.DATE_ONLY_A_YEAR: _("day/month/year, for example 05/12/2022; this is only a year"),
    RowTrouble.DATE_NOT_A_DATE: _("a day of the calendar as day/month/year, for example 05/12/2022"),
    RowTrouble.DATE_WHICH_DAY: _(
        "only the day, without the time: 16:00 or 17:00 by world time is the beginning of the next day in Viet Nam"
    ),
    RowTrouble.DATE_TOO_EARLY: _("a day since %(detail)s"),
    RowTrouble.DATE_IN_FUTURE: _("a day that is not after today, %(detail)s"),
    RowTrouble.OFFICE_NOT_ALIVE: _("a day on which the organisation existed"),
    RowTrouble.YEAR_UNKNOWN: _("a year in four digits, for example 2022"),
    RowTrouble.YEAR_AFTER_DECISION: _("a year not after that of the decision, %(detail)s"),
    RowTrouble.YEAR_TOO_EARLY: _("a year since %(detail)s"),
    RowTrouble.YEAR_BEFORE_BIRTH: _("a year in which the person, born in %(detail)s, could achieve anything"),
    RowTrouble.YEAR_LONG_AGO: _("a year shortly before the decision; this lies %(detail)s years before it, look at it"),
    RowTrouble.YEAR_AS_DAY: _("a year; the cell shows a day, and is read as the year %(detail)s"),
    RowTrouble.YEAR_OF_SPAN: _("one year; this is a span of years, and is read as its last, %(detail)s"),
    RowTrouble.YEAR_SEVERAL: _("one year; these are several. Write the one of this award, a row for each award"),
    RowTrouble.YEAR_OR_MONTH: _(
        "one year in four digits; this may be the years %(detail)s or a month. Write the year of the achievement"
    ),
    RowTrouble.YEAR_DIFFERS: _(
        "one year; the year’s own column of the row says %(detail)s. Correct the wrong one, or choose “Not read” for "
        "the column that is no year of the achievement"
    ),
    RowTrouble.WAY_MISSING: _("the way of commendation; write it, or say it once for the whole list"),
    RowTrouble.WAY_UNKNOWN: _(
        "one of the seven ways: regular, thematic, unscheduled, diplomatic, service, tenure, resistance"
    ),
    RowTrouble.BIRTH_NOT_A_DATE: _("a date of birth as day/month/year, or the year of birth"),
    RowTrouble.BIRTH_IMPOSSIBLE: _("a date of birth before the decision"),
    RowTrouble.BIRTH_TOO_LATE: _("a date of birth at least %(detail)s years before the decision"),
    RowTrouble.BIRTH_UNLIKELY: _("a usual age; the person was %(detail)s years old then. Look whether that is right"),
    RowTrouble.BIRTH_YEAR_AS_DAY: _(
        "a date of birth; the bare year %(detail)s in a cell that shows days looks just so. Write year or day as text"
    ),
    RowTrouble.BIRTH_TWICE: _("one date or year of birth; the row gives two"),
    RowTrouble.GROUP_MISSING: _("one of the five target groups; without it the person counts under no group"),
    RowTrouble.GROUP_UNKNOWN: _("one of the five target groups; without it the person counts under no group"),
    RowTrouble.CAMPAIGN_UNKNOWN: _("a campaign of the catalogue; the honour is taken without a campaign"),
    RowTrouble.CAMPAIGN_SHARED: _(
        "one campaign; several bear this name. Choose which one at the columns of the list, for all its rows"
    ),
    RowTrouble.CAMPAIGN_NOT_BEGUN: _(
        "a campaign that had begun when this was decided; this one began on %(detail)s. Look at the day of the decision"
    ),
    RowTrouble.CAMPAIGN_NOT_THEN: _("a campaign that ran in the year of the achievement, %(detail)s"),
    RowTrouble.CAMPAIGN_LONG_OVER: _(
        "the year of the achievement, for the campaign was over on %(detail)s, long before this decision"
    ),
    RowTrouble.IDENTITY_MALFORMED: _("an identity number of 9 or 12 digits; the number is left out"),
    RowTrouble.IDENTITY_LETTERS: _(
        "digits only; these letters are read as %(detail)s. Look whether the identity number is right"
    ),
    RowTrouble.IDENTITY_SHARED: _(
        "an identity number of one person; it stands beside another name or birth as well, and these are counted apart"
    ),
    RowTrouble.CELL_ERROR: _("a value; the cell holds an error. Mend it in the spreadsheet, or write the value"),
    RowTrouble.FORMULA_WITHOUT_VALUE: _(
        "a value; this is a formula without a value. Open the list in Excel, save it, and send it in again"
    ),
    RowTrouble.LETTERS_LOST: _("whole words; letters were lost when the list was saved. Write them again"),
    RowTrouble.LETTERS_MENDED: _("letters in one code; they were put right and are read as “%(detail)s”"),
    RowTrouble.PARTLY_STRUCK: _(
        "nothing crossed out within the cell; what is crossed out is left out, read “%(detail)s”"
    ),
    RowTrouble.CELL_STRUCK: _(
        "a value that holds; the cell is crossed out. Remove the line through it, or write what holds instead"
    ),
    RowTrouble.SHOWN_OTHERWISE: _(
        "a day shown as day/month/year; the workbook keeps %(detail)s, which is read. Look whether that is right"
    ),
    RowTrouble.DITTO_FILLED: _("a value; “as above” is read as what stands above, “%(detail)s”"),
    RowTrouble.DITTO_OF_NOTHING: _("a value; “as above” stands here, and above there is nothing that holds"),
    RowTrouble.DITTO_ELSEWHERE: _("a value; this points at another row. Write out what that row says"),
    RowTrouble.UNIT_ABOVE_ONLY: _(
        "the unit in every row; here it is empty, and a row above says “%(detail)s”. The row is taken without a unit"
    ),
    RowTrouble.DATE_IN_TEXT: _("a text; this is a day, which spreadsheets make of a text such as 30/4"),
    RowTrouble.NUMBER_IS_A_DATE: _(
        "the number of a decision, for example 12/QĐ-UBND; this is a day, which spreadsheets make of “12/5” for example"
    ),
    RowTrouble.NUMBER_OF_PROPOSAL: _(
        "the number of the decision, for example 12/QĐ-UBND; this is the number of the proposal, or of the "
        "minutes, that led to it"
    ),
    RowTrouble.NUMBER_IS_NONE: _(
        "the number of the decision, which begins with digits, for example 12/QĐ-UBND; while there is none, leave it "
        "empty"
    ),
    RowTrouble.NUMBERS_SEVERAL: _("one number of a decision; these are several. Give each decision a row of its own"),
    RowTrouble.DECISIONS_MIXED: _(
        "the number of the decision of this day as well; the number said once is of a decision of %(detail)s. Write "
        "number and day in the row"
    ),
    RowTrouble.DATES_DIFFER: _(
        "one day of the decision; its number is given with %(detail)s as well. Correct the wrong one"
    ),
    RowTrouble.OTHER_DECISION: _(
        "one decision; this names another than the row has. Write its number and day in the columns of the decision"
    ),
    RowTrouble.HEADINGS_UNKNOWN: _(
        "a row beneath headings that are known; these head another table. Give it headings such as name, unit and "
        "award, or a sheet of its own"
    ),
    RowTrouble.READ_AS_SECTION: _("a row with name, unit and award; this was read as the heading of a section"),
    RowTrouble.COUNT_DIFFERS: _("as many as were read: %(detail)s; look whether a row is missing or too many"),
    RowTrouble.HIDDEN_COLUMN_READ: _(
        "a column that the workbook shows; this one is hidden, and its values were read. If they do not belong to the "
        "list, choose “Not read” for it"
    ),
    RowTrouble.HIDDEN_COLUMN_UNREAD: _(
        "a column that the workbook shows; this one is hidden, and its values were not read. If they belong to the "
        "list, choose what it means"
    ),
    RowTrouble.NAMES_UNREAD: _(
        "a column that is read; this one holds names of people and is not read. If they are the recipients, choose "
        "what it means"
    ),
    RowTrouble.COLUMN_GUESSED: _(
        "a heading that is known; by what it holds this column is read as “%(detail)s”. Look whether that is right, or "
        "choose “Not read” for it"
    ),
    RowTrouble.BESIDE_NAMES_UNREAD: _(
        "a heading that says what this column beside the names holds; it is not read. If it completes the names, "
        "choose “Name of the recipient” for it"
    ),
    RowTrouble.AWARD_UNREAD: _(
        "an award in a column that is read; this one is not. If the award belongs to the list, give it a row, or "
        "choose what the column means"
    ),
    RowTrouble.RESULT_MISSING: _(
        "the result, as other rows have it; what was only proposed is not taken as honoured. Write the result, or "
        "delete the row"
    ),
    RowTrouble.RESULT_DIFFERS: _(
        "the award that the row has in the column of awards; the result says another. Write the one that was decided "
        "in both"
    ),
    RowTrouble.COMMENT_UNREAD: _(
        "what counts in the cells; a comment at a cell is not read. If it says that somebody was not honoured, or "
        "something else of the list, write it in the row"
    ),
    RowTrouble.TEXT_BOX_UNREAD: _(
        "what counts in the cells; a text box is not read. If it belongs to the list, write it in cells"
    ),
    RowTrouble.DRAWING_UNREAD: _(
        "what counts in the cells; a picture or a chart is not read. If it belongs to the list, write it in cells"
    ),
    RowTrouble.CHART_UNREAD: _("a sheet with rows; on this one stands a chart, which is not read"),
    RowTrouble.LOOKS_UNREAD: _(
        "a workbook saved as .xlsx, where a line through a cell or a number shown otherwise is to be told; this kind "
        "of file is read without them, and without pictures and charts"
    ),
    RowTrouble.UNSEEN_READ: _(
        "a cell that shows its value; the format of this one shows nothing, and the value is read. Look whether it "
        "belongs to the list"
    ),
    RowTrouble.REPEATED: _("one recipient once: the same name, unit, award and decision stand more than once"),
}
NEAREST = _("%(sentence)s. Did you mean: %(detail)s?")
ROWS = _("%(sentence)s (rows %(detail)s)")
IN_REGISTER = _("%(sentence)s (once already in the register)")
NAMING = frozenset(
    {RowTrouble.AWARD_UNKNOWN, RowTrouble.AWARD_SEVERAL, RowTrouble.AWARD_CLASS_MISSING, RowTrouble.AWARD_CLASS_WRONG}
)
WORDED = {
    RowTrouble.AWARD_NOT_FOR_SUBJECT: wording.SUBJECT_KINDS,
    RowTrouble.AWARD_FAMILY_MIXED: wording.FAMILIES,
    RowTrouble.COLUMN_GUESSED: FIELDS,
}


def expected(code: str, detail: str) -> str:
    """The sentence of a kept problem, in the reader's language."""
    trouble = RowTrouble(code)
    if trouble in WORDED:
        detail = str(WORDED[trouble].get(detail, detail))
    sentence = str(EXPECTED[trouble])
    if "%(detail)s" in sentence:
        sentence = sentence % {"detail": detail}
    if trouble in NAMING and detail:
        return NEAREST % {"sentence": sentence, "detail": detail}
    if trouble in (RowTrouble.REPEATED, RowTrouble.IDENTITY_SHARED):
        return (ROWS if detail else IN_REGISTER) % {"sentence": sentence, "detail": detail}
    return sentence


def told(problem: Problem) -> str:
    """The sentence of a list's problem where it stands by itself: at a field of a form, or beside its row."""
    needed = expected(problem.trouble, problem.detail)
    if problem.seen:
        return gettext("“%(seen)s” is entered; needed is %(expected)s.") % {"seen": problem.seen, "expected": needed}
    return gettext("Needed is %(expected)s.") % {"expected": needed}
