"""Rooms above that want to know when somebody looks at a dossier, or does something with it."""

from collections.abc import Callable

from awards.nominations.models.nomination import Nomination
from emulation.core.actor import Actor

Reader = Callable[[Nomination, Actor, bool], None]
READERS: list[Reader] = []


def read_by(reader: Reader) -> None:
    if reader not in READERS:
        READERS.append(reader)


def tell_of_reading(nomination: Nomination, actor: Actor, *, writes: bool = False) -> None:
    """`writes`: in the transaction of a deed that changes the dossier, its page open or not."""
    for reader in READERS:
        reader(nomination, actor, writes)
