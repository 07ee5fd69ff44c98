"""Who may do what when with a decision on honours, as the body that makes it would say it."""

from awards.decisions.actions.course import DECISION
from awards.decisions.actions.decisions import IssueSaid, drop_decision
from tests.awards.decisions.make import agreed_dossier, drafted, fresh, issued
from tests.awards.sittings.make import make_room
from tests.clusters.people.make import make_user
from tests.flows.standing import Allowed, Walks, alike_but
from tests.periods import DAY

OFFICER, APPROVER = "the holding body's officer", "the holding body's approver"
ALLOWED = (
    Allowed(APPROVER, "issue", "draft", "issued"),
    Allowed(APPROVER, "drop", "draft", "dropped"),
    Allowed(OFFICER, "drop", "draft", "dropped"),
)


def ready(state, step):
    """The people of `standing` bear the number 1; a bystander has it, who never had a hand in the dossier."""
    make_user()
    room = make_room()
    dossier = agreed_dossier(room)
    decision = issued(room, dossier) if state == "issued" else drafted(room, dossier)
    if state == "dropped":
        drop_decision(decision, why="Thử", actor=room.offices.city.officer)
    return fresh(decision), {"said": IssueSaid("12", "QĐ-UBND", DAY, signer_name="Thử")}


WALKS = Walks(DECISION, ALLOWED, ready, alike_but(DECISION))
