"""The words of a list of years, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.year_lists.rules.terms import YearField, YearListState, YearRowState
from emulation.core.badges import Badge, Tone, words_of

YEAR_LIST_BADGES = {
    YearListState.RECEIVED: Badge(_("Received, not yet read"), Tone.WARNING, "waits"),
    YearListState.UNREADABLE: Badge(_("Could not be read as a list"), Tone.BAD, "error"),
    YearListState.CHECKED: Badge(_("Checked, not yet in the book of records"), Tone.WARNING, "waits"),
    YearListState.TAKEN: Badge(_("In the book of records"), Tone.GOOD, "check"),
    YearListState.PUT_ASIDE: Badge(_("Put aside"), Tone.PLAIN, "close"),
}
YEAR_LIST_STATES = words_of(YEAR_LIST_BADGES)
ROW_BADGES = {
    YearRowState.NEW: Badge(_("New year"), Tone.GOOD, "check"),
    YearRowState.ADDS: Badge(_("Adds to what is recorded"), Tone.GOOD, "plus"),
    YearRowState.KNOWN: Badge(_("Recorded already"), Tone.PLAIN, "dot"),
    YearRowState.REFUSED: Badge(_("Not taken"), Tone.BAD, "error"),
}
ROW_STATES = words_of(ROW_BADGES)
FIELDS = {
    YearField.RATING: _("Rating of the year"),
    YearField.INITIATIVE: _("Initiative or topic"),
    YearField.SCOPE: _("Scope of influence"),
    YearField.RECOGNISED_BY: _("Recognised by"),
    YearField.HEADCOUNT: _("Headcount"),
    YearField.COMPLETED: _("Completed their tasks"),
    YearField.ADVANCED: _("Hold the title Advanced Worker"),
    YearField.ADVANCED_SHARE: _("Share of Advanced Workers"),
    YearField.FIGHTERS: _("Hold the title Grassroots Fighter"),
    YearField.DISCIPLINE: _("Gravest discipline of the year"),
}
STEPS = {
    "receive": _("Received"),
    "check": _("Read and checked row by row"),
    "give_up": _("Could not be read"),
    "take": _("Taken into the book of records"),
    "put_aside": _("Put aside"),
}
