"""Six-month reports in sentences: what hinders their signature, why a format of one was not made."""

from django.utils.translation import gettext_lazy as _

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
}
OFFERED = {
    "sign": _("Sign the report"),
    "sign_correction": _("Sign the report"),
    "sign_own": _("Sign the report"),
    "put_away_own": _("Put this draft away"),
    "bring_back_own": _("Bring this draft back"),
    "put_away": _("Put this draft away"),
    "bring_back": _("Bring this draft back"),
}
PASSAGE_TOO_LONG = _("This part takes at most %(most)s characters. Shorten the text.")
UNMADE = {
    Unmade.STORAGE: _("The server could not write the file: its disk is full or closed to writing."),
    Unmade.MEMORY: _("The document is too large for the server's memory."),
    Unmade.SETTING: _("The software could not set this document; what happened stands in the server's log."),
}
