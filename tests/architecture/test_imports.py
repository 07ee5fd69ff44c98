"""Who may import whom (docs/adr/0001): changed only together with a decision record."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("emulation.core", "clusters", "awards", "reports")
ROOF = (
    "emulation.desk",
    "emulation.urls",
    "emulation.celery",
    "emulation.wsgi",
    "emulation.settings",
    "emulation.launcher",
)
LAYERS = ("rules", "models", "actions", "intake", "forms", "tasks", "views", "urls")
RANK = {"rules": 0, "models": 1, "actions": 2, "intake": 2, "forms": 3, "tasks": 3, "views": 4, "urls": 5}
PUBLIC = ("rules", "models", "duties")
PURE_FLOOR = {
    f"emulation.core.{name}"
    for name in ("period", "flow", "actor", "quantity", "numbers", "dates", "text", "errors", "duty")
}


def modules():
    for top in ("emulation", "clusters", "awards", "reports"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def app_of(name):
    return next((app for app in APPS if name == app or name.startswith(app + ".")), None)


def layer_of(name):
    app = app_of(name)
    rest = name[len(app) + 1 :].split(".")[0] if app else ""
    return rest if rest in LAYERS or rest == "duties" else None


ALL = list(modules())


def test_the_walk_sees_the_house():
    names = {name for name, _ in ALL}
    assert {"emulation.core.period", "clusters.models.cluster", "awards.rules.terms", "emulation.urls"} <= names


@pytest.mark.parametrize(("name", "path"), ALL, ids=[name for name, _ in ALL])
def test_imports_follow_the_table(name, path):
    app, layer = app_of(name), layer_of(name)
    broken = []
    for target in imported(path):
        if not target.startswith((*APPS, "emulation")):
            if layer == "rules" and target.split(".")[0] in ("django", "celery", "psycopg2"):
                broken.append(f"{target}: rules are pure")
            continue
        if app is None:
            continue
        if any(target == roof or target.startswith(roof + ".") for roof in ROOF):
            broken.append(f"{target}: the roof is imported by nobody")
            continue
        other, there = app_of(target), layer_of(target)
        if other is None:
            continue
        if APPS.index(other) > APPS.index(app):
            broken.append(f"{target}: a lower app tells a higher one nothing")
        elif other != app and other != "emulation.core" and there not in PUBLIC:
            broken.append(f"{target}: of another app only rules, models and duties are public")
        elif (
            layer == "rules"
            and other == "emulation.core"
            and not any(target == pure or target.startswith(pure + ".") for pure in PURE_FLOOR)
        ):
            broken.append(f"{target}: rules use only the pure modules of the floor")
        elif other == app and layer in RANK and there in RANK and RANK[there] > RANK[layer]:
            broken.append(f"{target}: {layer} does not import {there}")
    assert broken == []


def test_only_the_clock_reads_the_clock():
    readers = []
    for name, path in ALL:
        if name == "emulation.core.clock" or name.startswith(("emulation.launcher", "emulation.core.management")):
            continue
        source = path.read_text()
        if any(word in source for word in ("timezone.now(", "datetime.now(", "date.today(", "localdate(")):
            readers.append(name)
    assert readers == []
