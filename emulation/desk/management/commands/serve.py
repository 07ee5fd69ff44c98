import fcntl
import http.client
import io
import json
import os
import shutil
import socket
import struct
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from emulation.desk import demonstration
from emulation.launcher import postgres, readiness
from emulation.launcher.demonstration import stored_day
from emulation.launcher.kept_database import KeptDatabase
from emulation.launcher.problem import LaunchProblem
from emulation.launcher.supervisor import Service, Supervisor
from emulation.settings.env import env

SECONDS_TO_START = 60
SECONDS_BETWEEN_PIECES = 30  # of a request and of its answer; a thread waits for no longer
LOG_IN_PAGE = "/dang-nhap/"
SUPERUSER_WARNING = "ignore:You're running the worker with superuser privileges"


class Command(BaseCommand):
    help = "Serves the application: web, worker and beat under one supervisor, until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, help="default: PORT, else 8000; 0 takes a free one")
        parser.add_argument(
            "--prepare",
            action="store_true",
            help="first bring the tables and the reference data up to date and load the demonstration",
        )

    def handle(self, *, port, prepare, **_options):
        host = env.text("HOST", "127.0.0.1")
        port = env.integer("PORT", 8000) if port is None else port
        workers = env.integer("WORKER_PROCESSES", 2)
        env.check()
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.state = settings.VAR_DIR / "serving.json"
        with open(settings.VAR_DIR / "serving.lock", "a") as lock:
            only_one(lock)
            self.state.unlink(missing_ok=True)
            try:
                with listening(host, port) as door:
                    if prepare:
                        self.prepare()
                    connections.close_all()
                    self.serve(door, workers)
            except LaunchProblem as problem:
                raise CommandError(str(problem)) from problem
            finally:
                self.state.unlink(missing_ok=True)

    def prepare(self):
        self.say(_("Bringing the database up to date."))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_reference", stdout=io.StringIO())
        if settings.DEMONSTRATION_DAY:
            call_command("demo", stdout=self.stdout)
            stored_day(settings.VAR_DIR).write_text(settings.DEMONSTRATION_DAY.isoformat())

    def serve(self, door, workers):
        self.address = "http://{}:{}/".format(*shown(door))
        ready_file = settings.VAR_DIR / "worker.ready"
        embedded = postgres.held()
        supervisor = Supervisor(
            [web(door), worker(ready_file, workers), beat()],
            say=self.say,
            changed=self.write_state,
            database=KeptDatabase(embedded, self.say) if embedded else None,
        )
        supervisor.serve(ready=self.announce, seconds=SECONDS_TO_START)
        self.say(_("Everything is stopped."))

    def announce(self):
        self.say(_("Ready: %(address)s (Ctrl-C stops everything)") % {"address": self.address})
        if settings.DEMONSTRATION_DAY:
            self.say_log_ins()

    def say_log_ins(self):
        self.say(
            _("Demonstration log-ins (each with the password %(password)s):") % {"password": demonstration.PASSWORD}
        )
        for username, role, organisation in demonstration.log_ins():
            self.say(f"  {username:<18} {role} · {organisation}")
        path = demonstration.list_path()
        if path.exists():
            self.say(_("A list to import as cantho: %(path)s") % {"path": path})

    def write_state(self, processes):
        """Under a temporary name first: who looks never sees half of it."""
        part = self.state.with_suffix(".part")
        part.write_text(json.dumps({"address": self.address, "supervisor": os.getpid(), "processes": processes}))
        part.rename(self.state)

    def say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()


def only_one(lock):
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CommandError(
            _("The application is already being served from %(folder)s. Stop that one, or set VAR_DIR to another one.")
            % {"folder": settings.VAR_DIR}
        ) from None


def listening(host, port):
    """The open door is handed to the web process, so that it stays open while that process is restarted."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as problem:
        door.close()
        raise LaunchProblem(
            _("Port %(port)d cannot be opened (%(reason)s). Choose another: PORT=8001")
            % {"port": port, "reason": problem.strerror}
        ) from problem
    for each in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):  # what is accepted there inherits them
        door.setsockopt(socket.SOL_SOCKET, each, struct.pack("ll", SECONDS_BETWEEN_PIECES, 0))
    door.listen(128)
    return door


def shown(door):
    host, port = door.getsockname()
    return ("127.0.0.1" if host == "0.0.0.0" else host), port


def web(door):
    options = ["--bind", f"fd://{door.fileno()}", "--worker-class", "gthread", "--workers", "1", "--threads", "8"]
    quiet = ["--log-level", "warning", "--graceful-timeout", "4", "--timeout", "120", "--no-control-socket"]
    command = [sys.executable, "-m", "gunicorn", "emulation.wsgi", *options, *quiet]
    return Service(
        "web",
        command,
        lambda: page_answers(*shown(door)),
        inherited=(door.fileno(),),
        forget=lambda: empty(settings.METRICS_DIR),
    )


def page_answers(host, port):
    """A page that the application itself made: any status but a server's error."""
    link = http.client.HTTPConnection(host, port, timeout=10)
    try:
        link.request("GET", LOG_IN_PAGE)
        return link.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()


def worker(ready_file: Path, processes):
    if not settings.REDIS_URL:
        make_broker_folders()
    options = ["--loglevel", "WARNING", "--concurrency", str(processes), "--without-gossip", "--without-mingle"]
    return Service(
        "worker",
        [*celery(), "worker", *options],
        ready_file.exists,
        environment={readiness.VARIABLE: str(ready_file), "PYTHONWARNINGS": SUPERUSER_WARNING},
        forget=lambda: ready_file.unlink(missing_ok=True),
    )


def beat():
    folder = settings.VAR_DIR / "beat"
    empty(folder)
    options = ["--loglevel", "WARNING", "--pidfile", "", "--schedule", str(folder / "schedule")]
    return Service(
        "beat", [*celery(), "beat", *options], lambda: any(folder.glob("schedule*")), forget=lambda: empty(folder)
    )


def empty(folder: Path):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def celery():
    return [sys.executable, "-m", "celery", "--quiet", "-A", "emulation.celery"]


def make_broker_folders():
    """Emptied at every start: the broker is only a doorbell, and the sweeper rings for what still waits."""
    shutil.rmtree(settings.CELERY_BROKER_FOLDER, ignore_errors=True)
    named = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    for key in ("data_folder_in", "data_folder_out", "control_folder", "processed_folder"):
        Path(named[key]).mkdir(parents=True, exist_ok=True)
