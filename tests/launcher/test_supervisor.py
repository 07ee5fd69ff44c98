import os
import signal
import sys
import time

import pytest

from emulation.launcher import pauses, supervisor
from emulation.launcher.problem import LaunchProblem
from emulation.launcher.supervisor import Service, Supervisor

UNTIL_TOLD = "import signal; signal.pause()"


@pytest.fixture
def hurried(monkeypatch):
    """The pauses of real life, shortened."""
    monkeypatch.setattr(pauses, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(supervisor, "TICK", 0.02)
    monkeypatch.setattr(supervisor, "GRACE", 0.5)


class Console:
    """Keeps what was said; `until` is asked after every sentence whether to stop."""

    def __init__(self):
        self.sentences = []
        self.processes = {}
        self.until = lambda: False

    def watch(self, *services):
        self.supervisor = Supervisor(list(services), say=self.say, changed=self.keep)
        return self.supervisor

    def say(self, sentence):
        self.sentences.append(sentence)
        if self.until():
            self.supervisor.ask_to_stop()

    def keep(self, processes):
        self.processes = processes


def service(code, answers=lambda: True, name="worker"):
    return Service(name, [sys.executable, "-S", "-c", code], answers)


def test_a_service_that_never_stands_is_named_and_nothing_stays(hurried):
    console = Console()
    watched = console.watch(service(UNTIL_TOLD, name="web"), service("raise SystemExit(3)", answers=lambda: False))
    with pytest.raises(LaunchProblem, match="worker"):
        watched.serve(ready=lambda: pytest.fail("it is not ready"), seconds=20)
    assert any("3" in sentence for sentence in console.sentences)
    assert not any(tended.running for tended in watched.tended)


def test_a_service_that_never_answers_is_named(hurried):
    watched = Console().watch(service(UNTIL_TOLD, answers=lambda: False))
    with pytest.raises(LaunchProblem, match="worker"):
        watched.serve(ready=lambda: pytest.fail("it is not ready"), seconds=0.2)
    assert not any(tended.running for tended in watched.tended)


def test_who_dies_again_and_again_is_restarted_and_spoken_of(hurried, tmp_path):
    well = tmp_path / "well"
    well.touch()
    console = Console()
    code = f"import os, signal; os.path.exists({str(well)!r}) or os._exit(7); signal.pause()"
    watched = console.watch(service(code))

    def ready():
        well.unlink()
        watched.tended[0].process.kill()

    console.until = lambda: watched.tended[0].quick_deaths >= supervisor.DEATHS_TO_WARN_OF
    watched.serve(ready=ready, seconds=20)
    deaths = [sentence for sentence in console.sentences if "-9" in sentence or "7" in sentence]
    assert len(deaths) == supervisor.DEATHS_TO_WARN_OF
    assert str(supervisor.DEATHS_TO_WARN_OF) in console.sentences[-1]


def test_pauses_grow_up_to_a_limit(hurried):
    watched = Console().watch(service("pass"))
    tended = watched.tended[0]
    waited = []
    for _ in range(20):
        tended.start()
        status = tended.process.wait()
        now = time.monotonic()
        watched._mourn(tended, status, now)
        waited.append(round(tended.restart_at - now, 6))
    assert waited == sorted(waited)
    assert waited[0] == pytest.approx(pauses.FIRST_PAUSE)
    assert waited[-1] == pytest.approx(pauses.LONGEST_PAUSE)


def test_stopping_takes_the_deaf_and_their_children(hurried, tmp_path):
    told = tmp_path / "child"
    code = (
        "import os, signal, subprocess, sys\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"child = subprocess.Popen([sys.executable, '-S', '-c', {UNTIL_TOLD!r}])\n"
        f"open({str(told) + '.part'!r}, 'w').write(str(child.pid))\n"
        f"os.rename({str(told) + '.part'!r}, {str(told)!r})\n"
        "signal.pause()\n"
    )
    watched = Console().watch(service(code, answers=told.exists))
    watched.serve(ready=watched.ask_to_stop, seconds=20)
    assert watched.tended[0].process.returncode == -signal.SIGKILL
    child = int(told.read_text())
    deadline = time.monotonic() + 5
    while os.path.exists(f"/proc/{child}") and time.monotonic() < deadline:
        os.sched_yield()
    assert not os.path.exists(f"/proc/{child}")


def test_the_signals_are_given_back(hurried):
    before = signal.getsignal(signal.SIGTERM)
    watched = Console().watch(service(UNTIL_TOLD))
    watched.serve(ready=watched.ask_to_stop, seconds=20)
    assert signal.getsignal(signal.SIGTERM) is before
