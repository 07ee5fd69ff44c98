"""The words of half-year figures, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.rules.figure_terms import Derivation, Direction, Part, SheetState, ValueKind

VALUE_KINDS = {
    ValueKind.WHOLE: _("Whole number, such as 73"),
    ValueKind.DECIMAL: _("Number with decimals, such as 12,64"),
    ValueKind.PERCENT: _("Per cent, such as 3,5%"),
    ValueKind.RATIO: _("Part of a whole, such as 19/19"),
}
DIRECTIONS = {
    Direction.HIGHER: _("The higher the better"),
    Direction.LOWER: _("The lower the better"),
    Direction.WITHIN: _("Within a range"),
}
DERIVATIONS = {
    Derivation.SUM: _("Sum of the members' figures"),
    Derivation.RATIO: _("Sum of the parts over sum of the wholes"),
    Derivation.COMMON_BOUND: _("Bound that holds for every member"),
    Derivation.BY_HEAD: _("Entered by the head of the cluster"),
}
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
PARTS = {
    Part.VALUE: _("Result of six months"),
    Part.PLAN_SHARE: _("Share of the annual plan"),
    Part.SOURCE: _("Source"),
    Part.NOTE: _("Note"),
}


def choices(words):
    return [(key.value, label) for key, label in words.items()]
