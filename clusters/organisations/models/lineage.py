"""Which organisation follows which."""

from clusters.organisations.models.organisation import Succession
from clusters.organisations.rules.lineage import Link


def lineage() -> list[Link]:
    return [Link(*row) for row in Succession.objects.values_list("predecessor_id", "successor_id", "day")]
