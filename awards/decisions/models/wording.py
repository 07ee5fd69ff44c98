"""The words of a decision, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.decisions.rules.terms import DecisionState, LaterKind, PaidBy, SignedAs
from awards.procedures.rules.bonus import BonusRounding
from emulation.core.badges import Badge, Tone, words_of

DECISION_BADGES = {
    DecisionState.DRAFT: Badge(_("Draft of a decision"), Tone.GOING, "draft"),
    DecisionState.ISSUED: Badge(_("Issued"), Tone.GOOD, "check"),
    DecisionState.DROPPED: Badge(_("Dropped"), Tone.PLAIN, "undo"),
}
DECISION_STATES = words_of(DECISION_BADGES)
LATER_KINDS = {
    LaterKind.SUSPEND: _("Suspends"),
    LaterKind.REVOKE: _("Revokes"),
    LaterKind.RESTORE: _("Restores"),
    LaterKind.CORRECT: _("Corrects"),
}
BONUS_ROUNDINGS = {
    BonusRounding.UP: _("Rounded up to tens of thousands of đồng"),
    BonusRounding.NONE: _("The bare product, not rounded"),
}
PAID_BY = {
    PaidBy.DECIDER: _("Budget of the body that decides"),
    PaidBy.NOMINATOR: _("Budget of the body that nominated"),
}
SIGNED_AS = {SignedAs.CHIEF: _("The chief"), SignedAs.DEPUTY: _("A deputy, for the chief (KT.)")}
STEPS = {"begin": _("Begun"), "issue": _("Issued"), "drop": _("Dropped")}
OFFERS = {"issue": _("Issue the decision…"), "drop": _("Drop the draft")}
