"""What the page of a conference says of its ballots."""

from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState

TONES = {
    BallotState.PREPARED: ("", "edit"),
    BallotState.OPEN: ("warning", "clock"),
    BallotState.COUNTED: ("good", "check"),
    BallotState.ANNULLED: ("", "error"),
}


def status_of(found: ConferenceBallot) -> dict:
    tone, icon = TONES[BallotState(found.ballot.state)]
    return {"tone": tone, "icon": icon, "word": found.ballot.get_state_display()}


def may_prepare(conference: Conference, actor: Actor) -> bool:
    is_in_session = conference.state == ConferenceState.OPEN and conference.cluster_year.closed_on is None
    return is_in_session and actor.may("write", conference, subject="ballot_draft")
