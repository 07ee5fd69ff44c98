"""Campaigns for whose achievements a dossier may be made."""

from datetime import date

from django.db.models import QuerySet

from awards.nominations.models.nomination import Nomination
from clusters.models import Campaign
from emulation.core.period import Period


def campaigns_offered(nomination: Nomination, *, on: date) -> QuerySet[Campaign]:
    """Launched ones that reach the nominating organisation and ran while the achievement was made, in the year of that
    day or the one before where that is not said; and the one that stands there already."""
    first = nomination.achieved_from or date(on.year - 1, 1, 1)
    after = nomination.achieved_to or date(on.year, 12, 31)
    running = Campaign.objects.launched().overlapping(Period.of_days(first, max(first, after)))
    reaching = running.filter(pk__in=running.in_scope_of([nomination.organisation_id]).values("pk"))
    return reaching | Campaign.objects.launched().filter(pk=nomination.campaign_id or 0)
