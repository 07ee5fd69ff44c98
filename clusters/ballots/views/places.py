"""Which ballot a page speaks of, and the pages above it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.views.places import conference_or_404, crumbs_of


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


def crumbs_of_ballot(found: ConferenceBallot):
    return [*crumbs_of(found.conference), (str(found), found.get_absolute_url())]
