"""Campaigns: recorded where they were launched elsewhere, prepared and launched here."""

import copy
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.attachments.models import ROW_OF_CENTRE, Paper
from clusters.campaigns.actions.misfits import refuse_misfit, relied_on, shifted
from clusters.campaigns.models.campaign import (
    ROW_DRAFT,
    ROW_OF_STATE,
    Campaign,
    CampaignAlias,
    CampaignStep,
)
from clusters.campaigns.models.lives import held_by, said_by
from clusters.campaigns.models.wording import ADDRESSED, OFFERED
from clusters.campaigns.rules.flow import FLOW, LaunchCase
from clusters.campaigns.rules.terms import NOT_STANDING, Addressed, CampaignLevel, CampaignState
from clusters.campaigns.words import launch_hindrance
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core import clock
from emulation.core.access import Door, allows
from emulation.core.actions.audit import record, record_each
from emulation.core.actions.refusals import dates, fitting, reason_of, refusing_conflicts
from emulation.core.actions.walk import Course, Walked, keep_beginning, keep_step, walk
from emulation.core.actor import CENTRAL, Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.models.fields import longest
from emulation.core.text import search_key, sort_key, squash

LONGEST_NAME = longest(Campaign, "name")
FACTS = (
    "level",
    "cluster",
    "form",
    "drive",
    "addressed",
    "criteria",
    "document",
    "plan",
    "parent",
    "directive",
    "launched_on",
)


@transaction.atomic
def set_campaign(
    organisation: Organisation | None,
    campaign: Campaign | None,
    *,
    aliases: Sequence[str],
    upload=None,
    actor: Actor,
    is_recorded: bool = True,
    why: str = "",
    **entered: Any,
) -> Campaign:
    """`organisation`: the office that launches it, None for one of the Prime Minister's, which the central board
    records. `entered`: name, during and the facts. A new one where `campaign` is None; what is to be launched here
    begins as a draft. `why`: of what was stated and changes while units rely on it. A name put right stays
    another name of it."""
    _require_writer(organisation, campaign, actor)
    is_new, before, kept, was = campaign is None, None, {}, None
    if campaign is None:
        campaign = Campaign(initiator_organisation=organisation, is_recorded=is_recorded or organisation is None)
        campaign.initiator = initiator_of(organisation)
        campaign.recorded_on = clock.today()
        campaign.state = CampaignState.LAUNCHED if campaign.is_recorded else CampaignState.DRAFT
    else:
        entered["parent"] = _locked_with(campaign, entered["parent"])
        campaign = locked_campaign(campaign)
        before, kept, was = _said(campaign), relied_on(campaign), copy.copy(campaign)
    campaign.name = fitting(entered["name"], most=LONGEST_NAME, field="name")
    campaign.name_key, campaign.sort_key = search_key(campaign.name), sort_key(campaign.name)
    campaign.during = entered["during"]
    for name in FACTS:
        if name != "launched_on" or campaign.is_recorded:
            setattr(campaign, name, entered[name])
    campaign.addressed = list(entered["addressed"])
    campaign.criteria = entered["criteria"].strip()
    campaign.document, campaign.plan = squash(entered["document"]), squash(entered["plan"])
    if not campaign.name_key:
        raise Refusal(_("A name has letters or digits. Write it in full."), field="name")
    if campaign.level != CampaignLevel.CLUSTER:
        campaign.cluster = None
    corrected = shifted(campaign, kept, why)
    why = reason_of(why, needed=False) if corrected else ""
    refuse_misfit(campaign, aliases, was)
    if not campaign.is_recorded and (was is None or was.cluster_id != campaign.cluster_id):
        _require_head(campaign, actor)
    if upload is not None:
        campaign.document_paper = file_for(organisation, upload, actor)
    if was is not None and "name" in corrected:
        aliases = [*aliases, was.name]
    with refusing_conflicts():
        campaign.save()
    _set_aliases(campaign, aliases)
    if is_new and not campaign.is_recorded:
        keep_beginning(CAMPAIGN, campaign, "prepare", actor=actor)
    verb = "clusters.set_campaign" if campaign.is_recorded else "clusters.prepare_campaign"
    record(
        actor,
        verb,
        campaign,
        before=before,
        after=_said(campaign),
        why=why,
        organisation_id=campaign.initiator_organisation_id,
    )
    tell_units(campaign, corrected, why, actor)
    return campaign


def file_for(office: Organisation | None, upload, actor: Actor) -> Paper:
    """Of a campaign of the whole country by the central board, in its own name."""
    if office is not None:
        return file_paper(upload, organisation=office, actor=actor)
    centre = Organisation.objects.get(pk=actor.body_of(CENTRAL))
    return file_paper(upload, organisation=centre, actor=actor, row=ROW_OF_CENTRE)


def tell_units(campaign: Campaign, corrected: Sequence[str], why: str, actor: Actor) -> None:
    """On the page of the campaign, and in the journal of each unit that takes part. `corrected`: names of steps."""
    for field in corrected:
        keep_step(CAMPAIGN, campaign, field, Walked(actor, why, clock.now(), {}, campaign.state))
    if corrected:
        told_as = {"first_day": "from", "last_day": "until"}
        names = {told_as.get(field, field) for field in corrected}
        after = {name: said for name, said in _said(campaign).items() if name in names}
        parts = campaign.participations.standing().select_related("organisation")
        told = [(part, None, {"campaign": campaign.name, **after}) for part in parts]
        record_each(
            actor, "clusters.correct_campaign", told, why=why, organisation_of=lambda part: part.organisation_id
        )


def take_step(campaign: Campaign, name: str, *, why="", actor: Actor) -> Campaign:
    """As `clusters.campaigns.rules.flow` says."""
    return walk(CAMPAIGN, campaign, name, actor=actor, why=why)


def initiator_of(organisation: Organisation | None) -> str:
    """As lists name it; a unit with the body above it, for departments bear the same names everywhere."""
    if organisation is None:
        return "Thủ tướng Chính phủ"
    if organisation.kind in PROVINCIAL_KINDS or organisation.parent is None:
        return organisation.official_name
    return f"{organisation.official_name}, {organisation.parent.official_name}"


def locked_campaign(campaign: Campaign) -> Campaign:
    rows = Campaign.objects.select_for_update(of=("self",)).select_related("initiator_organisation__parent")
    found = rows.get(pk=campaign.pk)
    if found.state in NOT_STANDING:
        raise Refusal(state_refusal(found))
    return found


def _locked_with(campaign: Campaign, parent: Campaign | None) -> Campaign | None:
    """The parent as it stands, both locked in one order: two officers may put each other's beneath their own."""
    if parent is None:
        return None
    rows = Campaign.objects.select_for_update(of=("self",)).filter(pk__in=[campaign.pk, parent.pk]).order_by("pk")
    return next(one for one in rows if one.pk == parent.pk)


def state_refusal(campaign: Campaign) -> str:
    return _("The campaign is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": campaign.get_state_display()
    }


def _require_writer(organisation: Organisation | None, campaign: Campaign | None, actor: Actor) -> None:
    if campaign is not None:
        is_writer = actor.may("write", campaign)
    elif organisation is None:
        is_writer = allows(actor.relations_by_role, Door(ROW_OF_STATE, "write"))
    else:
        is_writer = actor.may("write", organisation, subject=ROW_DRAFT)
    if not is_writer:
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))


def _require_head(campaign: Campaign, actor: Actor) -> None:
    if campaign.level != CampaignLevel.CLUSTER:
        return
    if not ClusterYear.objects.filter(pk__in=actor.headed_entered, cluster=campaign.cluster).exists():
        raise Refusal(
            _("The head of the cluster launches its campaigns. Ask it, or record one that was launched already."),
            field="level",
        )


def _set_aliases(campaign: Campaign, aliases: Sequence[str]) -> None:
    named = (fitting(name, most=LONGEST_NAME, field="aliases") for name in aliases if search_key(name))
    wanted = {search_key(name): name for name in named}
    wanted.pop(campaign.name_key, None)
    kept = {one.name_key: one for one in campaign.aliases.all()}
    for key in kept.keys() - wanted.keys():
        kept[key].delete()
    CampaignAlias.objects.bulk_create(
        [CampaignAlias(campaign=campaign, name=name, name_key=key) for key, name in wanted.items() if key not in kept]
    )


def _said(campaign: Campaign) -> dict[str, Any]:
    facts = {name: str(getattr(campaign, name) or "") for name in FACTS if name not in ("addressed", "launched_on")}
    return {
        "name": campaign.name,
        **facts,
        "addressed": [str(ADDRESSED[Addressed(one)]) for one in campaign.addressed],
        "launched_on": format_date(campaign.launched_on) if campaign.launched_on else "",
        **dates(campaign.during),
        "aliases": sorted(one.name for one in campaign.aliases.all()),
    }


def _ended_on(campaign: Campaign) -> date | None:
    last_day = campaign.during.last_day
    return last_day if last_day is not None and last_day < clock.today() else None


def _launched(campaign: Campaign, step: Step, walked: Walked) -> dict[str, Any]:
    if step.target == CampaignState.LAUNCHED:
        campaign.launched_on = clock.today()
        return {"launched_on": format_date(campaign.launched_on)}
    return {}


CAMPAIGN = Course[Campaign](
    flow=FLOW,
    steps=CampaignStep,
    thing="campaign",
    verb="clusters.{}_campaign",
    locked=locked_campaign,
    in_state=state_refusal,
    in_words=lambda hindrance, case, campaign: launch_hindrance(hindrance, case),
    case_of=lambda campaign, **context: LaunchCase(
        said_by(campaign), _ended_on(campaign), campaign.is_recorded, tuple(held_by(campaign))
    ),
    effect=_launched,
    labels=OFFERED,
    organisation_of=lambda campaign: campaign.initiator_organisation_id,
)
