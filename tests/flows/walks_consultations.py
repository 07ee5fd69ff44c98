"""Who may do what when with a question to a consulted body, as the offices would say it."""

from awards.nominations.actions.consulting import CONSULTATION, AnswerSaid, answer_consultation, take_question_back
from tests.awards.nominations.make import asked, make_nomination, make_nominators, make_office, taken_up
from tests.clusters.organisations.make import make_organisation
from tests.flows.standing import Allowed, Walks, alike_but
from tests.periods import DAY

ALLOWED = (
    Allowed("its office's officer", "answer", "asked", "answered"),
    Allowed("its office's approver", "answer", "asked", "answered"),
    Allowed("the holding body's officer", "enter", "asked", "answered"),
    Allowed("the holding body's officer", "take_back", "asked", "withdrawn"),
)
AGREES = AnswerSaid("agrees")


def ready(state, step):
    """A city asks one of its units; the unit's own people are those of the question's office."""
    offices = make_nominators()
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    body = make_organisation(name="Chi cục Thử", kind="unit", parent=offices.city.organisation)
    question = asked(nomination, offices.city, body=body)
    if state == "answered":
        question = answer_consultation(question, AGREES, actor=make_office(body).officer)
    if state == "withdrawn":
        question = take_question_back(question, why="Không cần nữa", actor=offices.city.officer)
    return question, {} if step == "take_back" else {"said": AGREES, "on": DAY}


WALKS = Walks(CONSULTATION, ALLOWED, ready, alike_but(CONSULTATION, "take_back"))
