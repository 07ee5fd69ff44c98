"""Keeps a few processes running: starts them, sees that they answer, restarts the dead, stops them all."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from emulation.launcher.kept_database import KeptDatabase
from emulation.launcher.orphans import die_with_parent
from emulation.launcher.pauses import STEADY, pause_after
from emulation.launcher.problem import LaunchProblem

TICK = 0.1
DEATHS_BEFORE_READY = 3
DEATHS_TO_WARN_OF = 4
GRACE = 6.0


@dataclass(frozen=True)
class Service:
    """`answers` tells whether the process does its work by now; `forget` is called before every start."""

    name: str
    command: list[str]
    answers: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=dict)
    inherited: tuple[int, ...] = ()
    forget: Callable[[], None] = lambda: None


class Tended:
    """One service and the process that does it now. Times are monotonic seconds."""

    def __init__(self, service: Service):
        self.service = service
        self.process: subprocess.Popen | None = None
        self.started_at = 0.0
        self.restart_at: float | None = None
        self.quick_deaths = 0

    def start(self) -> None:
        self.service.forget()
        self.process = subprocess.Popen(
            self.service.command,
            env={**os.environ, **self.service.environment},
            stdin=subprocess.DEVNULL,
            pass_fds=self.service.inherited,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        self.started_at = time.monotonic()
        self.restart_at = None

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal_group(self, number: int) -> None:
        """To the process and all it started: each service leads a process group of its own."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


class Supervisor:
    def __init__(
        self,
        services: list[Service],
        *,
        say: Callable[[str], None],
        changed: Callable[[dict], None],
        database: KeptDatabase | None = None,
    ):
        """`say` gets sentences for the console, `changed` the process id of each service after every start. `database`:
        the embedded one, where that is what the services stand on."""
        self.tended = [Tended(service) for service in services]
        self.say = say
        self.changed = changed
        self.database = database
        self._stopping = threading.Event()

    def ask_to_stop(self, *_) -> None:
        self._stopping.set()

    def serve(self, *, ready: Callable[[], None], seconds: float) -> None:
        """Runs until asked to stop. `ready` is called once, when every service answers."""
        before = {
            number: signal.signal(number, self.ask_to_stop) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        }
        try:
            for tended in self.tended:
                tended.start()
            if self._wait_until_ready(seconds):
                ready()
                self._tell()
                while not self._stopping.wait(TICK):
                    self._tend()
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def stop(self) -> None:
        for tended in self.tended:
            if tended.process is not None and tended.running:
                tended.process.terminate()
        deadline = time.monotonic() + GRACE
        while time.monotonic() < deadline and any(tended.running for tended in self.tended):
            time.sleep(TICK / 2)
        for tended in self.tended:
            tended.signal_group(signal.SIGKILL)
            if tended.process is not None:
                tended.process.wait()

    def _wait_until_ready(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        waiting = list(self.tended)
        while waiting and not self._stopping.is_set():
            self._tend()
            waiting = [tended for tended in waiting if not (tended.running and tended.service.answers())]
            for tended in waiting:
                if tended.quick_deaths >= DEATHS_BEFORE_READY:
                    raise LaunchProblem(
                        _("%(service)s ends right after its start. Its last words stand above.")
                        % {"service": tended.service.name}
                    )
            if waiting and time.monotonic() > deadline:
                raise LaunchProblem(
                    _("%(service)s did not answer within %(seconds)d seconds.")
                    % {"service": waiting[0].service.name, "seconds": seconds}
                )
            self._stopping.wait(TICK / 2)
        return not waiting

    def _tend(self) -> None:
        now = time.monotonic()
        if self.database is not None:
            self.database.tend(now)
        for tended in self.tended:
            if tended.restart_at is not None:
                if now >= tended.restart_at:
                    tended.start()
                    self._tell()
            elif tended.process is not None and (status := tended.process.poll()) is not None:
                self._mourn(tended, status, now)

    def _mourn(self, tended: Tended, status: int, now: float) -> None:
        tended.signal_group(signal.SIGKILL)
        lived = now - tended.started_at
        tended.quick_deaths = tended.quick_deaths + 1 if lived < STEADY else 1
        pause = pause_after(tended.quick_deaths)
        tended.restart_at = now + pause
        told = {"service": tended.service.name, "status": status, "pause": pause}
        self.say(_("%(service)s ended (status %(status)d); it starts again in %(pause).1f seconds.") % told)
        if tended.quick_deaths >= DEATHS_TO_WARN_OF:
            told["times"] = tended.quick_deaths
            self.say(
                _("%(service)s has ended %(times)d times in a row soon after its start: look at what it said above.")
                % told
            )

    def _tell(self) -> None:
        self.changed({tended.service.name: tended.process.pid for tended in self.tended if tended.process})
