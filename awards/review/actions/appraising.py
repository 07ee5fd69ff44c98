"""An opinion is written by one person alone; once all are given they are compared, and the leader says what stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from awards.procedures.models.criteria import ProcedureCriterion
from awards.review.actions.opening import compare_if_whole, locked_review
from awards.review.models.appraisals import Appraisal, AppraisalMark, FileNote, ModeratedMark
from awards.review.models.criteria import as_criterion, criteria_of
from awards.review.models.review import Review
from awards.review.rules.comparing import Mark, lacks_reason
from awards.review.rules.terms import (
    LONGEST_NOTE,
    LONGEST_OPINION,
    LONGEST_REASON,
    AppraisalState,
    Conclusion,
    Standing,
)
from awards.review.words import DECIDES_HERE, LEADER_ONLY, NOT_YOURS, OWN_ONLY, not_on_the_desk
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, reason_of, refuse_unfit
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.numbers import format_decimal, format_integer
from emulation.core.paper import for_paper


@dataclass(frozen=True)
class OpinionSaid:
    """As it was typed. `marks`: by the id of the criterion."""

    conclusion: str = ""
    opinion: str = ""
    marks: Mapping[int, Mark] = field(default_factory=dict)


@transaction.atomic
def write_opinion(appraisal: Appraisal, said: OpinionSaid, *, actor: Actor, give: bool) -> Appraisal:
    """Kept as far as it is; `give`: it is whole, and not changed any more."""
    if not actor.may("write", appraisal):
        raise Refusal(str(OWN_ONLY))
    review = locked_review(appraisal.review)
    if actor.may("assign", review):
        raise Refusal(str(DECIDES_HERE))
    appraisal = Appraisal.objects.select_for_update().get(pk=appraisal.pk)
    if appraisal.state == AppraisalState.DONE:
        raise Refusal(_("You have given this opinion already; it is not changed any more."))
    if appraisal.seat is None:
        raise Refusal(_("Your opinion on this dossier is no longer asked for. What you had kept of it stays below."))
    if review.standing != Standing.REVIEW:
        raise Refusal(not_on_the_desk(review))
    criteria = criteria_of(review, on=clock.today())
    text = for_paper(said.opinion).strip()
    refuse_unfit(text, most=LONGEST_OPINION, field="opinion")
    marks = {row.pk: _mark(row, said.marks.get(row.pk, Mark())) for row in criteria}
    if give:
        _refuse_unfinished(criteria, marks, said.conclusion, text)
    appraisal.conclusion = said.conclusion if said.conclusion in set(Conclusion) else ""
    appraisal.opinion = text
    appraisal.state = AppraisalState.DONE if give else AppraisalState.WRITING
    appraisal.done_at = clock.now() if give else None
    appraisal.save()
    appraisal.marks.all().delete()
    AppraisalMark.objects.bulk_create(
        AppraisalMark(appraisal=appraisal, criterion=row, **vars(marks[row.pk])) for row in criteria
    )
    if review.procedure_id is None and criteria:
        review.procedure_id = criteria[0].procedure_id
        review.save(update_fields=["procedure"])
    if give:
        compare_if_whole(review)
    return appraisal


def _mark(criterion: ProcedureCriterion, mark: Mark) -> Mark:
    """In the criterion's own scale."""
    reason = fitting(mark.reason, most=LONGEST_REASON, field=f"reason-{criterion.pk}")
    if criterion.points is None:
        return Mark(met=mark.met, reason=reason)
    if mark.points is not None and not 0 <= mark.points <= criterion.points:
        raise Refusal(
            _("“%(criterion)s” takes 0 to %(most)s points.")
            % {"criterion": criterion, "most": format_integer(criterion.points)},
            field=f"mark-{criterion.pk}",
        )
    return Mark(points=mark.points, reason=reason)


def _refuse_unfinished(
    criteria: list[ProcedureCriterion], marks: Mapping[int, Mark], conclusion: str, text: str
) -> None:
    for row in criteria:
        if not marks[row.pk].is_given:
            raise Refusal(_("Judge “%(criterion)s” too.") % {"criterion": row}, field=f"mark-{row.pk}")
        if lacks_reason(as_criterion(row), marks[row.pk]):
            raise Refusal(
                _("Say why “%(criterion)s” is not met, or has less than half of its points.") % {"criterion": row},
                field=f"reason-{row.pk}",
            )
    if conclusion not in set(Conclusion):
        raise Refusal(_("Choose the conclusion of your opinion."), field="conclusion")
    if not text:
        raise Refusal(_("Write the opinion: what the conclusion rests on."), field="opinion")


@transaction.atomic
def drop_opinion(review: Review, seat: int, *, actor: Actor) -> None:
    """By the leader, of somebody who will not give it. What was begun of it stays that person's, to be read and gone
    on with where it is asked for again."""
    review = _of_the_leader(review, actor)
    asked = review.appraisals.filter(seat=seat).exclude(state=AppraisalState.DONE).first()
    if asked is None:
        raise Refusal(_("This opinion is given already, or is no longer asked for. Look at the dossier again."))
    asked.seat = None
    asked.save(update_fields=["seat"])
    compare_if_whole(review)


@transaction.atomic
def moderate(
    review: Review, criterion_id: int, *, met: bool | None, points: Decimal | None, why: str, actor: Actor
) -> ModeratedMark:
    """What stands of a criterion in which opinions differ, or of any other."""
    review = _of_the_leader(review, actor)
    if not review.is_compared:
        raise Refusal(_("A value is moderated once the opinions that were asked for are all given."))
    criterion = next((row for row in criteria_of(review, on=clock.today()) if row.pk == criterion_id), None)
    if criterion is None:
        raise Refusal(_("This criterion is not among those of the award. Open the page again."))
    why = fitting(why, most=LONGEST_REASON, field="why")
    if not why:
        raise Refusal(_("Say why this value stands: both opinions are kept beside it."), field="why")
    try:
        mark = _mark(criterion, Mark(met, points, why))
    except Refusal as refusal:
        raise Refusal(refusal.message, field="value") from refusal
    if not mark.is_given:
        raise Refusal(_("Give the value that is to stand."), field="value")
    before = ModeratedMark.objects.filter(review=review, criterion=criterion).first()
    kept, _made = ModeratedMark.objects.update_or_create(
        review=review,
        criterion=criterion,
        defaults={**vars(mark), "made_by_name": actor.name, "made_at": clock.now()},
    )
    record(
        actor,
        "awards.moderate_value",
        review.nomination,
        before={"stands": told(before)} if before else None,
        after={"criterion": str(criterion), "stands": told(kept)},
        why=why,
        organisation_id=review.body_id,
    )
    return kept


def told(mark: ModeratedMark) -> str:
    if mark.points is not None:
        return format_decimal(mark.points.normalize() + 0)
    return _("met") if mark.met else _("not met")


@transaction.atomic
def set_discussion(review: Review, *, wanted: bool, why: str, actor: Actor) -> Review:
    """Into the tray of what is to be discussed, or out of it."""
    review = _of_the_leader(review, actor)
    why = reason_of(why, needed=True)
    if wanted and not review.is_compared:
        raise Refusal(_("What is to be discussed is said once the opinions that were asked for are all given."))
    if review.to_discuss == wanted:
        raise Refusal(_("That is so already. Look at the dossier again."))
    review.to_discuss = wanted
    review.save(update_fields=["to_discuss"])
    verb = "awards.set_discussion" if wanted else "awards.end_discussion"
    record(actor, verb, review.nomination, why=why, organisation_id=review.body_id)
    return review


@transaction.atomic
def write_note(review: Review, text: str, *, actor: Actor) -> FileNote:
    """For the body alone."""
    if not (actor.may("write", review) or actor.may("assign", review)):
        raise Refusal(str(NOT_YOURS))
    said = fitting(text, most=LONGEST_NOTE, field="text")
    if not said:
        raise Refusal(_("Write the note."), field="text")
    return FileNote.objects.create(
        review=review, text=said, made_by_id=actor.user_id, made_by_name=actor.name, made_at=clock.now()
    )


@transaction.atomic
def take_note_back(review: Review, pk: int, *, actor: Actor) -> None:
    """By who wrote it."""
    note = FileNote.objects.select_for_update().filter(review=review, pk=pk, withdrawn_at__isnull=True).first()
    if note is None or note.made_by_id != actor.user_id:
        raise Refusal(_("A note is taken back by whoever wrote it, once. Look at the dossier again."))
    note.withdrawn_at = clock.now()
    note.save(update_fields=["withdrawn_at"])


def _of_the_leader(review: Review, actor: Actor) -> Review:
    if not actor.may("assign", review):
        raise Refusal(str(LEADER_ONLY))
    review = locked_review(review)
    if review.standing not in (Standing.ARRIVED, Standing.REVIEW, Standing.COUNCIL):
        raise Refusal(not_on_the_desk(review))
    return review
