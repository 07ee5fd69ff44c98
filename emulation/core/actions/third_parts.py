"""Where the third part of a ballot's key lies while votes are cast: in a place that holds nothing else, outside the
database and outside every backup (`storages["ballot_parts"]`). Once the count or the annulment has committed it is
overwritten and removed; then what the database's files still hold of the votes opens with no passphrase.

`docs/adr/0037-third-part-of-a-ballots-key.md` says against whom this protects, and against whom not.
"""

from datetime import timedelta
from functools import partial
from secrets import token_hex

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _

from emulation.core import clock
from emulation.core.ballot_box import KEY_BYTES
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.models import SealedBallot
from emulation.core.storage import StoreSilent

BEING_OPENED = timedelta(minutes=10)  # one younger than this may belong to a ballot whose opening has not committed yet


def keep(part: bytes) -> str:
    """The name under which it is found again. Kept before the opening commits; where that fails, it is a leftover and
    `sweep` removes it. Refuses where what is removed would stay as a version."""
    try:
        return _place().save(token_hex(16), ContentFile(part))
    except PermissionError as problem:
        raise Refusal(
            _(
                "The place where the third part of the key must lie cannot be used: it is closed to writing, or keeps "
                "versions of what is removed. The vote was not opened. Tell the system administrator."
            )
        ) from problem


def kept(name: str) -> bytes | None:
    """None where it is lost: gone, cut short, or not to be read on this machine. A store that does not answer has lost
    nothing: `StoreSilent`."""
    try:
        with _place().open(name) as held:
            part = held.read()
    except StoreSilent:
        raise
    except OSError:
        return None
    return part if len(part) == KEY_BYTES else None


def is_lost(ballot: SealedBallot) -> bool:
    """A ballot that was opened before there were third parts has none to lose."""
    return ballot.state == BallotState.OPEN and ballot.third_part != "" and kept(ballot.third_part) is None


def remove_once_committed(name: str) -> None:
    """A removal that fails does not undo what has committed; `sweep` tries again."""
    if name:
        transaction.on_commit(partial(_place().delete, name), robust=True)


def sweep() -> int:
    """How many were removed that belong to no open ballot: of an opening that was taken back, or of a count after which
    the process was killed."""
    place = _place()
    try:
        found = place.listdir("")[1]  # before the question: whoever opens later is not in it
    except FileNotFoundError:
        return 0
    wanted = set(SealedBallot.objects.filter(state=BallotState.OPEN).values_list("third_part", flat=True))
    left = [name for name in found if name not in wanted and abs(clock.real_now() - _written(name)) > BEING_OPENED]
    for name in left:
        place.delete(name)
    return len(left)


def _place():
    return storages["ballot_parts"]


def _written(name: str):
    """The moment; now where somebody else has just removed it."""
    try:
        return _place().get_modified_time(name)
    except FileNotFoundError:
        return clock.real_now()
