"""What the page of a conference says of its ballots."""

from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from clusters.conferences.views.places import is_written
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
    return is_written(conference, actor) and conference.state == ConferenceState.OPEN
