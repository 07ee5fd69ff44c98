"""A campaign entered and changed by the office that launches it: its facts, goals, phases, launch and reviews."""

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clusters.campaigns.actions.campaigns import FACTS, set_campaign, take_step
from clusters.campaigns.actions.misfits import is_relied_on, relied_on
from clusters.campaigns.actions.parts import OF_GOAL, asks_why_of_goal, drop_goal, drop_phase, set_goal, set_phase
from clusters.campaigns.actions.reviews import review_campaign
from clusters.campaigns.forms.campaigns import CampaignForm, GoalForm, PhaseForm
from clusters.campaigns.forms.taking_part import ReviewForm
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.parts import CampaignGoal, CampaignPhase
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.campaigns.views.places import campaign_or_404, crumbs_of
from clusters.directives.models import Directive
from clusters.membership.models.cluster import Cluster, Membership
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.forms.parts import ReasonForm, days_of
from emulation.core.period import Period
from emulation.core.text import sort_key
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("campaign_work", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request):
    offices = Organisation.objects.filter(pk__in=request.actor.entered).on(clock.today()).select_related("parent")
    of_state = not offices.exists()
    initial = {"level": CampaignLevel.STATE} if of_state else {}
    if len(offices) == 1:
        initial["organisation"] = offices[0]
        initial["level"] = CampaignLevel.PROVINCE if offices[0].kind in PROVINCIAL_KINDS else CampaignLevel.UNIT
    form = _form(request, None, offices, of_state=of_state, initial=initial)
    return answer(
        request,
        form,
        lambda said: set_campaign(
            None if of_state else said.pop("organisation"), None, upload=said.pop("file", None), **_said(request, said)
        ),
        title=_("Enter a campaign"),
        lead=_("A campaign of the Prime Minister, as the central board records it.") if of_state else "",
        button=_("Save"),
        done=_("The campaign is saved. Enter what it wants to reach."),
        back=lambda made: made.get_absolute_url(),
        crumbs=crumbs_of(),
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("campaign_work", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, pk):
    found = campaign_or_404(request, pk, "write")
    office = found.initiator_organisation
    initial = {name: getattr(found, name) for name in FACTS} | days_of(found.during)
    initial |= {
        "name": found.name,
        "aliases": "\n".join(sorted((one.name for one in found.aliases.all()), key=sort_key)),
    }
    form = _form(request, found, Organisation.objects.none(), of_state=office is None, initial=initial)
    return answer(
        request,
        form,
        lambda said: set_campaign(office, found, upload=said.pop("file", None), **_said(request, said)),
        title=_("Change the campaign"),
        lead=found.name,
        button=_("Save"),
        done=_("Saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


def _form(request, found: Campaign | None, offices, *, of_state: bool, initial: dict) -> CampaignForm:
    today, actor = clock.today(), request.actor
    issuers = actor.own | ({found.initiator_organisation_id} if found else set())
    form = CampaignForm(
        posted(request),
        request.FILES or None,
        initial=initial,
        organisations=offices,
        clusters=_clusters(actor, today, found),
        directives=_directives(issuers - {None}, found),
        parents=_parents(actor, today, found),
        is_new=found is None,
        of_state=of_state,
        is_held=found is not None and bool(relied_on(found)),
    )
    refuse_too_large_a_paper(request, form)
    return form


def _clusters(actor: Actor, today, found: Campaign | None):
    """In which one sits, and that which stands there already."""
    seats = Membership.objects.on(today).filter(organisation__in=actor.own)
    return Cluster.objects.filter(Q(pk__in=seats.values("cluster")) | Q(pk=found.cluster_id if found else None))


def _directives(issuers, found: Campaign | None):
    """Standing ones of the office, and that which stands there already."""
    standing = Directive.objects.standing().filter(organisation__in=issuers).order_by()
    return Directive.objects.filter(Q(pk__in=standing.values("pk")) | Q(pk=found.directive_id if found else None))


def _parents(actor: Actor, today, found: Campaign | None):
    """Of the year and of one's own scope, and that which stands there already."""
    running = Campaign.objects.visible_to(actor).launched().running_in(Period.year(today.year))
    offered = running.in_scope_of(actor.own, on=today).exclude(pk=found.pk if found else 0).order_by()
    return Campaign.objects.filter(Q(pk__in=offered.values("pk")) | Q(pk=found.parent_id if found else None))


def _said(request, said: dict) -> dict:
    said.pop("first_day", None)
    said.pop("last_day", None)
    return {"actor": request.actor, **said}


@door("campaign_work", "write")
def goal(request, pk, goal=None):
    found = campaign_or_404(request, pk, "write")
    kept = get_object_or_404(found.goals, pk=goal) if goal else None
    return answer(
        request,
        GoalForm(
            posted(request),
            initial={name: getattr(kept, name) for name in OF_GOAL} if kept else None,
            asks_why=asks_why_of_goal(found, kept),
        ),
        lambda said: set_goal(found, kept, actor=request.actor, **said),
        title=_("Goal of the campaign"),
        lead=found.name,
        button=_("Save the goal"),
        done=_("The goal is saved."),
        back=found.get_absolute_url() + "#goals",
        crumbs=crumbs_of(found),
    )


@door("campaign_work", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def goal_drop(request, pk, goal):
    found = campaign_or_404(request, pk, "write")
    kept = get_object_or_404(CampaignGoal.objects.select_related("campaign"), campaign=found, pk=goal)
    return _taken_out(
        request, found, kept, drop_goal, title=_("Take out the goal"), done=_("The goal is taken out."), place="#goals"
    )


@door("campaign_work", "write")
def phase(request, pk):
    found = campaign_or_404(request, pk, "write")
    return answer(
        request,
        PhaseForm(posted(request), asks_why=is_relied_on(found)),
        lambda said: set_phase(
            found, name=said["name"], during=said["during"], why=said.get("why", ""), actor=request.actor
        ),
        title=_("Phase of the campaign"),
        lead=found.name,
        button=_("Save the phase"),
        done=_("The phase is saved."),
        back=found.get_absolute_url() + "#phases",
        crumbs=crumbs_of(found),
    )


@door("campaign_work", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def phase_drop(request, pk, phase):
    found = campaign_or_404(request, pk, "write")
    kept = get_object_or_404(CampaignPhase.objects.select_related("campaign"), campaign=found, pk=phase)
    return _taken_out(
        request,
        found,
        kept,
        drop_phase,
        title=_("Take out the phase"),
        done=_("The phase is taken out."),
        place="#phases",
    )


def _taken_out(request, found: Campaign, kept, deed, *, title: str, done: str, place: str):
    """By the button alone; of a campaign that units rely on the reason is asked for."""
    back = found.get_absolute_url() + place
    if is_relied_on(found) or request.method != "POST":
        return answer(
            request,
            ReasonForm(posted(request)),
            lambda said: deed(kept, why=said["why"], actor=request.actor),
            title=title,
            lead=str(kept),
            button=_("Take out"),
            done=done,
            back=back,
            crumbs=crumbs_of(found),
        )
    return refused_to(request, lambda: deed(kept, actor=request.actor), done=done, back=back)


@door("campaign_draft", "launch")
@require_POST
def launch(request, pk):
    found = campaign_or_404(request, pk, "launch")
    return refused_to(
        request,
        lambda: take_step(found, "launch", actor=request.actor),
        done=_("The campaign is launched."),
        back=found.get_absolute_url(),
    )


@door("campaign_draft", "write")
def drop(request, pk):
    found = campaign_or_404(request, pk, "write")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: take_step(found, "drop", why=said["why"], actor=request.actor),
        title=_("Record that it is not launched"),
        lead=found.name,
        button=_("Record it"),
        done=_("Recorded; the journal keeps it."),
        back=reverse("clusters:campaigns"),
        crumbs=crumbs_of(found),
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("campaign_work", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    found = campaign_or_404(request, pk, "write")
    form = ReviewForm(posted(request), request.FILES or None, initial={"on": clock.today()})
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: review_campaign(found, upload=said.pop("file"), actor=request.actor, **said),
        title=_("Review of the campaign"),
        lead=found.name,
        button=_("Record the review"),
        done=_("The review is recorded."),
        back=found.get_absolute_url() + "#reviews",
        crumbs=crumbs_of(found),
    )
