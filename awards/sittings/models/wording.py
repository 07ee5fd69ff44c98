"""The words of a sitting, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.sittings.rules.terms import Attendance, ItemOutcome, SittingState
from emulation.core.badges import Badge, Tone, words_of

SITTING_BADGES = {
    SittingState.PREPARED: Badge(_("Convened"), Tone.GOING, "calendar"),
    SittingState.OPEN: Badge(_("In session"), Tone.GOING, "people"),
    SittingState.CONCLUDED: Badge(_("Concluded"), Tone.GOOD, "check"),
    SittingState.CANCELLED: Badge(_("Called off"), Tone.PLAIN, "error"),
}
IN_WRITING_BADGES = SITTING_BADGES | {
    SittingState.PREPARED: Badge(_("In preparation"), Tone.GOING, "calendar"),
    SittingState.OPEN: Badge(_("Votes are taken"), Tone.GOING, "people"),
    SittingState.CANCELLED: Badge(_("Called off, no vote"), Tone.PLAIN, "error"),
}
"""Of an opinion in writing, which has no meeting."""
SITTING_STATES = words_of(SITTING_BADGES)
ATTENDANCES = {
    Attendance.UNKNOWN: _("Not recorded yet"),
    Attendance.PRESENT: _("Present"),
    Attendance.ABSENT: _("Absent"),
    Attendance.WRITTEN: _("Absent, votes in writing"),
    Attendance.ON_SCREEN: _("Votes on the own screen"),
    Attendance.ON_PAPER: _("Votes on paper"),
}
OUTCOME_BADGES = {
    ItemOutcome.PENDING: Badge(_("Not concluded yet"), Tone.PLAIN, "dot"),
    ItemOutcome.AGREED: Badge(_("Agreed"), Tone.GOOD, "check"),
    ItemOutcome.NOT_AGREED: Badge(_("Not agreed"), Tone.BAD, "error"),
    ItemOutcome.LEFT_OUT: Badge(_("Left out"), Tone.PLAIN, "undo"),
}
OUTCOMES = words_of(OUTCOME_BADGES)
STEPS = {
    "convene": _("Convened"),
    "open": _("Opened"),
    "conclude": _("Concluded"),
    "prolong": _("Last day of votes prolonged"),
    "cancel": _("Called off"),
}
STEPS_IN_WRITING = STEPS | {
    "convene": _("Drawn up"),
    "open": _("The members are asked"),
    "cancel": _("Called off, no vote"),
}
OFFERS = {
    "open": _("Open the sitting"),
    "conclude": _("Conclude the results…"),
    "prolong": _("Prolong the last day of votes"),
    "cancel": _("Call the sitting off"),
}
AGREES, DISAGREES = _("agrees"), _("does not agree")
