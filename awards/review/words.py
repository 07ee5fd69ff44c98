"""Reviews in sentences."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.review.models.review import Review
from awards.review.models.signs import Warned
from awards.review.models.wording import STANDINGS
from awards.review.rules.terms import Standing
from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal, format_integer

NOT_YOURS = gettext_lazy("This is done by whoever looks into dossiers of this body.")
LEADER_ONLY = gettext_lazy("This is done by the leader of the body that has the dossier.")
DECIDES_HERE = gettext_lazy(
    "Whoever decides on a dossier sees who is asked about it, so gives no independent opinion on it. Ask a colleague."
)
JUDGES_APART = gettext_lazy(
    "Your independent opinion on this dossier is asked. Until the opinions are open, only the leader puts you in "
    "charge of it."
)
OWN_ONLY = gettext_lazy("An opinion is written by the person it was asked of, and by nobody else.")


def not_on_the_desk(review: Review) -> str:
    return _("The dossier of %(name)s is no longer to be worked on here: “%(standing)s”. Look at the list again.") % {
        "name": review.nomination,
        "standing": STANDINGS[Standing(review.standing)],
    }


def taken_by(review: Review) -> str:
    taken = timezone.localtime(review.taken_at)
    return _(
        "%(person)s is in charge of the dossier of %(name)s since %(day)s, %(time)s. You can read it; ask that person "
        "or the leader to hand it over."
    ) % {
        "person": review.handler_name,
        "name": review.nomination,
        "day": format_date(taken.date()),
        "time": f"{taken:%H:%M}",
    }


def warnings_in_words(counted: Review | Warned) -> list[str]:
    """Empty where nothing warns."""
    said = []
    if counted.not_met:
        text = ngettext("%(number)s condition not met", "%(number)s conditions not met", counted.not_met)
        said.append(text % {"number": format_integer(counted.not_met)})
    if counted.cannot_tell:
        text = ngettext(
            "%(number)s condition cannot be told", "%(number)s conditions cannot be told", counted.cannot_tell
        )
        said.append(text % {"number": format_integer(counted.cannot_tell)})
    if counted.missing:
        text = ngettext("%(number)s paper missing", "%(number)s papers missing", counted.missing)
        said.append(text % {"number": format_integer(counted.missing)})
    return said


def history_in_words(review: Review) -> str:
    """Empty without earlier honours."""
    if not review.honours:
        return ""
    text = ngettext(
        "%(number)s honour, the last in %(year)s", "%(number)s honours, the last in %(year)s", review.honours
    )
    return text % {"number": format_integer(review.honours), "year": review.last_honour}


def spread_in_words(review: Review) -> str:
    """Once opinions may be read; empty before."""
    if not review.is_compared:
        return ""
    if not review.differences:
        return _("opinions agree")
    text = ngettext("differ in %(number)s line", "differ in %(number)s lines", review.differences)
    said = text % {"number": format_integer(review.differences)}
    if review.spread:
        points = _("%(points)s points apart") % {"points": format_decimal(review.spread.normalize() + 0)}
        said = f"{said}, {points}"
    return said
