"""Who may see and do what: pages for everybody, accounts, jobs, the journal."""

from emulation.core.access.relations import RW, R, Relation, Rows

ROWS: Rows = {
    "watch": {},
    # pages for everybody, without logging in
    "public": {},
    "home": dict.fromkeys(Relation, R),
    "own_account": dict.fromkeys(Relation, RW),
    "account": {Relation.ADMINISTRATOR: RW},
    "job": dict.fromkeys(Relation, RW),
    "job_asked_for": {Relation.NAMED: RW},
    "audit": {Relation.OWN_APPROVER: R, Relation.CENTRAL_LEADER: R, Relation.ADMINISTRATOR: R},
    "audit_in_confidence": {Relation.OWN: R},
    "admin_site": {Relation.ADMINISTRATOR: RW},
}
