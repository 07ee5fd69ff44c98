"""The rows of the list, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import ngettext

from awards.nominations.models.names import award_names
from awards.review.actions.bulk import seen_as
from awards.review.models.queue import is_apart, own_states
from awards.review.models.review import Review
from awards.review.models.wording import APPRAISAL_BADGES, STANDING_BADGES
from awards.review.rules.terms import AppraisalState, Standing
from awards.review.views.places import opening_url
from awards.review.words import history_in_words, spread_in_words, warnings_in_words
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.numbers import format_integer


@dataclass(frozen=True)
class RowShown:
    """`own`: how far the person's own opinion is; nothing of anybody else's. `judged_apart`: until opinions are open
    the person does not learn who is in charge. `left`: days to the last one, past it below zero, None where none is
    reckoned, as while the nominator completes the dossier. Said here whole, for a page asks for each of it many
    times."""

    review: Review
    name: str
    nominator: str
    award: str
    url: str
    status: Any
    warnings: str
    history: str
    spread: str
    own: Any
    handler: str
    is_mine: bool
    judged_apart: bool
    left: int | None
    seen: str

    @property
    def late(self) -> Badge | None:
        """Past its last day, since how long."""
        if self.left is None or self.left >= 0:
            return None
        said = ngettext("%(number)s day late", "%(number)s days late", -self.left)
        return Badge(said % {"number": format_integer(-self.left)}, Tone.BAD, "error")


def rows_shown(reviews: list[Review], actor: Actor, today: date, *, query: str) -> list[RowShown]:
    names = award_names([one.nomination for one in reviews], on=today)
    own, url = own_states(reviews, actor), opening_url(query)
    return [_shown(one, names[one.nomination_id], own.get(one.pk), actor, today, url) for one in reviews]


def _shown(review: Review, award: str, own: str | None, actor: Actor, today: date, url: str) -> RowShown:
    last = review.last_day if review.standing != Standing.RETURNED else None
    is_mine = review.handler_id is not None and review.handler_id == actor.user_id
    apart = own is not None and is_apart(review, actor)
    return RowShown(
        review=review,
        name=str(review.nomination),
        nominator=str(review.nomination.organisation),
        award=award,
        url=f"{url}{review.pk}",
        status=STANDING_BADGES[Standing(review.standing)] if review.standing != Standing.REVIEW else None,
        warnings="; ".join(warnings_in_words(review)),
        history=history_in_words(review),
        spread=spread_in_words(review),
        own=APPRAISAL_BADGES[AppraisalState(own)] if own else None,
        handler="" if apart else review.handler_name,
        is_mine=is_mine,
        judged_apart=apart,
        left=(last - today).days if last else None,
        seen=seen_as(review),
    )
