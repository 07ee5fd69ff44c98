"""Opening a cluster's year, and which one a page speaks of by code and year."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from clusters.membership.actions.years import assign_supervisor, open_cluster_year
from clusters.membership.forms.years import SupervisorForm, YearForm
from clusters.membership.models.cluster import Cluster, ClusterYear
from clusters.membership.views.clusters import crumbs_of
from clusters.membership.views.places import cluster_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted


@door("cluster", "write")
@administrators_only
def open_year(request, code):
    """Where a year is there already, the one that follows it is opened as its copy."""
    cluster = cluster_or_404(Cluster.objects.visible_to(request.actor), code)
    newest = cluster.years.order_by("-year").first()
    if newest is not None and request.method == "GET" and "nam-khac" not in request.GET:
        return redirect("clusters:year-open-next", code=code, year=newest.year)
    return answer(
        request,
        YearForm(posted(request), initial={"year": clock.today().year}),
        lambda said: open_cluster_year(
            cluster, year=said["year"], supervisor_office=said["supervisor_office"], actor=request.actor
        ),
        title=_("Open a year"),
        button=_("Open the year"),
        done=_("The year is open; now record who holds its posts."),
        back=ClusterYear.get_absolute_url,
        crumbs=crumbs_of(cluster),
    )


@door("cluster", "write")
@administrators_only
def supervisor(request, code, year):
    found = year_or_404(request, code, year)
    return answer(
        request,
        SupervisorForm(posted(request), initial={"supervisor_office": found.supervisor_office}),
        lambda said: assign_supervisor(found, office=said["supervisor_office"], actor=request.actor),
        title=_("Supervising Council member"),
        button=_("Save the office"),
        done=_("The office is saved."),
        of_year=found,
        back=found.get_absolute_url(),
        crumbs=crumbs_of_year(found),
    )


def year_or_404(request, code, year) -> ClusterYear:
    years = ClusterYear.objects.visible_to(request.actor).select_related("cluster__owner")
    found = get_object_or_404(years, cluster__code=code, year=year)
    speak_of(found.cluster)
    return found


def crumbs_of_year(found: ClusterYear) -> list[Crumb]:
    year = _("Year %(year)s") % {"year": found.year}
    return [*crumbs_of(found.cluster), Crumb(year, found.get_absolute_url())]
