"""Papers of campaigns that a person may see: of launching, of progress, of repairs, of reviews."""

from django.db.models import Q, QuerySet

from clusters.attachments.models import Paper
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import CampaignReview, Inspection, Participation, ProgressEntry
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    parts, campaigns = Participation.objects.visible_to(actor), Campaign.objects.visible_to(actor)
    shown = (
        campaigns.values("document_paper"),
        ProgressEntry.objects.filter(participation__in=parts).values("paper"),
        Inspection.objects.visible_to(actor).values("proof"),
        CampaignReview.objects.filter(campaign__in=campaigns).values("paper"),
    )
    found = Q()
    for papers in shown:
        found |= Q(pk__in=papers.order_by())
    return Paper.objects.filter(found).values("pk")
