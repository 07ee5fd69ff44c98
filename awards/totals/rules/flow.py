"""What becomes of a declared total: corrected, withdrawn; one withdrawn by mistake is declared anew. Pure."""

from awards.totals.rules.terms import TotalState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step

FLOW = Flow(
    name="declared-total",
    initial=TotalState.IN_FORCE,
    steps=(
        Step("correct", (TotalState.IN_FORCE,), TotalState.IN_FORCE, (R.OWN_OFFICER,), needs_reason=True),
        Step(
            "withdraw",
            (TotalState.IN_FORCE,),
            TotalState.WITHDRAWN,
            (R.OWN_OFFICER, R.OWN_APPROVER),
            needs_reason=True,
        ),
    ),
    final=(TotalState.WITHDRAWN,),
)
