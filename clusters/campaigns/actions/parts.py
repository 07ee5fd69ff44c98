"""Goals and phases of a campaign. Of one launched here they stand as they were launched."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.campaigns.actions.campaigns import locked_campaign
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.parts import CampaignGoal, CampaignPhase
from clusters.campaigns.rules.terms import CampaignState
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates
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
) -> CampaignGoal:
    campaign = _changeable(campaign, actor)
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
    _record(actor, "clusters.set_campaign_goal", campaign, before=before, after={"goal": goal.text})
    return goal


@transaction.atomic
def drop_goal(goal: CampaignGoal, *, actor: Actor) -> None:
    campaign = _changeable(goal.campaign, actor)
    _record(actor, "clusters.drop_campaign_goal", campaign, before={"goal": goal.text})
    campaign.goals.filter(pk=goal.pk).delete()


@transaction.atomic
def set_phase(campaign: Campaign, *, name: str, during: Period, actor: Actor) -> CampaignPhase:
    campaign = _changeable(campaign, actor)
    if not campaign.during.covers(during):
        raise Refusal(_("The phase reaches beyond the campaign itself. Look at its days again."), field="last_day")
    phase = CampaignPhase.objects.create(campaign=campaign, name=squash(name), during=during)
    _record(actor, "clusters.set_campaign_phase", campaign, after={"name": phase.name, **dates(during)})
    return phase


@transaction.atomic
def drop_phase(phase: CampaignPhase, *, actor: Actor) -> None:
    campaign = _changeable(phase.campaign, actor)
    _record(actor, "clusters.drop_campaign_phase", campaign, before={"name": phase.name, **dates(phase.during)})
    campaign.phases.filter(pk=phase.pk).delete()


def _changeable(campaign: Campaign, actor: Actor) -> Campaign:
    if not actor.may("write", campaign):
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))
    campaign = locked_campaign(campaign)
    if campaign.state == CampaignState.LAUNCHED and not campaign.is_recorded:
        raise Refusal(_("The campaign was launched with these goals and phases; they stay as they were launched."))
    return campaign


def _record(actor: Actor, verb: str, campaign: Campaign, *, before=None, after=None) -> None:
    record(actor, verb, campaign, before=before, after=after, organisation_id=campaign.initiator_organisation_id)
