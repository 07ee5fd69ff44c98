"""Which conference a page speaks of, whether the person prepares it, and the pages above it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.places import crumbs_of_year
from emulation.core.actor import Actor

TONES = {
    ConferenceState.PLANNED: ("", "edit"),
    ConferenceState.OPEN: ("warning", "people"),
    ConferenceState.CLOSED: ("good", "check"),
    ConferenceState.CANCELLED: ("", "error"),
}


def conference_or_404(request, year_pk: int, pk: int, *, writes=False) -> Conference:
    """`writes`: for the head's officer only."""
    if writes and year_pk not in request.actor.headed_entered:
        raise Http404
    visible = Conference.objects.visible_to(request.actor)
    return get_object_or_404(
        visible.select_related("cluster_year__cluster", "signs_year__cluster", "host"), pk=pk, cluster_year_id=year_pk
    )


def status_of(conference: Conference) -> dict:
    tone, icon = TONES[ConferenceState(conference.state)]
    return {"tone": tone, "icon": icon, "word": conference.get_state_display()}


def is_written(conference: Conference, actor: Actor) -> bool:
    """Whether the person enters it now: the head's officer, before it is over, in a year that is open."""
    return (
        conference.cluster_year_id in actor.headed_entered
        and conference.state in (ConferenceState.PLANNED, ConferenceState.OPEN)
        and conference.cluster_year.closed_on is None
    )


def crumbs_of_conferences(cluster_year: ClusterYear):
    url = reverse("clusters:conferences", args=[cluster_year.pk])
    return [*crumbs_of_year(cluster_year), (_("Conferences and activities"), url)]


def crumbs_of(conference: Conference):
    return [*crumbs_of_conferences(conference.cluster_year), (str(conference), conference.get_absolute_url())]
