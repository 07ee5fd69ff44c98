"""What an award is called on a day, in a province or a city. Pure: the rows come from the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from awards.catalogue.rules.terms import ProvinceKind


@dataclass(frozen=True)
class NameRow:
    """`since`: first day of the version of the law that brought the name; a name lasts until a later one."""

    since: date
    province_kind: str
    name: str


def name_on(rows: Iterable[NameRow], day: date, province_kind: str = ProvinceKind.ANY) -> str:
    """That day's law's name, before the first law the first's; the province kind's own, else the general one."""
    rows = list(rows)
    if not rows:
        return ""
    past = [row.since for row in rows if row.since <= day]
    since = max(past) if past else min(row.since for row in rows)
    names = {row.province_kind: row.name for row in rows if row.since == since}
    return names.get(province_kind) or names.get(ProvinceKind.ANY) or next(iter(names.values()))
