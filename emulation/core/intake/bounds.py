"""How much of a paper is looked through."""

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 300 * MEGABYTE
MOST_READ = 96 * MEGABYTE  # of XML
MOST_STEPS = 3_000_000  # about two seconds
LETTERS_A_STEP = 4


class TooMuch(Exception):
    """More in the file than is looked through."""


class OfficeBudget:
    """What is left for one Word or Excel file, and whatever is packed into it; a step is an element or attribute."""

    def __init__(self) -> None:
        self.unpacked, self.read, self.steps = MOST_UNPACKED, MOST_READ, MOST_STEPS

    def take(self, *, unpacked: int = 0, read: int = 0) -> None:
        """In bytes."""
        self.unpacked, self.read = self.unpacked - unpacked, self.read - read
        if self.unpacked < 0 or self.read < 0:
            raise TooMuch

    def step(self, count: int) -> None:
        self.steps -= count
        if self.steps < 0:
            raise TooMuch

    def look_over(self, text: str) -> None:
        self.step(len(text) // LETTERS_A_STEP)
