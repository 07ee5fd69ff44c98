from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.membership.models.cluster import ClusterYear, Membership, PostKind
from clusters.membership.rules.timeline import Stay, timeline
from clusters.membership.views.years import year_or_404
from clusters.year.models.closing import left_undone
from clusters.year.views.glance import glance_of
from clusters.year.words import listed
from emulation.core import clock
from emulation.core.access import door
from emulation.core.period import Period
from emulation.core.views.crumbs import Crumb

LEADERS = (PostKind.HEAD, PostKind.DEPUTY)


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
    actor = request.actor
    reads_left = found.closed_on and actor.may("read", found, subject="year_left_undone")
    left, why = left_undone(found) if reads_left else ((), "")
    neighbours = dict(found.cluster.years.filter(year__in=(year - 1, year + 1)).values_list("year", "pk"))
    return render(
        request,
        "clusters/year/cluster_year.html",
        {
            "cluster_year": found,
            "cluster": found.cluster,
            "crumbs": [
                Crumb(_("Clusters"), reverse("clusters:clusters") + f"?nam={year}"),
                Crumb(found.cluster.name, found.cluster.get_absolute_url()),
            ],
            "year": year,
            "memberships": memberships,
            "posts": posts,
            "leaders": [one for one in posts if one.kind in LEADERS],
            "vacant": [kind for kind in PostKind if kind not in held],
            "events": timeline(year, stays, closed_on=found.closed_on),
            "before": year - 1 if year - 1 in neighbours else None,
            "after": year + 1 if year + 1 in neighbours else None,
            "left": listed(left, found),
            "why": why,
            "panels": _panels(found),
            "glance": glance_of(found, clock.today(), actor)
            if actor.may("read", found, subject="year_stages")
            else None,
            "may_write": actor.may("write", found) and found.closed_on is None,
            "may_open_next": actor.may("write", found) and year + 1 not in neighbours and _lives_on(found),
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
