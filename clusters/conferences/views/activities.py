"""Exchanges, inspections and joint work of a cluster year, entered by the head's officer."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conferences.actions.activities import set_activity, strike_out_activity
from clusters.conferences.forms import ActivityForm
from clusters.conferences.models.activity import Activity
from clusters.conferences.views.places import crumbs_of_conferences, drafted_year_or_404
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted

FIELDS = ("kind", "subject", "held_on", "place", "organiser", "result")


@door("conference_draft", "write")
def activity(request, year_pk, pk=None):
    cluster_year = drafted_year_or_404(request, year_pk)
    found = None if pk is None else _standing(cluster_year, pk)
    members = sat_in(cluster_year, WHOLE_YEAR)
    return answer(
        request,
        ActivityForm(
            posted(request),
            members=members,
            initial={name: getattr(found, name) for name in FIELDS} if found else None,
        ),
        lambda said: set_activity(cluster_year, found, actor=request.actor, **said),
        title=_("Activity of the cluster"),
        lead=_("An exchange, an inspection or joint work; conferences are entered on their own."),
        button=_("Save"),
        done=_("The activity is saved."),
        back=_back(cluster_year),
        crumbs=crumbs_of_conferences(cluster_year),
    )


@door("conference_draft", "write")
def strike_out(request, year_pk, pk):
    cluster_year = drafted_year_or_404(request, year_pk)
    found = _standing(cluster_year, pk)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: strike_out_activity(found, why=said["why"], actor=request.actor),
        title=_("Strike out an activity"),
        lead=str(found),
        button=_("Strike it out"),
        done=_("The activity is struck out; the journal keeps it."),
        back=_back(cluster_year),
        crumbs=crumbs_of_conferences(cluster_year),
    )


def _standing(cluster_year, pk) -> Activity:
    return get_object_or_404(
        Activity.objects.standing().select_related("cluster_year"), pk=pk, cluster_year=cluster_year
    )


def _back(cluster_year) -> str:
    return reverse("clusters:conferences", args=[cluster_year.pk]) + "#activities"
