"""Who may do what when with a total without names, as the office that declared it would say it."""

from datetime import date
from decimal import Decimal

from awards.totals.actions.steps import TOTAL
from awards.totals.rules.terms import TotalState
from tests.awards.totals.make import TODAY, make_total
from tests.clusters.organisations.make import make_organisation
from tests.flows.standing import Allowed, Walks

ALLOWED = (
    Allowed("its office's officer", "correct", "in_force", "in_force"),
    Allowed("its office's officer", "withdraw", "in_force", "withdrawn"),
    Allowed("its office's approver", "withdraw", "in_force", "withdrawn"),
)
ASKED = {
    "correct": {"value": Decimal(6000), "number": "216/BC-UBND", "day": date(2023, 7, 6), "upload": None, "on": TODAY},
    "withdraw": {},
}


def ready(state, step):
    total = make_total(make_organisation(), state=TotalState(state))
    return total, {"version": total.version, **ASKED[step]}


WALKS = Walks(TOTAL, ALLOWED, ready)
