import time

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from emulation.core.actions import jobs
from emulation.core.actor import Actor
from emulation.core.models import JobState
from emulation.core.tasks import CHECK_WORKER


class Command(BaseCommand):
    help = "Gives the worker a job that does nothing and waits until it is done: exit status 1 when it is not."

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=int, default=30, help="how long to wait (default: 30)")

    def handle(self, *, seconds, **_options):
        began = time.monotonic()
        job = jobs.enqueue(
            CHECK_WORKER,
            actor=Actor.system("check_worker"),
            parameters={},
            title=_("Check of the worker"),
            key=CHECK_WORKER,
        )
        while not job.is_finished and time.monotonic() - began < seconds:
            time.sleep(0.05)
            job.refresh_from_db()
        if not job.is_finished:
            jobs.cancel(job, actor=Actor.system("check_worker"))
        if job.state != JobState.DONE:
            raise CommandError(
                _("The worker did not do its job within %(seconds)d seconds. Is it running, and on this broker?")
                % {"seconds": seconds}
            )
        waited = time.monotonic() - began
        self.stdout.write(_("The worker did its job in %(seconds).1f seconds.") % {"seconds": waited})
