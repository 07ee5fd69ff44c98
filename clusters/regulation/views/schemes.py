"""The regulation of a cluster's year: read, begun, its particulars, adopted, opened again, what changed."""

from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.places import crumbs_of_year, year_or_404
from clusters.regulation.actions.origins import PARTICULARS, Origin, last_adopted
from clusters.regulation.actions.schemes import SCHEME, adopt_scheme, begin_scheme, change_scheme, reopen_scheme
from clusters.regulation.forms import AdoptionForm, ReopeningForm, SchemeForm
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.models.wording import SCHEME_BADGES
from clusters.regulation.rules.changes import changes
from clusters.regulation.views.page import parts_of, shown_scheme
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.block_words import speak_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.marks import marked, once_more
from emulation.core.views.records import record_or_404


def scheme_or_404(request, year_pk: int, deed: str = "read", *, subject: str = "") -> Scheme:
    """`subject`: the row of the table for a deed that the state does not decide."""
    visible = Scheme.objects.visible_to(request.actor).with_lines()
    found = visible.select_related("cluster_year__cluster", "copied_from")
    scheme = record_or_404(found, request.actor, deed, subject=subject, cluster_year_id=year_pk)
    speak_of(scheme.cluster_year.cluster)
    return scheme


def drafted_or_404(request, year_pk: int) -> Scheme:
    """For the head's officer, whether or not it is still a draft."""
    return scheme_or_404(request, year_pk, "write", subject="scheme_draft")


def crumbs(cluster_year: ClusterYear, *, inside=True) -> list[Crumb]:
    found = crumbs_of_year(cluster_year)
    if inside:
        found.append(Crumb(_("Regulation"), reverse("clusters:scheme", args=[cluster_year.pk])))
    return found


@door("scheme")
@require_safe
def scheme(request, year_pk):
    visible = Scheme.objects.visible_to(request.actor).with_lines().select_related("cluster_year__cluster")
    found = visible.filter(cluster_year_id=year_pk).first()
    cluster_year = found.cluster_year if found else year_or_404(request, year_pk, subject="scheme")
    speak_of(cluster_year.cluster)
    actor, is_open = request.actor, cluster_year.closed_on is None
    context = {
        "cluster_year": cluster_year,
        "crumbs": crumbs(cluster_year, inside=False),
        "drafts": is_open and actor.may("write", cluster_year, subject="scheme_draft"),
    }
    if found is None:
        exists = Scheme.objects.filter(cluster_year=cluster_year).exists()
        earlier = None if exists else last_adopted(cluster_year)
        return render(request, "clusters/regulation/none.html", context | {"earlier": earlier, "exists": exists})
    offers = offers_of(SCHEME, found, actor=actor, are_named=True) if is_open else []
    context["drafts"] = context["drafts"] and not found.is_adopted
    context |= shown_scheme(found) | {
        "offers": {one.name: one for one in offers},
        "steps": list(found.steps.all()),
        "status": SCHEME_BADGES[found.state],
    }
    return render(request, "clusters/regulation/scheme.html", context)


@door("scheme_draft", "write")
@require_POST
def begin(request, year_pk):
    cluster_year = year_or_404(request, year_pk, "write", subject="scheme_draft")
    origin = request.POST.get("origin", "")
    if origin not in set(Origin):
        return HttpResponseBadRequest(_("Nothing was chosen to begin with. Open the page again."))
    return refused_to(
        request,
        lambda: begin_scheme(cluster_year, origin=Origin(origin), actor=request.actor),
        done=_("The draft is there. Go through it line by line."),
        back=reverse("clusters:scheme", args=[year_pk]),
    )


@door("scheme_draft", "write")
def change(request, year_pk):
    found = drafted_or_404(request, year_pk)
    form = SchemeForm(posted(request), initial={name: getattr(found, name) for name in PARTICULARS})
    form = marked(form, found, PARTICULARS)
    return answer(
        request,
        form,
        once_more(form, found, PARTICULARS, lambda said: change_scheme(found, actor=request.actor, **said)),
        title=_("Rules of the regulation"),
        button=_("Save the rules"),
        done=_("The rules are saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs(found.cluster_year),
    )


@door("scheme_draft", "adopt")
def adopt(request, year_pk):
    found = _for_approver(request, year_pk)
    if found.is_adopted:
        return redirect(found.get_absolute_url())
    return answer(
        request,
        AdoptionForm(posted(request), initial={"on": clock.today()}),
        lambda said: adopt_scheme(found, actor=request.actor, **said),
        title=_("Adoption of the regulation"),
        button=_("Record the adoption"),
        done=_("The regulation is adopted and stands for the year."),
        back=found.get_absolute_url(),
        crumbs=crumbs(found.cluster_year),
        lead=_("The members vote; you record the day and the votes. From then on the regulation does not change."),
    )


@door("scheme_draft", "adopt")
def reopen(request, year_pk):
    found = _for_approver(request, year_pk)
    return answer(
        request,
        ReopeningForm(posted(request)),
        lambda said: reopen_scheme(found, why=said["why"], actor=request.actor),
        title=_("Open the regulation again"),
        button=_("Open it again"),
        done=_("The regulation is a draft again and has to be adopted anew."),
        back=found.get_absolute_url(),
        crumbs=crumbs(found.cluster_year),
        lead=_("The head's officer can change it then, and the members adopt it anew."),
    )


def _for_approver(request, year_pk) -> Scheme:
    return scheme_or_404(request, year_pk, "adopt", subject="scheme_draft")


@door("scheme")
@require_safe
def scheme_changes(request, year_pk):
    """Against the scheme it was copied from; else against the last adopted one of the cluster."""
    found = scheme_or_404(request, year_pk)
    earlier = found.copied_from or last_adopted(found.cluster_year)
    listed = None
    if earlier is not None:
        earlier = Scheme.objects.with_lines().select_related("cluster_year__cluster").get(pk=earlier.pk)
        listed = changes(parts_of(earlier), parts_of(found))
    return render(
        request,
        "clusters/regulation/changes.html",
        {"scheme": found, "earlier": earlier, "changes": listed, "crumbs": crumbs(found.cluster_year)},
    )
