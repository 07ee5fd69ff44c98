"""Readers and writers of the files that stand in for Redis, at the same time."""

import subprocess
import sys
from queue import Empty

import pytest
from kombu import Connection

from emulation.launcher import doorbell
from tests import databases

MESSAGES = 3000
WRITER = """
import sys
from emulation.launcher import doorbell
from tests.launcher.test_doorbell import connected
channel = connected(sys.argv[1]).channel()
for number in range(int(sys.argv[2])):
    channel._put("bell", {"number": number, "padding": "x" * 2000})
"""
BINDER = """
import sys
from tests.launcher.test_doorbell import connected
channel = connected(sys.argv[1]).channel()
for number in range(60):
    channel._queue_bind(f"exchange{number}", "key", "", sys.argv[2])
"""


def connected(folder):
    options = {"data_folder_in": folder, "data_folder_out": folder, "control_folder": f"{folder}/control"}
    return Connection(f"{doorbell.SCHEME}://", transport_options=options)


def started(script, *words):
    return subprocess.Popen([sys.executable, "-c", script, *map(str, words)], cwd=databases.PROJECT)


@pytest.fixture
def folder(tmp_path):
    return str(tmp_path)


def test_a_message_is_seen_whole_or_not_at_all(folder):
    writer = started(WRITER, folder, MESSAGES)
    heard = []
    with connected(folder) as link:
        channel = link.channel()
        while len(heard) < MESSAGES:
            ended = writer.poll() is not None
            try:
                heard.append(channel._get("bell")["number"])
            except Empty:
                assert not ended, "messages were lost"
    assert writer.wait() == 0
    assert heard == list(range(MESSAGES))


def test_many_who_bind_at_once_all_stand_in_the_table(folder):
    names = ["a", "b", "c"]
    binders = [started(BINDER, folder, name) for name in names]
    assert [binder.wait() for binder in binders] == [0, 0, 0]
    with connected(folder) as link:
        channel = link.channel()
        for number in range(60):
            assert sorted(bound.queue for bound in channel.get_table(f"exchange{number}")) == names
