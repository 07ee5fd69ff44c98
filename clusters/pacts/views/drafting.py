"""What a draft of a pact says, entered by the head's officer."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from clusters.campaigns.models.campaign import Campaign
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import TARGET_KINDS
from clusters.indicators.rules.terms import TargetKind
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.pacts.actions.contents import (
    OF_COMMITMENT,
    OF_HEAD,
    PromisedAim,
    WrongTargets,
    change_head,
    choose_campaigns,
    keep_commitment,
    remove_commitment,
    set_targets,
    take_directive_targets,
)
from clusters.pacts.forms import CampaignsForm, CommitmentForm, PactHeadForm
from clusters.pacts.models import wording
from clusters.pacts.models.pact import PactTarget
from clusters.pacts.rules.terms import PactSection, TargetOrigin
from clusters.pacts.views.places import crumbs_of, drafted_or_404, url
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.words import choices

STEP = 10


@door("pact_draft", "write")
def head(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    return answer(
        request,
        PactHeadForm(posted(request), initial={name: getattr(found, name) for name in OF_HEAD}),
        lambda said: change_head(found, actor=request.actor, **said),
        title=_("Legal bases, opening words, place and day"),
        button=_("Save"),
        done=_("Saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("pact_draft", "write")
def commitment(request, year_pk, number, pk=None):
    found = drafted_or_404(request, year_pk, number)
    kept = get_object_or_404(found.commitments, pk=pk) if pk else None
    if kept:
        initial = {name: getattr(kept, name) for name in OF_COMMITMENT}
    else:
        last = found.commitments.order_by("-position").values_list("position", flat=True).first() or 0
        asked = request.GET.get("muc", "")
        initial = {"section": asked if asked in set(PactSection) else None, "position": last + STEP}
    return answer(
        request,
        CommitmentForm(posted(request), initial=initial),
        lambda said: keep_commitment(found, commitment=kept, actor=request.actor, **said),
        title=_("Commitment") if kept else _("New commitment"),
        button=_("Save the commitment"),
        done=_("The commitment is saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("pact_draft", "write")
@require_POST
def drop_commitment(request, year_pk, number, pk):
    found = drafted_or_404(request, year_pk, number)
    kept = get_object_or_404(found.commitments, pk=pk)
    return refused_to(
        request,
        lambda: remove_commitment(found, kept, actor=request.actor),
        done=_("The commitment is taken out."),
        back=found.get_absolute_url(),
    )


@door("pact_draft", "write")
def campaigns(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    chosen = list(found.campaigns.values_list("campaign", flat=True))
    members = sat_in(found.cluster_year, WHOLE_YEAR).values_list("pk", flat=True)
    alive = Campaign.objects.launched().running_in(Period.year(found.cluster_year.year))
    alive = Campaign.objects.filter(pk__in=alive.in_scope_of(members).values("pk")) | Campaign.objects.filter(
        pk__in=chosen
    )
    return answer(
        request,
        CampaignsForm(
            posted(request),
            campaigns=alive,
            initial={"campaigns": chosen},
        ),
        lambda said: choose_campaigns(found, list(said["campaigns"]), actor=request.actor),
        title=_("Campaigns of the pact"),
        button=_("Save the choice"),
        done=_("The choice is saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("pact_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request, year_pk, number, indicator):
    """One indicator, a row for each member; a wrong target keeps everything that was typed."""
    found = drafted_or_404(request, year_pk, number)
    year = found.cluster_year
    asked = Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR))
    measured = get_object_or_404(asked, pk=indicator)
    members = list(sat_in(year, WHOLE_YEAR))
    wrong, refusal = {}, ""
    if request.method == "POST":
        aims = {one.pk: _aim(request.POST, one.pk) for one in members}
        try:
            set_targets(found, measured, aims, actor=request.actor)
        except WrongTargets as problem:
            wrong, refusal = problem.at, str(problem)
        except Refusal as problem:
            refusal = str(problem)
        else:
            following = _after(asked, measured) if "next" in request.POST else None
            if following is not None:
                return redirect(url(found, "targets", following.pk))
            return redirect(found.get_absolute_url() + "#targets")
    else:
        aims = _kept(found, measured)
    rows = [{"member": one, "aim": aims.get(one.pk), "wrong": wrong.get(one.pk, "")} for one in members]
    return render(
        request,
        "clusters/pacts/targets.html",
        {
            "pact": found,
            "indicator": measured,
            "following": _after(asked, measured),
            "rows": rows,
            "refusal": refusal,
            "kinds": choices(TARGET_KINDS),
            "origins": choices(wording.ORIGINS),
            "crumbs": [*crumbs_of(found), Crumb(_("Targets"), url(found, "indicators"))],
        },
        status=422 if refusal else 200,
    )


@door("pact_draft", "write")
def choose_indicator(request, year_pk, number):
    """Which indicator's targets to enter; those that have some are marked."""
    found = drafted_or_404(request, year_pk, number)
    year = found.cluster_year
    filled = set(found.targets.values_list("indicator", flat=True))
    rows = [
        {"indicator": one, "url": url(found, "targets", one.pk), "filled": one.pk in filled}
        for one in Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR))
    ]
    return render(request, "clusters/pacts/indicators.html", {"pact": found, "rows": rows, "crumbs": crumbs_of(found)})


@door("pact_draft", "write")
@require_POST
def take_from_directives(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    taken: list[int] = []
    return refused_to(
        request,
        lambda: taken.append(take_directive_targets(found, actor=request.actor)),
        done=lambda: _taken_in_words(taken[0]),
        back=found.get_absolute_url() + "#targets",
    )


def _taken_in_words(taken: int) -> str:
    if not taken:
        return _("No directive of a member sets a target that the pact does not have yet.")
    return ngettext(
        "%(number)s target is taken over, with the directive as its source.",
        "%(number)s targets are taken over, with the directive as their source.",
        taken,
    ) % {"number": taken}


def _aim(sent, pk: int) -> PromisedAim:
    kind, origin = sent.get(f"kind-{pk}", ""), sent.get(f"origin-{pk}", "")
    if kind not in set(TargetKind) or origin not in set(TargetOrigin):
        raise Http404
    return PromisedAim(TargetKind(kind), sent.get(f"text-{pk}", "")[:200], origin, sent.get(f"paper-{pk}", "")[:200])


def _kept(pact, indicator) -> dict[int, PromisedAim]:
    """Of this pact; for an addendum, where it says nothing, what holds now."""
    kept = list(PactTarget.objects.standing(pact.cluster_year).filter(indicator=indicator)) if pact.is_addendum else []
    kept += list(pact.targets.filter(indicator=indicator))
    return {
        one.organisation_id: PromisedAim(TargetKind(one.kind), one.text, one.origin, one.origin_paper) for one in kept
    }


def _after(asked, indicator):
    listed = list(asked)
    place = [one.pk for one in listed].index(indicator.pk)
    return listed[place + 1] if place + 1 < len(listed) else None
