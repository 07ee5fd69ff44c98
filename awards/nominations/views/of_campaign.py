"""Dossiers made for what was done in a campaign: a piece of its page, or a page of its own."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from awards.nominations.models.names import award_names
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.nominations.rules.terms import NominationState
from clusters.models import Campaign
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb

SHOWN = 50


@door("campaign")
@require_safe
def of_campaign(request, pk):
    """Those that the person may see, the newest first; of many people none."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.actor), pk=pk)
    rows = Nomination.objects.visible_to(request.actor).filter(campaign=campaign)
    listed = list(rows.select_related("organisation__parent", "award")[: SHOWN + 1])
    names = award_names(listed, on=clock.today())
    for one in listed:
        one.award_named, one.status = names[one.pk], NOMINATION_BADGES[NominationState(one.state)]
    return render(
        request,
        "awards/nominations/_of_campaign.html" if request.htmx else "awards/nominations/of_campaign.html",
        {
            "campaign": campaign,
            "listed": listed[:SHOWN],
            "has_more": len(listed) > SHOWN,
            "crumbs": [Crumb(campaign.name, campaign.get_absolute_url())],
        },
    )
