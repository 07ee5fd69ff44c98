"""Which conference a page speaks of, whether the person prepares it, and the pages above it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.terms import ConferenceState
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.places import crumbs_of_year, year_or_404
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404


def drafted_year_or_404(request, year_pk: int) -> ClusterYear:
    """For the head's officer, who enters its conferences and activities."""
    return year_or_404(request, year_pk, "write", subject="conference_draft")


def conference_or_404(request, year_pk: int, pk: int, deed: str = "read", *, subject: str = "") -> Conference:
    """A conference that the person sees. `subject`: the row of the table that the page stands behind, for a deed."""
    visible = Conference.objects.visible_to(request.actor)
    rows = visible.select_related("cluster_year__cluster", "signs_year__cluster", "host")
    found = record_or_404(rows, request.actor, deed, subject=subject, pk=pk, cluster_year_id=year_pk)
    speak_of(found.cluster_year.cluster)
    return found


def drafted_or_404(request, year_pk: int, pk: int) -> Conference:
    """For the head's officer, in whatever state the conference is."""
    return conference_or_404(request, year_pk, pk, "write", subject="conference_draft")


def is_written(conference: Conference, actor: Actor) -> bool:
    """Whether the person enters it now: the head's officer, before it is over, in a year that is open."""
    return (
        actor.may("write", conference, subject="conference_draft")
        and conference.state in (ConferenceState.PLANNED, ConferenceState.OPEN)
        and conference.cluster_year.closed_on is None
    )


def crumbs_of_conferences(cluster_year: ClusterYear) -> list[Crumb]:
    url = reverse("clusters:conferences", args=[cluster_year.pk])
    return [*crumbs_of_year(cluster_year), Crumb(_("Conferences and activities"), url)]


def crumbs_of(conference: Conference) -> list[Crumb]:
    return [*crumbs_of_conferences(conference.cluster_year), Crumb(str(conference), conference.get_absolute_url())]
