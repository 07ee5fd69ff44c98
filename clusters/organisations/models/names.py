"""Bodies of one name told apart: by what they belong to, else by their years."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.period import Period
from emulation.core.text import accent_key
from emulation.core.words import last_day


def told_apart(organisations: Iterable[Organisation]) -> dict[int, str]:
    """Of each key what to call it among the others, in the order given: its name alone where no other bears it. Asks
    for parents only where units of several parents share a name."""
    bodies = {one.pk: one for one in organisations}
    namesakes: dict[str, list[Organisation]] = defaultdict(list)
    for one in bodies.values():
        namesakes[accent_key(one.name)].append(one)
    found = {pk: one.name for pk, one in bodies.items()}
    shared = [group for group in namesakes.values() if len(group) > 1]
    parents = _names_of_parents(shared)
    for group in shared:
        belong_to = {one.parent_id for one in group}
        by_parent, by_years = len(belong_to) > 1, len(belong_to) < len(group)
        for one in group:
            said = [parents.get(one.parent_id, "") if by_parent else "", years(one.during) if by_years else ""]
            aside = ", ".join(filter(None, said))
            found[one.pk] = f"{one.name} ({aside})" if aside else one.name
    return found


def of_then_and_now(organisations: Iterable[Organisation], on: date) -> dict[int, str]:
    """Of each key what to call it to choose from: bodies of the day first, in the order given, then those of other
    days, each said to be one."""
    bodies = list(organisations)
    there = [one for one in bodies if one.during.contains(on)]
    others = [one for one in bodies if not one.during.contains(on)]
    named = defaultdict(list)
    for one in others:
        named[accent_key(one.name)].append(one)
    parents = _names_of_parents(group for group in named.values() if len({one.parent_id for one in group}) > 1)
    found = told_apart(there)
    for one in others:
        aside = ", ".join(filter(None, [parents.get(one.parent_id, ""), _of_another_day(one.during, on)]))
        found[one.pk] = f"{one.name} ({aside})"
    return found


def today_first(organisations: Iterable[Organisation]) -> dict[int, str]:
    return of_then_and_now(organisations, clock.today())


def _of_another_day(period: Period, on: date) -> str:
    if period.start and period.start > on:
        return _("new unit, from %(day)s") % {"day": format_date(period.start)}
    last = last_day(period)
    return _("former unit, until %(day)s") % {"day": format_date(last)} if last else ""


def with_years(organisation: Organisation) -> str:
    """Where only one is named, and others of its name came before or after it."""
    aside = years(organisation.during)
    return f"{organisation.name} ({aside})" if aside else organisation.name


def years(period: Period) -> str:
    last = last_day(period)
    if period.start and last:
        first = period.start.year
        return str(first) if first == last.year else f"{first}–{last.year}"
    if last:
        return _("until the year %(last)s") % {"last": last.year}
    return _("from the year %(first)s") % {"first": period.start.year} if period.start else ""


def _names_of_parents(shared: Iterable[Iterable[Organisation]]) -> dict[int | None, str]:
    wanted = {one.parent_id for group in shared for one in group} - {None}
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
