"""How the deeds of this app refuse: who may, what the rules object, what the database would not take."""

from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clusters.rules.membership import ONE_DAY, Fault, Objection
from clusters.wording import term
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period


def require_administrator(actor) -> None:
    if not actor.is_administrator:
        raise Refusal(_("Only a system administrator may do this; ask one to do it for you."))


def require_reason(why: str) -> None:
    if not why.strip():
        raise Refusal(_("Say why: the journal keeps the reason of every change."), field="why")


def period_of(first_day: date | None, last_day: date | None, *, field="last_day") -> Period:
    """From days as people say them, both counted, to [first_day, last_day + 1)."""
    if first_day is not None and last_day is not None and last_day < first_day:
        raise Refusal(
            _("The last day %(last)s comes before the first day %(first)s; change one of the two.")
            % {"first": format_date(first_day), "last": format_date(last_day)},
            field=field,
        )
    return Period(first_day, None if last_day is None else last_day + ONE_DAY)


SENTENCES = {
    Fault.UNIT_NOT_ALIVE: lambda: _(
        "%(unit)s exists %(term)s, not on all the days entered; choose days within its life."
    ),
    Fault.OUTSIDE_CLUSTER: lambda: _(
        "%(cluster)s exists %(term)s; the days entered go beyond that, choose days within it."
    ),
    Fault.SITS_ELSEWHERE: lambda: _(
        "%(unit)s already sits in %(who)s %(term)s; end that membership first or choose other days."
    ),
    Fault.NOT_A_MEMBER: lambda: _(
        "%(unit)s is not a member of %(cluster)s %(term)s; record the membership first or choose other days."
    ),
    Fault.OUTSIDE_YEAR: lambda: _("The term has no day in the year %(year)s; choose days that fall in that year."),
    Fault.POST_TAKEN: lambda: _("%(who)s holds this post %(term)s; end that term first or choose other days."),
    Fault.POST_LEFT_WITHOUT_MEMBER: lambda: _(
        "%(unit)s holds the post “%(who)s” %(term)s and must stay a member for that time; "
        "end or correct the post first."
    ),
}


def refuse(objection: Objection | None, *, unit, cluster, year=None, field=None) -> None:
    if objection is None:
        return
    facts = {
        "unit": unit,
        "cluster": cluster,
        "year": year,
        "who": objection.who,
        "term": term(objection.period),
    }
    raise Refusal(SENTENCES[objection.fault]() % facts, field=field)


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
