"""Fields that are saved one by one as they are left, and what became of each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from django.utils import timezone

from emulation.core import clock
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.errors import Overtaken, Refusal


@dataclass(frozen=True, kw_only=True)
class SavedField:
    """`text` is what the person sees, `seen` what stands in the database: they differ after a refusal, and `theirs` is
    given where somebody else was quicker."""

    text: str
    seen: str
    trouble: str = ""
    theirs: str | None = None
    refusal: str = ""
    saved_at: str = ""


Field = TypeVar("Field", bound=SavedField)


def saved(field: Field, deed: Callable[[], dict]) -> Field:
    """`deed` saves the text and gives what is to be shown of it now."""
    try:
        with refusing_clashes():
            shown = deed()
    except Overtaken as overtaken:
        return replace(field, theirs=overtaken.theirs, refusal=overtaken.message)
    except Refusal as refusal:
        return replace(field, refusal=refusal.message)
    return replace(field, saved_at=f"{timezone.localtime(clock.real_now()):%H:%M}", **shown)
