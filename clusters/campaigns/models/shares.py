"""Of how many campaigns that a unit takes part in anything was reported, for a scoring that asks for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef

from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.participation import Participation, ProgressEntry
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import answering_for
from emulation.core.period import Period
from emulation.core.score_figures import Asked, Counted


def campaigns_reported(asked: Asked) -> Counted:
    """{organisation: (reported on in the year, taken part in)}: campaigns that run in the year and were joined by its
    end. A unit answers for the parts of what it came from, of those that stood in the year; both in one campaign are
    one. Who takes part in none is left out."""
    year, lines = Period.year(asked.year), answering_for(asked.organisations, lineage())
    heard = ProgressEntry.objects.standing().filter(participation=OuterRef("pk"), on__range=(year.start, year.last_day))
    parts = Participation.objects.standing().filter(
        organisation__in=frozenset().union(*lines.values()),
        organisation__during__overlap=year,
        joined_on__lte=year.last_day,
        campaign__in=Campaign.objects.running_in(year),
    )
    told: dict[int, dict[int, bool]] = defaultdict(dict)
    for unit, campaign, is_heard in parts.order_by().values_list("organisation", "campaign", Exists(heard)):
        told[unit][campaign] = is_heard
    return {pk: counted for pk, line in lines.items() if (counted := _of_line(told[one] for one in line))[1]}


def _of_line(parts: Iterable[Mapping[int, bool]]) -> tuple[int, int]:
    joined: dict[int, bool] = {}
    for theirs in parts:
        joined |= {campaign: is_heard or joined.get(campaign, False) for campaign, is_heard in theirs.items()}
    return sum(joined.values()), len(joined)
