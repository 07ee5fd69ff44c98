"""Rooms above that want to know when somebody looks at a dossier."""

from collections.abc import Callable

from awards.nominations.models.nomination import Nomination
from emulation.core.actor import Actor

Reader = Callable[[Nomination, Actor], None]
READERS: list[Reader] = []


def read_by(reader: Reader) -> None:
    if reader not in READERS:
        READERS.append(reader)


def tell_of_reading(nomination: Nomination, actor: Actor) -> None:
    for reader in READERS:
        reader(nomination, actor)
