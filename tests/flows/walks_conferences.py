"""Who may do what when with a conference, as a head's office would say it."""

from clusters.conferences.actions.conferences import CONFERENCE, take_step
from clusters.conferences.actions.parts import set_item
from tests.clusters.conferences.make import POINT, closed, everybody_there, opened, planned
from tests.clusters.figures.make import make_two_cities
from tests.flows.standing import Allowed, Walks, alike_but

ALLOWED = (
    Allowed("the head's officer", "open", "planned", "open"),
    Allowed("the head's officer", "go_back", "open", "planned"),
    Allowed("the head's approver", "close", "open", "closed"),
    Allowed("the head's officer", "cancel", "planned", "cancelled"),
)


def ready(state, step):
    year, head, _member = make_two_cities()
    if state == "closed":
        return closed(year, head), {}
    if state == "open":
        conference = opened(year, head)
        set_item(conference, conference.items.get(), actor=head.officer, **(POINT | {"conclusion": "Nhất trí."}))
        return conference, {"conclusion": "Hội nghị thành công."}
    conference = everybody_there(planned(year, head), head)
    if state == "cancelled":
        conference = take_step(conference, "cancel", why="Hoãn", actor=head.officer)
    return conference, {}


WALKS = Walks(CONFERENCE, ALLOWED, ready, alike_but(CONFERENCE))
