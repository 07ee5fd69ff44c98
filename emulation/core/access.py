"""The table "who may see and do what". Pages, flows, sets of records and refusals all read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Relation(StrEnum):
    """How a logged-in person stands to a record; each person may stand in several at once.

    KEEPER keeps the cluster of the record's year, as a province its blocks. NAMED is named in the record itself.
    RECEIVER is of a body that the record was sent to, HOLDER_OFFICER and HOLDER_APPROVER of the body whose turn it is:
    who looks into it there, and who decides (docs/adr/0027). HOLDER_SECRETARY keeps the papers of that body's Council;
    SENDER_APPROVER is of the body that passed it on (docs/adr/0030). SYSTEM is nobody: a step of a flow that follows by
    itself from another deed, or that a worker takes."""

    OWN = "own"
    OWN_OFFICER = "own_officer"
    OWN_APPROVER = "own_approver"
    SAME_CLUSTER_YEAR = "same_cluster_year"
    HEAD = "head"
    HEAD_OFFICER = "head_officer"
    HEAD_APPROVER = "head_approver"
    CENTRAL = "central"
    CENTRAL_LEADER = "central_leader"
    REPORT_READER = "report_reader"
    ADMINISTRATOR = "administrator"
    KEEPER = "keeper"
    NAMED = "named"
    RECEIVER = "receiver"
    HOLDER_OFFICER = "holder_officer"
    HOLDER_APPROVER = "holder_approver"
    HOLDER_SECRETARY = "holder_secretary"
    SENDER_APPROVER = "sender_approver"
    SYSTEM = "system"
    OTHER = "other"


ITS_OWN = frozenset({Relation.OWN, Relation.OWN_OFFICER, Relation.OWN_APPROVER})


@dataclass(frozen=True)
class Whose:
    """Whose a record is, as ids: organisations it is of, cluster years it belongs to, people it names (a teller of a
    ballot, who asked for an export). `beside`: cluster years that it concerns besides; their members and heads stand to
    it as members. `of_the_head`: what the head does for the whole cluster is the head's own. `is_kept_from`: whether an
    actor has a conflict of interest with it (docs/adr/0033); to such a one only `ITS_OWN` remains, or nothing where not
    `remains_its_own`."""

    organisations: frozenset[int] = frozenset()
    cluster_years: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    of_the_head: bool = False
    received_by: frozenset[int] = frozenset()
    held_by: frozenset[int] = frozenset()
    sent_by: frozenset[int] = frozenset()
    is_kept_from: Callable[[Any], bool] | None = field(default=None, compare=False)
    remains_its_own: bool = True


class Record(Protocol):
    """What a person can stand in a relation to. `table_row`: the subject under which the table has it, which may follow
    its state; not called `subject`, for records have subjects of their own that people enter."""

    @property
    def whose(self) -> Whose: ...

    @property
    def table_row(self) -> str: ...


@dataclass(frozen=True)
class Door:
    subject: str
    deed: str = "read"


R = frozenset({"read"})
RW = frozenset({"read", "write"})
EVERYBODY = dict.fromkeys(Relation, R)

TABLE: dict[str, dict[Relation, frozenset[str]]] = {
    "watch": {},
    # pages for everybody, without logging in
    "public": {},
    "home": dict.fromkeys(Relation, R),
    "own_account": dict.fromkeys(Relation, RW),
    "account": {Relation.ADMINISTRATOR: RW},
    "organisation": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "merger": {Relation.ADMINISTRATOR: RW},
    "cluster": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    "post": EVERYBODY | {Relation.ADMINISTRATOR: RW},
    # once launched; what the launching office enters; of the whole country; before that; where it came to nothing
    "campaign": EVERYBODY | {Relation.OWN_OFFICER: RW},
    "campaign_work": {Relation.OWN_OFFICER: RW, Relation.CENTRAL: RW},
    "campaign_of_state": EVERYBODY | {Relation.CENTRAL: RW},
    "campaign_draft": {
        Relation.OWN: R,
        Relation.OWN_OFFICER: RW,
        Relation.OWN_APPROVER: R | {"launch"},
    },
    "campaign_dropped": {Relation.OWN: R},
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
        Relation.OWN_OFFICER: RW | {"answer"},
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
    "exemplar": EVERYBODY | {Relation.OWN_OFFICER: RW},
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
        Relation.CENTRAL: R,
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
    "paper": dict.fromkeys((Relation.OWN, Relation.SAME_CLUSTER_YEAR, Relation.HEAD, Relation.CENTRAL), R),
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
    "job": dict.fromkeys(Relation, RW),
    "job_asked_for": {Relation.NAMED: RW},
    "audit": {Relation.OWN_APPROVER: R, Relation.CENTRAL_LEADER: R, Relation.ADMINISTRATOR: R},
    "audit_in_confidence": {Relation.OWN: R},
    "admin_site": {Relation.ADMINISTRATOR: RW},
}


def allows(relations: Iterable[Relation], door: Door) -> bool:
    """What is in no row is for nobody."""
    row = TABLE.get(door.subject, {})
    return any(door.deed in row.get(relation, frozenset()) for relation in relations)


def door(subject: str, deed: str = "read"):
    """Marks a view function with the door it stands behind."""

    def mark(view):
        view.door = Door(subject, deed)
        return view

    return mark
