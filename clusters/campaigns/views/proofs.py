"""What proves each stage in the life of a campaign or of a unit's part: a paper, or the place where it is told."""

from dataclasses import dataclass

from django.urls import reverse

from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import CampaignReview, Inspection, Participation, ProgressEntry
from clusters.campaigns.rules.terms import ReviewKind, Stage


@dataclass(frozen=True)
class Proof:
    text: str
    url: str = ""


Proofs = dict[Stage, Proof]


def proofs_of(campaign: Campaign) -> Proofs:
    """Of joining, reports and inspections the unit that was first. Three queries."""
    found = _of_launch(campaign)
    part = campaign.participations.standing().select_related("organisation").order_by("joined_on", "pk").first()
    if part is not None:
        found[Stage.JOINED] = _told_at(part)
    whose = {"participation__campaign": campaign}
    unit = "participation__organisation"
    entry = ProgressEntry.objects.standing().filter(**whose).select_related(unit).order_by("on", "pk").first()
    if entry is not None:
        found[Stage.REPORTED] = _told_at(entry.participation, "#progress")
    inspection = Inspection.objects.standing().filter(**whose).select_related(unit).order_by("on", "pk").first()
    if inspection is not None:
        found[Stage.CHECKED] = _told_at(inspection.participation, "#inspections")
    return found


def proofs_of_part(part: Participation, inspections: list[Inspection]) -> Proofs:
    """`inspections`: those that the person may read."""
    found = _of_launch(part.campaign)
    entry = part.progress.standing().order_by("on", "pk").first()
    if entry is not None:
        found[Stage.REPORTED] = Proof(entry.text, _paper(entry.paper_id) or "#progress")
    if standing := [one for one in inspections if one.withdrawn_at is None]:
        found[Stage.CHECKED] = Proof(min(standing, key=lambda one: (one.on, one.pk)).office, "#inspections")
    return found


def summed_up(reviews: list[CampaignReview]) -> Proofs:
    final = next((one for one in reviews if one.kind == ReviewKind.FINAL and not one.withdrawn_at), None)
    return {Stage.SUMMED_UP: Proof(final.document, _paper(final.paper_id) or "#reviews")} if final else {}


def _of_launch(campaign: Campaign) -> Proofs:
    if campaign.directive is not None and campaign.directive.stands:
        return {Stage.LAUNCHED: Proof(str(campaign.directive), campaign.directive.get_absolute_url())}
    url = _paper(campaign.document_paper_id)
    return {Stage.LAUNCHED: Proof(campaign.document, url)} if campaign.document else {}


def _told_at(part: Participation, place: str = "") -> Proof:
    return Proof(str(part.organisation), part.get_absolute_url() + place)


def _paper(pk: int | None) -> str:
    return reverse("clusters:paper", args=[pk]) if pk else ""
