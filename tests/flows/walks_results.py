"""Who may do what when with the result of a year, as a head's office would say it."""

from clusters.results.actions.course import RESULT
from clusters.results.actions.freezing import withdraw_result
from clusters.results.actions.results import begin_later_act
from tests.clusters.figures.make import make_two_cities
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import OFFICE, make_year_result
from tests.flows.standing import Allowed, Walks, alike_but

ALLOWED = (
    Allowed("the head's approver", "freeze", "draft", "frozen"),
    Allowed("the head's officer", "withdraw", "draft", "withdrawn"),
)


def ready(state, step):
    """A draft is a later act, for the first result of a year is not withdrawn."""
    year, head, member = make_two_cities()
    make_scheme(cluster_year=year, adopted=True)
    first, second = head.organisation, member.organisation
    result = make_year_result(cluster_year=year, places=[(first, 90), (second, 80)], acclaimed=first, head=second)
    if state != "frozen":
        result = begin_later_act(result, why="Kết luận thử", document="Quyết định thử", actor=head.officer)
    if state == "withdrawn":
        result = withdraw_result(result, why="Nhầm năm", actor=head.officer)
    return result, {"office": OFFICE} if step == "freeze" else {}


WALKS = Walks(RESULT, ALLOWED, ready, alike_but(RESULT, "freeze"))
