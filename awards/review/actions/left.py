"""Somebody leaves a dossier for a conflict of interest: nobody is in charge of it, and no opinion is waited for."""

from django.db.models import Q

from awards.conflicts.models.conflict import dossiers_in_conflict
from awards.conflicts.models.parts import Recusal
from awards.review.actions.opening import compare_if_whole, locked_review
from awards.review.models.review import Review
from awards.review.rules.terms import AT_THE_DESK, AppraisalState
from emulation.core.actor import Actor


def hand_back(recusal: Recusal) -> None:
    _hand_back(Review.objects.filter(nomination=recusal.nomination_id), recusal.user_id)


def hand_back_of_kin(actor: Actor) -> None:
    """Whatever the person has in hand of those whose kin was declared now."""
    user = actor.user_id or 0
    mine = Q(handler=user) | Q(pk__in=Review.objects.filter(appraisals__appraiser=user).order_by().values("pk"))
    rows = Review.objects.filter(mine, standing__in=AT_THE_DESK, nomination__in=dossiers_in_conflict(actor))
    _hand_back(rows, user)


def _hand_back(rows, user: int) -> None:
    """An opinion that was given stays; one that was only begun goes with the person."""
    for row in rows:
        review = locked_review(row)
        if review.handler_id == user:
            review.handler, review.handler_name, review.taken_at = None, "", None
            review.save(update_fields=["handler", "handler_name", "taken_at"])
        asked = review.appraisals.filter(appraiser=user).exclude(state=AppraisalState.DONE)
        if asked.exists():
            asked.delete()
            compare_if_whole(review)
