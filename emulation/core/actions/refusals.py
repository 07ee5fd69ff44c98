"""What deeds of several rooms refuse alike: who may, a missing reason, days the wrong way round, a constraint."""

from contextlib import contextmanager
from datetime import date

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emulation.core.access import Door, allows
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.numbers import format_integer
from emulation.core.paper import for_paper
from emulation.core.period import Period
from emulation.core.text import squash
from emulation.core.words import what_paper_lacks

FIVE_DIGITS = 10_000
UNIQUE_VIOLATION, EXCLUSION_VIOLATION = "23505", "23P01"
TOO_LONG = gettext_lazy("This takes at most %(most)s characters. Shorten it.")
REASON_TOO_LONG = gettext_lazy("A reason takes at most %(most)s characters. Shorten it.")


def require_administrator(actor: Actor, subject: str) -> None:
    """`subject`: the row of the table in which the deed stands."""
    if not allows(actor.relations_by_role, Door(subject, "write")):
        raise Refusal(_("Only a system administrator may do this; ask one to do it for you."))


def require_reason(why: str) -> None:
    if not squash(why):
        raise Refusal(_("Say why: the journal keeps the reason of every change."), field="why")


def reason_of(why: str, *, needed: bool) -> str:
    """As a step keeps it."""
    if needed:
        require_reason(why)
    return fitting(why, most=LONGEST_WHY, field="why", sentence=REASON_TOO_LONG)


def fitting(text: str, *, most: int, field: str | None = None, sentence: str = TOO_LONG) -> str:
    """The text in one normal form with single blanks; refused where it has more than `most` characters, or one that
    paper lacks."""
    text = squash(for_paper(text))
    refuse_unfit(text, most=most, field=field, sentence=sentence)
    return text


def refuse_unfit(text: str, *, most: int, field: str | None = None, sentence: str = TOO_LONG) -> None:
    if lacked := what_paper_lacks(text):
        raise Refusal(lacked, field=field)
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
def refusing_conflicts():
    """Around a deed within a transaction: what another person committed a moment before becomes the refusal."""
    with refusing_clashes(), transaction.atomic():
        yield


@contextmanager
def refusing_clashes():
    """Around a whole deed: two people did the same at once, and the later one is told so in the words of the constraint
    that it met. What no two deeds at once can cause goes on as the fault that it is."""
    try:
        yield
    except IntegrityError as error:
        met = error.__cause__
        name = getattr(getattr(met, "diag", None), "constraint_name", None)
        if said := _said_by_constraint(name):
            raise Refusal(said) from error
        if getattr(met, "pgcode", None) in (UNIQUE_VIOLATION, EXCLUSION_VIOLATION):
            told = _("Somebody else recorded the same at this moment. Open the page again to see it.")
            raise Refusal(told) from error
        raise


def _said_by_constraint(name: str | None) -> str:
    """Its own sentence, where the model gives it one."""
    for constraint in (each for model in apps.get_models() for each in model._meta.constraints):
        if constraint.name == name and constraint.violation_error_message != constraint.default_violation_error_message:
            return constraint.get_violation_error_message()
    return ""


def dates(period: Period) -> dict:
    """A period as the journal keeps it; the day of `until` no longer counts."""
    return {"from": period.start, "until": period.end}
