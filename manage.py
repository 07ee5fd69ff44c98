#!/usr/bin/env python
import os
import sys

from emulation.launcher.demonstration import take_stored_day
from emulation.settings.env import EnvironmentProblem


def main():
    settings = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings.dev")
    if settings == "emulation.settings.dev":
        take_stored_day()
    if not os.environ.get("DATABASE_URL", "").strip() and settings != "emulation.settings.prod":
        start_database("test" if settings == "emulation.settings.test" else "run")
    from django.core.management import execute_from_command_line  # noqa: PLC0415  (reads the environment set above)

    try:
        execute_from_command_line(sys.argv)
    except EnvironmentProblem as problem:
        sys.exit(str(problem))


def start_database(purpose):
    from emulation.launcher.postgres import ensure  # noqa: PLC0415  (not needed where DATABASE_URL is set)
    from emulation.launcher.problem import LaunchProblem  # noqa: PLC0415

    try:
        os.environ["DATABASE_URL"] = ensure(purpose)
    except LaunchProblem as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
