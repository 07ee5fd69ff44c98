"""One thing that waits for a person, as every app's `duties.py` gives it to the home page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Duty:
    """`title` says what, `why` says why it is this person's, `url` is the exact place, `due` the last day."""

    title: str
    url: str
    why: str = ""
    due: date | None = None
