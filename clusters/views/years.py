from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.actions.years import assign_supervisor, open_cluster_year
from clusters.closing_words import listed
from clusters.forms import SupervisorForm, YearForm
from clusters.models import Cluster, ClusterYear, Membership, PostKind
from clusters.models.year_closing import left_undone
from clusters.rules.timeline import Stay, timeline
from clusters.views.clusters import crumbs_of
from clusters.views.deeds import administrators_only, answer, posted
from clusters.views.year_glance import glance_of
from clusters.views.year_places import concerns
from emulation.core import clock
from emulation.core.access import door
from emulation.core.period import Period


@door("cluster")
@require_safe
def cluster_year(request, code, year):
    found = year_or_404(request, code, year)
    memberships = Membership.objects.in_cluster(found.cluster).in_year(year).select_related("organisation")
    posts = list(found.posts.select_related("organisation").ranked())
    for one in memberships:
        one.whole_year = one.during.covers(Period.year(year))
    stays = [Stay(str(one.organisation), one.during) for one in memberships]
    stays += [Stay(str(one.organisation), one.during, one.get_kind_display()) for one in posts]
    held = {one.kind for one in posts}
    reads_all = concerns(request.actor, found.pk) or request.actor.is_administrator
    left, why = left_undone(found) if found.closed_on and reads_all else ((), "")
    neighbours = dict(found.cluster.years.filter(year__in=(year - 1, year + 1)).values_list("year", "pk"))
    return render(
        request,
        "clusters/cluster_year.html",
        {
            "cluster_year": found,
            "cluster": found.cluster,
            "year": year,
            "memberships": memberships,
            "posts": posts,
            "vacant": [kind for kind in PostKind if kind not in held],
            "events": timeline(year, stays, closed_on=found.closed_on),
            "before": year - 1 if year - 1 in neighbours else None,
            "after": year + 1 if year + 1 in neighbours else None,
            "left": listed(left, found),
            "why": why,
            "panels": _panels(found),
            "glance": glance_of(found, clock.today()) if concerns(request.actor, found.pk) else None,
            "may_write": request.actor.is_administrator and found.closed_on is None,
            "may_open_next": request.actor.is_administrator and year + 1 not in neighbours and _lives_on(found),
        },
    )


def _lives_on(found: ClusterYear) -> bool:
    return found.cluster.during.overlaps(Period.year(found.year + 1))


def _panels(found):
    """Matters of higher apps, by URL name only: a house without that app simply shows none."""
    panels = []
    for name, label in (("reports:cluster-year-panel", _("Reports of the cluster")),):
        try:
            panels.append({"url": reverse(name, args=[found.pk]), "label": label})
        except NoReverseMatch:
            continue
    return panels


@door("cluster", "write")
@administrators_only
def open_year(request, code):
    """Where a year is there already, the one that follows it is opened as its copy."""
    cluster = get_object_or_404(Cluster.objects.visible_to(request.actor), code=code)
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
    return get_object_or_404(years, cluster__code=code, year=year)


def crumbs_of_year(found: ClusterYear):
    year = _("Year %(year)s") % {"year": found.year}
    return [*crumbs_of(found.cluster), (year, found.get_absolute_url())]
