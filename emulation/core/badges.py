"""How a state is shown: its word with a drawing beside it, on a tone. Colour never speaks alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)


class Tone(StrEnum):
    """The name of its class in `components.css`: grey not begun or over, blue under way, green done, amber waits for
    somebody, red late or failed."""

    PLAIN = ""
    GOING = "going"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True)
class Badge:
    """`icon`: a name of `emulation.core.icons`."""

    word: str
    tone: Tone
    icon: str


def words_of(badges: Mapping[State, Badge]) -> dict[State, str]:
    """The words alone, as choices of a model's field and wherever a state is only named."""
    return {state: badge.word for state, badge in badges.items()}
