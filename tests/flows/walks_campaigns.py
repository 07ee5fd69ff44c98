"""Who may do what when with a campaign, as the office that launches it would say it."""

from itertools import count

from clusters.campaigns.actions.campaigns import CAMPAIGN, take_step
from clusters.campaigns.actions.striking_out import strike_out_campaign
from tests.clusters.campaigns.make import launched, make_office, prepared, recorded
from tests.flows.standing import Allowed, Walks

ALLOWED = (
    Allowed("its office's approver", "launch", "draft", "launched"),
    Allowed("its office's officer", "drop", "draft", "dropped"),
    Allowed("its office's officer", "strike_out", "launched", "struck_out"),
    Allowed("the central reviewer", "strike_out", "launched", "struck_out"),
    Allowed("the central leader", "strike_out", "launched", "struck_out"),
)


_numbers = count(1)


def ready(state, step):
    office = make_office(f"Thành phố {next(_numbers)}")
    if step == "strike_out" and state == "launched":
        return recorded(office), {}
    if state == "struck_out":
        return strike_out_campaign(recorded(office), why="Ghi nhầm", actor=office.officer), {}
    if state == "launched":
        return launched(office), {}
    campaign = prepared(office)
    if state == "dropped":
        campaign = take_step(campaign, "drop", why="Không cần nữa", actor=office.officer)
    return campaign, {}


WALKS = Walks(CAMPAIGN, ALLOWED, ready)
