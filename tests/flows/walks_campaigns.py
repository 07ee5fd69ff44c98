"""Who may do what when with a campaign, as the office that launches it would say it."""

from itertools import count

from clusters.campaigns.actions.campaigns import CAMPAIGN, take_step
from tests.clusters.campaigns.make import launched, make_office, prepared
from tests.flows.standing import Allowed, Walks

ALLOWED = (
    Allowed("its office's approver", "launch", "draft", "launched"),
    Allowed("its office's officer", "drop", "draft", "dropped"),
)


_numbers = count(1)


def ready(state, step):
    office = make_office(f"Thành phố {next(_numbers)}")
    if state == "launched":
        return launched(office), {}
    campaign = prepared(office)
    if state == "dropped":
        campaign = take_step(campaign, "drop", why="Không cần nữa", actor=office.officer)
    return campaign, {}


WALKS = Walks(CAMPAIGN, ALLOWED, ready)
