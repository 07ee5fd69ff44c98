"""The words of a member's sheet of figures."""

from django.utils.translation import gettext_lazy as _

from clusters.figures.rules.terms import SheetState

SHEET_STATES = {
    SheetState.DRAFT: _("Being entered"),
    SheetState.SUBMITTED: _("Waiting for the approver"),
    SheetState.APPROVED: _("Sent to the head of the cluster"),
    SheetState.RETURNED: _("Returned for mending"),
    SheetState.ACCEPTED: _("Accepted"),
}


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
