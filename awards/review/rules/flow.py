"""What was done to many dossiers at once is undone, until the next stage has opened one. Pure.

A course of its own over the states of a dossier (`awards.nominations.rules.flow`): these steps lead back only as long
as the deed that they undo is at hand.
"""

from dataclasses import dataclass
from enum import StrEnum

from awards.nominations.rules.terms import NominationState as S
from awards.review.rules.terms import BulkKind
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class UndoHindrance(StrEnum):
    NOT_OURS = "not_ours"
    OPENED = "opened"


@dataclass(frozen=True)
class UndoCase:
    """`is_ours`: the person did the deed that is undone, with this dossier among many, and has not undone it yet.
    `was_opened`: the next stage looked at it."""

    is_ours: bool = False
    was_opened: bool = False


def the_deed_was_ours(case: UndoCase) -> str | None:
    return None if case.is_ours else UndoHindrance.NOT_OURS


def nobody_opened_it(case: UndoCase) -> str | None:
    return UndoHindrance.OPENED if case.was_opened else None


GUARDS = (the_deed_was_ours, nobody_opened_it)
FLOW = Flow(
    name="nomination_undo",
    initial=S.REVIEW,
    steps=(
        Step("undo_forward", (S.SUBMITTED,), S.REVIEW, (R.RECEIVER,), GUARDS),
        Step("undo_council", (S.COUNCIL,), S.REVIEW, (R.HOLDER_OFFICER,), GUARDS),
        Step("undo_return", (S.DRAFT,), S.REVIEW, (R.RECEIVER, R.OWN_OFFICER), GUARDS),
    ),
)
UNDOES = {BulkKind.FORWARD: "undo_forward", BulkKind.COUNCIL: "undo_council", BulkKind.RETURN: "undo_return"}
