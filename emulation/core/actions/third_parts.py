"""Where the third part of a ballot's key lies while votes are cast: a file of its owner's alone, in a folder that holds
nothing else, outside the database and outside every backup. Once the count or the annulment has committed it is
overwritten and removed; then what the database's files still hold of the votes opens with no passphrase.

`docs/adr/0037-third-part-of-a-ballots-key.md` says against whom this protects, and against whom not.
"""

import os
import time
from functools import partial
from pathlib import Path
from secrets import token_hex

from django.conf import settings
from django.db import transaction

from emulation.core.ballot_box import KEY_BYTES
from emulation.core.ballot_flow import BallotState
from emulation.core.models import SealedBallot

BEING_OPENED = 10 * 60  # seconds: a file younger than this may belong to a ballot whose opening has not committed yet


def keep(part: bytes) -> str:
    """The name under which it is found again. On the disk before the opening commits; where that fails, the file is
    a leftover and `sweep` removes it."""
    folder = settings.BALLOT_PARTS_DIR
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = token_hex(16)
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(part)
        file.flush()
        os.fsync(file.fileno())
    _settle_folder(folder)
    return name


def kept(name: str) -> bytes | None:
    """None where it is lost: gone, cut short, or not to be read on this machine."""
    try:
        part = (settings.BALLOT_PARTS_DIR / name).read_bytes()
    except OSError:
        return None
    return part if len(part) == KEY_BYTES else None


def is_lost(ballot: SealedBallot) -> bool:
    """A ballot that was opened before there were third parts has none to lose."""
    return ballot.state == BallotState.OPEN and ballot.third_part != "" and kept(ballot.third_part) is None


def remove_once_committed(name: str) -> None:
    """A removal that fails does not undo what has committed; `sweep` tries again."""
    if name:
        transaction.on_commit(partial(_remove, settings.BALLOT_PARTS_DIR / name), robust=True)


def sweep() -> int:
    """How many were removed that belong to no open ballot: of an opening that was taken back, or of a count after which
    the process was killed."""
    folder = settings.BALLOT_PARTS_DIR
    found = list(folder.iterdir()) if folder.is_dir() else []  # before the question: whoever opens later is not in it
    wanted = set(SealedBallot.objects.filter(state=BallotState.OPEN).values_list("third_part", flat=True))
    left = [path for path in found if path.name not in wanted and abs(time.time() - _written(path)) > BEING_OPENED]
    for path in left:
        _remove(path)
    return len(left)


def _remove(path: Path) -> None:
    try:
        with path.open("r+b") as file:
            file.write(os.urandom(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)
    _settle_folder(path.parent)


def _written(path: Path) -> float:
    """The moment; now where somebody else has just removed it."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def _settle_folder(folder: Path) -> None:
    """A name that came or went is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
