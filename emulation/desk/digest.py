"""Reminders by mail, where a sender is configured: one letter a day to each person, of all that it is reminded of and
has not done yet. What is done is no duty any more, and the letters stop."""

import logging
from collections.abc import Iterator
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _

from clusters.models import Mandate, MandateRole, Reminder
from clusters.people.models.scope import actor_of
from clusters.year.actions.reminding import write_once
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.duty import Duty
from emulation.core.models import User
from emulation.desk.agenda import APPS

FROM_HOUR = 7
log = logging.getLogger(__name__)


def mail_reminders() -> int:
    """How many were written to. Nobody before the morning, or where no sender is configured."""
    if not settings.DEFAULT_FROM_EMAIL or timezone.localtime(clock.now()).hour < FROM_HOUR:
        return 0
    today = clock.today()
    return sum(_write_to(user, duties, today) for user, duties in _reminded(today))


def _reminded(today: date) -> Iterator[tuple[User, list[Duty]]]:
    offices = set(Reminder.objects.filter(cluster_year__closed_on__isnull=True).values_list("organisation", flat=True))
    if not offices:
        return
    people = Mandate.objects.on(today).filter(role__in=(MandateRole.OFFICER, MandateRole.APPROVER)).values("user")
    for user in User.objects.filter(pk__in=people, is_active=True).exclude(email=""):
        actor = actor_of(user, on=today)
        if actor.own & offices and (duties := _of(actor, today)):
            yield user, duties


def _of(actor: Actor, today: date) -> list[Duty]:
    return [duty for app in APPS for duty in app.duties(actor, today) if duty.reminded]


def _write_to(user: User, duties: list[Duty], today: date) -> bool:
    subject = _("Emulation: %(number)s reminders") % {"number": len(duties)}
    lines = [_line(duty) for duty in duties]
    text = "\n".join([_("You are reminded of:"), *lines, "", _("Log in and open “My work” to do it.")])
    try:
        return write_once(user, today, lambda: send_mail(subject, text, None, [user.email]))
    except (SMTPException, OSError) as problem:
        log.warning("a reminder could not be mailed: %s", problem)
        return False


def _line(duty: Duty) -> str:
    if duty.due is None:
        return f"- {duty.title}"
    return _("- %(title)s, due on %(day)s") % {"title": duty.title, "day": format_date(duty.due)}
