"""What a cell of a workbook that was taken out and brought back wants of the sheet. Pure."""

from enum import StrEnum


class Wish(StrEnum):
    NOTHING = "nothing"
    CHANGE = "change"
    OVERTAKEN = "overtaken"


def wish(*, was: str | None, becomes: str, now: str) -> Wish:
    """`was`: what stood there when the workbook was taken out, None where it no longer tells; `now`: what stands there.
    Who did not touch the cell leaves it to whoever changed it since; who did is told, and the other's stays."""
    if becomes in (now, was):
        return Wish.NOTHING
    return Wish.CHANGE if was is None or was == now else Wish.OVERTAKEN
