"""The embedded PostgreSQL under `manage.py serve`, killed while an administrator makes accounts."""

import os
import shutil
import signal
import threading
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from clusters.models import OrganisationKind
from emulation.core.actor import Role
from emulation.desk.demonstration import PASSWORD
from emulation.launcher.postgres import EmbeddedPostgres
from emulation.settings import base
from tests import databases, services, sites
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.deploy.test_restore import of_the_server, take_dump
from tests.flows.visitor import Visitor, eventually


@pytest.fixture
def programs() -> Path:
    """Where the tests' own server has its programs, so that none are unpacked anew."""
    with services.administration() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
        return Path(os.readlink(f"/proc/{pid}/exe")).parent


@pytest.fixture
def embedded(own_database, tmp_path, programs, settings):
    """A server of the site's own, for running, with reference data and an administrator."""
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    administrator = make_user(username="quan.tri", password=PASSWORD)
    make_mandate(user=administrator, organisation=board, role=Role.SYSTEM_ADMINISTRATOR)
    take_dump(own_database, tmp_path / "dump")
    server = EmbeddedPostgres(tmp_path / "postgres", "run")
    installation = programs.parents[2]
    server.account.run(["ln", "-s", installation, server.account.home / installation.name])
    server.account.write(server.account.home / "unpacked", str(programs).encode())
    address = server.take()
    of_the_server("pg_restore", "--no-owner", f"--dbname={address}", str(tmp_path / "dump"))
    yield server
    server.leave()
    shutil.rmtree(server.account.home)


@pytest.fixture
def site(embedded, tmp_path):
    here = {"DATABASE_URL": "", "DEMONSTRATION_DAY": "", "QUEUE_NAME": f"killed-{os.getpid()}"}
    environment = databases.site_environment("", tmp_path, **here)
    served = sites.Site(sites.serve(environment, tmp_path), tmp_path, "", environment, None, "", None)
    served.wait_until_up()
    yield served
    served.stop()


def accounts(server) -> set[str]:
    with closing(psycopg2.connect(server.url())) as link, link.cursor() as cursor:
        cursor.execute("SELECT username FROM core_user")
        return {name for (name,) in cursor.fetchall()}


def test_a_killed_database_is_started_again_and_nothing_acknowledged_is_lost(embedded, site):
    administrator = Visitor(site, "quan.tri")
    acknowledged, told = [], []

    def make_accounts():
        for number in range(1000):
            name = {"username": f"nguoi{number}", "full_name": f"Người Thử {number}", "password": "mat-khau-thu-dai"}
            status, page = administrator.post("tai-khoan/them/", name)
            if status != 200 or name["full_name"] not in page:
                return told.append((status, page))
            acknowledged.append(name["username"])

    at_work = threading.Thread(target=make_accounts)
    at_work.start()
    eventually(lambda: len(acknowledged) > 2)
    crashed = embedded.pid()
    os.kill(crashed, signal.SIGKILL)
    at_work.join(30)
    assert told[0][0] == 503
    assert "Cơ sở dữ liệu" in told[0][1]
    assert eventually(lambda: embedded.pid() not in (None, crashed))
    assert eventually(lambda: administrator.get("tai-khoan/")[0] == 200)
    assert "PostgreSQL" in site.log
    assert set(acknowledged) <= accounts(embedded)
    done = site.manage("check_worker")
    assert done.returncode == 0, done.stdout + done.stderr
