"""The days of a span's figures in sentences: what they mean, where a member stands, how late it sent."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clusters.figures.models.dates import SheetDates
from clusters.figures.rules.dates import When, days_late, is_late
from clusters.figures.rules.warnings import Doubt, Warned
from emulation.core.dates import format_date

DOUBTS = {
    Doubt.LATE: gettext_lazy("The figures were sent late."),
    Doubt.CHANGED: gettext_lazy("The figures differ from what was accepted before."),
    Doubt.UNREADABLE: gettext_lazy("Cannot be read as a figure"),
    Doubt.NO_FIGURE: gettext_lazy("No figure, only a note"),
    Doubt.JUMP: gettext_lazy("Far from the period before"),
    Doubt.OTHER_SHARE: gettext_lazy("The declared share of the plan is not that of the pact's target"),
}


@dataclass(frozen=True)
class SaidDates:
    """`rule`: what the days mean for everybody. `now`: where this member stands, empty where that says nothing more;
    `tone` and `icon` go with it."""

    rule: str
    now: str = ""
    tone: str = ""
    icon: str = "info"


def rule_in_words(dates: SheetDates) -> str:
    if dates.term is None:
        return _("No days are set for these figures: nothing is late and nothing is locked.")
    return _(
        "Sent by the end of %(due)s, they are on time. After %(locks)s they are locked; whoever sends later needs an "
        "extension."
    ) % {"due": format_date(dates.term.due_on), "locks": format_date(dates.term.locks_on)}


def dates_in_words(
    dates: SheetDates, organisation_id: int | None, *, sent_on: date | None, is_sent: bool, today: date
) -> SaidDates:
    """`sent_on`: the day the member's figures were first sent to the head, None while they were not; `is_sent`: they
    are with the head or accepted, not with the member again."""
    rule = rule_in_words(dates)
    if dates.term is None or organisation_id is None:
        return SaidDates(rule)
    when = dates.standing_of(organisation_id, today)
    said = [extension_in_words(dates, organisation_id)]
    tone, icon = "", "info"
    if sent_on is not None:
        said.insert(0, sent_in_words(sent_on, dates.term.due_on))
        if is_late(sent_on, dates.term.due_on):
            tone, icon = "warning", "clock"
    if when is When.LOCKED and not is_sent:
        said.append(
            _("Not sent; the figures are locked, and sending them needs an extension by the head.")
            if sent_on is None
            else _("The figures are locked; mending them needs an extension by the head.")
        )
        tone, icon = "bad", "lock"
    elif when is When.LATE and sent_on is None:
        days = days_late(today, dates.term.due_on)
        said.append(
            ngettext(
                "Not sent yet, late by %(days)s day.",
                "Not sent yet, late by %(days)s days.",
                days,
            )
            % {"days": days}
        )
        tone, icon = "bad", "clock"
    return SaidDates(rule, " ".join(one for one in said if one), tone, icon)


def sent_in_words(sent_on: date, due_on: date) -> str:
    day, late = format_date(sent_on), days_late(sent_on, due_on)
    if not late:
        return _("Sent on %(day)s, on time.") % {"day": day}
    return ngettext(
        "Sent on %(day)s, late by %(days)s day.",
        "Sent on %(day)s, late by %(days)s days.",
        late,
    ) % {"day": day, "days": late}


def extension_in_words(dates: SheetDates, organisation_id: int) -> str:
    until = dates.extended.get(organisation_id)
    if dates.term is None or until is None or until <= dates.term.locks_on:
        return ""
    return _("Extended until the end of %(until)s.") % {"until": format_date(until)}


def warned_in_words(warned: tuple[Warned, ...], names: dict[int, str]) -> list[str]:
    """One sentence a kind, naming its indicators by `names`."""
    said = []
    for doubt in Doubt:
        about = [names[one.indicator] for one in warned if one.doubt is doubt and one.indicator is not None]
        if about:
            said.append(_("%(warning)s: %(names)s.") % {"warning": DOUBTS[doubt], "names": "; ".join(about)})
        elif any(one.doubt is doubt for one in warned):
            said.append(str(DOUBTS[doubt]))
    return said
