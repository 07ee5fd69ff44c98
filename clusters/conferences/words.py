"""Conferences in sentences: what hinders a step."""

from django.utils.translation import gettext_lazy

from clusters.conferences.rules.flow import ConferenceCase, ConferenceHindrance

HINDRANCES = {
    ConferenceHindrance.NO_AGENDA: gettext_lazy("The agenda is empty. Enter what the conference deals with."),
    ConferenceHindrance.NO_QUORUM: gettext_lazy(
        "%(present)s members are recorded as present; at least %(quorum)s must be. Record the attendance."
    ),
    ConferenceHindrance.NOT_YET: gettext_lazy(
        "Its day has not come yet. Open it on that day, or change the day to the one on which it is held."
    ),
    ConferenceHindrance.NOT_RECORDED: gettext_lazy(
        "Members whose attendance is not recorded: %(unrecorded)s. Record for each whether it is present."
    ),
    ConferenceHindrance.BALLOT_OPEN: gettext_lazy("A ballot is still open. Close it, or annul it with its reason."),
    ConferenceHindrance.BALLOT_HELD: gettext_lazy("A ballot was held at this conference, so it stays opened."),
    ConferenceHindrance.NO_CONCLUSION: gettext_lazy(
        "Points of the agenda without a conclusion: %(unconcluded)s. Write what the conference concluded on each."
    ),
}


def hindrance_in_words(reason: ConferenceHindrance, case: ConferenceCase) -> str:
    facts = {"present": case.present, "quorum": case.quorum}
    facts |= {"unconcluded": case.unconcluded, "unrecorded": case.unrecorded}
    return HINDRANCES[reason] % facts
