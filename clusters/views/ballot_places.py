"""Which ballot a page speaks of, and the pages above it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from clusters.models import Conference, ConferenceBallot
from clusters.rules.conference_terms import ConferenceState
from clusters.views.conference_places import conference_or_404, crumbs_of, is_written
from emulation.core.ballot_flow import BallotState

TONES = {
    BallotState.PREPARED: ("", "edit"),
    BallotState.OPEN: ("warning", "clock"),
    BallotState.COUNTED: ("good", "check"),
    BallotState.ANNULLED: ("", "error"),
}


def ballot_or_404(request, year_pk: int, pk: int, ballot: int, *, writes=False) -> ConferenceBallot:
    """`writes`: for the head's officer only."""
    conference = conference_or_404(request, year_pk, pk, writes=writes)
    found = get_object_or_404(
        ConferenceBallot.objects.select_related("ballot__repeats"), pk=ballot, conference=conference
    )
    found.conference = conference
    return found


def tellers_ballot_or_404(request, year_pk: int, pk: int, ballot: int) -> ConferenceBallot:
    """For its two tellers only."""
    found = ballot_or_404(request, year_pk, pk, ballot)
    if request.actor.user_id is None or not found.ballot.tellers.filter(user=request.actor.user_id).exists():
        raise Http404
    return found


def status_of(found: ConferenceBallot) -> dict:
    tone, icon = TONES[BallotState(found.ballot.state)]
    return {"tone": tone, "icon": icon, "word": found.ballot.get_state_display()}


def may_prepare(conference: Conference, actor) -> bool:
    return is_written(conference, actor) and conference.state == ConferenceState.OPEN


def crumbs_of_ballot(found: ConferenceBallot):
    return [*crumbs_of(found.conference), (str(found), found.get_absolute_url())]
