"""Which organisation follows which, and which stand beneath or above one."""

from collections.abc import Iterable

from django.db.models.expressions import RawSQL

from clusters.organisations.models.organisation import Organisation, Succession
from clusters.organisations.rules.lineage import Link, ancestors
from emulation.core.actor import Actor

LINEAGE = "lineage"
ITS_LINE = """
WITH RECURSIVE earlier (body) AS (
    SELECT unnest(%s::bigint[])
    UNION SELECT predecessor_id FROM clusters_succession JOIN earlier ON successor_id = body
)
SELECT body FROM earlier
"""
ABOVE = """
WITH RECURSIVE above (body) AS (
    SELECT parent_id FROM clusters_organisation WHERE id = ANY(%s) AND parent_id IS NOT NULL
), earlier (body) AS (
    SELECT body FROM above
    UNION SELECT predecessor_id FROM clusters_succession JOIN earlier ON successor_id = body
), later (body) AS (
    SELECT body FROM above
    UNION SELECT successor_id FROM clusters_succession JOIN later ON predecessor_id = body
)
SELECT body FROM earlier UNION SELECT body FROM later
"""


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


def line_in_query(organisations: Iterable[int]) -> RawSQL:
    """They and what they came from, to be looked for within another question."""
    return RawSQL(ITS_LINE, [list(organisations)])


def above_in_query(organisations: Iterable[int]) -> RawSQL:
    """The bodies above them, what those came from and what they became: units keep the parent they had at a merger. To
    be looked for within another question."""
    return RawSQL(ABOVE, [list(organisations)])
