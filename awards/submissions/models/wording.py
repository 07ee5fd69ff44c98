"""The words of a list of proposals, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.submissions.rules.terms import NoDossier, Outcome, SubmissionState
from emulation.core.badges import Badge, Tone, words_of

SUBMISSION_BADGES = {
    SubmissionState.RECEIVED: Badge(_("Received, not yet read"), Tone.WARNING, "waits"),
    SubmissionState.UNREADABLE: Badge(_("Could not be read as a list"), Tone.BAD, "error"),
    SubmissionState.JUDGED: Badge(_("Judged row by row, not sent yet"), Tone.WARNING, "waits"),
    SubmissionState.SENT: Badge(_("Its good rows are sent"), Tone.GOOD, "check"),
    SubmissionState.WITHDRAWN: Badge(_("Withdrawn with all of its dossiers"), Tone.PLAIN, "undo"),
}
SUBMISSION_STATES = words_of(SUBMISSION_BADGES)
OUTCOME_BADGES = {
    Outcome.REFUSED: Badge(_("Not taken"), Tone.BAD, "error"),
    Outcome.KEPT: Badge(_("Kept as a draft"), Tone.WARNING, "warning"),
    Outcome.READY: Badge(_("Can be sent"), Tone.GOOD, "check"),
    Outcome.SENT: Badge(_("Sent"), Tone.GOOD, "upload"),
    Outcome.WITHDRAWN: Badge(_("Withdrawn"), Tone.PLAIN, "undo"),
}
NO_DOSSIER = {
    NoDossier.ANOTHER_AWARD: _("The row names another award than the one chosen."),
    NoDossier.ANOTHER_KIND: _("The row names another kind of subject than the one chosen."),
    NoDossier.MARKUP: _("A name has no “<” and no “>”. Write it as the decision is to print it."),
    NoDossier.TWICE: _("It stands in the table twice."),
    NoDossier.DOSSIER_THERE: _("A dossier for the same award and time is there already."),
    NoDossier.ANOTHER_WAY: _(
        "The row names another way of commendation than regular work or a campaign of the catalogue. Take it out of "
        "this list."
    ),
    NoDossier.CAMPAIGN_NOT_THEN: _(
        "The campaign of the row did not run in the year of the achievement, or does not reach the nominating "
        "organisation."
    ),
    NoDossier.NO_DAY: _(
        "The time of the achievement: “%(seen)s” is no day, month or year. Write it like 31/12/2022, 12/2022 or 2022; "
        "both ends in one cell like 2019–2022."
    ),
    NoDossier.TIME_UNREAD: _(
        "Column “%(seen)s” says the time of the achievement and was not read. Say it in the columns “From day” and "
        "“Until day”."
    ),
    NoDossier.PERIOD_BACKWARDS: _("The last day %(last)s comes before the first day %(first)s; change one of the two."),
}
STEPS = {
    "receive": _("Received"),
    "read": _("Read and judged row by row"),
    "give_up": _("Could not be read"),
    "send": _("Good rows sent"),
    "withdraw": _("Withdrawn"),
}
OFFERS = {
    "send": _("Send the good ones"),
    "withdraw": _("Withdraw the whole list"),
}
