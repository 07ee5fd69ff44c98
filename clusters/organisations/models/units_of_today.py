"""Asks which units of a day stand for the members of a past period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import Link
from clusters.organisations.rules.units_of_today import UnitRow, rows_of_today


@dataclass(frozen=True)
class UnitOfToday:
    """As `UnitRow` of the rules, with the bodies themselves, each group sorted by name."""

    row: UnitRow
    unit: Organisation
    members: tuple[Organisation, ...]
    origins: tuple[Organisation, ...]
    became: tuple[Organisation, ...]

    @property
    def elsewhere(self) -> tuple[Organisation, ...]:
        """Bodies that went into the unit without being members."""
        return tuple(one for one in self.origins if one.pk not in self.row.members)


def units_of_today(
    members: Iterable[Organisation], links: Sequence[Link], *, on: date, since: date
) -> tuple[UnitOfToday, ...]:
    """Sorted by name, in one query, whatever the number of members. `links`: `lineage()`;
    `since`: the first day of the period."""
    known = {one.pk: one for one in members}
    rows = rows_of_today(known, links, day=on, since=since)
    named = {pk for row in rows for pk in (row.unit, *row.origins, *row.became)}
    found = Organisation.objects.in_bulk(named - known.keys()) | known
    return tuple(
        sorted(
            (
                UnitOfToday(
                    row,
                    found[row.unit],
                    _sorted(found[pk] for pk in row.members),
                    _sorted(found[pk] for pk in row.origins),
                    _sorted(found[pk] for pk in row.became),
                )
                for row in rows
            ),
            key=lambda one: (one.unit.sort_key, one.unit.pk),
        )
    )


def _sorted(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple(sorted(organisations, key=lambda one: (one.sort_key, one.pk)))
