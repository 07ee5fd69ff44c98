"""Whether the database does not answer: not there, ended, or just starting."""

import psycopg2
from psycopg2.errors import AdminShutdown, CrashShutdown

NOBODY_ANSWERED = (psycopg2.OperationalError, psycopg2.InterfaceError)  # themselves; what a server said is a subclass


def is_database_away(problem: BaseException | None) -> bool:
    """The problem itself, or one that it came of."""
    while problem is not None:
        if type(problem) in NOBODY_ANSWERED or isinstance(problem, AdminShutdown | CrashShutdown):
            return True
        problem = problem.__cause__ or problem.__context__
    return False
