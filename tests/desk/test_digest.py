"""Reminders by mail: one letter a day to who has an address, as long as something is left to do, and only with a sender."""

from datetime import timedelta

import pytest
from django.utils import translation

from clusters.figures.rules.terms import SheetState
from clusters.models import ReminderMail
from clusters.year.actions.reminding import remind
from clusters.year.rules.cycle import StageName
from emulation.core import clock
from emulation.core.models import User
from emulation.desk import digest
from tests.clusters.figures.make import in_state, make_figure, make_two_cities
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def reminded(settings, monkeypatch):
    settings.DEMONSTRATION_DAY, settings.DEFAULT_FROM_EMAIL = DAY, "thi-dua@example.org"
    monkeypatch.setattr(digest, "FROM_HOUR", 0)
    year, head, member = make_two_cities()
    for who in (member.officer, head.officer):
        User.objects.filter(pk=who.user_id).update(email=f"nguoi-{who.user_id}@example.org")
    with translation.override("vi"):
        remind(year, StageName.MID_YEAR, {member.organisation.pk}, actor=head.officer)
        yield year, member


def test_one_letter_a_day_to_who_is_reminded_until_it_is_done(reminded, settings, mailoutbox):
    year, member = reminded
    assert digest.mail_reminders() == 1
    assert digest.mail_reminders() == 0, "once a day"
    (letter,) = mailoutbox
    assert letter.to == [f"nguoi-{member.officer.user_id}@example.org"]
    assert f"- Nhập số liệu của {member.organisation.name}" in letter.body
    settings.DEMONSTRATION_DAY = DAY + timedelta(days=1)
    assert digest.mail_reminders() == 1
    in_state(make_figure(cluster_year=year, organisation=member.organisation).sheet, SheetState.APPROVED)
    settings.DEMONSTRATION_DAY = DAY + timedelta(days=2)
    assert digest.mail_reminders() == 0, "what is done is reminded of no more"


def test_without_a_sender_nobody_is_written_to(reminded, settings, mailoutbox):
    settings.DEFAULT_FROM_EMAIL = ""
    assert digest.mail_reminders() == 0
    assert mailoutbox == []


def test_what_could_not_be_sent_is_tried_again(reminded, settings, mailoutbox):
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert digest.mail_reminders() == 0
    assert not ReminderMail.objects.filter(on=clock.today()).exists()
    settings.EMAIL_BACKEND = backend
    assert digest.mail_reminders() == 1
