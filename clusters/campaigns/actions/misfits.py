"""What cannot be of a campaign that is entered or changed: days that contradict each other, a level that is not the
office's, a parent beneath itself, a copy; and what units rely on once it is launched."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from clusters.campaigns.models.campaign import Campaign, CampaignAlias
from clusters.campaigns.models.participation import Inspection, ProgressEntry
from clusters.campaigns.rules.terms import CORRECTED, CampaignLevel
from clusters.membership.models.cluster import Membership
from clusters.organisations.models.lineage import line_in_query
from clusters.organisations.models.organisation import PROVINCIAL_KINDS
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.text import search_key, squash


def is_relied_on(campaign: Campaign) -> bool:
    """Launched here, joined or summed up."""
    return campaign.is_launched_here or campaign.summed_up_on is not None or campaign.participations.standing().exists()


def relied_on(campaign: Campaign) -> dict[str, Any]:
    """What is stated of one that is relied on; what nobody stated may still be entered."""
    return {field: said for field, said in _stated(campaign).items() if said} if is_relied_on(campaign) else {}


def _stated(campaign: Campaign) -> dict[str, Any]:
    return {
        "name": campaign.name,
        "level": campaign.level,
        "cluster": campaign.cluster_id,
        "first_day": campaign.during.start,
        "last_day": campaign.during.last_day,
        "criteria": [line.strip() for line in campaign.criteria.splitlines() if line.strip()],
        "form": campaign.form,
        "drive": campaign.drive,
        "addressed": sorted(campaign.addressed),
        "document": campaign.document,
        "plan": campaign.plan,
        "parent": campaign.parent_id,
        "directive": campaign.directive_id,
        "launched_on": campaign.launched_on,
    }


def shifted(campaign: Campaign, kept: Mapping[str, Any], why: str) -> tuple[str, ...]:
    """Which of `CORRECTED` are put right; whatever else changes is refused, and so is what says no reason."""
    stated = _stated(campaign)
    found = tuple(field for field, said in kept.items() if stated[field] != said)
    for field in found:
        if field not in CORRECTED:
            raise Refusal(
                _("Units rely on this as it was launched, so it stays."),
                field=field,
            )
    if campaign.begun_on is None and not kept.keys().isdisjoint({"first_day", "launched_on"}):
        raise Refusal(
            _("Units rely on when it began. Put the right day in place of the one that you take out."),
            field="first_day" if "first_day" in kept else "launched_on",
        )
    if found and not squash(why):
        raise Refusal(
            _("Units rely on what was stated of the campaign. To change it say why; the units read it."),
            field="why",
        )
    return found


def refuse_misfit(campaign: Campaign, aliases: Sequence[str], was: Campaign | None) -> None:
    """`was`: how it stood, None of a new one. Only what changes is judged."""

    def changes(*fields: str) -> bool:
        return was is None or any(getattr(was, field) != getattr(campaign, field) for field in fields)

    office = campaign.initiator_organisation
    if changes("level", "cluster_id"):
        _refuse_level(campaign)
    if changes("launched_on", "during"):
        _refuse_days(campaign, was or Campaign(during=Period()))
    if office is not None and changes("during") and not campaign.during.overlaps(office.during):
        raise Refusal(
            _("%(unit)s does not exist in this time. Look at the days.") % {"unit": office}, field="first_day"
        )
    if changes("during"):
        _refuse_phases_outside(campaign)
    if changes("parent_id"):
        _refuse_own_descendant(campaign)
    names = {campaign.name_key, *map(search_key, aliases)} - {""}
    if was is not None and not changes("during"):
        names -= {was.name_key, *(one.name_key for one in campaign.aliases.all())}
    _refuse_copy(campaign, names)


def _refuse_level(campaign: Campaign) -> None:
    office, today = campaign.initiator_organisation, clock.today()
    if (office is None) != (campaign.level == CampaignLevel.STATE):
        raise Refusal(
            _("Campaigns of the whole country are recorded by the central board, and no others. Choose another level."),
            field="level",
        )
    if campaign.level == CampaignLevel.PROVINCE and office is not None and office.kind not in PROVINCIAL_KINDS:
        raise Refusal(_("%(unit)s is no province. Choose the level of a unit.") % {"unit": office}, field="level")
    if campaign.level != CampaignLevel.CLUSTER:
        return
    if campaign.cluster is None:
        raise Refusal(_("Choose the cluster or block among whose members it runs."), field="cluster")
    if not Membership.objects.in_cluster(campaign.cluster.pk).on(today).filter(organisation=office).exists():
        raise Refusal(
            _("%(unit)s does not sit in this cluster today. Choose another.") % {"unit": office}, field="cluster"
        )


def _refuse_days(campaign: Campaign, was: Campaign) -> None:
    """No day of launching to come or after the end; no beginning after, no end before what units entered, which was
    within until now."""
    launched_on, last_day = campaign.launched_on, campaign.during.last_day
    if launched_on != was.launched_on and launched_on is not None and launched_on > clock.today():
        raise Refusal(
            _("%(day)s is still to come; a campaign is recorded once it is launched.")
            % {"day": format_date(launched_on)},
            field="launched_on",
        )
    if launched_on is not None and last_day is not None and launched_on > last_day:
        raise Refusal(
            _("It would be launched after its last day %(day)s. Look at both days.") % {"day": format_date(last_day)},
            field="launched_on",
        )
    if launched_on != was.launched_on and launched_on is not None:
        heard = (campaign.joined_on, *_heard_of(campaign))
        _refuse_begun_after(launched_on, [day for day in heard if day is not None], field="launched_on")
    first, before = campaign.during.start, was.during.start
    if first != before and first is not None:
        left_out = [day for day in _heard_of(campaign) if before is None or day >= before]
        _refuse_begun_after(first, left_out, field="first_day")
    if last_day != was.during.last_day and last_day is not None:
        _refuse_ended_before(campaign, last_day, was.during.last_day)


def _heard_of(campaign: Campaign) -> list[date]:
    """On which units reported, inspections were made, reviews held."""
    kept = (campaign.reported_on, campaign.checked_on, campaign.summed_up_on)
    return [*(day for day in kept if day is not None), *_reported_in(campaign)]


def _reported_in(campaign: Campaign) -> list[date]:
    entries = (
        rows.standing().filter(participation__campaign=campaign).order_by().values_list("on", flat=True).distinct()
        for rows in (ProgressEntry.objects, Inspection.objects)
    )
    return [day for days in entries for day in days] if campaign.pk else []


def _refuse_begun_after(begun: date, heard: Sequence[date], *, field: str) -> None:
    if first := min((day for day in heard if day < begun), default=None):
        raise Refusal(
            _("Units took part or reported on %(day)s already. It began on that day or before.")
            % {"day": format_date(first)},
            field=field,
        )


def _refuse_ended_before(campaign: Campaign, last_day: date, before: date | None) -> None:
    joined = campaign.participations.standing().values_list("joined_on", flat=True) if campaign.pk else ()
    heard = [day for day in (*joined, *_reported_in(campaign)) if before is None or day <= before]
    if heard and max(heard) > last_day:
        raise Refusal(
            _("Units took part or reported on %(day)s still. It ends on that day or later.")
            % {"day": format_date(max(heard))},
            field="last_day",
        )


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


def _refuse_copy(campaign: Campaign, names: AbstractSet[str]) -> None:
    """The same office, or what it came from, already has one that bears one of these names in that time."""
    by_office = Q(initiator=campaign.initiator, initiator_organisation=None)
    if office := campaign.initiator_organisation_id:
        by_office = Q(initiator_organisation__in=line_in_query([office]))
    of_office = Campaign.objects.exclude(pk=campaign.pk or 0).filter(by_office)
    same = of_office.standing().overlapping(campaign.during)
    aliased = CampaignAlias.objects.filter(name_key__in=names, campaign__in=same).values("campaign")
    copied = (same.filter(name_key__in=names) | same.filter(pk__in=aliased)).first()
    if copied is not None:
        raise Refusal(
            _("This would be a copy of “%(campaign)s”, which runs in the same time. Open that one instead.")
            % {"campaign": copied},
            field="name",
        )
