"""What the page of a conference says of its ballots."""

from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from emulation.core.actor import Actor


def may_prepare(conference: Conference, actor: Actor) -> bool:
    is_in_session = conference.state == ConferenceState.OPEN and conference.cluster_year.closed_on is None
    return is_in_session and actor.may("write", conference, subject="ballot_draft")
