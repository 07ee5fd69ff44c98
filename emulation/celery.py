"""The Celery application. The broker is only a doorbell: what must be done stands in the `Job` table."""

import os

from celery import Celery

from emulation.launcher import doorbell, readiness  # noqa: F401  (a broker of files; the worker's "ready")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings.dev")

app = Celery("emulation")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
