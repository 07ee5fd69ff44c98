"""Who may do what when with a list of honours, as the office that sends it in would say it."""

from awards.lists.actions import BATCH
from awards.lists.actions.accept import taken_in
from awards.lists.actions.discard import put_aside
from awards.lists.actions.undo import taken_back
from awards.lists.rules.terms import BatchState
from tests.awards.register.make import make_batch
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_user
from tests.flows.standing import MACHINE, Allowed, Walks

OFFICER, APPROVER = "its office's officer", "its office's approver"
ALLOWED = (
    Allowed(MACHINE, "read", "received", "uploaded"),
    Allowed(MACHINE, "give_up", "received", "unreadable"),
    Allowed(MACHINE, "ask_again", "uploaded", "uploaded"),
    Allowed(MACHINE, "ask_again", "checked", "uploaded"),
    Allowed(OFFICER, "map", "uploaded", "uploaded"),
    Allowed(OFFICER, "map", "checked", "uploaded"),
    Allowed(OFFICER, "check", "uploaded", "checked"),
    Allowed(OFFICER, "check", "checked", "checked"),
    Allowed(OFFICER, "accept", "checked", "accepted"),
    Allowed(OFFICER, "discard", "received", "discarded"),
    Allowed(OFFICER, "discard", "uploaded", "discarded"),
    Allowed(OFFICER, "discard", "checked", "discarded"),
    Allowed(OFFICER, "undo", "accepted", "undone"),
    Allowed(APPROVER, "undo", "accepted", "undone"),
)
ASKED = {
    "accept": {"entered": taken_in},
    "discard": {"entered": put_aside},
    "undo": {"entered": taken_back, "seen": 0},
}


def ready(state, step):
    batch = make_batch(make_organisation(), make_user(), state=BatchState(state), good=1, mapping={"0": "name"})
    return batch, ASKED.get(step, {})


WALKS = Walks(BATCH, ALLOWED, ready)
