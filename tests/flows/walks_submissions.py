"""Who may do what when with a list of proposals, as its office would say it."""

from awards.submissions.actions.course import SUBMISSION
from tests.awards.nominations.make import make_nomination, make_nominators
from tests.awards.submissions.make import make_submission
from tests.flows.standing import MACHINE, Allowed, Walks, alike_but

OFFICER, APPROVER = "its office's officer", "its office's approver"
ALLOWED = (
    Allowed(MACHINE, "read", "received", "judged"),
    Allowed(MACHINE, "give_up", "received", "unreadable"),
    Allowed(APPROVER, "send", "judged", "sent"),
    Allowed(APPROVER, "send", "sent", "sent"),
    Allowed(OFFICER, "withdraw", "judged", "withdrawn"),
    Allowed(APPROVER, "withdraw", "judged", "withdrawn"),
)


def ready(state, step):
    unit = make_nominators().unit
    return make_submission(unit.organisation, state=state, nomination=make_nomination(unit)), {}


WALKS = Walks(SUBMISSION, ALLOWED, ready, alike_but(SUBMISSION))
