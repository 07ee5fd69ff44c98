"""What waits for a person, asked of every app and sorted by when it is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import compress
from operator import not_

from awards import duties as awards
from clusters import duties as clusters
from emulation.core.actor import Actor
from emulation.core.duty import Duty
from emulation.core.period import Period, half_of
from reports import duties as reports

APPS = (clusters, awards, reports)
SUNDAY = 6


@dataclass(frozen=True)
class Agenda:
    """`now`: meetings of this day, then what has its last day today. `this_week` begins with what came back to be put
    right, `later` holds what else has no fixed day."""

    now: tuple[Duty, ...] = ()
    overdue: tuple[Duty, ...] = ()
    this_week: tuple[Duty, ...] = ()
    later: tuple[Duty, ...] = ()

    @property
    def number(self) -> int:
        return sum(map(number_of, (self.now, self.overdue, self.this_week, self.later)))


def number_of(duties: Iterable[Duty]) -> int:
    return sum(duty.number for duty in duties)


def agenda_of(actor: Actor, on: date) -> Agenda:
    return sorted_by_day([duty for app in APPS for duty in app.duties(actor, on)], on)


def sorted_by_day(duties, on: date) -> Agenda:
    asked = sorted(duties, key=lambda duty: (not duty.is_back, duty.due or date.max))
    of_today = [duty.is_now or duty.due == on for duty in asked]
    duties = list(compress(asked, map(not_, of_today)))
    last = on + timedelta(days=SUNDAY - on.weekday())
    overdue = [duty for duty in duties if duty.due is not None and duty.due < on]
    ahead = [duty for duty in duties if duty.due is None or duty.due > on]
    soon = [duty.is_back or (duty.due is not None and duty.due <= last) for duty in ahead]
    return Agenda(
        now=tuple(sorted(compress(asked, of_today), key=lambda duty: not duty.is_now)),
        overdue=tuple(overdue),
        this_week=tuple(compress(ahead, soon)),
        later=tuple(compress(ahead, map(not_, soon))),
    )


def end_of_half_year(on: date) -> date:
    """The last day that counts."""
    return Period.half_year(*half_of(on)).end - timedelta(days=1)
