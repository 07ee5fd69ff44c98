"""Who may do what when with a cluster's regulation, as a head's office would say it."""

from clusters.regulation.actions.schemes import SCHEME
from tests.clusters.figures.make import make_two_cities
from tests.clusters.regulation.make import make_scheme
from tests.flows.standing import Allowed, Walks
from tests.periods import DAY

ALLOWED = (
    Allowed("the head's approver", "adopt", "draft", "adopted"),
    Allowed("the head's approver", "reopen", "adopted", "draft"),
)
ADOPTION = {"on": DAY, "votes_for": 2, "votes_cast": 2, "document": ""}


def ready(state, step):
    year, _head, _member = make_two_cities()
    made = make_scheme(cluster_year=year, adopted=state == "adopted")
    return made.scheme, ADOPTION if step == "adopt" else {}


WALKS = Walks(SCHEME, ALLOWED, ready)
