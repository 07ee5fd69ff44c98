"""The words of a list's states, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.lists.rules.terms import BatchState, RowState

BATCH_STATES = {
    BatchState.RECEIVED: _("Received, not yet read"),
    BatchState.UNREADABLE: _("Could not be read as a list"),
    BatchState.UPLOADED: _("Waiting for your confirmation of the columns"),
    BatchState.CHECKED: _("Checked, not yet in the register"),
    BatchState.ACCEPTED: _("In the register"),
    BatchState.UNDONE: _("Undone"),
    BatchState.DISCARDED: _("Discarded"),
}


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
