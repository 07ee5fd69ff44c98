"""Who may do what when with a dossier, as the offices it passes through would say it."""

from datetime import date

from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.steps import take_step
from awards.nominations.rules.terms import DossierPlace
from tests.awards.nominations.make import ended_with_heir, make_nomination, make_nominators, sent, taken_up
from tests.flows.standing import Allowed, Walks, alike_but

OFFICER, APPROVER = "its office's officer", "its office's approver"
REVIEWER, LEADER = "the holding body's officer", "the holding body's approver"
SECRETARY, SENDER = "the secretary of the holding body's Council", "the approver of the body that passed it on"
ALLOWED = (
    Allowed(OFFICER, "present", "draft", "presented"),
    Allowed(OFFICER, "take_back", "presented", "draft"),
    Allowed(APPROVER, "give_back", "presented", "draft"),
    Allowed(APPROVER, "submit", "draft", "submitted"),
    Allowed(APPROVER, "submit", "presented", "submitted"),
    Allowed(APPROVER, "recall", "submitted", "draft"),
    Allowed(REVIEWER, "take_up", "submitted", "review"),
    Allowed(REVIEWER, "return", "review", "draft"),
    Allowed(LEADER, "forward", "review", "submitted"),
    Allowed(REVIEWER, "put_to_council", "review", "council"),
    Allowed(REVIEWER, "look_again", "council", "review"),
    Allowed(SECRETARY, "look_again", "council", "review"),
    Allowed(SENDER, "fetch_back", "submitted", "review"),
    *(Allowed(who, "take_over", state, "draft") for who in (OFFICER, APPROVER) for state in ("draft", "presented")),
    Allowed(LEADER, "award", "council", "awarded"),
    Allowed(LEADER, "decline", "review", "declined"),
    Allowed(LEADER, "decline", "council", "declined"),
    Allowed(OFFICER, "withdraw", "draft", "withdrawn"),
    *(Allowed(APPROVER, "withdraw", state, "withdrawn") for state in ("draft", "presented", "submitted", "review")),
)
BY_DECISION = {"decision_number": "12/QĐ-UBND", "decision_date": date(2023, 7, 7)}


def ready(state, step):
    """A unit's dossier at its city; one that is passed on is for an award of the State, and lies unopened at the board
    where its sender fetches it back. One that is taken over is of a unit that has ended, with the other as its heir."""
    offices = make_nominators()
    unit, city = offices.unit, offices.city
    nomination = make_nomination(unit, award="KT_NN" if step in ("forward", "fetch_back") else "KT_TINH")
    if state == "presented":
        nomination = take_step(nomination, "present", actor=unit.officer)
    if state == "submitted":
        nomination = sent(nomination, unit)
        if step == "fetch_back":
            nomination = take_step(nomination, "take_up", actor=city.officer)
            nomination = take_step(nomination, "forward", actor=city.approver)
    if step == "take_over" and state in ("draft", "presented"):
        ended_with_heir(nomination)
    if state in ("review", "council", "awarded", "declined"):
        nomination = taken_up(nomination, unit, city)
    if state == "review" and step == "return":
        pin_comment(nomination, DossierPlace.WHOLE, text="Bổ sung", actor=city.officer)
    if state in ("council", "awarded"):
        if step in ("forward", "fetch_back"):
            nomination = _there(nomination, state)
        else:
            nomination = take_step(nomination, "put_to_council", actor=city.officer)
    if state == "awarded":
        nomination = _there(nomination, state)
    if state == "declined":
        nomination = take_step(nomination, "decline", why="Không đủ điều kiện", actor=city.approver)
    if state == "withdrawn":
        nomination = take_step(nomination, "withdraw", why="Trùng hồ sơ", actor=unit.approver)
    return nomination, BY_DECISION if step == "award" else {}


def _there(nomination, state):
    type(nomination).objects.filter(pk=nomination.pk).update(state=state, **BY_DECISION)
    nomination.refresh_from_db()
    return nomination


WALKS = Walks(
    NOMINATION, ALLOWED, ready, alike_but(NOMINATION, "forward", "fetch_back", "take_over", "return", "award")
)
