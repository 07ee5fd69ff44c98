"""The embedded PostgreSQL under `manage.py serve`: started again when it has ended, whoever ended it. It is no child of
the supervisor's, for other commands use it too."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from emulation.launcher.pauses import STEADY, pause_after
from emulation.launcher.postgres import EmbeddedPostgres
from emulation.launcher.problem import LaunchProblem


class KeptDatabase:
    """`say` gets sentences for the console. Times are monotonic seconds."""

    def __init__(self, server: EmbeddedPostgres, say: Callable[[str], None]):
        self.server = server
        self.say = say
        self.ended_at = float("-inf")
        self.start_at: float | None = None
        self.quick_ends = 0

    def tend(self, now: float) -> None:
        if self.start_at is None:
            if not self.server.is_running():
                self._mourn(now, _("PostgreSQL ended; it starts again in %(pause).1f seconds."))
        elif now >= self.start_at:
            try:
                self.server.revive()
                self.start_at = None
            except LaunchProblem as problem:
                self.say(str(problem))
                self._mourn(now, _("PostgreSQL does not start; that is tried again in %(pause).1f seconds."))

    def _mourn(self, now: float, sentence: str) -> None:
        self.quick_ends = self.quick_ends + 1 if now - self.ended_at < STEADY else 1
        self.ended_at = now
        pause = pause_after(self.quick_ends)
        self.start_at = now + pause
        self.say(sentence % {"pause": pause})
