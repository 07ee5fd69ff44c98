#!/usr/bin/env python
import errno
import os
import signal
import sys

from emulation.launcher.demonstration import take_stored_day
from emulation.settings.env import EnvironmentProblem

UNWRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT}


def main():
    settings = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings.dev")
    if settings == "emulation.settings.dev":
        take_stored_day()
    try:
        if not os.environ.get("DATABASE_URL", "").strip() and settings != "emulation.settings.prod":
            start_database("test" if settings == "emulation.settings.test" else "run")
        from django.core.management import execute_from_command_line  # noqa: PLC0415  (reads the environment set above)

        execute_from_command_line(sys.argv)
    except EnvironmentProblem as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped at your request. What was finished is kept; the next start goes on from there.\n")
        sys.exit(128 + signal.SIGINT)
    except OSError as problem:
        if problem.errno not in UNWRITABLE or problem.filename is None:
            raise
        sys.exit(
            f"{problem.filename} cannot be written ({problem.strerror})."
            " Make room or give this account the right to write there, or set VAR_DIR to another folder."
        )


def start_database(purpose):
    from emulation.launcher.postgres import ensure  # noqa: PLC0415  (not needed where DATABASE_URL is set)
    from emulation.launcher.problem import LaunchProblem  # noqa: PLC0415

    try:
        os.environ["DATABASE_URL"] = ensure(purpose)
    except LaunchProblem as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
