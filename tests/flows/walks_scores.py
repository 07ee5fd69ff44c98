"""Who may do what when with the scoring of a year, as a head's office would say it."""

from clusters.scores.actions.scoring import SCORING
from clusters.scores.rules.terms import RoundState, ScoreKind
from tests.clusters.scores.make import finish, give, make_scoring
from tests.flows.standing import Allowed, Walks, alike_but

ALLOWED = (
    Allowed("the head's officer", "open_cross", "self", "cross"),
    Allowed("the head's officer", "open_appraisal", "cross", "appraisal"),
    Allowed("the head's officer", "open_final", "appraisal", "final"),
    Allowed("the head's approver", "freeze", "final", "frozen"),
    Allowed("the head's officer", "go_back", "cross", "self"),
    Allowed("the head's officer", "go_back", "appraisal", "cross"),
    Allowed("the head's officer", "go_back", "final", "appraisal"),
)


def ready(state, step):
    """The head's own points are finished; the final ones are set. Who else is left behind, the reason given says."""
    world = make_scoring(state=RoundState(state), members=2)
    for kind in (ScoreKind.SELF, ScoreKind.CROSS):
        finish(world, kind, world.head)
    for city in world.cities if state == "final" else ():
        give(world, ScoreKind.FINAL, scored=city, scorer=None, points=0)
    return world.scoring, {}


WALKS = Walks(SCORING, ALLOWED, ready, alike_but(SCORING))
