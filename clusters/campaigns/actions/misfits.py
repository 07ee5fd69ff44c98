"""What cannot be of a campaign that is entered or changed: days that contradict each other, a level that is not the
office's, a parent beneath itself, a copy; and what units rely on once it is launched."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from clusters.campaigns.models.campaign import Campaign, CampaignAlias
from clusters.campaigns.rules.terms import CampaignLevel, CampaignState
from clusters.membership.models.cluster import Membership
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import search_key


def relied_on(campaign: Campaign) -> dict[str, Any]:
    """What is stated of one launched here, joined or summed up; what nobody stated may still be entered."""
    is_launched_here = campaign.state == CampaignState.LAUNCHED and not campaign.is_recorded
    is_held = is_launched_here or campaign.summed_up_on or campaign.participations.standing().exists()
    return {field: said for field, said in _stated(campaign).items() if said} if is_held else {}


def _stated(campaign: Campaign) -> dict[str, Any]:
    return {
        "name": campaign.name,
        "level": campaign.level,
        "cluster": campaign.cluster_id,
        "first_day": campaign.during.start,
        "last_day": campaign.during.last_day,
        "criteria": [line.strip() for line in campaign.criteria.splitlines() if line.strip()],
    }


def refuse_shifted(campaign: Campaign, kept: Mapping[str, Any]) -> None:
    stated = _stated(campaign)
    for field, said in kept.items():
        if stated[field] != said:
            raise Refusal(
                _("Units rely on this as it was launched, so it stays. Other names may be added beside it."),
                field=field,
            )


def refuse_misfit(campaign: Campaign, aliases: Sequence[str]) -> None:
    office, today = campaign.initiator_organisation, clock.today()
    if (office is None) != (campaign.level == CampaignLevel.STATE):
        raise Refusal(
            _("Campaigns of the whole country are recorded by the central board, and no others. Choose another level."),
            field="level",
        )
    if campaign.level == CampaignLevel.PROVINCE and office is not None and office.kind not in PROVINCIAL_KINDS:
        raise Refusal(_("%(unit)s is no province. Choose the level of a unit.") % {"unit": office}, field="level")
    if campaign.level != CampaignLevel.CLUSTER:
        campaign.cluster = None
    elif campaign.cluster is None:
        raise Refusal(_("Choose the cluster or block among whose members it runs."), field="cluster")
    elif not Membership.objects.in_cluster(campaign.cluster.pk).on(today).filter(organisation=office).exists():
        raise Refusal(
            _("%(unit)s does not sit in this cluster today. Choose another.") % {"unit": office}, field="cluster"
        )
    if campaign.launched_on is not None and campaign.launched_on > today:
        raise Refusal(
            _("%(day)s is still to come; a campaign is recorded once it is launched.")
            % {"day": format_date(campaign.launched_on)},
            field="launched_on",
        )
    last_day = campaign.during.last_day
    if campaign.launched_on is not None and last_day is not None and campaign.launched_on > last_day:
        raise Refusal(
            _("It would be launched after its last day %(day)s. Look at both days.") % {"day": format_date(last_day)},
            field="launched_on",
        )
    heard = (campaign.joined_on, campaign.reported_on, campaign.checked_on, campaign.summed_up_on)
    first = min((day for day in heard if day is not None), default=None)
    begun = campaign.launched_on or campaign.during.start
    if first is not None and begun is not None and first < begun:
        raise Refusal(
            _("Units took part or reported on %(day)s already. It began on that day or before.")
            % {"day": format_date(first)},
            field="launched_on" if campaign.launched_on else "first_day",
        )
    if office is not None and not campaign.during.overlaps(office.during):
        raise Refusal(
            _("%(unit)s does not exist in this time. Look at the days.") % {"unit": office}, field="first_day"
        )
    _refuse_phases_outside(campaign)
    _refuse_own_descendant(campaign)
    _refuse_copy(campaign, aliases)


def _refuse_phases_outside(campaign: Campaign) -> None:
    for phase in campaign.phases.all() if campaign.pk else ():
        if not campaign.during.covers(phase.during):
            raise Refusal(
                _("The phase “%(phase)s” would reach beyond the campaign. Look at the days, or take it out first.")
                % {"phase": phase},
                field="last_day",
            )


def _refuse_own_descendant(campaign: Campaign) -> None:
    above, seen = campaign.parent, set()
    while above is not None and above.pk not in seen:
        if campaign.pk is not None and above.pk == campaign.pk:
            raise Refusal(
                _("“%(campaign)s” would put itself into concrete form. Choose another campaign above it.")
                % {"campaign": campaign},
                field="parent",
            )
        seen.add(above.pk)
        above = above.parent


def _refuse_copy(campaign: Campaign, aliases: Sequence[str]) -> None:
    """The same office already has one of that name in that time, whichever of the names of either it is."""
    names = {campaign.name_key, *map(search_key, aliases)} - {""}
    of_office = Campaign.objects.filter(
        initiator=campaign.initiator, initiator_organisation=campaign.initiator_organisation
    ).exclude(pk=campaign.pk or 0)
    same = of_office.exclude(state=CampaignState.DROPPED).overlapping(campaign.during)
    aliased = CampaignAlias.objects.filter(name_key__in=names, campaign__in=same).values("campaign")
    copied = (same.filter(name_key__in=names) | same.filter(pk__in=aliased)).first()
    if copied is not None:
        raise Refusal(
            _("This would be a copy of “%(campaign)s”, which runs in the same time. Open that one instead.")
            % {"campaign": copied},
            field="name",
        )
