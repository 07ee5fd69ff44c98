"""The words of a list's states, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.lists.rules.terms import BatchState, RowState
from emulation.core.badges import Badge, Tone, words_of

BATCH_BADGES = {
    BatchState.RECEIVED: Badge(_("Received, not yet read"), Tone.WARNING, "waits"),
    BatchState.UNREADABLE: Badge(_("Could not be read as a list"), Tone.BAD, "error"),
    BatchState.UPLOADED: Badge(_("Waiting for your confirmation of the columns"), Tone.WARNING, "waits"),
    BatchState.CHECKED: Badge(_("Checked, not yet in the register"), Tone.WARNING, "waits"),
    BatchState.ACCEPTED: Badge(_("In the register"), Tone.GOOD, "check"),
    BatchState.UNDONE: Badge(_("Undone"), Tone.PLAIN, "undo"),
    BatchState.DISCARDED: Badge(_("Discarded"), Tone.PLAIN, "close"),
}
BATCH_STATES = words_of(BATCH_BADGES)


ROW_STATES = {
    RowState.GOOD: _("Can be taken"),
    RowState.REFUSED: _("Refused"),
    RowState.KNOWN: _("Already in the register"),
}
STEPS = {
    "receive": _("Received"),
    "read": _("Read"),
    "give_up": _("Could not be read"),
    "ask_again": _("Columns asked again"),
    "map": _("Columns confirmed"),
    "check": _("Checked"),
    "accept": _("Taken into the register"),
    "discard": _("Put away"),
    "undo": _("Undone"),
}
