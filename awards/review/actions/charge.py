"""What is in a colleague's charge is left to that colleague, whatever page or deed it is reached by."""

from collections.abc import Sequence

from django.db.models import BooleanField, ExpressionWrapper
from django.utils.translation import gettext as _

from awards.nominations.actions.course import Held
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.review.models.queue import judged_apart
from awards.review.models.review import Review, ReviewQuerySet
from awards.review.words import JUDGES_APART, taken_by
from emulation.core.actor import Actor
from emulation.core.numbers import format_integer

MOST_NAMED = 10


def held_by_others(reviews: Sequence[int], body: int, actor: Actor) -> str:
    """Those in somebody else's charge, with who has each; of one on which the person gives an opinion, that alone.
    Empty where there is none, and for the leader."""
    if body in actor.decided:
        return ""
    held = _held(Review.objects.filter(pk__in=reviews), actor)
    return held.said if held else ""


def _held(reviews: ReviewQuerySet, actor: Actor) -> Held | None:
    apart = ExpressionWrapper(judged_apart(actor), output_field=BooleanField())
    rows = reviews.with_handler_there(actor).annotate(is_apart=apart).select_related("nomination").order_by("pk")
    held = [one for one in rows if one.is_apart or (one.handler_there and one.handler_id != actor.user_id)]
    if not held:
        return None
    if len(held) == 1:
        is_apart = held[0].is_apart
        return Held(f"{held[0].nomination}: {JUDGES_APART}" if is_apart else taken_by(held[0]), is_apart)
    appraised = _("being appraised")
    names = [f"{one.nomination} ({appraised if one.is_apart else one.handler_name})" for one in held]
    said = _(
        "%(number)s dossiers are not yours to work on, and nothing was done: %(names)s. Untick them, or ask the leader "
        "to hand them over."
    ) % {
        "number": format_integer(len(held)),
        "names": "; ".join([*names[:MOST_NAMED], *["…"] * (len(names) > MOST_NAMED)]),
    }
    return Held(said)


def held_by_another(nomination: Nomination, actor: Actor) -> Held | None:
    """The same of one dossier at the desk that holds it, in one query; None for who records what the Council wants."""
    body = nomination.holder_id
    minutes = nomination.state == NominationState.COUNCIL and body in actor.secretaried
    if body not in actor.reviewed or body in actor.decided or minutes:
        return None
    return _held(Review.objects.filter(nomination=nomination, body=body), actor)
