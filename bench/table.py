"""The lines that `make bench` prints: milliseconds, those of the floor, the ratio, its limit."""

import sys
from dataclasses import dataclass, field


@dataclass
class Table:
    over: list[str] = field(default_factory=list)

    def head(self, title):
        say(f"\n{title}\n{'':<36}{'ms':>9}{'floor ms':>10}{'ratio':>8}")

    def measured(self, title, seconds, *, floor=None, limit=None):
        """`floor` in seconds; over `limit` times it is too slow."""
        line = f"{title:<36}{seconds * 1000:>9.1f}"
        if floor is not None:
            ratio = seconds / floor
            line += f"{floor * 1000:>10.1f}{ratio:>7.1f}x"
            if limit is not None:
                late = ratio > limit
                line += f"  {'OVER' if late else 'within'} {limit}x"
                self.over += [title] if late else []
        say(line)


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
