"""Who may see and do what: bodies, clusters and what is done in their years."""

from emulation.core.access.relations import EVERYBODY, RW, R, Relation, Rows

ROWS: Rows = {
    "organisation": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "merger": {Relation.ADMINISTRATOR: RW},
    "cluster": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "post": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    # once launched; what the launching office enters; of the whole country; before that; where it came to nothing;
    # recorded by mistake
    "campaign": EVERYBODY | {Relation.OWN_OFFICER: RW},
    "campaign_work": {Relation.OWN_OFFICER: RW, Relation.CENTRAL: RW},
    "campaign_of_state": EVERYBODY | {Relation.CENTRAL: RW},
    "campaign_draft": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW,
        Relation.OWN_APPROVER: R | {"launch"},
    },
    "campaign_dropped": {Relation.OWN: R},
    "campaign_struck_out": dict.fromkeys((Relation.OWN, Relation.CENTRAL), R),
    # a unit's part in a campaign; the office that launched it inspects it, the central board any
    "participation": EVERYBODY
    | {
        Relation.OWN_OFFICER: RW,
        Relation.HOLDER_OFFICER: R | {"inspect"},
        Relation.CENTRAL: R | {"inspect"},
    },
    "inspection": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: R | {"repair"},
        Relation.HOLDER_OFFICER: R,
        Relation.HOLDER_APPROVER: R,
        Relation.CENTRAL: R,
    },
    # a task of the office that keeps it, shown to the cluster at whose conference it was given; what a unit owes of it
    "task": {
        **dict.fromkeys((Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER), R),
        Relation.OWN_OFFICER: RW,
        Relation.CENTRAL: R,
    },
    # what an office asks of the body above it, or of the central board: whoever is asked answers
    "request": {
        **dict.fromkeys((Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER), R),
        Relation.OWN_OFFICER: RW,
        Relation.HOLDER_OFFICER: R | {"answer"},
        Relation.HOLDER_APPROVER: R,
        Relation.CENTRAL: R | {"answer"},
    },
    "task_struck_out": {Relation.OWN: R},
    "assignment": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: R | {"report"},
        Relation.HOLDER_OFFICER: R | {"accept"},
        Relation.HOLDER_APPROVER: R,
        Relation.CENTRAL: R,
    },
    # a card that a board has recognised; before that; struck out; a unit's use of one
    "exemplar": EVERYBODY
    | {
        Relation.OWN_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"recognise"},
        Relation.CENTRAL_LEADER: R | {"recognise"},
    },
    "exemplar_card": {
        **dict.fromkeys((Relation.OWN, Relation.HOLDER_OFFICER, Relation.CENTRAL), R),
        Relation.OWN_OFFICER: RW,
        Relation.HOLDER_APPROVER: R | {"recognise"},
        Relation.CENTRAL_LEADER: R | {"recognise"},
    },
    "exemplar_struck_out": {Relation.OWN: R},
    "adoption": EVERYBODY | {Relation.OWN_OFFICER: RW},
    # a paper of an office that launches the emulation of a year
    "directive": EVERYBODY | {Relation.OWN_OFFICER: RW},
    "directive_struck_out": {Relation.OWN: R},
    "indicator": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "figures": dict.fromkeys(
        (Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R
    ),
    "figures_draft": {Relation.OWN: R, Relation.OWN_OFFICER: RW, Relation.OWN_APPROVER: R | {"approve"}},
    "figures_submitted": {
        Relation.OWN: R,
        Relation.HEAD: R | {"accept"},
        Relation.KEEPER: R,
        Relation.CENTRAL: R,
    },
    "figures_accepted": dict.fromkeys(
        (Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R
    ),
    # what the figures score so far, told beside them
    "figures_points": {Relation.OWN: R},
    "scheme": dict.fromkeys(
        (Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL, Relation.ADMINISTRATOR), R
    ),
    "scheme_draft": {
        **dict.fromkeys((Relation.HEAD, Relation.KEEPER, Relation.CENTRAL, Relation.ADMINISTRATOR), R),
        Relation.HEAD_OFFICER: RW,
        Relation.HEAD_APPROVER: R | {"adopt"},
    },
    "sheet_dates": {Relation.HEAD_OFFICER: RW},
    # reminding members of what the year waits for
    "year_reminder": {Relation.HEAD_OFFICER: RW},
    "pact": dict.fromkeys(
        (
            Relation.OWN,
            Relation.SAME_CLUSTER_YEAR,
            Relation.HEAD,
            Relation.KEEPER,
            Relation.CENTRAL,
            Relation.REPORT_READER,
        ),
        R,
    ),
    "pact_draft": {Relation.HEAD: R, Relation.HEAD_OFFICER: RW, Relation.HEAD_APPROVER: R | {"sign"}},
    "pact_asked": dict.fromkeys((Relation.HEAD, Relation.SAME_CLUSTER_YEAR), R),
    "pact_in_force": dict.fromkeys(
        (Relation.HEAD, Relation.SAME_CLUSTER_YEAR, Relation.KEEPER, Relation.CENTRAL, Relation.REPORT_READER), R
    ),
    "pact_answer": {Relation.OWN_OFFICER: RW, Relation.OWN_APPROVER: RW | {"sign"}},
    "conference": dict.fromkeys((Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
    "conference_draft": {Relation.HEAD_OFFICER: RW, Relation.HEAD_APPROVER: R | {"close", "sign"}},
    "ballot": dict.fromkeys((Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
    "ballot_draft": {Relation.HEAD_OFFICER: RW},
    "ballot_vote": {Relation.OWN_APPROVER: RW},
    # one of a member's own people, named in the ballot
    "ballot_teller": dict.fromkeys((Relation.OWN_OFFICER, Relation.OWN_APPROVER, Relation.NAMED), RW),
    "scores": dict.fromkeys(
        (Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R
    ),
    # before points are frozen: who has not finished, the table of all points, papers beside them
    "scores_unfrozen": dict.fromkeys((Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
    # who scored whom
    "scores_scorers": dict.fromkeys((Relation.KEEPER, Relation.CENTRAL), R),
    "scores_own": {Relation.OWN: R, Relation.OWN_OFFICER: RW},
    "scores_panel": {Relation.HEAD_OFFICER: RW, Relation.HEAD_APPROVER: R | {"freeze"}},
    # the page; whose office appraises says the regulation: the head's, of which the central board is told, or the board
    # and who keeps the cluster
    "scores_appraisal": dict.fromkeys((Relation.HEAD_OFFICER, Relation.CENTRAL, Relation.OWN_OFFICER), RW),
    "scores_appraised_by_head": {Relation.HEAD_OFFICER: RW, Relation.CENTRAL: R},
    "scores_appraised_by_board": dict.fromkeys((Relation.CENTRAL, Relation.OWN_OFFICER), RW),
    "result": dict.fromkeys(
        (
            Relation.SAME_CLUSTER_YEAR,
            Relation.HEAD,
            Relation.KEEPER,
            Relation.CENTRAL,
            Relation.REPORT_READER,
            Relation.ADMINISTRATOR,
        ),
        R,
    ),
    "result_draft": {
        **dict.fromkeys((Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
        Relation.HEAD_OFFICER: RW,
        Relation.HEAD_APPROVER: R | {"freeze", "sign"},
    },
    "result_withdrawn": dict.fromkeys((Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
    # on the page of a cluster's year: its stages with who is late; what was left undone when it was closed
    "year_stages": dict.fromkeys((Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL), R),
    "year_left_undone": dict.fromkeys(
        (Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.KEEPER, Relation.CENTRAL, Relation.ADMINISTRATOR), R
    ),
    "paper_own": {Relation.OWN: RW},
    # of campaigns of the whole country
    "paper_of_centre": {Relation.CENTRAL: RW},
    "paper": dict.fromkeys((Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.CENTRAL), R),
}
