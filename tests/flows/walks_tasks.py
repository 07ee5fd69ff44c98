"""Who may do what when with what a unit owes of a task, as the unit and the office that gave it would say it."""

from clusters.models import OrganisationKind
from clusters.tasks.actions import ASSIGNMENT, report_done, take_step
from tests.clusters.campaigns.make import make_office
from tests.clusters.tasks.make import make_task
from tests.flows.standing import Allowed, Walks

ALLOWED = (
    Allowed("its office's officer", "report", "owed", "reported"),
    Allowed("the holding body's officer", "accept", "reported", "done"),
    Allowed("the holding body's officer", "send_back", "reported", "owed"),
)
PROVED = {"text": "Đã làm", "document": "Báo cáo 1/BC"}


def ready(state, step):
    city = make_office()
    unit = make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)
    owed = make_task(city, units=[unit]).assignments.get()
    if state == "owed":
        return owed, PROVED if step == "report" else {}
    reported = report_done(owed, actor=unit.officer, **PROVED)
    return (take_step(reported, "accept", actor=city.officer) if state == "done" else reported), {}


WALKS = Walks(ASSIGNMENT, ALLOWED, ready)
