"""The votes of a conference taken into the result of its year."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clusters.ballots.actions.into_result import take_votes as take
from clusters.conferences.models.conference import Conference
from clusters.results.views.places import drafted_or_404
from emulation.core.access import door
from emulation.core.views.deeds import refused_to


@door("result_draft", "write")
@require_POST
def take_votes(request, year_pk, number, conference):
    found = drafted_or_404(request, year_pk, number)
    held = get_object_or_404(
        Conference.objects.select_related("cluster_year"), pk=conference, cluster_year=found.cluster_year
    )
    return refused_to(
        request,
        lambda: take(found, held, actor=request.actor),
        done=_("Votes and elections are taken from the conference."),
        back=found.get_absolute_url(),
    )
