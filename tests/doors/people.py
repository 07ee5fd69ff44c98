"""Who knocks: how each stands to pages that speak of nothing in particular, and to the records of the world."""

from dataclasses import dataclass

from emulation.core.access import Relation


@dataclass(frozen=True)
class Person:
    """`to_lists`: how they stand to pages that speak of nothing in particular; `to_world`: to the records of `world`."""

    to_lists: frozenset
    to_world: frozenset


O = Relation  # noqa: E741  (a table reads better with one letter)
SENT_TO_OFFICERS = frozenset({O.RECEIVER, O.HOLDER_OFFICER})
SENT_TO_APPROVERS = frozenset({O.RECEIVER, O.HOLDER_APPROVER})
SENT_TO_SECRETARIES = frozenset({O.RECEIVER, O.HOLDER_SECRETARY})
PEOPLE = {
    "own officer": Person(
        frozenset({O.OTHER, O.NAMED, O.OWN, O.OWN_OFFICER, O.HEAD, O.HEAD_OFFICER, O.SAME_CLUSTER_YEAR})
        | SENT_TO_OFFICERS,
        frozenset({O.OTHER, O.NAMED, O.OWN, O.OWN_OFFICER, O.HEAD, O.HEAD_OFFICER, O.SAME_CLUSTER_YEAR}),
    ),
    "own approver": Person(
        frozenset(
            {
                O.OTHER,
                O.NAMED,
                O.OWN,
                O.OWN_APPROVER,
                O.HEAD,
                O.HEAD_APPROVER,
                O.SAME_CLUSTER_YEAR,
                O.SENDER_APPROVER,
            }
        )
        | SENT_TO_APPROVERS,
        frozenset({O.OTHER, O.OWN, O.OWN_APPROVER, O.HEAD, O.HEAD_APPROVER, O.SAME_CLUSTER_YEAR}),
    ),
    "member's officer": Person(
        frozenset({O.OTHER, O.NAMED, O.OWN, O.OWN_OFFICER, O.SAME_CLUSTER_YEAR}) | SENT_TO_OFFICERS,
        frozenset({O.OTHER, O.SAME_CLUSTER_YEAR}),
    ),
    "stranger's officer": Person(
        frozenset({O.OTHER, O.NAMED, O.OWN, O.OWN_OFFICER}) | SENT_TO_OFFICERS, frozenset({O.OTHER})
    ),
    "central reviewer": Person(
        frozenset({O.OTHER, O.NAMED, O.CENTRAL}) | SENT_TO_OFFICERS, frozenset({O.OTHER, O.CENTRAL}) | SENT_TO_OFFICERS
    ),
    "central leader": Person(
        frozenset({O.OTHER, O.NAMED, O.CENTRAL, O.CENTRAL_LEADER}) | SENT_TO_APPROVERS,
        frozenset({O.OTHER, O.CENTRAL, O.CENTRAL_LEADER}) | SENT_TO_APPROVERS,
    ),
    "report reader": Person(frozenset({O.OTHER, O.NAMED, O.REPORT_READER}), frozenset({O.OTHER, O.REPORT_READER})),
    "administrator": Person(frozenset({O.OTHER, O.NAMED, O.ADMINISTRATOR}), frozenset({O.OTHER, O.ADMINISTRATOR})),
    "council secretary": Person(
        frozenset({O.OTHER, O.NAMED}) | SENT_TO_SECRETARIES, frozenset({O.OTHER}) | SENT_TO_SECRETARIES
    ),
    "without mandate": Person(frozenset(), frozenset()),
}
