"""A draft that came back to be completed: by whom, when, and what for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from awards.nominations.models.contents import NominationComment
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.rules.terms import NominationState

COMES_BACK = ("return", "give_back")
SENT_ANEW = ("submit", "recall")
HAS_COME_BACK = Q(state=NominationState.DRAFT) & Exists(
    NominationStep.objects.filter(nomination=OuterRef("pk"), name__in=COMES_BACK)
)


@dataclass(frozen=True)
class Return:
    """`by`: the desk's body, or the unit's own approver. `whys`: the reason, or the comments that are to be answered,
    where they were asked for."""

    by: str
    on: date
    whys: tuple[str, ...] = ()


def steps_with_desks() -> Prefetch:
    return Prefetch("steps", NominationStep.objects.select_related("desk"))


def return_of(nomination: Nomination, comments: Iterable[NominationComment] = ()) -> Return | None:
    """None of what is no draft, or was sent anew since. Its steps are at hand, newest first."""
    if not nomination.is_draft:
        return None
    for step in nomination.steps.all():
        if step.name in SENT_ANEW:
            return None
        if step.name in COMES_BACK:
            whys = (step.why,) if step.why else tuple(one.text for one in comments)
            return Return(str(step.desk or step.taken_by_name), timezone.localtime(step.taken_at).date(), whys)
    return None


def returns_of(nominations: Iterable[Nomination]) -> dict[int, Return]:
    """{dossier: its return}, with the comments that are not answered; those that did not come back left out. Two
    queries, one where nothing came back; one less where `steps_with_desks` are at hand."""
    drafts = [one for one in nominations if one.is_draft]
    prefetch_related_objects(drafts, steps_with_desks())
    back = [one for one in drafts if return_of(one)]
    unanswered = NominationComment.objects.standing().filter(answer="").order_by("pk")
    prefetch_related_objects(back, Prefetch("comments", unanswered, to_attr="unanswered"))
    return {one.pk: found for one in back if (found := return_of(one, one.unanswered))}  # type: ignore[attr-defined]
