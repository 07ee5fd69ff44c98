"""What was entered by mistake is struck out with its reason: it stays to be read, counts nowhere, and the days of the
campaign's life are those of what stands."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Min
from django.utils.translation import gettext as _

from clusters.campaigns.actions.campaigns import locked_campaign, take_step
from clusters.campaigns.actions.taking_part import locked_part
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import CampaignReview, Inspection, Participation, ProgressEntry
from clusters.campaigns.models.struck_out import CanBeStruckOut
from clusters.campaigns.rules.terms import ReviewKind
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal


def strike_out_campaign(campaign: Campaign, *, why: str, actor: Actor) -> Campaign:
    """Recorded by mistake: by the office whose it is, of the whole country by the central board."""
    if not actor.may("write", campaign):
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))
    return take_step(campaign, "strike_out", why=why, actor=actor)


@transaction.atomic
def strike_out_progress(entry: ProgressEntry, *, why: str, actor: Actor) -> ProgressEntry:
    if not actor.may("write", entry.participation):
        raise Refusal(_("Only an officer of the unit itself reports for it."))
    part = locked_part(entry.participation)
    entry = _struck_out(part.progress.get(pk=entry.pk), why, actor)
    entries = ProgressEntry.objects.standing().order_by()
    for row, left in (
        (part, entries.filter(participation=part)),
        (part.campaign, entries.filter(participation__campaign=part.campaign)),
    ):
        _forget(row, entry.on, **left.aggregate(reported_on=Min("on"), heard_on=Max("on")))
    _record(
        actor,
        "clusters.strike_out_campaign_progress",
        part,
        {"on_day": format_date(entry.on), "text": entry.text},
        entry,
    )
    return entry


@transaction.atomic
def strike_out_inspection(inspection: Inspection, *, why: str, actor: Actor) -> Inspection:
    if not actor.may("inspect", inspection.participation):
        raise Refusal(_("Only the office that launched the campaign, or the central board, inspects it."))
    if not inspection.is_struck_out_by(actor):
        raise Refusal(
            _("%(body)s inspected it; only its people strike the inspection out.") % {"body": inspection.inspector}
        )
    part = locked_part(inspection.participation)
    inspection = _struck_out(part.inspections.get(pk=inspection.pk), why, actor)
    checks = Inspection.objects.standing().order_by()
    for row, left in (
        (part, checks.filter(participation=part)),
        (part.campaign, checks.filter(participation__campaign=part.campaign)),
    ):
        _forget(row, inspection.on, **left.aggregate(checked_on=Min("on")))
    said = {"on_day": format_date(inspection.on), "findings": inspection.findings}
    _record(actor, "clusters.strike_out_campaign_inspection", part, said, inspection)
    return inspection


@transaction.atomic
def strike_out_review(review: CampaignReview, *, why: str, actor: Actor) -> CampaignReview:
    """Of a part by its unit, of the whole campaign by who launched it."""
    if not actor.may("write", review.participation or review.campaign):
        raise Refusal(_("Only who recorded a review strikes it out."))
    whose: Campaign | Participation
    whose = locked_part(review.participation) if review.participation else locked_campaign(review.campaign)
    review = _struck_out(whose.reviews.get(pk=review.pk), why, actor)
    if review.kind == ReviewKind.FINAL:
        _forget(whose, review.on, summed_up_on=None)
    said = {"kind": review.get_kind_display(), "on_day": format_date(review.on), "document": review.document}
    _record(actor, "clusters.strike_out_campaign_review", whose, said, review)
    return review


@transaction.atomic
def strike_out_part(part: Participation, *, why: str, actor: Actor) -> Participation:
    if not actor.may("write", part):
        raise Refusal(_("Only an officer of the unit itself lets it take part."))
    part = locked_part(part)
    if any(rows.standing().exists() for rows in (part.progress, part.inspections, part.reviews)):
        raise Refusal(_("Something was entered of this part already. Strike that out first."))
    campaign, part = part.campaign, _struck_out(part, why, actor)
    first = campaign.participations.standing().order_by().aggregate(joined_on=Min("joined_on"))
    _forget(campaign, part.joined_on, **first)
    _record(actor, "clusters.strike_out_campaign_part", part, {"campaign": campaign.name}, part)
    return part


def _struck_out(row: Any, why: str, actor: Actor) -> Any:
    if row.withdrawn_at is not None:
        raise Refusal(_("This was struck out already; look at the page again."))
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = clock.now(), actor.name, reason_of(why, needed=True)
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return row


def _forget(row: Campaign | Participation, struck: date, **standing: date | None) -> None:
    """Of each stage whose day was the struck one, the day of what stands."""
    changed = [name for name in standing if getattr(row, name) == struck]
    for name in changed:
        setattr(row, name, standing[name])
    if changed:
        row.save(update_fields=changed)


def _record(actor: Actor, verb: str, whose: Campaign | Participation, said: dict, row: CanBeStruckOut) -> None:
    office = whose.initiator_organisation_id if isinstance(whose, Campaign) else whose.organisation_id
    record(actor, verb, whose, before=said, why=row.withdrawn_why, organisation_id=office)
