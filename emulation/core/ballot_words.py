"""Ballots in sentences: what hinders a step."""

from django.utils.translation import gettext_lazy

from emulation.core.ballot_flow import TELLERS, BallotCase, BallotHindrance

HINDRANCES = {
    BallotHindrance.NO_OPTIONS: gettext_lazy("There is nobody to choose. Prepare the ballot anew."),
    BallotHindrance.TELLERS_NOT_READY: gettext_lazy(
        "%(ready)s of %(tellers)s tellers have set their passphrase. Each does it under their own account."
    ),
    BallotHindrance.TOO_FEW_PRESENT: gettext_lazy(
        "%(voters)s members are recorded as present; at least %(quorum)s must be. Record the attendance."
    ),
    BallotHindrance.TOO_FEW_CAST: gettext_lazy(
        "%(cast)s votes were collected; at least %(quorum)s must be. Wait for more, or annul the ballot."
    ),
    BallotHindrance.THIRD_PART_LOST: gettext_lazy(
        "The third part of the ballot's key is no longer on the server, so nobody can open the votes. "
        "Annul the ballot and hold it anew."
    ),
    BallotHindrance.NOT_SEALED: gettext_lazy("This ballot is held on paper; enter its count."),
    BallotHindrance.NOT_ON_PAPER: gettext_lazy("This ballot is held on the computer; its tellers open it."),
}


def hindrance_in_words(reason: BallotHindrance, case: BallotCase) -> str:
    facts = {
        "ready": case.ready,
        "tellers": TELLERS,
        "voters": case.voters,
        "cast": case.cast,
        "quorum": case.quorum,
    }
    return HINDRANCES[reason] % facts
