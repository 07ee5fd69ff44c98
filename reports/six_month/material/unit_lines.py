"""The lines of a report's tables by unit: the members of the time, or the units that stand for them on its own day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clusters.models import Membership, Organisation, Succession
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.units_of_today import UnitOfToday, units_of_today
from clusters.organisations.rules.lineage import Link, descendants
from clusters.organisations.rules.units_of_today import went_into
from emulation.core.period import Period


@dataclass(frozen=True)
class UnitLine:
    """`members`: {member of the period: its name} read in this line. `origins`: names of all that the unit is made of,
    `elsewhere`: of those that were no members; `became`: of what a member was split into."""

    name: str
    members: Mapping[int, str]
    origins: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    became: tuple[str, ...] = ()
    is_changed: bool = False

    @property
    def is_whole(self) -> bool:
        return not self.elsewhere


@dataclass(frozen=True)
class ComparedLine:
    """One unit of today in two years: who is read in it in each. `is_comparable`: both years count the same bodies."""

    name: str
    now: Mapping[int, str]
    before: Mapping[int, str]
    is_comparable: bool


@dataclass(frozen=True)
class Today:
    """A report read by the units of its day. `legal_bases`: of the successions that were followed."""

    lines: tuple[UnitLine, ...]
    compared: tuple[ComparedLine, ...]
    legal_bases: tuple[str, ...]


def read_by_today(cluster, members: Sequence[Organisation], *, period: Period, before: Period, as_of: date) -> Today:
    """Five queries. `members`: of the period. Those of the year before are read in the same lines."""
    links = lineage()
    sat = Membership.objects.in_cluster(cluster).overlapping(before).select_related("organisation")
    earlier = {row.organisation_id: row.organisation for row in sat}
    now = {one.pk: one for one in members}
    units = units_of_today((earlier | now).values(), links, on=as_of, since=period.start)
    lines = units_of_today(now.values(), links, on=as_of, since=period.start)
    return Today(
        tuple(_line(one) for one in lines),
        tuple(_compared(one, now, earlier, links, since=before.start) for one in units),
        _legal_bases(units, links, as_of),
    )


def _line(one: UnitOfToday) -> UnitLine:
    return UnitLine(
        one.unit.name,
        {member.pk: member.name for member in one.members},
        tuple(each.name for each in one.origins),
        tuple(each.name for each in one.elsewhere),
        tuple(each.name for each in one.became),
        one.row.is_changed,
    )


def _compared(one: UnitOfToday, now, earlier, links: Sequence[Link], *, since: date) -> ComparedLine:
    in_now, in_before = (
        {member.pk: member.name for member in one.members if member.pk in known} for known in (now, earlier)
    )
    counted = [went_into(each, links, on=since) for each in (in_now, in_before)]
    return ComparedLine(one.unit.name, in_now, in_before, counted[0] == counted[1])


def _legal_bases(units: Sequence[UnitOfToday], links: Sequence[Link], as_of: date) -> tuple[str, ...]:
    changed = {pk for one in units if one.row.is_changed for pk in one.row.members}
    followed = Succession.objects.filter(predecessor__in=descendants(changed, links), day__lte=as_of)
    return tuple(dict.fromkeys(followed.order_by("day", "legal_basis").values_list("legal_basis", flat=True)))
