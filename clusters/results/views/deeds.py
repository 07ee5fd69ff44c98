"""What is done to a year's result: drawn up, voted on, proposals, frozen, changed by a later act."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clusters.membership.views.places import year_or_404
from clusters.organisations.models.organisation import Organisation
from clusters.results.actions.freezing import freeze_result, install_elected, withdraw_result
from clusters.results.actions.parts import change_place, drop_proposal, propose
from clusters.results.actions.results import Votes, begin_later_act, draw_up_result, record_votes
from clusters.results.forms import FreezingForm, LaterActForm, PlaceForm, ProposalForm, VotesForm
from clusters.results.models.board import awards_of
from clusters.results.models.result import YearProposal, YearResult
from clusters.results.views.places import crumbs_of, drafted_or_404, result_or_404
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted, refused_to


@door("result_draft", "write")
@require_POST
def draw_up(request, year_pk):
    cluster_year = year_or_404(request, year_pk, "write", subject="result_draft")
    return refused_to(
        request,
        lambda: draw_up_result(cluster_year, actor=request.actor),
        done=_("The result is drawn up from the frozen points. Enter the votes next."),
        back=reverse("clusters:year-results", args=[year_pk]),
    )


@door("result_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def votes(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    if not found.is_draft:
        return redirect(found.get_absolute_url())
    places = list(found.places.select_related("organisation"))
    form = VotesForm(posted(request), result=found, places=places)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        kept = {name: said[name] for name in ("minutes", "eligible", "present")}
        chosen = {name: form.chosen(name) for name in ("acclaimed", "head", "deputy")}
        try:
            record_votes(found, Votes(votes=form.counted(), **kept, **chosen), actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Votes and elections are entered."))
            return redirect(found.get_absolute_url())
    return render(
        request,
        "clusters/results/votes.html",
        {
            "form": form,
            "result": found,
            "votes": [(place, form[f"votes-{place.organisation_id}"]) for place in places],
            "crumbs": _crumbs(found),
        },
        status=422 if form.is_bound else 200,
    )


@door("result_draft", "write")
def proposal_add(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    if not found.is_draft:
        return redirect(found.get_absolute_url())
    members = Organisation.objects.filter(pk__in=found.places.values("organisation")).sorted()
    return answer(
        request,
        ProposalForm(posted(request), members=members, awards=awards_of(found.cluster_year.cluster)),
        lambda said: propose(found, actor=request.actor, **said),
        title=_("Propose a member for an award"),
        lead=_("Who may be proposed for what stands on the page of the result, with the reason for everybody else."),
        button=_("Propose"),
        done=_("The proposal is entered."),
        back=found.get_absolute_url() + "#proposals",
        crumbs=_crumbs(found),
    )


@door("result_draft", "write")
@require_POST
def proposal_drop(request, year_pk, number, pk):
    found = drafted_or_404(request, year_pk, number)
    proposal = get_object_or_404(YearProposal.objects.select_related("organisation", "result"), pk=pk, result=found)
    return refused_to(
        request,
        lambda: drop_proposal(proposal, actor=request.actor),
        done=_("The proposal is taken out."),
        back=found.get_absolute_url() + "#proposals",
    )


@door("result_draft", "write")
def place(request, year_pk, number, member):
    """Of a later act; the first result follows from the scoring."""
    found = drafted_or_404(request, year_pk, number)
    kept = get_object_or_404(found.places.select_related("organisation"), organisation=member)
    if not (found.is_draft and found.number):
        return redirect(found.get_absolute_url())
    return answer(
        request,
        PlaceForm(posted(request), initial={"points": kept.points, "knocked_out": kept.knocked_out}),
        lambda said: change_place(found, organisation=kept.organisation, actor=request.actor, **said),
        title=_("Change the points of %(member)s") % {"member": kept.organisation},
        lead=_("Places follow at once. Whoever is knocked out is no longer acclaimed."),
        button=_("Save"),
        done=_("The result is changed in the draft of the later act."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("result_draft", "write")
def later_act(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    if not found.is_frozen:
        return redirect(found.get_absolute_url())
    return answer(
        request,
        LaterActForm(posted(request)),
        lambda said: begin_later_act(found, actor=request.actor, **said),
        title=_("Begin a later act"),
        lead=_("It names this result, holds it anew and counts once it is frozen. This one stays as it is."),
        button=_("Begin the later act"),
        done=_("The later act is begun; change what it changes, then have it frozen."),
        back=YearResult.get_absolute_url,
        crumbs=_crumbs(found),
    )


@door("result_draft", "write")
def withdraw(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    if not (found.is_draft and found.number):
        return redirect(found.get_absolute_url())
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: withdraw_result(found, why=said["why"], actor=request.actor),
        title=_("Withdraw the later act"),
        lead=_("The result it would have changed stands; the draft is kept and counts no more."),
        button=_("Withdraw the later act"),
        done=_("The later act is withdrawn."),
        back=reverse("clusters:year-results", args=[year_pk]),
        crumbs=_crumbs(found),
    )


@door("result_draft", "freeze")
def freeze(request, year_pk, number):
    found = result_or_404(request, year_pk, number, "freeze", subject="result_draft")
    if not found.is_draft:
        return redirect(found.get_absolute_url())
    return answer(
        request,
        FreezingForm(posted(request)),
        lambda said: freeze_result(found, actor=request.actor, **said),
        title=_("Freeze the result"),
        lead=_("After this nothing of it changes, except by a later act that names it. The members see it at once."),
        button=_("Freeze the result"),
        done=_("The result is frozen."),
        back=found.get_absolute_url(),
        crumbs=_crumbs(found),
    )


@door("post", "write")
@administrators_only
@require_POST
def install(request, year_pk, number):
    found = result_or_404(request, year_pk, number)
    return refused_to(
        request,
        lambda: install_elected(found, actor=request.actor),
        done=_("Those elected hold their posts in the next year."),
        back=found.get_absolute_url(),
    )


def _crumbs(found: YearResult) -> list[Crumb]:
    return [*crumbs_of(found.cluster_year, inside=False), Crumb(str(found), found.get_absolute_url())]
