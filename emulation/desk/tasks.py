from celery import shared_task
from django.utils import translation

from emulation.desk import digest


@shared_task(name="desk.mail_reminders")
def mail_reminders():
    with translation.override("vi"):
        digest.mail_reminders()
