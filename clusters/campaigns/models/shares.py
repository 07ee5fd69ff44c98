"""Of how many campaigns that a unit takes part in anything was reported, for a scoring that asks for it."""

from django.db.models import Count, Exists, OuterRef, Q

from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import Participation, ProgressEntry
from emulation.core.period import Period
from emulation.core.score_figures import Asked, Counted


def campaigns_reported(asked: Asked) -> Counted:
    """{organisation: (reported on in the year, taken part in)}: campaigns that run in the year and were joined by its
    end. Who takes part in none is left out."""
    year = Period.year(asked.year)
    heard = ProgressEntry.objects.standing().filter(participation=OuterRef("pk"), on__range=(year.start, year.last_day))
    parts = Participation.objects.standing().filter(
        organisation__in=asked.organisations,
        joined_on__lte=year.last_day,
        campaign__in=Campaign.objects.running_in(year),
    )
    counted = parts.annotate(is_heard=Exists(heard)).order_by().values_list("organisation")
    return {
        pk: (part, whole)
        for pk, part, whole in counted.annotate(told=Count("pk", filter=Q(is_heard=True)), joined=Count("pk"))
    }
