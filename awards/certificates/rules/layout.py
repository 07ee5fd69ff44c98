"""Where things stand on a certificate, in millimetres from its upper left corner. Pure.

On a full page everything is printed, on a blank only what the blank lacks. A part is a box that its words never leave;
heights are of a blank of A4 and grow with the blank."""

from dataclasses import dataclass

A4 = (297.0, 210.0)
NAME, REASON, FOOT, NUMBER = "name_at", "reason_at", "foot_at", "number_at"
HEIGHTS = {NAME: 31.0, REASON: 15.0, FOOT: 50.0, NUMBER: 42.0}
FIRST = {NAME: 91.0, REASON: 123.0, FOOT: 140.0, NUMBER: 149.0}
"""Where the parts stand until somebody says otherwise."""


@dataclass(frozen=True)
class BlankLayout:
    """`width`, `height`: of the blank; `right`, `down`: how far the printer misses; `at`: {part: its upper edge}."""

    width: float
    height: float
    right: float
    down: float
    at: dict[str, float]

    @property
    def scale(self) -> float:
        """How much larger than A4 the blank is."""
        return min(self.width / A4[0], self.height / A4[1])

    def bottom(self, part: str) -> float:
        return self.at[part] + self.down + HEIGHTS[part] * self.scale

    @property
    def off_the_page(self) -> list[str]:
        """Parts that do not stand wholly on the blank."""
        return [part for part in HEIGHTS if self.at[part] + self.down < 0 or self.bottom(part) > self.height]

    @property
    def one_upon_another(self) -> list[str]:
        """Parts into which the one above reaches; the number stands beside the foot."""
        below = {REASON: NAME, FOOT: REASON, NUMBER: REASON}
        return [part for part, above in below.items() if self.bottom(above) > self.at[part] + self.down]
