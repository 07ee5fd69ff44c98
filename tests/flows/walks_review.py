"""Who may undo what, of dossiers that took a step among many."""

from awards.review.actions.bulk import UNDO, do_together, seen_as
from awards.review.rules.terms import BulkKind
from tests.awards.nominations.make import make_nomination, make_nominators, taken_up
from tests.awards.review.make import make_criteria, review_of
from tests.flows.standing import Allowed, Walks

KINDS = {"undo_forward": BulkKind.FORWARD, "undo_council": BulkKind.COUNCIL, "undo_return": BulkKind.RETURN}
OFFICER, APPROVER = "the holding body's officer", "the holding body's approver"
ALLOWED = (
    Allowed(OFFICER, "undo_forward", "submitted", "review"),  # a body that it was sent to, as the one that passed it on
    Allowed(APPROVER, "undo_forward", "submitted", "review"),
    Allowed("the secretary of the holding body's Council", "undo_forward", "submitted", "review"),
    Allowed("the approver of the body that passed it on", "undo_forward", "submitted", "review"),
    Allowed("the approver of the body that passed it on", "undo_return", "draft", "review"),
    Allowed(OFFICER, "undo_council", "council", "review"),
    Allowed("its office's officer", "undo_return", "draft", "review"),  # where it appraises what it nominates itself
)


def ready(state, step):
    """A unit's dossier at its city. That the deed was this very person's is asked before the walk."""
    offices = make_nominators()
    award = "KT_NN" if step == "undo_forward" else "KT_TINH"
    make_criteria(award)
    nomination = taken_up(make_nomination(offices.unit, award=award), offices.unit, offices.city)
    review = review_of(nomination)
    kind = KINDS[step]
    actor = offices.city.approver if kind is BulkKind.FORWARD else offices.city.officer
    deed = do_together(kind, [seen_as(review)], remark="Bổ sung" if kind is BulkKind.RETURN else "", actor=actor)
    nomination.refresh_from_db()
    if nomination.state != state:
        type(nomination).objects.filter(pk=nomination.pk).update(state=state)
        nomination.refresh_from_db()
    return nomination, {"deed": deed, "line": deed.lines.get()}


WALKS = Walks(UNDO, ALLOWED, ready)
