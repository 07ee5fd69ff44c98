"""Where files lie that people send and the house makes: a folder (`folder`), or buckets of an S3-compatible store
(`bucket`), which several machines share. Three parts of it, by their alias in `STORAGES`: `default`; `seal`, the last
seal of the audit; `ballot_parts`, which no backup takes in and which keeps no versions (decision 37).

Each of them has `replace(name, content)` besides what Django's storages have: whole at once, whatever lay there before.
"""

from django.utils.translation import gettext as _

BESIDE = ".read"  # ends the name of what was read from a file, and lies beside it
PASSING = "thi-dua-passing-"  # begins the names of the machine's own temporary folders


class StoreSilent(ConnectionError):
    """The store does not answer, or refuses what it must not refuse. Nothing is known of the file."""


def is_silent_store(problem: BaseException | None) -> bool:
    """The problem itself, or one that it came of."""
    while problem is not None:
        if isinstance(problem, StoreSilent):
            return True
        problem = problem.__cause__ or problem.__context__
    return False


def silent_store_in_words() -> str:
    return _(
        "The store of files does not answer, so nothing was saved or changed. Try again in a few minutes; if it goes "
        "on, tell the system administrator."
    )
