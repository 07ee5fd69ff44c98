"""Who may see and do what: awards, the register, dossiers, Councils, decisions."""

from emulation.core.access.relations import EVERYBODY, RW, R, Relation, Rows

ROWS: Rows = {
    "award": EVERYBODY,
    "procedure": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "work_calendar": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "honour_batch": {Relation.OWN: R, Relation.OWN_OFFICER: RW | {"undo"}, Relation.OWN_APPROVER: R | {"undo"}},
    "honour": EVERYBODY | {Relation.OWN_OFFICER: RW, Relation.OWN_APPROVER: R | {"revoke"}},
    "honour_out_of_force": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW,
        Relation.OWN_APPROVER: R | {"revoke"},
    },
    # the own office reads births and identity numbers as it reads the line; whoever else may, asks, and it is logged
    "honour_personal": {Relation.OWN: R | {"read_unasked"}, Relation.CENTRAL: R},
    "declared_total": EVERYBODY | {Relation.OWN_OFFICER: RW | {"withdraw"}, Relation.OWN_APPROVER: R | {"withdraw"}},
    "declared_total_withdrawn": {Relation.OWN: R},
    # people and collectives of an office's book of records; what their years were like; what they declare to hold
    "subject": {
        **dict.fromkeys((Relation.OWN, Relation.OWN_APPROVER, Relation.CENTRAL), R),
        Relation.OWN_OFFICER: RW,
    },
    "year_record": {
        **dict.fromkeys((Relation.OWN, Relation.OWN_APPROVER, Relation.CENTRAL), R),
        Relation.OWN_OFFICER: RW,
    },
    "declared_honour": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW,
        Relation.OWN_APPROVER: R | {"confirm"},
        **dict.fromkeys((Relation.CENTRAL, Relation.HOLDER_APPROVER), R),
    },
    # conferred by the province, declared in the book of a unit of it: the province's approver confirms
    "declared_of_province": {
        **dict.fromkeys((Relation.OWN, Relation.OWN_APPROVER, Relation.CENTRAL), R),
        Relation.OWN_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"confirm"},
    },
    # conferred by the State, a ministry or another province: the central board confirms
    "declared_of_state": {
        **dict.fromkeys((Relation.OWN, Relation.OWN_APPROVER), R),
        Relation.OWN_OFFICER: RW,
        Relation.CENTRAL: R | {"confirm"},
    },
    # the share of an award that a province sets for itself
    "title_share": EVERYBODY | {Relation.OWN_OFFICER: RW},
    "register_export": {Relation.NAMED: R},
    # a dossier: before it is sent nobody has received it; whose turn it is says what is wanted, and decides
    "nomination": {
        Relation.OWN: R,
        Relation.RECEIVER: R,
        Relation.HOLDER_SECRETARY: R | {"minute"},
        Relation.SENDER_APPROVER: R | {"fetch_back"},
    },
    "nomination_draft": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW | {"withdraw"},
        Relation.OWN_APPROVER: R | {"send", "withdraw"},
        Relation.RECEIVER: R,
    },
    "nomination_review": {
        Relation.OWN: R,
        Relation.RECEIVER: R,
        Relation.HOLDER_OFFICER: R | {"review"},
        Relation.HOLDER_APPROVER: R | {"decide"},
        Relation.HOLDER_SECRETARY: R | {"minute"},
    },
    # what the minutes of a Council say of it, opinions of bodies among it
    "nomination_minutes": dict.fromkeys(
        (Relation.RECEIVER, Relation.HOLDER_OFFICER, Relation.HOLDER_APPROVER, Relation.HOLDER_SECRETARY), R
    ),
    # a body's opinion of a dossier: read by the body and by the desks that appraise, never by the nominator
    "consultation": {
        Relation.OWN: R,
        **dict.fromkeys((Relation.OWN_OFFICER, Relation.OWN_APPROVER), R | {"answer"}),
        Relation.RECEIVER: R,
        Relation.HOLDER_OFFICER: R | {"enter"},
    },
    "nomination_papers": dict.fromkeys((Relation.OWN_OFFICER, Relation.HOLDER_OFFICER, Relation.HOLDER_SECRETARY), RW),
    # out of conflict of interest: oneself at any desk that has or had it; who decides there lets others in again
    "nomination_recusal": {
        Relation.RECEIVER: frozenset({"recuse"}),
        Relation.HOLDER_OFFICER: frozenset({"recuse"}),
        Relation.HOLDER_APPROVER: frozenset({"recuse", "lift"}),
    },
    # kin that a person declares; nobody else reads who they are
    "declared_kin": {Relation.NAMED: RW},
    # what a body knows of a dossier on its desk: who looks into it there; who assigns, moderates, tells the unit why
    "review": {
        Relation.RECEIVER: R,
        Relation.HOLDER_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"assign"},
    },
    # an opinion is its writer's alone until all that were asked for are given (docs/adr/0032)
    "appraisal": {Relation.NAMED: RW},
    "bulk_deed": {Relation.NAMED: R | {"undo"}},
    # the Council beside a body: who sits in it; its sittings, kept by its secretary, for whoever is called to them
    "council": EVERYBODY | {Relation.HOLDER_SECRETARY: RW},
    "sitting": {
        **dict.fromkeys((Relation.HOLDER_OFFICER, Relation.HOLDER_APPROVER, Relation.NAMED), R),
        Relation.HOLDER_SECRETARY: RW,
    },
    "sitting_ballot": {Relation.NAMED: R, Relation.HOLDER_SECRETARY: RW},
    # a member's one vote; what its two tellers do
    "sitting_vote": {Relation.NAMED: RW},
    "sitting_teller": {Relation.NAMED: RW},
    # a decision on honours: drafted by the body's officer, issued by its leader
    "decision": {
        Relation.HOLDER_SECRETARY: R,
        Relation.HOLDER_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"issue"},
    },
    # a list of dossiers laid out for the public: prepared by the officer of their desk, laid out by its leader
    "publication": {
        Relation.HOLDER_SECRETARY: R,
        Relation.HOLDER_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"open"},
    },
    "sitting_minutes": dict.fromkeys((Relation.HOLDER_OFFICER, Relation.HOLDER_APPROVER, Relation.HOLDER_SECRETARY), R),
    # a list of proposals is its office's alone; whoever receives its dossiers sees those
    "submission": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW | {"withdraw"},
        Relation.OWN_APPROVER: R | {"send", "withdraw"},
    },
}
