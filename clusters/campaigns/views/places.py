"""Which campaign or part in one a page speaks of, and where it stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import Participation
from clusters.campaigns.models.struck_out import CanBeStruckOut
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

RELATED = ("initiator_organisation__parent", "cluster", "directive", "parent", "document_paper")
SHORT = 60


def campaign_or_404(request, pk: int, deed: str = "read") -> Campaign:
    return record_or_404(
        Campaign.objects.visible_to(request.actor).select_related(*RELATED), request.actor, deed, pk=pk
    )


def part_or_404(request, pk: int, deed: str = "read") -> Participation:
    rows = Participation.objects.visible_to(request.actor)
    rows = rows.select_related("organisation__parent", *(f"campaign__{name}" for name in RELATED))
    return record_or_404(rows, request.actor, deed, pk=pk)


def strike_out_url(page: str, row: CanBeStruckOut, of: Campaign | Participation) -> str:
    """ "" of what is struck out already."""
    return reverse(f"clusters:{page}", args=[of.pk, row.pk]) if row.withdrawn_at is None else ""


def short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]}…"


def crumbs_of(campaign: Campaign | None = None) -> list[Crumb]:
    above = [
        Crumb(_("Clusters"), reverse("clusters:clusters")),
        Crumb(_("Campaigns"), reverse("clusters:campaigns")),
    ]
    if campaign is None or not campaign.stands:
        return above
    return [*above, Crumb(short(campaign.name), campaign.get_absolute_url())]


def crumbs_of_part(part: Participation) -> list[Crumb]:
    return [*crumbs_of(part.campaign), Crumb(str(part.organisation), part.get_absolute_url())]
