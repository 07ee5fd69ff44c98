"""The fixed terms of a list of years; their words stand in `models.wording` and `words`."""

from enum import StrEnum

MOST_ROWS = 5_000


class YearListState(StrEnum):
    RECEIVED = "received"
    UNREADABLE = "unreadable"
    CHECKED = "checked"
    TAKEN = "taken"
    PUT_ASIDE = "aside"


class YearField(StrEnum):
    """What a column may say of a year, beside who it is of."""

    RATING = "rating"
    INITIATIVE = "initiative"
    SCOPE = "initiative_scope"
    RECOGNISED_BY = "recognised_by"
    HEADCOUNT = "headcount"
    COMPLETED = "completed"
    ADVANCED = "advanced"
    ADVANCED_SHARE = "advanced_share"
    FIGHTERS = "fighters"
    DISCIPLINE = "discipline"


COUNTS = (YearField.HEADCOUNT, YearField.COMPLETED, YearField.ADVANCED, YearField.FIGHTERS)
PARTS = COUNTS[1:]


class YearRowState(StrEnum):
    """`NEW`: a year that the book does not hold; `ADDS`: to one that it holds; `KNOWN`: it holds all of it."""

    NEW = "new"
    ADDS = "adds"
    KNOWN = "known"
    REFUSED = "refused"


TAKES = (YearRowState.NEW, YearRowState.ADDS)


class YearTrouble(StrEnum):
    """Why a row is not taken, where who it is of could be read."""

    RATING_UNKNOWN = "rating_unknown"
    SCOPE_UNKNOWN = "scope_unknown"
    DISCIPLINE_UNKNOWN = "discipline_unknown"
    NOT_A_COUNT = "not_a_count"
    SHARE_NOT_A_COUNT = "share_not_a_count"
    WITHOUT_HEADCOUNT = "without_headcount"
    MORE_THAN_WHOLE = "more_than_whole"
    COUNTS_OF_A_PERSON = "counts_of_a_person"
    INITIATIVE_WITHOUT_SCOPE = "initiative_without_scope"
    SCOPE_WITHOUT_INITIATIVE = "scope_without_initiative"
    MARKUP = "markup"
    TEXT_TOO_LONG = "text_too_long"
    NOTHING_SAID = "nothing_said"
    YEAR_NOT_SAID = "year_not_said"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NOT_TOLD_APART = "not_told_apart"
    OF_A_HOUSEHOLD = "of_a_household"
    TWICE = "twice"
    RECORDED_OTHERWISE = "recorded_otherwise"
