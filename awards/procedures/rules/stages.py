"""What is wrong with the stages that a procedure chooses. Pure."""

from collections.abc import Sequence
from enum import StrEnum

from awards.procedures.rules.terms import BODIES_OF, Body, Stage


class StageFault(StrEnum):
    NONE_CHOSEN = "none_chosen"
    NOT_ITS_BODY = "not_its_body"
    TWICE = "twice"
    DECIDED_NOT_LAST = "decided_not_last"
    NOTHING_BEFORE_DECISION = "nothing_before_decision"


def stage_faults(chosen: Sequence[tuple[Stage, Body]]) -> list[StageFault]:
    """A procedure ends with its one decision, and something comes before it; each stage by a body that takes it."""
    if not chosen:
        return [StageFault.NONE_CHOSEN]
    faults = []
    if any(body not in BODIES_OF[stage] for stage, body in chosen):
        faults.append(StageFault.NOT_ITS_BODY)
    if len(set(chosen)) < len(chosen):
        faults.append(StageFault.TWICE)
    if [stage for stage, _ in chosen].count(Stage.DECIDE) != 1 or chosen[-1][0] is not Stage.DECIDE:
        faults.append(StageFault.DECIDED_NOT_LAST)
    elif len(chosen) == 1:
        faults.append(StageFault.NOTHING_BEFORE_DECISION)
    return faults
