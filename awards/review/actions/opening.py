"""Opinions are opened to each other once every one that was asked for is given."""

from awards.review.models.criteria import compared, criteria_of
from awards.review.models.review import Review
from awards.review.rules.comparing import may_be_read
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor


def locked_review(review: Review) -> Review:
    return Review.objects.select_for_update(of=("self",)).with_names().get(pk=review.pk)


def compare_if_whole(review: Review) -> None:
    """`review` under lock. The last one given opens them all; the journal tells of each from then on."""
    appraisals = list(review.appraisals.asked().prefetch_related("marks"))
    if review.is_compared or not may_be_read([one.state for one in appraisals]):
        return
    found = compared(review, criteria_of(review, on=clock.today()), appraisals)
    review.is_compared, review.differences, review.spread = True, found.differences, found.spread
    review.to_discuss = found.wants_talk
    review.save(update_fields=["is_compared", "differences", "spread", "to_discuss"])
    for one in appraisals:
        record(
            Actor(user_id=one.appraiser_id, name=one.appraiser_name),
            "awards.give_opinion",
            review.nomination,
            after={"conclusion": str(one.get_conclusion_display()), "asked_by": one.asked_by_name},
            organisation_id=review.body_id,
        )
