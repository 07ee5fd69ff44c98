"""Equal texts as one object, as far as they are remembered, and how much all of them weigh. Pure."""

from collections.abc import Callable
from sys import getsizeof
from typing import Any

from emulation.core.intake.kinds import MOST_TEXT

MOST_REMEMBERED = 200_000


class TooMuchText(ValueError):
    """No list of honours says so many different things: holding them would take the machine's memory."""


class SameTexts(dict[Any, str]):
    """`same[text]` is what is kept of the text, `made` of it once. Raises `TooMuchText` when what it gave out weighs
    more than `MOST_TEXT` bytes; a text that was forgotten and comes again is an object of its own, and weighs again.
    `are_held`: the texts stay where they come from, and one that is kept as it is weighs nothing more."""

    def __init__(self, made: Callable[[Any], str], *, are_held: bool = False):
        super().__init__()
        self._made = made
        self._are_held = are_held
        self._weight = 0

    def __missing__(self, text: Any) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[text] = self._made(text)
        if not self._are_held or found is not text:
            self._weight += getsizeof(found)
        if self._weight > MOST_TEXT:
            raise TooMuchText
        return found
