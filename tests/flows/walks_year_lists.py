"""Who may do what when with a list of years, as the office that keeps the book would say it."""

from awards.year_lists.actions.course import YEAR_LIST
from tests.awards.year_lists.make import make_year_list
from tests.clusters.organisations.make import make_organisation
from tests.flows.standing import MACHINE, Allowed, Walks

OFFICER = "its office's officer"
ALLOWED = (
    Allowed(MACHINE, "check", "received", "checked"),
    Allowed(MACHINE, "give_up", "received", "unreadable"),
    Allowed(OFFICER, "take", "checked", "taken"),
    Allowed(OFFICER, "put_aside", "received", "aside"),
    Allowed(OFFICER, "put_aside", "checked", "aside"),
)


def ready(state, step):
    return make_year_list(make_organisation(), state=state), {}


WALKS = Walks(YEAR_LIST, ALLOWED, ready)
