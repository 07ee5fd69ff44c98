"""Goals and phases of a campaign. Of one launched here goals stand as they were launched; what else was stated
of one that units rely on is put right with a reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.campaigns.actions.campaigns import locked_campaign, tell_units
from clusters.campaigns.actions.misfits import is_relied_on
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.parts import CampaignGoal, CampaignPhase
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, reason_of
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.text import squash

OF_GOAL = ("text", "amount", "unit", "source", "checked_on")


@transaction.atomic
def set_goal(
    campaign: Campaign,
    goal: CampaignGoal | None,
    *,
    actor: Actor,
    text: str,
    amount: str,
    unit: str,
    source: str,
    checked_on: date | None,
    why: str = "",
) -> CampaignGoal:
    """`why`: where goals were stated and units rely on them, who are told."""
    campaign = _changeable(campaign, actor)
    why = reason_of(why, needed=True) if asks_why_of_goal(campaign, goal) else ""
    before = None
    if goal is None:
        goal = CampaignGoal(campaign=campaign)
    else:
        goal = campaign.goals.get(pk=goal.pk)
        before = {"goal": goal.text}
    if checked_on is not None and campaign.during.start is not None and checked_on < campaign.during.start:
        raise Refusal(_("The goal is checked after the campaign begins. Choose another day."), field="checked_on")
    goal.text, goal.amount, goal.unit, goal.source = (squash(each) for each in (text, amount, unit, source))
    goal.checked_on = checked_on
    goal.save()
    _record(actor, "clusters.set_campaign_goal", campaign, before=before, after={"goal": goal.text}, why=why)
    tell_units(campaign, ["goal"] if why else [], why, actor)
    return goal


def asks_why_of_goal(campaign: Campaign, goal: CampaignGoal | None) -> bool:
    """Not of the first one: what nobody stated may still be entered."""
    return (goal is not None or campaign.goals.exists()) and is_relied_on(campaign)


@transaction.atomic
def drop_goal(goal: CampaignGoal, *, actor: Actor, why: str = "") -> None:
    """`why`: of one that units rely on, who are told."""
    campaign = _changeable(goal.campaign, actor)
    why = _reason(campaign, why)
    _record(actor, "clusters.drop_campaign_goal", campaign, before={"goal": goal.text}, why=why)
    campaign.goals.filter(pk=goal.pk).delete()
    tell_units(campaign, ["goal_out"] if why else [], why, actor)


@transaction.atomic
def set_phase(campaign: Campaign, *, name: str, during: Period, actor: Actor, why: str = "") -> CampaignPhase:
    """`why`: of one that units rely on, who are told."""
    campaign = _locked_own(campaign, actor)
    why = _reason(campaign, why)
    if not campaign.during.covers(during):
        raise Refusal(_("The phase reaches beyond the campaign itself. Look at its days again."), field="last_day")
    phase = CampaignPhase.objects.create(campaign=campaign, name=squash(name), during=during)
    _record(actor, "clusters.set_campaign_phase", campaign, after={"name": phase.name, **dates(during)}, why=why)
    tell_units(campaign, ["phase"] if why else [], why, actor)
    return phase


@transaction.atomic
def drop_phase(phase: CampaignPhase, *, actor: Actor, why: str = "") -> None:
    """`why`: of one that units rely on, who are told."""
    campaign = _locked_own(phase.campaign, actor)
    why = _reason(campaign, why)
    _record(
        actor, "clusters.drop_campaign_phase", campaign, before={"name": phase.name, **dates(phase.during)}, why=why
    )
    campaign.phases.filter(pk=phase.pk).delete()
    tell_units(campaign, ["phase_out"] if why else [], why, actor)


def _changeable(campaign: Campaign, actor: Actor) -> Campaign:
    campaign = _locked_own(campaign, actor)
    if campaign.is_launched_here:
        raise Refusal(_("The campaign was launched with these goals; they stay as they were launched."))
    return campaign


def _locked_own(campaign: Campaign, actor: Actor) -> Campaign:
    if not actor.may("write", campaign):
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))
    return locked_campaign(campaign)


def _reason(campaign: Campaign, why: str) -> str:
    return reason_of(why, needed=True) if is_relied_on(campaign) else ""


def _record(actor: Actor, verb: str, campaign: Campaign, *, before=None, after=None, why="") -> None:
    office = campaign.initiator_organisation_id
    record(actor, verb, campaign, before=before, after=after, why=why, organisation_id=office)
