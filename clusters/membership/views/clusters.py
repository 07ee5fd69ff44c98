from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.membership.actions.clusters import change_cluster, create_cluster
from clusters.membership.forms.clusters import ClusterChangeForm, ClusterForm
from clusters.membership.forms.filters import ClustersFilterForm
from clusters.membership.models.cluster import Cluster, Membership, Post
from clusters.membership.views.places import cluster_or_404
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import Door, allows, door
from emulation.core.forms.parts import days_of
from emulation.core.numbers import parse_id
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted

FIRST_YEAR, LAST_YEAR = 1948, 2200


def year_asked(request) -> int:
    """From ?nam=; anything that is no year means this year."""
    asked = request.GET.get("nam", "")
    if asked.isdecimal() and len(asked) == 4 and FIRST_YEAR <= int(asked) <= LAST_YEAR:
        return int(asked)
    return clock.today().year


@door("cluster")
@require_safe
def clusters(request):
    year = year_asked(request)
    visible = Cluster.objects.visible_to(request.actor)
    rows = visible.in_year(year).with_year(year).select_related("owner")
    owner = parse_id(request.GET.get("don-vi", ""))
    if owner is not None:
        rows = rows.filter(owner_id=owner)
    rows = sorted(rows, key=lambda one: one.list_key)
    for row in rows:
        row.year_here = row.opened[0] if row.opened else None
        row.heads = [post for post in row.year_here.posts.all() if post.kind == "head"] if row.opened else []
    return render(
        request,
        "clusters/membership/clusters.html",
        {
            "rows": rows,
            "year": year,
            "form": ClustersFilterForm(
                initial={"nam": year, "don_vi": owner},
                owners=Organisation.objects.filter(owned_clusters__in=visible).distinct().sorted(),
            ),
            "members": sum(row.member_count for row in rows),
            "may_write": allows(request.actor.relations_by_role, Door("cluster", "write")),
        },
    )


@door("cluster")
@require_safe
def cluster(request, code):
    visible = Cluster.objects.visible_to(request.actor).select_related("owner").prefetch_related("years")
    found = cluster_or_404(visible, code)
    memberships = Membership.objects.in_cluster(found).select_related("organisation")
    posts = Post.objects.filter(cluster_year__cluster=found).select_related("organisation", "cluster_year").ranked()
    years = list(found.years.all())
    for year in years:
        year.terms = [post for post in posts if post.cluster_year_id == year.pk]
    today = clock.today()
    return render(
        request,
        "clusters/membership/cluster.html",
        {
            "cluster": found,
            "memberships": memberships,
            "sitting_today": sum(one.during.contains(today) for one in memberships),
            "years": years,
            "today": today,
            "may_write": request.actor.may("write", found),
            "reads_ranking": request.actor.may("read", found, subject="result"),
            "crumbs": crumbs_of_clusters(),
        },
    )


def crumbs_of_clusters() -> list[Crumb]:
    return [Crumb(_("Clusters"), reverse("clusters:clusters"))]


def crumbs_of(found: Cluster) -> list[Crumb]:
    return [*crumbs_of_clusters(), Crumb(found.name, found.get_absolute_url())]


@door("cluster", "write")
@administrators_only
def create(request):
    return answer(
        request,
        ClusterForm(posted(request)),
        lambda said: create_cluster(
            actor=request.actor,
            **{key: said[key] for key in ("code", "name", "owner", "level", "kind", "during", "source", "verified")},
        ),
        title=_("New cluster"),
        button=_("Record the cluster"),
        done=_("The cluster is recorded; now enter its members."),
        back=Cluster.get_absolute_url,
        crumbs=crumbs_of_clusters(),
    )


@door("cluster", "write")
@administrators_only
def change(request, code):
    found = cluster_or_404(Cluster.objects.visible_to(request.actor), code)
    initial = {"name": found.name, "source": found.source, "verified": found.verified, **days_of(found.during)}
    return answer(
        request,
        ClusterChangeForm(posted(request), initial=initial),
        lambda said: change_cluster(
            found,
            actor=request.actor,
            **{key: said[key] for key in ("name", "during", "source", "verified", "why")},
        ),
        title=_("Change the cluster"),
        button=_("Save the changes"),
        done=_("The changes are saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )
