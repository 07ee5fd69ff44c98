"""Files that no row names: of a deed that was refused or broken off after its file was written, of a list that was sent
and never kept, half of a file whose worker was killed. They are removed when nobody can be at work on them any more."""

import logging
import posixpath
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.core.files.storage import storages
from django.db import models

from emulation.core import clock
from emulation.core.storage import BESIDE, PASSING

logger = logging.getLogger(__name__)
AT_ONCE = 500
LEFT_ALONE = timedelta(days=7)  # long enough to see that a restored dump is older than the files beside it
PASSING_LEFT_ALONE = timedelta(days=1)


def sweep() -> int:
    """How many were removed. Asks one question for each kind of row that names files, for every `AT_ONCE` files."""
    place, removed = storages["default"], 0
    for names in _in_pieces(place, ""):  # before the question: whatever is filed from now on is not in them
        for name in names - _named(names):
            if _is_left(place, name):
                logger.warning("the stray file %s is removed", name)
                place.delete(name)
                removed += 1
    return removed


def sweep_passing() -> int:
    """On this machine: folders in which a worker that was killed had been writing."""
    left = [one for one in Path(tempfile.gettempdir()).glob(f"{PASSING}*") if _is_old(one)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _in_pieces(place, folder: str) -> Iterator[set[str]]:
    try:
        folders, files = place.listdir(folder)
    except FileNotFoundError:
        return
    for begin in range(0, len(files), AT_ONCE):
        yield {posixpath.join(folder, name) for name in files[begin : begin + AT_ONCE]}
    for inner in folders:
        yield from _in_pieces(place, posixpath.join(folder, inner))


def _named(names: set[str]) -> set[str]:
    """Those that a row names, and what lies beside such a file."""
    asked = names | {name.removesuffix(BESIDE) for name in names}
    found: set[str] = set()
    for field in _file_fields():
        rows = field.model._base_manager.filter(**{f"{field.name}__in": list(asked)})
        found.update(rows.values_list(field.name, flat=True))
    return {name for name in names if name in found or name.removesuffix(BESIDE) in found}


def _file_fields() -> list[models.FileField]:
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.FileField)
    ]


def _is_left(place, name: str) -> bool:
    try:
        return abs(clock.real_now() - place.get_modified_time(name)) > LEFT_ALONE
    except FileNotFoundError:  # whoever wrote it removed it just now
        return False


def _is_old(folder: Path) -> bool:
    try:
        return abs(clock.real_now().timestamp() - folder.stat().st_mtime) > PASSING_LEFT_ALONE.total_seconds()
    except FileNotFoundError:
        return False
