"""Who may do what when with a sealed ballot of a conference, as a head's office would say it. Whoever is named in it is
one of its two tellers."""

from clusters.ballots.actions.ballots import annul
from emulation.core.actions.ballots import BALLOT, Named
from emulation.core.actions.paper_votes import PaperCount
from emulation.core.ballot_flow import BallotWay
from tests.clusters.ballots.make import (
    FIRST,
    SECOND,
    counted,
    fresh,
    make_meeting,
    prepared,
    vote_all,
    voting,
    with_passphrases,
)
from tests.flows.standing import Allowed, Walks, alike_but

ALLOWED = (
    Allowed("the head's officer", "open", "prepared", "open"),
    Allowed("the head's officer", "enter_paper", "prepared", "counted"),
    Allowed("the head's officer", "annul", "prepared", "annulled"),
    Allowed("the head's officer", "annul", "open", "annulled"),
    Allowed("who is named in it", "count", "open", "counted"),
)


def ready(state, step):
    meeting = make_meeting()
    if state == "counted":
        held = counted(meeting)
    elif state == "open":
        held = voting(meeting)
        vote_all(meeting, held, (1, 0, 0, 0, 0))
    elif step == "enter_paper":
        held = prepared(meeting, way=BallotWay.ON_PAPER, first_teller="Ông A", second_teller="Bà B")
    else:
        held = with_passphrases(meeting, prepared(meeting))
    if state == "annulled":
        annul(held, why="Thử", actor=meeting.head.officer)
    units = meeting.units
    return fresh(held), {
        "held_by": held,
        "eligible": len(units),
        "voters": [Named(one.pk, one.name) for one in units],
        "passphrases": (FIRST, SECOND),
        "count": PaperCount(5, 5, 5, 5, 0, {one.pk: 1 for one in units}),
    }


WALKS = Walks(BALLOT, ALLOWED, ready, alike_but(BALLOT, "enter_paper"))
