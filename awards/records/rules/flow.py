"""What becomes of an honour that an office declares. A reviewer of the level that conferred it confirms: for awards of
the State, and those of ministries and other provinces, the central board; for one of the province that a unit
declares in its own book, the province's approver; else the approver of the office. Pure."""

from awards.records.rules.terms import DeclaredState as S
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step

FLOW = Flow(
    name="declared_honour",
    initial=S.DECLARED,
    steps=(
        Step("hand_up", (S.DECLARED,), S.AT_CENTRE, (R.SYSTEM,)),
        Step("hand_to_province", (S.DECLARED,), S.AT_PROVINCE, (R.SYSTEM,)),
        Step("confirm", (S.DECLARED,), S.CONFIRMED, (R.OWN_APPROVER,)),
        Step("refuse", (S.DECLARED,), S.REFUSED, (R.OWN_APPROVER,), needs_reason=True),
        Step("confirm_as_centre", (S.AT_CENTRE,), S.CONFIRMED, (R.CENTRAL,)),
        Step("refuse_as_centre", (S.AT_CENTRE,), S.REFUSED, (R.CENTRAL,), needs_reason=True),
        Step("confirm_as_province", (S.AT_PROVINCE,), S.CONFIRMED, (R.HOLDER_APPROVER,)),
        Step("refuse_as_province", (S.AT_PROVINCE,), S.REFUSED, (R.HOLDER_APPROVER,), needs_reason=True),
        Step("withdraw", (S.DECLARED, S.AT_CENTRE, S.AT_PROVINCE), S.WITHDRAWN, (R.OWN_OFFICER,), needs_reason=True),
    ),
    final=(S.CONFIRMED, S.REFUSED, S.WITHDRAWN),
)
