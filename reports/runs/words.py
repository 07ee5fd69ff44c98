"""Six-month reports in sentences: what hinders their signature, why a format of one was not made."""

from django.utils.translation import gettext_lazy as _

from reports.document.rules.sentences import WordingFault
from reports.runs.rules.flow import ReportHindrance
from reports.runs.rules.unmade import Unmade

HINDRANCES = {
    ReportHindrance.ANOTHER_HEAD: _(
        "The cluster has another head since this draft was made; make the report anew under the head's name."
    ),
    ReportHindrance.FOR_COMPARISON: _(
        "A report by today's units is for comparison only and is not signed. What is signed is the report by the units "
        "of the time."
    ),
    ReportHindrance.NO_CORRECTION_OF_A_CLOSED_YEAR: _(
        "The organisation that signed a report signs alone only a correction to it, once the year is closed."
    ),
    ReportHindrance.NOT_OF_A_PROVINCE: _("Only a province's own report is signed or put away by its own people alone."),
    ReportHindrance.COUNTS_AN_UNDONE_LIST: _(
        "A list that this draft counts was undone since then. Make the report again, then sign."
    ),
    ReportHindrance.PERIOD_IS_SIGNED: _(
        "A report of this period is signed already: %(report)s. Make a correction to it; this draft can be put away."
    ),
    ReportHindrance.IS_CORRECTED: _(
        "What this draft corrects is corrected already: %(report)s. Correct that one; this draft can be put away."
    ),
    ReportHindrance.NOTHING_IS_RECORDED: _(
        "Nothing is recorded of this province in this period. Enter its data and make the report again, or put this "
        "draft away."
    ),
    ReportHindrance.PERIOD_GOES_ON: _(
        "The period ends on %(last)s. After that day make the report again, and sign it then."
    ),
}
YEAR_IS_CLOSED = _(
    "The year is closed, so this draft is no longer signed. Of a closed year only corrections to signed reports are."
)
OFFERED = {
    "sign": _("Sign the report"),
    "sign_correction": _("Sign the report"),
    "sign_own": _("Sign the report"),
    "put_away_own": _("Put this draft away"),
    "bring_back_own": _("Bring this draft back"),
    "put_away": _("Put this draft away"),
    "bring_back": _("Bring this draft back"),
}
SENTENCE_TOO_LONG = _("This takes at most %(most)s characters. Shorten it.")
NOT_WORDED = {
    WordingFault.EMPTY: _("The sentence is empty. Write it, or take back your wording."),
    WordingFault.BRACKET: _(
        "A bracket is open or closed without its partner near “%(said)s”. A figure stands in [ ]; a bracket that is "
        "meant as such is typed twice."
    ),
    WordingFault.UNKNOWN: _(
        "“%(said)s” stands in brackets, but the sentence has no such figure. Only its own figures stand in brackets; "
        "write other numbers without them."
    ),
    WordingFault.NOT_A_FIGURE: _(
        "A cell of a table holds one figure and no words. Write the figure alone, as 1.250, trên 500, khoảng 3,5%%."
    ),
    WordingFault.NOT_A_COUNT: _(
        "“%(said)s” does not fit: this column counts. Write a whole number of at most nine digits, not below zero "
        "unless the column tells a difference."
    ),
    WordingFault.NOT_A_SHARE: _("“%(said)s” does not fit: this column holds shares from 0 to 100%%."),
    WordingFault.NO_NUMBER: _("“%(said)s” in brackets says no number. Write it in digits, or take the brackets out."),
    WordingFault.NO_COUNT: _("“%(said)s” does not fit: this figure counts. Write a whole number, not below zero."),
    WordingFault.NUMBERS_WITHOUT_REASON: _(
        "A number in the words of the sentence is changed, added, left out or moved. Say why: the report prints the "
        "reason in its notes on the data, with the sentence as it was computed."
    ),
    WordingFault.WITHOUT_REASON: _(
        "The figure “%(said)s” is changed or left out. Say why: the report prints the reason in its notes on the data."
    ),
}
PASSAGE_TOO_LONG = _("This part takes at most %(most)s characters. Shorten the text.")
UNMADE = {
    Unmade.STORE: _("The store of files does not answer."),
    Unmade.STORAGE: _("The server could not write the file: its disk is full or closed to writing."),
    Unmade.MEMORY: _("The document is too large for the server's memory."),
    Unmade.SETTING: _("The software could not set this document; what happened stands in the server's log."),
}
