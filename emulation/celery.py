"""The Celery application. The broker is only a doorbell: what must be done stands in the `Job` table."""

import os

from celery import Celery
from celery.signals import setup_logging

from emulation.launcher import doorbell, pool_watch, readiness  # noqa: F401  (a broker of files; the worker's "ready"; its pool)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings.dev")

app = Celery("emulation")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_the_settings_logging(**_named):
    """Being connected is enough: Celery then leaves the log as Django's settings made it, request ids included."""
