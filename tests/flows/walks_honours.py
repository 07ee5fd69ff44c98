"""Who may do what when with a line of the register, as the office that keeps it would say it."""

from datetime import date

from awards.register.actions.honours import HONOUR
from awards.register.rules.terms import HonourStatus
from tests.awards.register.honours.typing import TODAY, said
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation
from tests.flows.standing import MACHINE, Allowed, Walks

ALLOWED = (
    Allowed("its office's officer", "correct", "in_force", "in_force"),
    Allowed("its office's approver", "revoke", "in_force", "revoked"),
    Allowed("its office's approver", "restore", "revoked", "in_force"),
    # by a later decision that names the one it came by
    Allowed(MACHINE, "suspend", "in_force", "suspended"),
    Allowed(MACHINE, "revoke", "in_force", "revoked"),
    Allowed(MACHINE, "revoke", "suspended", "revoked"),
    Allowed(MACHINE, "restore", "suspended", "in_force"),
    Allowed(MACHINE, "restore", "revoked", "in_force"),
)
ASKED = {
    "correct": {"said": said(name="Nguyễn Thị Mậu"), "same_seen": None, "on": TODAY},
    "revoke": {"day": date(2023, 6, 1), "basis": "QĐ 45/QĐ-UBND", "on": TODAY},
    "suspend": {"day": date(2023, 6, 1), "basis": "QĐ 45/QĐ-UBND", "on": TODAY},
    "restore": {},
}


def ready(state, step):
    honour = make_honour(make_organisation(), status=HonourStatus(state))
    return honour, {"version": honour.version, **ASKED[step]}


WALKS = Walks(HONOUR, ALLOWED, ready)
