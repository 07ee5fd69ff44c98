"""What becomes of an honour once it is in the register. Undoing a whole list is that list's flow. A step of nobody
follows from a later decision that names the one it came by (docs/adr/0042). Pure."""

from dataclasses import dataclass
from enum import StrEnum

from awards.register.rules.terms import HonourStatus
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class HonourHindrance(StrEnum):
    LIST_UNDONE = "list_undone"
    SAME_IN_FORCE = "same_in_force"


@dataclass(frozen=True)
class HonourCase:
    """What the guards look at: whether the list it came with was undone, whether the very same is in force by now."""

    list_undone: bool = False
    same_in_force: bool = False


def its_list_stands(case: HonourCase) -> str | None:
    return HonourHindrance.LIST_UNDONE if case.list_undone else None


def nothing_took_its_place(case: HonourCase) -> str | None:
    return HonourHindrance.SAME_IN_FORCE if case.same_in_force else None


FLOW = Flow(
    name="honour",
    initial=HonourStatus.IN_FORCE,
    steps=(
        Step("correct", (HonourStatus.IN_FORCE,), HonourStatus.IN_FORCE, (R.OWN_OFFICER,), needs_reason=True),
        Step("suspend", (HonourStatus.IN_FORCE,), HonourStatus.SUSPENDED, (R.SYSTEM,), needs_reason=True),
        Step("revoke", (HonourStatus.IN_FORCE,), HonourStatus.REVOKED, (R.OWN_APPROVER, R.SYSTEM), needs_reason=True),
        Step("revoke", (HonourStatus.SUSPENDED,), HonourStatus.REVOKED, (R.SYSTEM,), needs_reason=True),
        Step("restore", (HonourStatus.SUSPENDED,), HonourStatus.IN_FORCE, (R.SYSTEM,), needs_reason=True),
        Step(
            "restore",
            (HonourStatus.REVOKED,),
            HonourStatus.IN_FORCE,
            (R.OWN_APPROVER, R.SYSTEM),
            (its_list_stands, nothing_took_its_place),
            needs_reason=True,
        ),
    ),
)
