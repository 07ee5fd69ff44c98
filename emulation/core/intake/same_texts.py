"""Equal texts as one object, as far as they are remembered, and how much all of them weigh. Pure."""

from collections.abc import Callable
from sys import getsizeof

from emulation.core.intake.kinds import MOST_TEXT

MOST_REMEMBERED = 200_000


class TooMuchText(ValueError):
    """No list of honours says so many different things: holding them would take the machine's memory."""


class SameTexts:
    """`made`: what is kept of a text. Raises `TooMuchText` once what it gave out weighs more than `MOST_TEXT` bytes; a
    text that was forgotten and comes again is an object of its own, and weighs again."""

    def __init__(self, made: Callable[[str], str] = str):
        self._made = made
        self._same: dict[str, str] = {}
        self._weight = 0

    def __call__(self, text: str) -> str:
        found = self._same.get(text)
        if found is None:
            if len(self._same) >= MOST_REMEMBERED:
                self._same.clear()
            found = self._same[text] = self._made(text)
            self._weight += getsizeof(found)
            if self._weight > MOST_TEXT:
                raise TooMuchText
        return found
