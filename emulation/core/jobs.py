"""Kinds of work that workers can do: each app registers its own in `tasks.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from emulation.core.errors import Refusal


class JobRefused(Refusal):
    """The work cannot be done, and the sentence says why: the job fails with it and is not tried again."""


class LeaseLost(Exception):
    """Another worker holds the job now, or it was cancelled: stop without writing anything more."""


@dataclass(frozen=True)
class JobKind:
    name: str
    label: str
    unit: str
    work: Callable


KINDS: dict[str, JobKind] = {}


def job_kind(name: str, *, label, unit=""):
    """`label` names the work, `unit` what its progress counts. The function takes a `JobRun`, returns a dict."""

    def register(work):
        KINDS[name] = JobKind(name, label, unit, work)
        return work

    return register
