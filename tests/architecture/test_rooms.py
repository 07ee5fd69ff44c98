"""Rooms and shelves: who may import whom (docs/adr/0015). Changed only together with a decision record.

A file of an app is `<app>.<room>.<shelf>…`, or stands at the app's root. A room imports rooms before it in its app's
list and the floor; within a room, and between two, a shelf imports shelves up to its own. Nothing is outside the lists.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOOR = "emulation.core"
ROOF = (
    "emulation.desk",
    "emulation.urls",
    "emulation.celery",
    "emulation.wsgi",
    "emulation.settings",
    "emulation.launcher",
)
ROOMS = {
    "clusters": (
        "organisations",
        "membership",
        "people",
        "attachments",
        "sheets",
        "indicators",
        "directives",
        "campaigns",
        "exemplars",
        "regulation",
        "reference",
        "pacts",
        "figures",
        "scores",
        "conferences",
        "tasks",
        "results",
        "ballots",
        "year",
        "mergers",
    ),
    "awards": (
        "catalogue",
        "rows",
        "register",
        "totals",
        "records",
        "lists",
        "year_lists",
        "procedures",
        "eligibility",
        "conflicts",
        "nominations",
        "submissions",
        "review",
        "councils",
        "sittings",
        "decisions",
        "certificates",
        "publication",
    ),
    "reports": (
        "document",
        "runs",
        "versions",
        "followed",
        "six_month",
        "pact",
        "regulation",
        "ballot_count",
        "minutes",
        "year_result",
        "year_end",
        "signing",
        "province",
        "form_0601",
        "agreement",
        "batches",
        "schedule",
        "nomination",
        "sitting",
        "decision",
        "certificate",
        "publication",
    ),
}
SHELVES = (
    "rules",
    "models",
    "access",
    "words",
    "intake",
    "material",
    "compose",
    "render",
    "actions",
    "forms",
    "views",
    "duties",
    "urls",
)
ROOT_FILES = {"admin", "apps", "duties", "management", "models", "tasks", "templatetags", "urls"}
PUBLIC_SHELVES = {"rules", "models"}
PUBLIC_ROOT = {"models", "duties"}
OPEN_ROOMS = {("clusters", "attachments")}  # every app files papers (docs/adr/0022, 0026)
APPS = tuple(ROOMS)
PURE_FLOOR = {
    f"emulation.core.{name}"
    for name in ("period", "flow", "access", "actor", "quantity", "numbers", "dates", "text", "paper", "errors", "duty")
}


@dataclass(frozen=True)
class Place:
    """Where a module of an app stands; `room` is empty at the app's root."""

    app: str
    room: str
    shelf: str

    @property
    def order(self) -> int:
        return ROOMS[self.app].index(self.room)

    @property
    def is_public(self) -> bool:
        if (self.app, self.room) in OPEN_ROOMS:
            return True
        return self.shelf in (PUBLIC_SHELVES if self.room else PUBLIC_ROOT)


def place_of(module: str) -> Place | None:
    """None for what is no module of the three apps; a LookupError for a file that stands nowhere."""
    app, *inner = module.split(".")
    if app not in ROOMS or not inner:
        return None
    if inner[0] in ROOMS[app]:
        shelf = inner[1] if len(inner) > 1 else "rules"
        if shelf not in SHELVES:
            raise LookupError(f"{module}: “{shelf}” is no shelf")
        return Place(app, inner[0], shelf)
    if inner[0] in ROOT_FILES:
        return Place(app, "", inner[0])
    raise LookupError(f"{module}: “{inner[0]}” is neither a room nor a file of the root")


def modules():
    for top in ("emulation", *APPS):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


ALL = dict(modules())


def imported(path: Path):
    """Modules, as far as the house has them; what is imported from a module counts as that module."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in ALL else node.module


def is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def objection(name: str, target: str) -> str | None:
    """Why the module `name` may not import `target`."""
    here = place_of(name)
    in_floor = is_within(name, FLOOR)
    if here is None and not in_floor:
        return None
    if not target.startswith(("emulation", *APPS)):
        outside = target.split(".")[0] in ("django", "celery", "psycopg2")
        return "rules are pure" if here and here.shelf == "rules" and outside else None
    if any(is_within(target, roof) for roof in ROOF):
        return "the roof is imported by nobody"
    if is_within(target, FLOOR):
        pure = any(is_within(target, module) for module in PURE_FLOOR)
        return "rules use only the pure modules of the floor" if here and here.shelf == "rules" and not pure else None
    there = place_of(target)
    if there is None:
        return None
    if here is None:
        return "the floor knows no app"
    if APPS.index(there.app) > APPS.index(here.app):
        return "a lower app tells a higher one nothing"
    if there.app != here.app:
        return None if there.is_public else "of another app only models, rules and duties are public"
    if not here.room:
        return None
    if not there.room:
        return "a room imports rooms, never the root"
    if there.order > here.order:
        return f"{here.room} comes before {there.room}"
    if SHELVES.index(there.shelf) > SHELVES.index(here.shelf):
        return f"{here.shelf} does not import {there.shelf}"
    return None


def test_the_walk_sees_the_house():
    assert {"emulation.core.period", "clusters.pacts.models.pact", "emulation.urls"} <= ALL.keys()


def test_every_file_has_its_room_and_shelf():
    nowhere = []
    for name in ALL:
        try:
            place_of(name)
        except LookupError as error:
            nowhere.append(str(error))
    assert nowhere == []


def test_imports_follow_the_order_of_rooms_and_shelves():
    broken = [
        f"{name} imports {target}: {why}"
        for name, path in ALL.items()
        for target in imported(path)
        if (why := objection(name, target))
    ]
    assert broken == []


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("clusters.pacts.views.signing", "clusters.scores.models.score"),
        ("clusters.pacts.rules.flow", "clusters.pacts.models.pact"),
        ("clusters.pacts.models.pact", "clusters.models"),
        ("clusters.pacts.rules.flow", "django.db"),
        ("emulation.core.period", "clusters.models"),
        ("clusters.year.views.page", "emulation.desk.journal"),
    ],
)
def test_an_import_against_the_order_is_seen(name, target):
    assert objection(name, target)


def test_only_the_clock_reads_the_clock():
    readers = []
    for name, path in ALL.items():
        if name == "emulation.core.clock" or name.startswith(("emulation.launcher", "emulation.core.management")):
            continue
        source = path.read_text()
        if any(word in source for word in ("timezone.now(", "datetime.now(", "date.today(", "localdate(")):
            readers.append(name)
    assert readers == []
