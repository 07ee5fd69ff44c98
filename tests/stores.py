"""An S3-compatible store of its own (SeaweedFS) for the tests that keep files in buckets: it checks signatures and keeps
versions where it is told to. Started by the first test that asks for it."""

import itertools
import json
import os
import socket
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from emulation.launcher.orphans import die_with_parent
from emulation.settings.env import Environment
from emulation.settings.stores import kept
from tests.databases import PROJECT

KEY, SECRET = "thidua", "bi-mat-cua-kho"
SECONDS_TO_START = 30
_numbers = itertools.count(1)


@dataclass
class Server:
    """`s3` is a client as its administrator has it."""

    process: subprocess.Popen
    address: str
    s3: object


@dataclass
class Store:
    """Two buckets of a server: of files, and of the third parts of ballots' keys. `environment` names both."""

    server: Server
    files: str
    parts: str

    @property
    def environment(self) -> dict[str, str]:
        return {"FILES_URL": self._url(self.files), "BALLOT_PARTS_URL": self._url(self.parts)}

    def _url(self, bucket: str) -> str:
        return f"http://{KEY}:{SECRET}@{self.server.address}/{bucket}"

    def names(self, bucket: str) -> list[str]:
        return [one["Key"] for one in self.server.s3.list_objects_v2(Bucket=bucket).get("Contents", ())]

    def content(self, name: str) -> bytes:
        return self.server.s3.get_object(Bucket=self.files, Key=name)["Body"].read()


@pytest.fixture(scope="session")
def store_server(tmp_path_factory):
    with ExitStack() as undo:
        yield _started(tmp_path_factory.mktemp("store"), undo)


@pytest.fixture
def store(store_server):
    number = next(_numbers)
    made = Store(store_server, f"files-{number}", f"parts-{number}")
    for bucket in (made.files, made.parts):
        store_server.s3.create_bucket(Bucket=bucket)
    return made


@pytest.fixture
def files_in_store(store, settings):
    """This process keeps its files in it. Each test's own, of two empty buckets."""
    _keep_in(settings, store.environment)
    return store


@pytest.fixture
def fall_silent(settings):
    """fall_silent(): from then on nobody answers where the store was, or with `hangs` somebody takes the question and
    never answers it; answer_again = fall_silent()."""
    with ExitStack() as hanging:

        def fall(*, hangs=False):
            before = settings.STORAGES
            with ExitStack() as probing:
                probe = (hanging if hangs else probing).enter_context(socket.create_server(("127.0.0.1", 0)))
                nobody = f"http://{KEY}:{SECRET}@127.0.0.1:{probe.getsockname()[1]}"
            _keep_in(settings, {"FILES_URL": f"{nobody}/files", "BALLOT_PARTS_URL": f"{nobody}/parts"})

            def answer_again():
                settings.STORAGES = before

            return answer_again

        yield fall


def _keep_in(settings, environment: dict[str, str]) -> None:
    settings.STORAGES = settings.STORAGES | kept(Environment(environment))


def _started(folder: Path, undo: ExitStack) -> Server:
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(8)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        ports = [str(probe.getsockname()[1]) for probe in probes]
    listening = ("master.port", "master.port.grpc", "volume.port", "volume.port.grpc")
    listening += ("filer.port", "filer.port.grpc", "s3.port", "s3.port.grpc")
    known = {"accessKey": KEY, "secretKey": SECRET}
    rights = {"identities": [{"name": KEY, "credentials": [known], "actions": ["Admin"]}]}
    (folder / "rights.json").write_text(json.dumps(rights))
    (folder / ".seaweedfs").mkdir()
    (folder / ".seaweedfs/master.toml").write_text("[master.volume_growth]\ncopy_1 = 1\n")  # seven a bucket otherwise
    command = [PROJECT / ".venv/bin/weed", "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1"]
    command += [f"-{name}={port}" for name, port in zip(listening, ports, strict=True)]
    command += ["-filer", f"-filer.localSocket={folder}/filer", "-s3", f"-s3.localSocket={folder}/s3"]
    command += [f"-s3.config={folder}/rights.json", "-s3.port.iceberg=0", "-s3.port.lance=0", "-s3.iam=false"]
    command += ["-master.telemetry=false", "-master.volumeSizeLimitMB=64", "-volume.max=500"]
    command += ["-master.electionTimeout=200ms", "-master.heartbeatInterval=50ms"]
    with open(folder / "server.log", "w") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env={**os.environ, "HOME": str(folder)},
            start_new_session=True, preexec_fn=die_with_parent,
        )  # fmt: skip
    undo.callback(process.wait)
    undo.callback(process.kill)
    address = f"127.0.0.1:{ports[listening.index('s3.port')]}"
    s3 = boto3.client(
        "s3", endpoint_url=f"http://{address}", aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        region_name="us-east-1",
        config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
    )  # fmt: skip
    undo.callback(s3.close)
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            s3.create_bucket(Bucket="first")
            s3.put_object(Bucket="first", Key="first", Body=b"first")
            return Server(process, address, s3)
        except (ClientError, BotoCoreError):
            time.sleep(0.05)
    raise pytest.UsageError(f"the store did not come up:\n{(folder / 'server.log').read_text()[-3000:]}")
