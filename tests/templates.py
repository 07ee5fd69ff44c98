"""Databases made once and then cloned. Each is named by a hash of all that makes it, so it is kept between runs and
made anew when something of that changes:

    migrated    empty tables            migrations, what they import, installed packages
    reference   with reference data     that, and the application's code and data
    shown       with the demonstration  that, and today's date; files go with it

A template takes no connections and gets its name only when it is complete: a broken run leaves none that is half made.
"""

import ast
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

from tests import services

PROJECT = Path(__file__).resolve().parent.parent
APPLICATION = ("emulation", "clusters", "awards", "reports")


@cache
def migrated_name() -> str:
    return name_of("migrated", [PROJECT / "requirements.txt", *with_imports(application_files("migrations/*.py"))])


@cache
def reference_name() -> str:
    return name_of("reference", application_files("*.py", "*.csv"), of=migrated_name())


@cache
def shown_name() -> str:
    """What it records of the real clock is at most a day old, and its files lie where they were made."""
    return name_of("shown", [], of=f"{reference_name()} {date.today()} {files_of('')}")


def all_names() -> set[str]:
    return {migrated_name(), reference_name(), shown_name()}


def files_of(name: str) -> Path:
    return Path(os.environ["TESTS_KEEP_IN"]) / name


def reference(manage: Callable[[str, Path, str], None]) -> str:
    """The template's name. `manage(database, folder, command)` runs a command of manage.py there."""
    return complete(reference_name(), manage, "migrate", "load_reference", of=lambda: migrated(manage))


def migrated(manage) -> str:
    return complete(migrated_name(), manage, "migrate")


def shown(manage) -> tuple[str, Path]:
    """(the template's name, the folder with its files)"""
    name = complete(shown_name(), manage, "demo", of=lambda: reference(manage))
    return name, files_of(name)


def complete(name: str, manage, *commands: str, of: Callable[[], str] | None = None) -> str:
    """The template `name`; made where it is missing, by `commands` in a clone of the template `of` or from nothing."""
    with services.one_at_a_time(name) as cursor:
        if services.exists(cursor, name) and files_of(name).is_dir():
            return name
        part = name + services.BEING_MADE
        for remains in (name, part):
            services.drop(remains)
            shutil.rmtree(files_of(remains), ignore_errors=True)
        services.clone(of() if of else "template1", part)
        files_of(part).mkdir(parents=True)
        for command in commands:
            manage(part, files_of(part), command)
        files_of(part).rename(files_of(name))
        services.close_and_rename(cursor, part, name)
    return name


def drop_superseded() -> None:
    """Templates of other states of the project, unless another session of the tests uses them."""
    for name in services.templates_nobody_uses():
        if name.removesuffix(services.BEING_MADE) not in all_names():
            services.drop(name)
            shutil.rmtree(files_of(name), ignore_errors=True)


def name_of(kind: str, files: Iterable[Path], of: str = "") -> str:
    said = hashlib.sha256(of.encode())
    for path in sorted(files):
        said.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{services.PREFIX}{kind}_{said.hexdigest()[:16]}"


def application_files(*patterns: str) -> list[Path]:
    return [path for top in APPLICATION for pattern in patterns for path in (PROJECT / top).rglob(pattern)]


def with_imports(files: Iterable[Path]) -> set[Path]:
    """The files, and the modules of the application that they import, whatever the way there."""
    found, waiting = set(), list(files)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += imported(path)
    return found


def imported(path: Path) -> list[Path]:
    modules = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    named = [PROJECT.joinpath(*module.split(".")) for module in modules if module.split(".")[0] in APPLICATION]
    return [file for place in named for file in (place.with_suffix(".py"), place / "__init__.py") if file.exists()]
