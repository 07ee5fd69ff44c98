"""Somebody leaves a dossier for a conflict of interest: nobody is in charge of it, and no opinion is waited for."""

from awards.conflicts.models.parts import Recusal
from awards.review.actions.appraising import compare_if_whole
from awards.review.actions.taking import locked_review
from awards.review.models.review import Review
from awards.review.rules.terms import AppraisalState


def hand_back(recusal: Recusal) -> None:
    """An opinion that was given stays; one that was only begun goes with the person."""
    for row in Review.objects.filter(nomination=recusal.nomination_id):
        review = locked_review(row)
        if review.handler_id == recusal.user_id:
            review.handler, review.handler_name, review.taken_at = None, "", None
            review.save(update_fields=["handler", "handler_name", "taken_at"])
        asked = review.appraisals.filter(appraiser=recusal.user_id).exclude(state=AppraisalState.DONE)
        if asked.exists():
            asked.delete()
            compare_if_whole(review)
