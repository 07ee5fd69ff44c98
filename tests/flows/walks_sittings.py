"""Who may do what when with a sitting of a Council, as its secretary would say it."""

from datetime import timedelta

from awards.sittings.actions.course import SITTING
from awards.sittings.actions.sittings import cancel_sitting
from awards.sittings.models.results import results_of, seen_as
from tests.awards.sittings.make import (
    again,
    asked_in_writing,
    attended,
    before_the_council,
    concluded,
    convened,
    make_room,
    voted,
)
from tests.flows.standing import Allowed, Walks, alike_but
from tests.periods import DAY

SECRETARY = "the secretary of the holding body's Council"
ALLOWED = (
    Allowed(SECRETARY, "open", "prepared", "open"),
    Allowed(SECRETARY, "conclude", "open", "concluded"),
    Allowed(SECRETARY, "prolong", "open", "open"),
    Allowed(SECRETARY, "cancel", "prepared", "cancelled"),
    Allowed(SECRETARY, "cancel", "open", "cancelled"),
)


def ready(state, step):
    room = make_room()
    dossier = before_the_council(room, "Phòng A")
    if (state, step) == ("open", "prolong"):
        return asked_in_writing(room, dossier), {"until": DAY + timedelta(days=9)}
    if state == "open":
        sitting = voted(room, dossier)
    elif state == "concluded":
        sitting = concluded(room, dossier)
    else:
        sitting = attended(room, convened(room, dossier))
    if state == "cancelled":
        cancel_sitting(sitting, why="Thử", actor=room.secretary)
    sitting = again(sitting)
    return sitting, {"seen": seen_as(results_of(sitting)), "conclusion": ""}


WALKS = Walks(SITTING, ALLOWED, ready, alike_but(SITTING, "prolong"))
