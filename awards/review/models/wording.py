"""The words of a review, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.review.rules.terms import AppraisalState, BulkKind, Conclusion, FeedbackLine, Standing
from emulation.core.badges import Badge, Tone, words_of

STANDING_BADGES = {
    Standing.ARRIVED: Badge(_("Not taken up yet"), Tone.WARNING, "upload"),
    Standing.REVIEW: Badge(_("Being appraised"), Tone.GOING, "search"),
    Standing.COUNCIL: Badge(_("Before the Council"), Tone.GOING, "people"),
    Standing.RETURNED: Badge(_("Back with the unit to be completed"), Tone.PLAIN, "undo"),
    Standing.LEFT: Badge(_("No longer here"), Tone.PLAIN, "check"),
}
STANDINGS = words_of(STANDING_BADGES)
APPRAISAL_BADGES = {
    AppraisalState.ASKED: Badge(_("Opinion asked for"), Tone.WARNING, "waits"),
    AppraisalState.WRITING: Badge(_("Opinion being written"), Tone.GOING, "half"),
    AppraisalState.DONE: Badge(_("Opinion given"), Tone.GOOD, "check"),
}
APPRAISAL_STATES = words_of(APPRAISAL_BADGES)
CONCLUSIONS = {
    Conclusion.PROPOSE: _("Propose the award"),
    Conclusion.DECLINE: _("Do not propose the award"),
    Conclusion.DISCUSS: _("To be discussed"),
}
BULK_KINDS = {
    BulkKind.FORWARD: _("Submit to the higher level"),
    BulkKind.COUNCIL: _("Put to the Council"),
    BulkKind.RETURN: _("Return to be completed"),
}
FEEDBACK_LINES = {
    FeedbackLine.STRONGEST: _("Strongest side"),
    FeedbackLine.WEAKEST: _("Weakest side"),
    FeedbackLine.MISSING: _("What was missing"),
}
