"""How a list of proposals walks its flow."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from awards.submissions.models.submission import WITH_NOMINATOR, Submission, SubmissionStep
from awards.submissions.models.wording import OFFERS
from awards.submissions.rules.flow import FLOW, SubmissionCase
from awards.submissions.words import hindrance_in_words, not_yours, state_refusal
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.flow import Step

HERE = Q(nomination__state__in=WITH_NOMINATOR)


def locked(submission: Submission) -> Submission:
    rows = Submission.objects.select_for_update(of=("self",)).select_related("organisation__parent", "award", "job")
    return rows.get(pk=submission.pk)


def case_of(submission: Submission, *, by_worker: bool = False, **context: Any) -> SubmissionCase:
    """`by_worker`: said by the worker whose work on the list it is."""
    begun = submission.rows.filter(nomination__isnull=False)
    return SubmissionCase(
        unsent=begun.filter(HERE).count(),
        gone=begun.exclude(HERE).count(),
        work=None if by_worker else submission.work,
    )


def nothing_besides(submission: Submission, walked: Walked) -> Mapping[str, Any]:
    return {}


def _entered(submission: Submission, step: Step, walked: Walked) -> Mapping[str, Any] | Told:
    """Each deed brings what its step does, as `entered`."""
    return walked.context.get("entered", nothing_besides)(submission, walked)


SUBMISSION = Course[Submission](
    flow=FLOW,
    steps=SubmissionStep,
    thing="submission",
    verb="awards.{}_submission",
    locked=locked,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    not_yours=not_yours,
    labels=OFFERS,
    organisation_of=lambda submission: submission.organisation_id,
)
