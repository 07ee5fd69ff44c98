class Refusal(Exception):
    """A deed that may not be done now, as a sentence for the person who asked: what, where, what to do.

    `field` names the form field the sentence belongs to, when there is one.
    """

    def __init__(self, message, *, field: str | None = None):
        super().__init__(message)
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)


class Overtaken(Refusal):
    """Somebody else changed it since it was read; `theirs` is what stands there now."""

    def __init__(self, message, *, theirs: str):
        super().__init__(message)
        self.theirs = theirs
