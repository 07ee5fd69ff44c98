"""Comments of a desk, pinned to a place, and the nominator's answers there."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.course import locked_nomination, refuse_held_back
from awards.nominations.actions.drafting import drafted
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models.contents import NominationComment, NominationPaper
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import DossierPlace, NominationState
from awards.nominations.words import state_refusal
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest


def _reviewed(nomination: Nomination, actor: Actor) -> Nomination:
    nomination = locked_nomination(nomination)
    if not actor.may("review", nomination, subject="nomination_review"):
        raise Refusal(_("Comments are made by whoever appraises the dossier."))
    if nomination.state != NominationState.REVIEW:
        raise Refusal(state_refusal(nomination))
    refuse_held_back(nomination, actor)
    keep_hand(nomination, actor)
    return nomination


@transaction.atomic
def pin_comment(
    nomination: Nomination, place: DossierPlace, *, text: str, paper: NominationPaper | None = None, actor: Actor
) -> NominationComment:
    """`paper`: one that lies in this very dossier."""
    nomination = _reviewed(nomination, actor)
    said = fitting(text, most=longest(NominationComment, "text"), field="text")
    if not said:
        raise Refusal(_("Say what is to be mended."), field="text")
    if paper is not None and paper.nomination_id != nomination.pk:
        raise Refusal(_("This paper no longer lies in the dossier. Open the page again."), field="paper")
    comment = NominationComment.objects.create(
        nomination=nomination,
        place=DossierPlace.PAPERS if paper is not None else place,
        paper=paper,
        text=said,
        body=nomination.holder,
        made_by_name=actor.name,
        made_at=clock.now(),
    )
    record(
        actor,
        "awards.pin_comment",
        nomination,
        after={"place": str(comment.get_place_display()), "remark": said},
        organisation_id=nomination.organisation_id,
    )
    return comment


@transaction.atomic
def take_comment_back(nomination: Nomination, pk: int, *, actor: Actor) -> None:
    """While nobody has answered it."""
    nomination = _reviewed(nomination, actor)
    comment = NominationComment.objects.unanswered().filter(nomination=nomination, pk=pk).first()
    if comment is None:
        raise Refusal(_("This comment was answered or taken back already. Open the page again."))
    comment.withdrawn_at = clock.now()
    comment.save(update_fields=["withdrawn_at"])
    record(
        actor,
        "awards.take_comment_back",
        nomination,
        before={"remark": comment.text},
        organisation_id=nomination.organisation_id,
    )


@transaction.atomic
def answer_comment(nomination: Nomination, pk: int, *, answer: str, actor: Actor) -> NominationComment:
    """By the nominator's officer while the dossier is back; said once."""
    nomination = drafted(nomination, actor)
    said = fitting(answer, most=longest(NominationComment, "answer"), field="answer")
    if not said:
        raise Refusal(_("Say what was mended, or why nothing is."), field="answer")
    comment = NominationComment.objects.unanswered().filter(nomination=nomination, pk=pk).first()
    if comment is None:
        raise Refusal(_("This comment was answered or taken back already. Open the page again."))
    comment.answer, comment.answered_by_name, comment.answered_at = said, actor.name, clock.now()
    comment.save(update_fields=["answer", "answered_by_name", "answered_at"])
    record(
        actor,
        "awards.answer_comment",
        nomination,
        after={"remark": comment.text, "answer": said},
        organisation_id=nomination.organisation_id,
    )
    return comment
