"""How much of a paper is looked through."""

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 300 * MEGABYTE
MOST_READ = 96 * MEGABYTE  # of XML
MOST_STEPS = 3_000_000  # about two seconds
LETTERS_A_STEP = 4
PDF_STEPS_AT_LEAST = 100_000
PDF_STEPS_A_BYTE = 1  # of the file, and of what is unpacked from it
MOST_PDF_STEPS = 4_500_000  # about four seconds; 9,000 pages printed from the web take 4.2 million
PDF_UNPACKED_AT_LEAST = MEGABYTE
PDF_UNPACKED_A_BYTE = 30
MOST_PDF_UNPACKED = 96 * MEGABYTE  # all packed objects of one file together


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


class PdfBudget:
    """What is left for one PDF of so many bytes."""

    def __init__(self, size: int) -> None:
        self.steps = min(MOST_PDF_STEPS, PDF_STEPS_AT_LEAST + PDF_STEPS_A_BYTE * size)
        self.most_steps = MOST_PDF_STEPS - self.steps
        self.unpacked = min(MOST_PDF_UNPACKED, PDF_UNPACKED_AT_LEAST + PDF_UNPACKED_A_BYTE * size)

    def step(self, count: int) -> None:
        self.steps -= max(count, 0)
        if self.steps < 0:
            raise TooMuch

    def unpack(self, content: bytes) -> bytes:
        """More unpacked, more to look through."""
        self.unpacked -= len(content)
        if self.unpacked < 0:
            raise TooMuch
        more = min(self.most_steps, PDF_STEPS_A_BYTE * len(content))
        self.steps, self.most_steps = self.steps + more, self.most_steps - more
        return content
