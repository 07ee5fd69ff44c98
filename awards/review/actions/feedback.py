"""What an unsuccessful nominator is told: drafted, approved by the leader, then read by the nominator."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from awards.eligibility.rules.terms import Answer
from awards.nominations.models.standing import DossierStanding
from awards.nominations.rules.terms import NominationState
from awards.procedures.models.wording import CRITERIA, PAPERS, RULES
from awards.procedures.rules.terms import CriterionKind
from awards.review.models.appraisals import Appraisal
from awards.review.models.criteria import as_criterion, criteria_of, opinion_of
from awards.review.models.feedback import Feedback
from awards.review.models.review import Review
from awards.review.rules.comparing import Mark
from awards.review.rules.feedback import weighed
from awards.review.rules.terms import LONGEST_FEEDBACK
from awards.review.words import LEADER_ONLY
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

LINES = ("strongest", "weakest", "missing")


@dataclass(frozen=True)
class FeedbackDraft:
    strongest: str = ""
    weakest: str = ""
    missing: str = ""


def drafted_feedback(review: Review, standing: DossierStanding) -> FeedbackDraft:
    """Out of the criteria, the conditions and the papers; empty where nothing says it."""
    criteria = criteria_of(review, on=clock.today())
    names = {row.pk: str(CRITERIA[CriterionKind(row.kind)]) for row in criteria}
    opinions = Appraisal.objects.compared(review).prefetch_related("marks")
    moderated = {row.criterion_id: Mark(row.met, row.points, row.reason) for row in review.moderated.all()}
    order = weighed([as_criterion(row) for row in criteria], [opinion_of(one).marks for one in opinions], moderated)
    strongest = names[order[0].key] if order else ""
    last = order[-1] if len(order) > 1 and order[-1].share < order[0].share else None
    weakest = ": ".join([names[last.key], *last.reasons[:1]]) if last else ""
    broken = [one.rule.code for one in standing.findings if one.finding.answer is Answer.NOT_MET]
    not_met = [str(RULES[code]).rstrip(".") for code in broken]
    papers = [str(PAPERS[line.asked.kind]) for line in standing.lines if not line.is_there]
    missing = "; ".join([*not_met, *papers])
    return FeedbackDraft(*(text[:LONGEST_FEEDBACK] for text in (strongest, weakest, missing)))


@transaction.atomic
def approve_feedback(review: Review, lines: FeedbackDraft, *, actor: Actor) -> Feedback:
    """All three lines, once: the nominator reads them from then on."""
    if not actor.may("assign", review):
        raise Refusal(str(LEADER_ONLY))
    review = Review.objects.select_for_update(of=("self",)).with_names().get(pk=review.pk)
    nomination = review.nomination
    if nomination.state != NominationState.DECLINED or nomination.holder_id != review.body_id:
        raise Refusal(_("Feedback is given by the body that closed the dossier without a proposal."))
    if Feedback.objects.approved().filter(nomination=nomination).exists():
        raise Refusal(_("The feedback is approved already; the nominator reads it."))
    said = {name: fitting(getattr(lines, name), most=LONGEST_FEEDBACK, field=name) for name in LINES}
    for name, text in said.items():
        if not text:
            raise Refusal(_("Feedback says all three: the strongest side, the weakest, what was missing."), field=name)
    kept, _made = Feedback.objects.update_or_create(
        nomination=nomination,
        defaults={**said, "body_id": review.body_id, "approved_by_name": actor.name, "approved_at": clock.now()},
    )
    record(actor, "awards.approve_feedback", nomination, after=said, organisation_id=nomination.organisation_id)
    return kept
