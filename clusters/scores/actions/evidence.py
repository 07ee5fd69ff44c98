"""Evidence a member files for lines of its self score that have no figures of their own."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.scores.actions.scores import FROM_FIGURES, is_finished, refuse_other_line, refuse_unassigned
from clusters.scores.actions.scoring import locked_scoring
from clusters.scores.models.score import Score, ScoreEvidence, ScoringRound
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def attach_evidence(scoring: ScoringRound, *, criterion: Criterion, organisation: Organisation, upload, actor: Actor):
    """For lines without figures of their own; those have their evidence beside the figures."""
    if not actor.may("write", organisation, subject="scores_own"):
        raise Refusal(_("Only an officer of this organisation files its evidence."), field="file")
    scoring = locked_scoring(scoring)
    _refuse_closed_to(scoring, organisation.pk)
    refuse_unassigned(scoring, ScoreKind.SELF, organisation.pk, organisation.pk)
    refuse_other_line(scoring, ScoreKind.SELF, criterion)
    if criterion.function in FROM_FIGURES:
        raise Refusal(_("This line is computed from figures. File its evidence beside the figures."), field="file")
    paper = file_paper(upload, organisation=organisation, actor=actor)
    score, _made = Score.objects.get_or_create(
        scoring=scoring, kind=ScoreKind.SELF, criterion=criterion, scored=organisation, scorer=organisation
    )
    if score.evidence.filter(paper=paper, withdrawn_at__isnull=True).exists():
        raise Refusal(_("This file is among the evidence of this line already."), field="file")
    evidence = ScoreEvidence.objects.create(score=score, paper=paper)
    record(actor, "clusters.attach_evidence", score, after={"file": paper.name}, organisation_id=organisation.pk)
    return evidence


@transaction.atomic
def withdraw_evidence(evidence: ScoreEvidence, *, actor: Actor) -> ScoreEvidence:
    """It is no longer shown; the paper stays."""
    scored = evidence.score.scored_id
    if not actor.may("write", evidence.score):
        raise Refusal(_("Only an officer of this organisation files its evidence."))
    _refuse_closed_to(locked_scoring(evidence.score.scoring), scored)
    evidence = ScoreEvidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
    if evidence.withdrawn_at is None:
        evidence.withdrawn_at = clock.now()
        evidence.save(update_fields=["withdrawn_at"])
        record(
            actor,
            "clusters.withdraw_evidence",
            evidence.score,
            before={"file": evidence.paper.name},
            organisation_id=scored,
        )
    return evidence


def _refuse_closed_to(scoring: ScoringRound, organisation: int) -> None:
    if scoring.state != RoundState.SELF or is_finished(scoring, ScoreKind.SELF, organisation):
        raise Refusal(
            _("Evidence is filed while the member scores itself, until it has finished; now it stands."), field="file"
        )
