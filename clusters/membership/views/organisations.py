from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clusters.membership.forms.filters import OrganisationsFilterForm
from clusters.membership.models.cluster import Membership, Post
from clusters.membership.views.clusters import crumbs_of_clusters
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.merger import Merger
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation, OrganisationKind, Succession
from clusters.organisations.rules.lineage import ancestors, descendants
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb


@door("organisation")
@require_safe
def organisations(request):
    """Of one day, with the cluster each sits in on that day; ?ngay= moves the day, ?q= searches names and codes."""
    form = OrganisationsFilterForm(request.GET, today=clock.today())
    day = form.day
    visible = Organisation.objects.visible_to(request.actor).exclude(kind=OrganisationKind.UNIT)
    rows = [] if form.seeks_nobody else list(visible.on(day).named_like(form.text).sorted())
    sittings = {}
    for membership in Membership.objects.on(day).filter(organisation__in=rows).select_related("cluster"):
        sittings.setdefault(membership.organisation_id, []).append(membership.cluster)
    for row in rows:
        row.sits_in = sittings.get(row.pk, [])
    return render(
        request,
        "clusters/membership/organisations.html",
        {
            "rows": rows,
            "provinces": sum(row.kind == OrganisationKind.PROVINCE for row in rows),
            "cities": sum(row.kind == OrganisationKind.CITY for row in rows),
            "day": day,
            "form": form,
            "crumbs": crumbs_of_clusters(),
        },
    )


@door("organisation")
@require_safe
def organisation(request, pk):
    """A body through time: what it came from, what it became, where it sat and which posts it held, all along."""
    found = get_object_or_404(Organisation.objects.visible_to(request.actor).select_related("parent"), pk=pk)
    today, links = clock.today(), lineage()
    before, after = ancestors([pk], links) - {pk}, descendants([pk], links) - {pk}
    line = before | after | {pk}
    bodies = sorted(
        Organisation.objects.filter(pk__in=line),
        key=lambda one: (one.during.start is not None, one.during.start or today, one.sort_key),
    )
    for body in bodies:
        body.place = "here" if body.pk == pk else "before" if body.pk in before else "after"
    reached = before | {pk}
    return render(
        request,
        "clusters/membership/organisation.html",
        {
            "organisation": found,
            "crumbs": [*crumbs_of_clusters(), Crumb(_("Organisations"), reverse("clusters:organisations"))],
            "bodies": bodies,
            "successions": Succession.objects.filter(predecessor_id__in=line, successor_id__in=line).select_related(
                "predecessor", "successor"
            ),
            "memberships": Membership.objects.of_organisations(reached)
            .select_related("cluster", "organisation")
            .order_by("during", "id"),
            "posts": Post.objects.filter(organisation_id__in=reached)
            .select_related("cluster_year__cluster", "organisation")
            .order_by("-cluster_year__year", "kind"),
            "units": found.units.on(today).sorted(),
            "body": found.on_paper,
            "may_write": request.actor.may("write", found),
            "may_add_units": request.actor.may("write", found) and found.kind in PROVINCIAL_KINDS,
            "shows_conferences": found.kind in PROVINCIAL_KINDS
            and request.actor.may("read", found, subject="province_conference"),
            "began_with": Merger.objects.filter(successor=found).select_related("successor").first(),
            "ended_with": Merger.objects.filter(merged__organisation=found).select_related("successor").first(),
            "year": today.year,
            "of_year": Membership.objects.of_year(found, today.year).select_related("cluster"),
            "is_over": found.during.end is not None and found.during.end <= today,
            "is_to_come": found.during.start is not None and today < found.during.start,
        },
    )
