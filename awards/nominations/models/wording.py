"""The words of a dossier, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.nominations.rules.consulting import ConsultationState, Opinion, Told
from awards.nominations.rules.terms import (
    AchievementOrigin,
    DossierField,
    DossierPlace,
    NamedInMinutes,
    NominationState,
)
from emulation.core.badges import Badge, Tone, words_of

NOMINATION_BADGES = {
    NominationState.DRAFT: Badge(_("Dossier in preparation"), Tone.GOING, "draft"),
    NominationState.PRESENTED: Badge(_("Waiting for the unit's approver"), Tone.WARNING, "waits"),
    NominationState.SUBMITTED: Badge(_("Sent, not yet taken up"), Tone.WARNING, "upload"),
    NominationState.REVIEW: Badge(_("Being appraised"), Tone.GOING, "search"),
    NominationState.COUNCIL: Badge(_("Before the Council"), Tone.GOING, "people"),
    NominationState.AWARDED: Badge(_("Awarded"), Tone.GOOD, "award"),
    NominationState.DECLINED: Badge(_("Not proposed"), Tone.BAD, "close"),
    NominationState.WITHDRAWN: Badge(_("Withdrawn by the unit"), Tone.PLAIN, "undo"),
}
RETURNED = Badge(_("Returned, waiting to be completed"), Tone.WARNING, "undo")
"""Of a dossier in preparation that came back."""
NOMINATION_STATES = words_of(NOMINATION_BADGES)
STEPS = {
    "begin": _("Dossier begun"),
    "present": _("Passed to the unit's approver"),
    "take_back": _("Taken back by the officer"),
    "give_back": _("Given back to the officer"),
    "submit": _("Sent"),
    "recall": _("Recalled before it was taken up"),
    "take_up": _("Taken up"),
    "fetch_back": _("Fetched back before the higher level took it up"),
    "take_over": _("Taken over by the organisation in its place"),
    "return": _("Returned to be completed"),
    "forward": _("Submitted to the higher level"),
    "put_to_council": _("Put to the Council"),
    "look_again": _("Taken back from the Council for appraisal"),
    "award": _("Awarded"),
    "decline": _("Not proposed"),
    "withdraw": _("Withdrawn"),
    "undo_forward": _("Submission to the higher level undone"),
    "undo_council": _("Put to the Council: undone"),
    "undo_return": _("Return to be completed undone"),
}
OFFERS = {
    "present": _("Pass to the approver"),
    "take_back": _("Take back to change"),
    "give_back": _("Give back to the officer"),
    "submit": _("Send the dossier"),
    "recall": _("Recall the dossier"),
    "take_up": _("Take the dossier up"),
    "fetch_back": _("Fetch the dossier back"),
    "take_over": _("Take the dossier over"),
    "return": _("Return to be completed"),
    "forward": _("Submit to the higher level"),
    "put_to_council": _("Put to the Council"),
    "look_again": _("Appraise again"),
    "award": _("Record the decision"),
    "decline": _("Do not propose"),
    "withdraw": _("Withdraw the dossier"),
}
CONSULTATION_BADGES = {
    Told.WAITED_FOR: Badge(_("Waiting for the answer"), Tone.WARNING, "waits"),
    Told.SILENT: Badge(_("No answer in its days"), Tone.PLAIN, "dot"),
    Told.IN_TIME: Badge(_("Answered in time"), Tone.GOOD, "check"),
    Told.LATE: Badge(_("Answered late"), Tone.WARNING, "warning"),
    Told.WITHDRAWN: Badge(_("Question taken back"), Tone.PLAIN, "undo"),
}
CONSULTATION_STATES = {
    ConsultationState.ASKED: _("Asked, not answered"),
    ConsultationState.ANSWERED: _("Answered"),
    ConsultationState.WITHDRAWN: _("Question taken back"),
}
OPINIONS = {
    Opinion.AGREES: _("Agrees"),
    Opinion.DISAGREES: _("Does not agree"),
    Opinion.NO_OPINION: _("Has no opinion"),
}
OPINION_BADGES = {
    Opinion.AGREES: Badge(OPINIONS[Opinion.AGREES], Tone.GOOD, "check"),
    Opinion.DISAGREES: Badge(OPINIONS[Opinion.DISAGREES], Tone.BAD, "close"),
    Opinion.NO_OPINION: Badge(OPINIONS[Opinion.NO_OPINION], Tone.PLAIN, "dot"),
}
CONSULTATION_STEPS = {
    "ask": _("Opinion asked"),
    "answer": _("Answered by the body"),
    "enter": _("Answer on paper entered by whoever asked"),
    "take_back": _("Question taken back"),
}
CONSULTATION_OFFERS = {
    "answer": _("Give the opinion"),
    "enter": _("Enter the answer on paper"),
    "take_back": _("Take the question back"),
}
PLACES = {
    DossierPlace.SUBJECT: _("Who is nominated"),
    DossierPlace.AWARD: _("Award"),
    DossierPlace.PERIOD: _("Time of the achievement"),
    DossierPlace.ACHIEVEMENTS: _("Measured achievements"),
    DossierPlace.SUMMARY: _("Summary of the achievements"),
    DossierPlace.PAPERS: _("Papers of the dossier"),
    DossierPlace.WHOLE: _("The dossier as a whole"),
}
FIELDS = {
    DossierField.NAME: _("Name as the decision is to print it"),
    DossierField.BIRTH: _("Date or year of birth"),
    DossierField.POSITION: _("Position"),
    DossierField.UNIT: _("Unit"),
    DossierField.TARGET_GROUP: _("Target group"),
    DossierField.FIRST_DAY: _("Achievement from the day"),
    DossierField.LAST_DAY: _("to the end of the day"),
    DossierField.SUMMARY: _("Summary of the achievements"),
    DossierField.CAMPAIGN: _("For what was done in the campaign"),
    DossierField.MINUTES: _("Whether the Council's minutes name the cluster led"),
}
ORIGINS = {
    AchievementOrigin.OWN: _("Entered in the dossier"),
    AchievementOrigin.PACT: _("Taken over from the pact"),
}
NAMED_IN_MINUTES = {
    NamedInMinutes.NAMED: _("The minutes name it"),
    NamedInMinutes.NOT_NAMED: _("The minutes do not name it"),
}
