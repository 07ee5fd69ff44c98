"""What a list leaves unsaid and is asked once. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proposal:
    """`rows` of the list do not say it; `value` is the commonest, "" where nothing speaks for any."""

    rows: int
    value: str
