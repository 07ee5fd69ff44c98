"""Inspections with what they found and its repair; mid-term and final reviews."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.campaigns.actions.campaigns import file_for, locked_campaign
from clusters.campaigns.actions.taking_part import (
    keep_day,
    locked_part,
    refuse_after_summing_up,
    refuse_day,
    refuse_day_of_part,
)
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import CampaignReview, Inspection, Participation
from clusters.campaigns.rules.terms import CampaignState, ReviewKind
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import CENTRAL, Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import squash


@transaction.atomic
def inspect(
    part: Participation, *, on: date, office: str, findings: str, due_on: date | None, actor: Actor
) -> Inspection:
    """`due_on`: until when what was found is to be repaired."""
    if not actor.may("inspect", part):
        raise Refusal(_("Only the office that launched the campaign, or the central board, inspects it."))
    part = locked_part(part)
    refuse_day_of_part(part, on)
    refuse_after_summing_up(part, on)
    if due_on is not None and due_on < on:
        raise Refusal(
            _("The repair is due before the inspection of %(day)s. Choose a later day.") % {"day": format_date(on)},
            field="due_on",
        )
    found = Inspection(participation=part, on=on, office=squash(office), findings=findings.strip(), due_on=due_on)
    launcher = part.campaign.initiator_organisation_id
    found.inspector_id = launcher if launcher in actor.entered else actor.body_of(CENTRAL)
    found.save()
    keep_day(part, checked_on=on)
    keep_day(part.campaign, checked_on=on)
    record(
        actor,
        "clusters.inspect_campaign",
        part,
        after={"on_day": format_date(on), "findings": found.findings, "due": format_date(due_on) if due_on else ""},
    )
    return found


@transaction.atomic
def repair(inspection: Inspection, *, on: date, text: str, upload, actor: Actor) -> Inspection:
    """`upload`: the proof, without which nothing counts as repaired."""
    if not actor.may("repair", inspection):
        raise Refusal(_("Only an officer of the unit that was inspected reports the repair."))
    rows = Inspection.objects.select_for_update(of=("self",)).select_related("participation__organisation")
    found = rows.get(pk=inspection.pk)
    if found.withdrawn_at is not None:
        raise Refusal(_("This inspection was struck out; nothing of it is to be repaired."))
    if found.repaired_on is not None:
        raise Refusal(_("The repair was reported already, on %(day)s.") % {"day": format_date(found.repaired_on)})
    if upload is None:
        raise Refusal(
            _("A repair is reported with its proof. Choose the file of the paper or the picture."), field="file"
        )
    if not found.on <= on <= clock.today():
        raise Refusal(_("The repair lies between the inspection and today. Choose another day."), field="on")
    found.proof = file_paper(upload, organisation=found.participation.organisation, actor=actor)
    found.repaired_on, found.repair = on, squash(text)
    found.save()
    record(
        actor,
        "clusters.repair_campaign",
        found.participation,
        after={"on_day": format_date(on), "text": found.repair, "file": found.proof.name},
    )
    return found


@transaction.atomic
def review_part(part: Participation, *, actor: Actor, **said: Any) -> CampaignReview:
    """`said`: kind, on, document, conclusion, upload. By the unit, of its own part."""
    if not actor.may("write", part):
        raise Refusal(_("Only an officer of the unit itself reports for it."))
    part = locked_part(part)
    return _reviewed(part.campaign, part, actor=actor, **said)


@transaction.atomic
def review_campaign(campaign: Campaign, *, actor: Actor, **said: Any) -> CampaignReview:
    """By the office that launched it, of the whole campaign."""
    if not actor.may("write", campaign):
        raise Refusal(_("Only an officer of the office that launches a campaign enters it."))
    campaign = locked_campaign(campaign)
    if campaign.state != CampaignState.LAUNCHED:
        raise Refusal(_("The campaign is not launched yet, so there is nothing to review."))
    return _reviewed(campaign, None, actor=actor, **said)


def _reviewed(
    campaign: Campaign,
    part: Participation | None,
    *,
    kind: str,
    on: date,
    document: str,
    conclusion: str,
    upload=None,
    actor: Actor,
) -> CampaignReview:
    refuse_day(campaign, on, part)
    _refuse_out_of_order(campaign, part, kind, on)
    review = CampaignReview(campaign=campaign, participation=part, kind=kind, on=on)
    review.document, review.conclusion = squash(document), conclusion.strip()
    office = part.organisation if part else campaign.initiator_organisation
    if upload is not None:
        review.paper = file_for(office, upload, actor)
    with refusing_conflicts():
        review.save()
    if kind == ReviewKind.FINAL:
        keep_day(part or campaign, summed_up_on=on)
    record(
        actor,
        "clusters.review_campaign",
        part or campaign,
        after={"kind": review.get_kind_display(), "on_day": format_date(on), "document": review.document},
        organisation_id=office.pk if office else None,
    )
    return review


def _refuse_out_of_order(campaign: Campaign, part: Participation | None, kind: str, on: date) -> None:
    reviews = campaign.reviews.standing().filter(participation=part)
    final = reviews.filter(kind=ReviewKind.FINAL).first()
    if kind == ReviewKind.MID and final is not None and on > final.on:
        raise Refusal(
            _("It was summed up on %(day)s; a mid-term review comes before that.") % {"day": format_date(final.on)},
            field="on",
        )
    if kind == ReviewKind.FINAL and (heard := _last_heard(campaign, part)) is not None and on < heard:
        raise Refusal(
            _("Something was reported or inspected on %(day)s still; the final review comes after it.")
            % {"day": format_date(heard)},
            field="on",
        )
    last = reviews.filter(kind=ReviewKind.MID).last()
    if kind == ReviewKind.FINAL and last is not None and on < last.on:
        raise Refusal(
            _("The mid-term review is of %(day)s; the final one comes after it.") % {"day": format_date(last.on)},
            field="on",
        )


def _last_heard(campaign: Campaign, part: Participation | None) -> date | None:
    """The last day on which the part, or any part of the campaign, reported or was inspected."""
    checks = Inspection.objects.standing().order_by()
    checks = checks.filter(participation=part) if part else checks.filter(participation__campaign=campaign)
    heard = (part or campaign).heard_on, checks.aggregate(last=Max("on"))["last"]
    return max(filter(None, heard), default=None)
