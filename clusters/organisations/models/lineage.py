"""Which organisation follows which, and which stand beneath one."""

from clusters.organisations.models.organisation import Organisation, Succession
from clusters.organisations.rules.lineage import Link, ancestors
from emulation.core.actor import Actor

LINEAGE = "lineage"


def lineage() -> list[Link]:
    return [Link(*row) for row in Succession.objects.values_list("predecessor_id", "successor_id", "day")]


def lineage_for(actor: Actor | None) -> list[Link]:
    """As it stood when the person's request began; asked anew where nobody in particular asks."""
    return lineage() if actor is None else actor.once(LINEAGE, lineage)


def lineage_of(organisation: int) -> frozenset[int]:
    """It and what it came from. One query."""
    return ancestors([organisation], lineage())


def with_units_beneath(organisation: int) -> list[int]:
    """It, and the units beneath it or beneath what it came from: units keep the parent they had at a merger. Two
    queries."""
    line = ancestors([organisation], lineage())
    return [organisation, *Organisation.objects.filter(parent__in=line).sorted().values_list("pk", flat=True)]
