"""The words of a list under public consultation, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.publication.rules.terms import PublicationState
from emulation.core.badges import Badge, Tone, words_of

PUBLICATION_BADGES = {
    PublicationState.DRAFT: Badge(_("In preparation"), Tone.PLAIN, "edit"),
    PublicationState.OPEN: Badge(_("In public"), Tone.WARNING, "clock"),
    PublicationState.CLOSED: Badge(_("Closed, proof filed"), Tone.GOOD, "check"),
    PublicationState.WITHDRAWN: Badge(_("Withdrawn"), Tone.PLAIN, "undo"),
}
PUBLICATION_STATES = words_of(PUBLICATION_BADGES)
STEPS = {
    "begin": _("Begun"),
    "open": _("Laid out in public"),
    "close": _("Closed"),
    "withdraw": _("Withdrawn"),
    "drop": _("Dropped"),
}
OFFERS = {
    "open": _("Lay it out in public…"),
    "close": _("Close it and file the proof"),
    "withdraw": _("Withdraw it from the public"),
    "drop": _("Drop the draft"),
}
