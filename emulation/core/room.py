"""Whether there was no room left: on the disk of the files, or on the database server's."""

import errno

from django.utils.translation import gettext as _
from psycopg2.errors import DiskFull

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_out_of_room(problem: BaseException | None) -> bool:
    """The problem itself, or one that it came of."""
    while problem is not None:
        if isinstance(problem, DiskFull) or (isinstance(problem, OSError) and problem.errno in NO_ROOM):
            return True
        problem = problem.__cause__ or problem.__context__
    return False


def out_of_room_in_words() -> str:
    return _(
        "The server has no room left to store anything, so nothing was saved. "
        "Tell the system administrator; send it again when there is room."
    )
