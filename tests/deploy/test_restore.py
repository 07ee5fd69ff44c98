"""What `docs/howto/restore.md` tells: a dump taken, everything destroyed, the dump brought back, each row as it was."""

import os
import subprocess
from pathlib import Path

import pytest
from django.db import connections

from emulation.core.actions import audit
from emulation.core.actions.accounts import suspend_account
from emulation.core.actor import Actor
from tests import services
from tests.clusters.ballots.make import counted, make_meeting
from tests.clusters.ballots.test_secrecy import dump, rows
from tests.clusters.people.make import make_administrator, make_user
from tests.periods import DAY


def of_the_server(program: str, *words: str) -> None:
    """A program that came with the server, of its very release."""
    [(pid,)] = rows("SELECT pg_backend_pid()")
    try:
        programs = Path(os.readlink(f"/proc/{pid}/exe")).parent
    except OSError:
        pytest.skip("the database server runs on another machine, so its programs are not at hand")
    if not (programs / program).exists():
        pytest.skip(f"{program} is not beside the database server")
    environment = os.environ | {"LD_LIBRARY_PATH": str(programs.parent / "lib")}
    subprocess.run([programs / program, *words], env=environment, check=True, capture_output=True)


def take_dump(name: str, path: Path) -> None:
    of_the_server("pg_dump", "--format=custom", f"--file={path}", services.address_of(name))


def bring_back(name: str, path: Path) -> None:
    """Everything that stands there is destroyed first."""
    restoring = ["--no-owner", "--exit-on-error", f"--dbname={services.address_of(name)}", str(path)]
    connections["default"].close()
    services.drop(name)
    services.clone("template0", name)
    of_the_server("pg_restore", *restoring)


def test_a_restored_database_is_the_same_row_by_row_and_an_older_one_is_told(own_database, settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    settings.VAR_DIR, settings.BALLOT_PARTS_DIR = tmp_path / "var", tmp_path / "parts"
    counted(make_meeting())
    audit.seal()
    before = dump()
    take_dump(own_database, tmp_path / "dump")
    suspend_account(make_user(), why="Sau bản sao lưu", actor=make_administrator())
    audit.seal()
    assert dump() != before
    bring_back(own_database, tmp_path / "dump")
    restored = dump()
    assert {table for table in before if sorted(before[table]) != sorted(restored[table])} == set()
    assert restored.keys() == before.keys()
    suspend_account(make_user(), why="Trước khi kiểm tra", actor=make_administrator())
    assert audit.seal() == 1, "beat was started too early"
    assert audit.verify().outside is audit.Outside.NOT_HELD, "the newer seal tells that entries are missing"
    audit.set_kept_seal_aside("Phục hồi bản sao lưu", actor=Actor.system("Thử nghiệm"))
    assert audit.verify().is_whole
    suspend_account(make_user(), why="Sau khi phục hồi", actor=make_administrator())
    assert audit.seal() == 2
    assert audit.verify().is_whole
