"""The words of a member's sheet of figures."""

from django.utils.translation import gettext_lazy as _

from clusters.figures.rules.terms import SheetState
from emulation.core.badges import Badge, Tone, words_of

SHEET_BADGES = {
    SheetState.DRAFT: Badge(_("Being entered"), Tone.GOING, "half"),
    SheetState.SUBMITTED: Badge(_("Waiting for the approver"), Tone.GOING, "waits"),
    SheetState.APPROVED: Badge(_("Sent to the head of the cluster"), Tone.WARNING, "waits"),
    SheetState.RETURNED: Badge(_("Returned for mending"), Tone.WARNING, "warning"),
    SheetState.ACCEPTED: Badge(_("Accepted"), Tone.GOOD, "check"),
}
SHEET_STATES = words_of(SHEET_BADGES)


STEPS = {
    "submit": _("Submitted for approval"),
    "recall": _("Recalled"),
    "return_to_officer": _("Returned by the approver"),
    "approve": _("Approved and sent to the head"),
    "return_to_member": _("Returned by the head of the cluster"),
    "accept": _("Accepted by the head of the cluster"),
    "unlock": _("Unlocked by the head of the cluster"),
}
OFFERS = {
    "submit": _("Submit for approval"),
    "recall": _("Recall the figures"),
    "return_to_officer": _("Return for mending"),
    "approve": _("Approve and send"),
    "return_to_member": _("Return for mending"),
    "accept": _("Accept the figures"),
    "unlock": _("Unlock for mending"),
}
