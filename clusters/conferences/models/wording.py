"""The words of conferences and activities, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ActivityKind, ConferenceKind, ConferenceState
from emulation.core.badges import Badge, Tone, words_of

KINDS = {
    ConferenceKind.MID_YEAR: _("Mid-year conference"),
    ConferenceKind.YEAR_END: _("Year-end conference"),
    ConferenceKind.SIGNING: _("Conference to sign the pact"),
    ConferenceKind.THEMATIC: _("Thematic conference"),
}
BADGES = {
    ConferenceState.PLANNED: Badge(_("Being prepared"), Tone.GOING, "calendar"),
    ConferenceState.OPEN: Badge(_("In session"), Tone.GOING, "people"),
    ConferenceState.CLOSED: Badge(_("Closed, minutes fixed"), Tone.GOOD, "check"),
    ConferenceState.CANCELLED: Badge(_("Not held"), Tone.PLAIN, "error"),
}
STATES = words_of(BADGES)
ACTIVITY_KINDS = {
    ActivityKind.EXCHANGE: _("Exchange of experience"),
    ActivityKind.INSPECTION: _("Inspection"),
    ActivityKind.JOINT_WORK: _("Joint work"),
}
PURPOSES = {
    BallotPurpose.ACCLAIM: _("Acclaim of the leading unit"),
    BallotPurpose.HEAD: _("Election of the next head of the cluster"),
    BallotPurpose.DEPUTY: _("Election of the next deputy head of the cluster"),
}
OFFERED = {
    "open": _("Open the conference"),
    "go_back": _("Take it back to preparation"),
    "close": _("Close the conference and fix its minutes"),
    "cancel": _("Record that it is not held"),
}
STEPS = {
    "plan": _("Planned"),
    "open": _("Conference opened"),
    "go_back": _("Taken back to preparation"),
    "close": _("Closed, minutes fixed"),
    "cancel": _("Not held"),
}
