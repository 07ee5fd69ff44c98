"""Who may see and do what: reports and what is signed of them."""

from emulation.core.access.relations import EVERYBODY, RW, R, Relation, Rows

ROWS: Rows = {
    "report": EVERYBODY,
    # it prints the points of the members, so it is for whom the result is for, and for the organisation that signed it
    "year_end_report": dict.fromkeys(
        (
            Relation.OWN,
            Relation.SAME_CLUSTER_YEAR,
            Relation.HEAD,
            Relation.KEEPER,
            Relation.CENTRAL,
            Relation.REPORT_READER,
            Relation.ADMINISTRATOR,
        ),
        R,
    ),
    "report_seal": {Relation.OWN_APPROVER: frozenset({"sign"})},
    # to a report of a closed year, which nobody heads any more
    "report_correction": {Relation.OWN: RW, Relation.OWN_APPROVER: RW | {"sign"}, Relation.CENTRAL: R},
    # the original of what an organisation signed: filed by itself, read by whoever reads the paper
    "signed_paper": {Relation.OWN: RW},
    "report_draft": {Relation.HEAD: RW, Relation.HEAD_APPROVER: RW | {"sign"}, Relation.CENTRAL: R},
    # the pages that sign, correct and put away a report of either kind
    "report_signing": dict.fromkeys((Relation.HEAD_APPROVER, Relation.OWN_APPROVER), frozenset({"sign"})),
    "report_work": dict.fromkeys((Relation.HEAD, Relation.OWN_OFFICER, Relation.OWN_APPROVER), RW),
    # whether the numbers of a report of either kind agree
    "report_agreement": dict.fromkeys(
        (Relation.HEAD, Relation.OWN_OFFICER, Relation.OWN_APPROVER, Relation.CENTRAL), R
    ),
    "province_report": dict.fromkeys((Relation.OWN, Relation.CENTRAL, Relation.REPORT_READER), R),
    "province_report_draft": {
        Relation.OWN_OFFICER: RW,
        Relation.OWN_APPROVER: RW | {"sign"},
        Relation.CENTRAL: R,
    },
    # reports of all clusters or provinces, made together
    "report_batch": {Relation.CENTRAL: RW},
    # the days on which drafts of reports are made by themselves
    "report_schedule": EVERYBODY | {Relation.CENTRAL: RW},
    # a conference that a province holds by itself, without a cluster
    "province_conference": dict.fromkeys((Relation.OWN, Relation.CENTRAL), R)
    | {Relation.OWN_OFFICER: RW, Relation.OWN_APPROVER: RW},
}
