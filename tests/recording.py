"""What a run of the tests has really checked, written down to be laid beside another run's.

    make record RECORD=before.json        (or: pytest -p tests.recording --record before.json -o enable_assertion_pass_hook=true)
    python -m tests.recording before.json after.json

A record is four sets. `assertions`: the text of every assertion that held, whoever made it: an `assert`, a `raises`, an
`expect` of Playwright. `checks`: the same with the name of the test. `cases`: each test with its parameters; a subtest
counts as the case that its message names. `answers`: (page, person, expected answer) of the walk over all doors.
Nothing is keyed by file or line: both change when files are moved. A property test draws few examples: which assertions
there are does not depend on how often they held.
"""

import argparse
import ast
import functools
import json
import re
import sys
from pathlib import Path

import pytest
from _pytest.subtests import SubtestReport
from hypothesis import settings

HERE = Path(__file__).resolve().parent
pytest.register_assert_rewrite(*(f"tests.{path.stem}" for path in HERE.iterdir() if path != Path(__file__).resolve()))

SETS = ("assertions", "checks", "cases", "answers")
SHOWN = 200
EXAMPLES = 20
ANSWER_OF = {  # how the walk over the doors put it when every page and person were a test of their own
    "status == 404": "not there",
    "status in (200, 204, 302, 400, 409)": "open",
    "response.status_code == 302": "log in first",
    "response.status_code in (200, 302, 405)": "for everybody",
}


class Recorder:
    def __init__(self, path: Path, *, sees_tests: bool):
        self.path = path
        self.sees_tests = sees_tests
        self.test = None
        self.found: dict[str, set] = {name: set() for name in SETS}

    def held(self, text: str) -> None:
        if self.test is not None:
            self.found["assertions"].add(text)
            self.found["checks"].add((self.test.originalname, text))

    def pytest_collection_modifyitems(self, items):
        for function in {getattr(item, "function", None) for item in items}:
            if of_hypothesis := getattr(function, "_hypothesis_internal_use_settings", None):
                fewer = min(of_hypothesis.max_examples, EXAMPLES)
                function._hypothesis_internal_use_settings = settings(of_hypothesis, max_examples=fewer)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.test = item
        try:
            return (yield)
        finally:
            self.test = None

    def pytest_assertion_pass(self, item, orig):
        text = normalised(orig)
        self.held(text)
        given = item.callspec.params if hasattr(item, "callspec") else {}
        if isinstance(given.get("name"), str) and text in ANSWER_OF:
            self.found["answers"].add((given["name"], given.get("who", "nobody"), ANSWER_OF[text]))

    def pytest_runtest_logreport(self, report):
        if not self.sees_tests or report.when != "call" or not report.passed:
            return
        function, _, parameters = report.nodeid.rpartition("::")[2].partition("[")
        if isinstance(report, SubtestReport):
            self.found["cases"].add((function, report.context.msg or ""))
        else:
            self.found["cases"].add((function, parameters.removesuffix("]")))
        self.found["answers"].update(tuple(value) for name, value in report.user_properties if name == "answer")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self):
        """One file a process; the one that started the others puts their files together."""
        for part in sorted(self.path.parent.glob(f"{self.path.name}.*")) if not self.sees_tests else []:
            for name, members in json.loads(part.read_text()).items():
                self.found[name].update(map(as_member, members))
            part.unlink()
        written = {name: sorted(members) for name, members in self.found.items()}
        self.path.write_text(json.dumps(written, ensure_ascii=False, indent=0))


def pytest_addoption(parser):
    parser.addoption("--record", type=Path, required=True, help="where to write what was checked")


def pytest_configure(config):
    if not config.getini("enable_assertion_pass_hook"):
        raise pytest.UsageError("Recording needs -o enable_assertion_pass_hook=true")
    path = config.getoption("--record").absolute()
    worker = getattr(config, "workerinput", {}).get("workerid")
    starts_others = worker is None and bool(config.getoption("tx", None))
    recorder = Recorder(path.with_name(f"{path.name}.{worker}") if worker else path, sees_tests=not starts_others)
    config.pluginmanager.register(recorder)
    listen_to_raises(recorder)
    listen_to_expectations(recorder)


def listen_to_raises(recorder: Recorder) -> None:
    raises = pytest.raises

    @functools.wraps(raises)
    def recorded(*expected, **more):
        said = [getattr(one, "__name__", repr(one)) for one in expected] + [f"{key}={more[key]!r}" for key in more]
        recorder.held(without_numbers(f"raises({', '.join(said)})"))
        return raises(*expected, **more)

    pytest.raises = recorded


def listen_to_expectations(recorder: Recorder) -> None:
    """Playwright's: each `to_…` and `not_to_…` that returned."""
    from playwright.sync_api import _generated  # noqa: PLC0415  (only a recorded run needs it this early)

    def recorded(name, expectation):
        @functools.wraps(expectation)
        def called(self, *given, **more):
            expectation(self, *given, **more)
            said = [repr(one) for one in given] + [f"{key}={more[key]!r}" for key in more]
            recorder.held(without_numbers(f"expect.{name}({', '.join(said)})"))

        return called

    for kind in (_generated.LocatorAssertions, _generated.PageAssertions, _generated.APIResponseAssertions):
        for name in [name for name in vars(kind) if name.startswith(("to_", "not_to_"))]:
            setattr(kind, name, recorded(name, getattr(kind, name)))


@functools.cache
def normalised(text: str) -> str:
    try:
        return ast.unparse(ast.parse(f"({text}\n)", mode="eval"))
    except SyntaxError:
        return " ".join(text.split())


def without_numbers(text: str) -> str:
    """Builders number what they make, and the numbers depend on which tests ran before."""
    return re.sub(r"\d+", "#", text)


def as_member(member):
    return tuple(member) if isinstance(member, list) else member


def compare(before: Path, after: Path) -> int:
    """Prints how many of each there were and are, and what is lost; how many are lost."""
    old, new = json.loads(before.read_text()), json.loads(after.read_text())
    lost = 0
    for name in SETS:
        was, is_now = (set(map(as_member, record[name])) for record in (old, new))
        gone = sorted(was - is_now)
        lost += len(gone)
        say(f"{name}: {len(was)} before, {len(is_now)} after, {len(gone)} lost")
        for one in gone[:SHOWN]:
            say("    " + (one if isinstance(one, str) else " · ".join(one)))
        if len(gone) > SHOWN:
            say(f"    and {len(gone) - SHOWN} more")
    return lost


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Does the second record contain the first?")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    chosen = parser.parse_args()
    sys.exit(bool(compare(chosen.before, chosen.after)))
