"""Duties as rows of the home page: how far, how many days are left, the verb; many of one kind fold."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from emulation.core.badges import Tone
from emulation.core.duty import Duty
from emulation.core.numbers import format_integer
from emulation.desk.verbs import VERBS

SHOWN, MOST = 3, 4  # of one kind all up to MOST stand open, else the first SHOWN
ALONE = 1  # of what can wait only a kind of one duty stands open
SOON = 3  # days


@dataclass(frozen=True)
class DutyShown:
    """`left`: the days left in words, empty where it has no last day."""

    duty: Duty
    verb: str
    left: str
    tone: Tone


@dataclass
class Kind:
    """Duties of which the title says the same up to its colon; `words`: what it says; `can_wait`: something else is to
    be done before them."""

    words: str
    can_wait: bool = False
    rows: list[DutyShown] = field(default_factory=list)

    @property
    def open_rows(self) -> list[DutyShown]:
        if self.can_wait:
            return self.rows if len(self.rows) <= ALONE else []
        return self.rows if len(self.rows) <= MOST else self.rows[:SHOWN]

    @property
    def folded(self) -> list[DutyShown]:
        return self.rows[len(self.open_rows) :]

    @property
    def first_due(self) -> date | None:
        return min((row.duty.due for row in self.rows if row.duty.due is not None), default=None)


def kinds_of(duties: Iterable[Duty], today: date, *, can_wait: bool = False) -> list[Kind]:
    """In the order in which their first duties come."""
    found: dict[str, Kind] = {}
    for at, duty in enumerate(duties):
        words, colon, _rest = duty.title.partition(": ")
        kind = found.setdefault(words if colon else f"{at}", Kind(words, can_wait))
        kind.rows.append(shown(duty, today))
    return list(found.values())


def shown(duty: Duty, today: date) -> DutyShown:
    left = None if duty.due is None else (duty.due - today).days
    return DutyShown(duty, str(VERBS[duty.kind]), _in_words(left), _tone(left))


def _in_words(left: int | None) -> str:
    if left is None:
        return ""
    if left < 0:
        return ngettext("%(number)s day late", "%(number)s days late", -left) % {"number": format_integer(-left)}
    if left == 0:
        return _("last day today")
    return ngettext("%(number)s day left", "%(number)s days left", left) % {"number": left}


def _tone(left: int | None) -> Tone:
    if left is None or left > SOON:
        return Tone.PLAIN
    return Tone.BAD if left < 0 else Tone.WARNING
