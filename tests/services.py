"""What the whole test session stands on: a real PostgreSQL and a real Redis, both started here unless given."""

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


def start_postgres() -> None:
    given = os.environ.get("DATABASE_URL", "").strip()
    if not given:
        os.environ["DATABASE_URL"] = postgres.ensure("test")
    os.environ["ADMINISTRATION_URL"] = os.environ["DATABASE_URL"]
    if not given:
        _drop_leftovers()


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


def _drop_leftovers():
    """Databases of test sessions that were killed: their name ends with a process id that is no more."""
    with administration() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX + "%"])
        for (name,) in cursor.fetchall():
            owner = name.removeprefix(PREFIX).split("_")[0]
            if owner.isdigit() and not os.path.exists(f"/proc/{owner}"):
                drop(name)


@contextmanager
def administration():
    """A cursor outside every transaction and outside every test database."""
    with closing(psycopg2.connect(os.environ["ADMINISTRATION_URL"])) as link:
        link.autocommit = True
        yield link.cursor()


def clone(template: str, name: str) -> None:
    """PostgreSQL copies only a database nobody is connected to, so whoever still is gets disconnected."""
    with administration() as cursor:
        _disconnect(cursor, template)
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
