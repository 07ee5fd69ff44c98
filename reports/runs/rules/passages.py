"""The parts of a report that the head writes in its own words. Pure."""

from enum import StrEnum

LONGEST = 20_000


class PassagePlace(StrEnum):
    """In the order of the report."""

    SITUATION = "situation"
    PROBLEMS = "problems"
    TASKS = "tasks"
