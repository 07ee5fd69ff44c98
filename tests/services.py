"""What the whole test session stands on: a real PostgreSQL and a real Redis, both started here unless given. Whoever
starts first starts them; the workers among whom the tests are shared out find their addresses in the environment."""

import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from psycopg2 import sql

from emulation.launcher import postgres
from emulation.launcher.orphans import die_with_parent

PREFIX = "test_thidua_"
BEING_MADE = "_part"
_held = []


def start_postgres() -> bool:
    """Whether it was started here, so that what earlier sessions left in it is ours to drop."""
    given = os.environ.get("DATABASE_URL", "").strip()
    if not given:
        os.environ["DATABASE_URL"] = postgres.ensure("test")
    os.environ["ADMINISTRATION_URL"] = os.environ["DATABASE_URL"]
    return not given


def start_redis():
    """The process and its address; an address in REDIS_URL is used as it is."""
    given = os.environ.get("REDIS_URL", "").strip()
    if given:
        return None
    program = shutil.which("redis-server")
    if program is None:
        raise pytest.UsageError("The tests need redis-server. Run: apt-get install --yes redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tempfile.mkdtemp(prefix="thi-dua-redis-")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True, preexec_fn=die_with_parent)
    server.folder = folder
    os.environ["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
    _wait_for(port, server)
    return server


def stop_redis(server) -> None:
    if server is not None:
        server.kill()
        server.wait()
        shutil.rmtree(server.folder, ignore_errors=True)


def _wait_for(port, server):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.01)
    raise pytest.UsageError(f"redis-server did not answer on port {port}.")


def own_name() -> str:
    """The database that plain tests of this process share; those that it clones have a number behind."""
    return f"{PREFIX}{os.getpid()}"


def drop_leftovers() -> None:
    """Databases of test sessions that were killed: their name ends with a process id that is no more."""
    with administration() as cursor:
        for name in _names(cursor):
            if (owner := _owner(name)).isdigit() and not os.path.exists(f"/proc/{owner}"):
                drop(name)


def use(templates: set[str]) -> None:
    """As long as this process runs, no other session drops them."""
    link = psycopg2.connect(os.environ["ADMINISTRATION_URL"])
    link.autocommit = True
    _held.append(link)
    for name in templates:
        link.cursor().execute("SELECT pg_advisory_lock_shared(%s)", [_number_of(f"use {name}")])


def templates_nobody_uses() -> list[str]:
    """With those whose making was broken off; `use` is asked for the name before the ending that tells them."""
    with administration() as cursor:
        found = []
        for name in _names(cursor):
            if not _owner(name).isdigit():
                cursor.execute("SELECT pg_try_advisory_lock(%s)", [_number_of(f"use {name.removesuffix(BEING_MADE)}")])
                found += [name] if cursor.fetchone()[0] else []
        return found


def _names(cursor) -> list[str]:
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY 1", [PREFIX + "%"])
    return [name for (name,) in cursor.fetchall()]


def _owner(name: str) -> str:
    return name.removeprefix(PREFIX).split("_")[0]


def _number_of(words: str) -> int:
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], signed=True)


@contextmanager
def administration():
    """A cursor outside every transaction and outside every test database."""
    with closing(psycopg2.connect(os.environ["ADMINISTRATION_URL"])) as link:
        link.autocommit = True
        yield link.cursor()


@contextmanager
def one_at_a_time(what: str):
    """A cursor as of `administration`; another session that asks for the same waits until it is given back."""
    with administration() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_number_of(f"make {what}")])
        yield cursor


def exists(cursor, name: str) -> bool:
    return name in _names(cursor)


def close_and_rename(cursor, name: str, to: str) -> None:
    """Nobody connects to it from here on: it is only cloned."""
    _disconnect(cursor, name)
    cursor.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(sql.Identifier(name)))
    cursor.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(to)))


def clone(template: str, name: str) -> None:
    with administration() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))


def drop(name: str) -> None:
    """Without FORCE: that is refused while the server's own autovacuum, which is not ours to end, looks at the tables."""
    with administration() as cursor:
        for attempts_left in range(5, -1, -1):
            _disconnect(cursor, name)
            try:
                cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
                return
            except psycopg2.errors.ObjectInUse:
                if not attempts_left:
                    raise


def _disconnect(cursor, name: str) -> None:
    cursor.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user", [name]
    )


def address_of(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["ADMINISTRATION_URL"])._replace(path="/" + name))
