"""The embedded server, started from a folder of the test's own."""

import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from contextlib import closing

import psycopg2
import pytest

from emulation.launcher import account, pauses
from emulation.launcher.kept_database import KeptDatabase
from emulation.launcher.postgres import EmbeddedPostgres
from emulation.launcher.problem import LaunchProblem
from tests.sockets import named_sockets

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NEIGHBOUR = """
import sys
from pathlib import Path
from emulation.launcher.postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), "test")
server.take()
print(server.pid(), flush=True)
sys.stdin.readline()
server.leave()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """pytest's folder lies under a folder that only its owner may enter, so as root this also shows the way around."""
    folder = tmp_path_factory.mktemp("launcher") / "postgres"
    yield folder
    server = EmbeddedPostgres(folder, "test")
    server.take()
    server.leave()
    for place in {server.account.home, server.tables.parent} - {folder}:
        shutil.rmtree(place)


def ask(server, question):
    with closing(psycopg2.connect(server.url())) as link, link.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()


def alive(pid):
    return os.path.exists(f"/proc/{pid}")


def gone(pid, seconds=5):
    """The server removes its pid file a moment before it ends."""
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        os.sched_yield()
    return not alive(pid)


def neighbour(folder):
    """Another process that uses the same server until it is given a line."""
    command = [sys.executable, "-c", NEIGHBOUR, str(folder)]
    return subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_life_of_a_server(folder):
    server = EmbeddedPostgres(folder, "test")
    server.take()
    first = server.pid()
    assert named_sockets([first]) == set()
    assert ask(server, "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user") == (False, True)
    with closing(psycopg2.connect(server.url())) as link, link.cursor() as cursor:
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            cursor.execute(f"CREATE EXTENSION {extension}")
        cursor.execute("CREATE TABLE kept (id int)")
        link.commit()

    other = neighbour(folder)
    assert int(other.stdout.readline()) == first
    server.leave()
    assert alive(first), "the neighbour still uses it"
    other.communicate("\n")
    assert other.returncode == 0
    assert gone(first), "the last one out stops it"

    killed = neighbour(folder)
    left_behind = int(killed.stdout.readline())
    killed.kill()
    killed.communicate()
    assert alive(left_behind)
    server.take()
    assert server.pid() == left_behind, "what a killed process left behind is adopted"
    assert ask(server, "SELECT to_regclass('kept')::text") == ("kept",)
    server.leave()
    assert gone(left_behind)


def test_a_server_that_crashed_starts_again_from_its_tables(folder):
    server = EmbeddedPostgres(folder, "test")
    server.take()
    crashed = server.pid()
    os.kill(crashed, 9)
    assert gone(crashed)
    assert not server.answers()
    server.leave()
    server.take()
    assert server.pid() != crashed
    assert ask(server, "SELECT 1") == (1,)
    server.leave()


def test_what_stands_on_it_finds_it_again_at_the_same_address_after_a_kill(folder, monkeypatch):
    monkeypatch.setattr(pauses, "FIRST_PAUSE", 0)
    said = []
    server = EmbeddedPostgres(folder, "test")
    address = server.take()
    with closing(psycopg2.connect(address)) as link, link.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")  # tests go without; what is served does not
        cursor.execute("CREATE TABLE acknowledged AS SELECT 7 AS number")
        link.commit()
    kept = KeptDatabase(server, said.append)
    kept.tend(0)
    assert said == []
    crashed = server.pid()
    os.kill(crashed, 9)
    assert gone(crashed)
    with closing(socket.create_server(("127.0.0.1", server.port()))):
        kept.tend(1)
        kept.tend(2)
    assert "PostgreSQL" in said[0], "it ended"
    assert str(server.log) in said[1], "its port is taken, so it does not start"
    kept.tend(3)
    assert server.pid() != crashed
    assert server.url() == address
    assert ask(server, "SELECT number FROM acknowledged") == (7,)
    assert len(said) == 3
    server.leave()


def test_without_its_passwords_it_begins_anew(folder):
    server = EmbeddedPostgres(folder, "test")
    server.take()
    server.leave()
    for kept in folder.glob("test-password-*"):
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        kept.unlink()
    server.take()
    assert ask(server, "SELECT 1") == (1,)
    assert server.tables.with_suffix(".previous").exists()
    server.leave()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends PostgreSQL to another account")
def test_a_folder_that_somebody_else_planted_is_refused(tmp_path):
    planted = account.Path("/var/tmp") / f"thi-dua-{account.short_hash(tmp_path)}"
    planted.symlink_to("/etc")
    try:
        with pytest.raises(LaunchProblem, match="Look who made it"):
            account.ServingAccount.of(tmp_path)
    finally:
        planted.unlink()
