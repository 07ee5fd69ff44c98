"""The table "who may see and do what". Pages, flows, sets of records and refusals all read it."""

from collections.abc import Iterable

from emulation.core.access import awards, clusters, house, reports
from emulation.core.access.relations import ITS_OWN, Door, Record, Relation, Rows, Whose

__all__ = ["ITS_OWN", "TABLE", "Door", "Record", "Relation", "Whose", "allows", "door"]

TABLE: Rows = house.ROWS | clusters.ROWS | awards.ROWS | reports.ROWS


def allows(relations: Iterable[Relation], door: Door) -> bool:
    """What is in no row is for nobody."""
    row = TABLE.get(door.subject, {})
    return any(door.deed in row.get(relation, frozenset()) for relation in relations)


def door(subject: str, deed: str = "read"):
    """Marks a view function with the door it stands behind."""

    def mark(view):
        view.door = Door(subject, deed)
        return view

    return mark
