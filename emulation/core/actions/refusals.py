"""What deeds of several rooms refuse alike: who may, a missing reason, days the wrong way round, a constraint."""

from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emulation.core.access import Door, allows
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.numbers import format_integer
from emulation.core.period import Period
from emulation.core.text import squash

FIVE_DIGITS = 10_000
TOO_LONG = gettext_lazy("This takes at most %(most)s characters. Shorten it.")
REASON_TOO_LONG = gettext_lazy("A reason takes at most %(most)s characters. Shorten it.")


def require_administrator(actor: Actor, subject: str) -> None:
    """`subject`: the row of the table in which the deed stands."""
    if not allows(actor.relations_by_role, Door(subject, "write")):
        raise Refusal(_("Only a system administrator may do this; ask one to do it for you."))


def require_reason(why: str) -> None:
    if not why.strip():
        raise Refusal(_("Say why: the journal keeps the reason of every change."), field="why")


def reason_of(why: str, *, needed: bool) -> str:
    """As a step keeps it."""
    if needed:
        require_reason(why)
    return fitting(why, most=LONGEST_WHY, field="why", sentence=REASON_TOO_LONG)


def fitting(text: str, *, most: int, field: str | None = None, sentence: str = TOO_LONG) -> str:
    """The text in one normal form with single blanks; refused where it has more than `most` characters."""
    text = squash(text)
    refuse_longer(text, most=most, field=field, sentence=sentence)
    return text


def refuse_longer(text: str, *, most: int, field: str | None = None, sentence: str = TOO_LONG) -> None:
    if len(text) > most:
        raise Refusal(too_long(most, sentence), field=field)


def too_long(most: int, sentence: str = TOO_LONG) -> str:
    """`sentence` has a place for the number of characters, which is parted by dots from five digits on."""
    return sentence % {"most": format_integer(most) if most >= FIVE_DIGITS else most}


def period_of(first_day: date | None, last_day: date | None, *, field="last_day") -> Period:
    """From days as people say them, both counted, to [first_day, last_day + 1)."""
    if first_day is not None and last_day is not None and last_day < first_day:
        raise Refusal(
            _("The last day %(last)s comes before the first day %(first)s; change one of the two.")
            % {"first": format_date(first_day), "last": format_date(last_day)},
            field=field,
        )
    return Period.of_days(first_day, last_day)


@contextmanager
def refusing_conflicts(model):
    """What another person committed a moment before meets a constraint; its sentence becomes the refusal."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        for constraint in model._meta.constraints:
            if constraint.name == name:
                raise Refusal(constraint.get_violation_error_message()) from error
        raise


def dates(period: Period) -> dict:
    """A period as the journal keeps it; the day of `until` no longer counts."""
    return {"from": period.start, "until": period.end}
